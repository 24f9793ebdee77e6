package today

import (
	"fmt"
	"hash/fnv"
	"slices"
	"time"

	"catcow/content"
)

// candidate is a pose that may be part of the session.
type candidate struct {
	pose content.Pose // with its variant chosen
	item content.Item
}

// pool is every pose that suits the request, and the names of those that hurt too
// lately.
func pool(lib *content.Library, q Request) (all []candidate, hurt []string) {
	seated := q.Place == content.Desk || q.seated(lib)
	for _, p := range lib.Poses() {
		p, ok := q.variant(p, q.luck(p.ID, 0))
		if !ok || slices.Contains(q.Without, p.ID) || !q.admits(p, seated) {
			continue
		}
		if q.hurts(p.ID) {
			hurt = append(hurt, p.Name)
			continue
		}
		ref := content.Ref{Pose: p.ID, Variant: p.Variant.ID}
		all = append(all, candidate{pose: p, item: content.Item{Ref: ref, Pose: p, Dose: p.Dose}})
	}
	return slices.DeleteFunc(slices.Clone(all), func(c candidate) bool {
		return isWork(c.pose) && !slices.ContainsFunc(all, func(w candidate) bool { return w.prepares(c.pose) })
	}), hurt
}

// admits reports whether a pose suits the person and the place.
func (q Request) admits(p content.Pose, seated bool) bool {
	switch {
	case len(p.Against(q.Conditions)) > 0, !q.reaches(p), slices.Contains(p.Strains, "neck"):
		return false
	case q.Place == content.Floor && p.Position == content.Chair && slices.Contains(p.Props, content.Prop{Name: "chair"}):
		return false // one sits on the floor, or stands
	case !seated && (p.Position == content.Chair || p.Position == content.Standing):
		return false // getting down once is enough
	}
	return q.Effort != Restful || !isWork(p)
}

// prepares reports whether a pose can come before some work.
func (c candidate) prepares(work content.Pose) bool {
	return !isWork(c.pose) && !isRest(c.pose) && level(c.pose) <= level(work)
}

// luck is from 0 to 1 and changes from day to day and from pose to pose.
func (q Request) luck(pose string, draw int) float64 {
	h := fnv.New32a()
	_, _ = fmt.Fprint(h, q.Day.Format(time.DateOnly), draw, pose) // it cannot fail
	return float64(h.Sum32()%1000) / 1000
}

// variant is one of the ways to set the pose up for which there is all that it
// needs.
func (q Request) variant(p content.Pose, luck float64) (content.Pose, bool) {
	var ways []content.Pose
	if len(p.Steps) > 0 {
		ways = append(ways, p)
	}
	for _, v := range p.Variants {
		if way, ok := p.As(v.ID); ok {
			ways = append(ways, way)
		}
	}
	ways = slices.DeleteFunc(ways, func(way content.Pose) bool {
		return slices.ContainsFunc(way.Props, func(prop content.Prop) bool {
			return !prop.Optional && !slices.Contains(q.Props, prop.Name)
		})
	})
	if len(ways) == 0 {
		return p, false
	}
	return ways[int(luck*float64(len(ways)))], true
}

// reaches reports whether a pose can be taken where the session is: one stands anywhere, but
// at a wall only where there is one.
func (q Request) reaches(p content.Pose) bool {
	switch {
	case p.NeedsWall():
		return q.Place == content.AtAWall || q.Place == ""
	case p.Position == content.Standing, p.Position == content.Chair:
		return true
	}
	return q.Place != content.Desk
}

// seated reports whether there is a region that nothing on the floor is made for.
func (q Request) seated(lib *content.Library) bool {
	const made = 2
	return slices.ContainsFunc(q.regions(), func(region string) bool {
		return !slices.ContainsFunc(lib.Poses(), func(p content.Pose) bool {
			return p.Position != content.Chair && p.Position != content.Standing && suits(p, region) >= made
		})
	})
}

// suits is how well a pose does for a region, 0 if it does not.
func suits(p content.Pose, region string) float64 {
	const main, step, general = 3, 0.4, 0.5
	if i := slices.Index(p.Regions, region); i >= 0 {
		return max(main-step*float64(i), 1)
	}
	back := region == "lower-back" || region == "upper-back"
	if back && slices.Contains(p.Regions, "spine") || region == "spine" && slices.Contains(p.Regions, "lower-back") {
		return 1
	}
	if slices.Contains(p.Regions, "whole-body") {
		return general
	}
	return 0
}
