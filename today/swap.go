package today

import (
	"fmt"
	"slices"
	"strings"

	"catcow/content"
)

// NoOtherError is that nothing can take the place of a pose.
type NoOtherError struct{ Pose content.Pose }

func (e NoOtherError) Error() string {
	return fmt.Sprintf("nothing like %s is left that suits you here", e.Pose.Name)
}

// Swap puts another pose of its kind in the place of one of a session that was
// made for the request; all the others stay. What is without in the request was
// there before and comes again only when nothing else is left.
func (m *Maker) Swap(q Request, s Session, at int) (Session, error) {
	if at < 0 || at >= len(s.Routine.Items) {
		return s, nil
	}
	if q.Length <= 0 {
		q.Length = usual
	}
	old := s.Routine.Items[at].Pose
	var kept []content.Item
	next, ok := content.Item{}, false
	for _, without := range [][]string{append(slices.Clone(q.Without), old.ID), {old.ID}} {
		again := q
		again.Without = without
		c := m.chooser(again)
		kept = c.itemsOf(s.Routine.Items, at)
		if next, ok = c.like(old, kept); ok {
			break
		}
	}
	if !ok {
		return s, NoOtherError{Pose: old}
	}
	f := m.fitter(named(q, append(kept, next)))
	fitted := f.fit(q.Length)
	c := m.chooser(q)
	_, hurt := pool(m.lib, q)
	return Session{Routine: fitted.Routine, Length: fitted.Length, Place: q.placeOf(fitted.Routine), Why: q.why(fitted.Routine, hurt), Notes: c.notes(fitted)}, nil
}

func (m *Maker) chooser(q Request) chooser {
	all, _ := pool(m.lib, q)
	return chooser{Maker: m, q: q, all: all}
}

// itemsOf is the items but one, with the doses that their poses have by
// themselves.
func (c *chooser) itemsOf(items []content.Item, but int) []content.Item {
	var kept []content.Item
	for i, item := range items {
		if i == but {
			continue
		}
		item.Dose = item.Pose.Dose
		kept = append(kept, item)
	}
	return kept
}

// like is the pose that can take the place of another beside those that stay: of
// its kind and at its height, or else of its kind, and for the same if there is
// such a one.
func (c *chooser) like(old content.Pose, kept []content.Item) (content.Item, bool) {
	kind := func(p content.Pose) string {
		return strings.Join([]string{fmt.Sprint(isRest(p)), fmt.Sprint(isWork(p)), fmt.Sprint(isWarmUp(p))}, " ")
	}
	isKind := func(p content.Pose) bool {
		return kind(p) == kind(old) && !endsHeadDown(slices.Concat(kept, []content.Item{{Pose: p}}))
	}
	isNear := func(p content.Pose) bool { return isKind(p) && level(p) == level(old) }
	region := ""
	for _, r := range c.q.regions() {
		if suits(old, r) >= 1 {
			region = r
			break
		}
	}
	for _, try := range []struct {
		region string
		is     func(content.Pose) bool
	}{{region, isNear}, {"", isNear}, {region, isKind}, {"", isKind}} {
		if item, ok := c.best(try.region, kept, try.is); ok {
			return item, true
		}
	}
	return content.Item{}, false
}
