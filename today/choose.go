package today

import (
	"slices"
	"time"

	"catcow/content"
)

// restFrom is the least time in which there is a rest of some minutes at the end.
const restFrom = 10 * time.Minute

// chooser chooses poses for one request.
type chooser struct {
	*Maker

	q    Request
	all  []candidate
	hurt []string // the names of poses that would suit and hurt too lately
	draw int
}

func (m *Maker) chooser(q Request) chooser {
	if q.Length <= 0 {
		q.Length = usual
	}
	all, hurt := pool(m.lib, q)
	return chooser{Maker: m, q: q, all: all, hurt: hurt}
}

// session is a routine that was fitted, with what there is to say about it.
func (c *chooser) session(f Fitted) Session {
	return Session{Routine: f.Routine, Length: f.Length, Place: c.q.placeOf(f.Routine), Why: c.why(f.Routine.Items), Notes: c.notes(f)}
}

// suitsAny reports whether a pose does something for one of the regions.
func (c *chooser) suitsAny(p content.Pose) bool {
	return slices.ContainsFunc(c.q.regions(), func(region string) bool { return suits(p, region) >= 1 })
}

// restsOnly reports whether nothing but rests does anything for the regions.
func (c *chooser) restsOnly() bool {
	return !slices.ContainsFunc(c.all, func(can candidate) bool { return !isRest(can.pose) && c.suitsAny(can.pose) })
}

// frame is the work for the regions, with something to warm up before it and
// something to unwind and to rest in after it, as far as there is room.
func (c *chooser) frame(count int) []content.Item {
	end := c.end(count)
	room := count - len(end)
	if room == 0 && len(end) > 0 {
		return end
	}
	chosen := c.strengthen(c.main(max(room, 1)), room)
	for range 3 {
		item, ok := c.missing(chosen)
		if !ok || len(chosen) == 1 && room < 2 {
			break
		}
		chosen = putFirst(item, chosen, room)
	}
	return c.steady(append(chosen, end...))
}

// steady lets no session end with the head low: something else takes the place of that, or
// nothing does.
func (c *chooser) steady(items []content.Item) []content.Item {
	if !endsHeadDown(items) {
		return items
	}
	items = slices.Clone(items)
	arrange(items)
	last := len(items) - 1
	low := level(items[last].Pose)
	if item, ok := c.best("", items, func(p content.Pose) bool { return isGentle(p) && !isHeadDown(p) && level(p) >= low }); ok {
		items[last] = item
		return items
	}
	return c.steady(items[:last])
}

// endsHeadDown reports whether poses that are put into their order end with the head low,
// after another.
func endsHeadDown(items []content.Item) bool {
	items = slices.Clone(items)
	arrange(items)
	return len(items) > 1 && isHeadDown(items[len(items)-1].Pose)
}

// strengthen puts some work into a strong session that has come out without.
func (c *chooser) strengthen(chosen []content.Item, room int) []content.Item {
	if c.q.Effort != Strong || room < 2 || strengthens(chosen) {
		return chosen
	}
	item, ok := c.best("", chosen, isWork)
	if !ok {
		return chosen
	}
	return putFirst(item, chosen, room)
}

// putFirst puts an item before those chosen, where there is no room for it in the place
// of the one that was chosen last.
func putFirst(item content.Item, chosen []content.Item, room int) []content.Item {
	if len(chosen) >= room {
		chosen = chosen[:len(chosen)-1]
	}
	return append([]content.Item{item}, chosen...)
}

// end is the rest that a session of so many poses ends with, if it has one.
func (c *chooser) end(count int) []content.Item {
	least, poses := restFrom, 4
	if c.q.Effort == Restful {
		least, poses = restFrom/2, 2
	}
	if (count < poses || c.q.Length < least) && !c.restsOnly() {
		return nil
	}
	if item, ok := c.best("", nil, isRest); ok {
		return []content.Item{item}
	}
	return nil
}

// parts is at which levels a session works, warms up and unwinds: the lowest one
// that warms up, and the highest of the others; none is -1.
type parts struct{ lowest, work, warm, calm int }

func partsOf(items []content.Item) parts {
	p := parts{lowest: 9, work: -1, warm: 9, calm: -1}
	for _, item := range items {
		at := level(item.Pose)
		p.lowest = min(p.lowest, at)
		switch {
		case isWork(item.Pose):
			p.work = max(p.work, at)
		case isWarmUp(item.Pose):
			p.warm = min(p.warm, at)
		default:
			p.calm = max(p.calm, at)
		}
	}
	return p
}

