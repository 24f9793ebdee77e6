package today

import (
	"fmt"
	"slices"

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
	old := s.Routine.Items[at].Pose
	kept := slices.Delete(slices.Clone(s.Routine.Items), at, at+1)
	for i := range kept {
		kept[i].Dose = kept[i].Pose.Dose
	}
	for _, without := range [][]string{append(slices.Clone(q.Without), old.ID), {old.ID}} {
		again := q
		again.Without = without
		others := m.chooser(again)
		if next, ok := others.like(old, kept); ok {
			c := m.chooser(q)
			return c.session(m.fitter(named(q, append(kept, next))).fit(c.q.Length)), nil
		}
	}
	return s, NoOtherError{Pose: old}
}

// like is the pose that can take the place of another beside those that stay: of
// its kind and at its height, or else of its kind, and for the same if there is
// such a one.
func (c *chooser) like(old content.Pose, kept []content.Item) (content.Item, bool) {
	kind := func(p content.Pose) [3]bool { return [3]bool{isRest(p), isWork(p), isWarmUp(p)} }
	isKind := func(p content.Pose) bool {
		return kind(p) == kind(old) && !endsHeadDown(slices.Concat(kept, []content.Item{{Pose: p}}))
	}
	isNear := func(p content.Pose) bool { return isKind(p) && level(p) == level(old) }
	region := ""
	regions := c.q.regions()
	if at := slices.IndexFunc(regions, func(r string) bool { return suits(old, r) >= 1 }); at >= 0 {
		region = regions[at]
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