// missing is a pose that must still come: one that warms up before any work, or
// one to unwind in after it.
func (c *chooser) missing(chosen []content.Item) (content.Item, bool) {
	p := partsOf(chosen)
	works, cold := p.work >= 0, p.warm > p.lowest
	if cold && (works || len(chosen) > 2) {
		if item, ok := c.best("", chosen, p.warmsUp); ok {
			return item, ok
		}
	}
	switch {
	case works && p.calm < p.work:
		return c.best("", chosen, p.unwinds)
	case works && cold && p.calm > p.lowest:
		return c.best("", chosen, p.prepares)
	}
	return content.Item{}, false
}

func (p parts) warmsUp(pose content.Pose) bool { return isWarmUp(pose) && level(pose) <= p.lowest }

func (p parts) unwinds(pose content.Pose) bool { return isGentle(pose) && level(pose) >= p.work }

// prepares reports whether a pose is a gentle stretch that can come first, where
// nothing warms up.
func (p parts) prepares(pose content.Pose) bool { return isGentle(pose) && level(pose) <= p.lowest }

// main is the poses for the regions: one for each in turn, then a second, and then
// what else there is.
func (c *chooser) main(count int) []content.Item {
	var chosen []content.Item
	add := func(region string) bool {
		if len(chosen) >= count {
			return false
		}
		item, found := c.best(region, chosen, func(p content.Pose) bool { return !isRest(p) && (count > 1 || !isWork(p)) })
		if found {
			chosen = append(chosen, item)
		}
		return found
	}
	for range 2 {
		for _, region := range c.q.regions() {
			add(region)
		}
	}
	for add("") {
	}
	return chosen
}

// best is the pose of a kind, not chosen yet, that does most for a region, or for
// all of them where it is "".
func (c *chooser) best(region string, chosen []content.Item, is func(content.Pose) bool) (content.Item, bool) {
	var best content.Item
	most := 0.0
	for _, can := range c.all {
		if !is(can.pose) || slices.ContainsFunc(chosen, func(i content.Item) bool { return i.Pose.ID == can.pose.ID }) {
			continue
		}
		if worth := c.worth(can.pose, region, chosen); worth > most {
			best, most = can.item, worth
		}
	}
	return best, most > 0
}

// worth is how much a pose would add to those chosen; 0 if it does nothing for
// the region.
func (c *chooser) worth(p content.Pose, region string, chosen []content.Item) float64 {
	use := c.use(p, region)
	if use == 0 {
		return 0
	}
	if region == "" && c.hasEnough(p, chosen) {
		use = aside
	}
	worth := use + c.q.fresh(p.ID) + (0.6+float64(c.draw))*c.q.luck(p.ID, c.draw)
	if use < 1 {
		worth /= 2 // it is there for what is not asked for
	}
	if c.q.Effort == Strong && (isWork(p) || p.Move != content.Still) {
		worth += 1.5
	}
	worth *= c.q.eases(p)
	if isHeadDown(p) {
		worth /= 2 // one is enough, and none is needed
	}
	return worth * beside(p, region, chosen)
}

// beside is what of the worth of a pose is left beside those chosen.
func beside(p content.Pose, region string, chosen []content.Item) float64 {
	left := 1.0
	if len(chosen) > 0 && !slices.ContainsFunc(chosen, func(i content.Item) bool { return level(i.Pose) == level(p) }) {
		left = 0.8 // a change of position
	}
	alike := 0.8
	if region == "" {
		alike = 0.6 // there is all that was asked for
	}
	for _, other := range chosen {
		if slices.Equal(other.Pose.Direction, p.Direction) {
			left *= alike
		}
	}
	return left
}

// aside is the use of a pose for a region that it does nothing for, or that has enough.
const aside = 0.1

// hasEnough reports whether every region asked for that a pose works on has its two poses
// already.
func (c *chooser) hasEnough(p content.Pose, chosen []content.Item) bool {
	const enough = 2
	if len(c.q.Regions) == 0 {
		return false // the whole back
	}
	for _, region := range c.q.Regions {
		if suits(p, region) < 1 {
			continue
		}
		n := 0
		for _, item := range chosen {
			if suits(item.Pose, region) >= 1 {
				n++
			}
		}
		if n < enough {
			return false
		}
	}
	return true
}

// use is what a pose does for a region, or for the one that it does most for where
// it is "".
func (c *chooser) use(p content.Pose, region string) float64 {
	if region != "" {
		if use := suits(p, region); use >= 1 {
			return use
		}
		return 0
	}
	use := aside
	for _, r := range c.q.regions() {
		use = max(use, suits(p, r))
	}
	return use
}
