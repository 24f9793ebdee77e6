package session

import (
	"cmp"
	"slices"
	"time"

	"catcow/content"
)

// Compile lays a routine out in time. The plan has no stages if the routine has
// no items.
func Compile(r content.Routine, o Options) Plan {
	o = o.sane()
	r = forConditions(r, o.Conditions)
	c := compiler{o: o, routine: r}
	before := content.Pose{Position: content.Standing} // from the keyboard
	if r.Place() == content.Desk {
		before.Position = content.Chair
	}
	for i := range r.Items {
		item := &r.Items[i]
		c.item, c.ref, c.pose = i, item.Ref, &item.Pose
		c.exact = o.dose(*item)
		if isHeldStill(c.exact, c.pose) {
			c.pose = heldStill(*c.pose)
		}
		c.transition(before)
		c.body()
		c.leave(item.Then, i == len(r.Items)-1)
		before = *c.pose
		if item.Then != nil {
			before = *item.Then
		}
		before.Rise = o.named(riseText(before), c.stages[len(c.stages)-1].Side)
	}
	return Plan{Routine: r, Options: o, Stages: c.stages}
}

// forConditions is the routine with its poses as they are told to someone with these
// conditions.
func forConditions(r content.Routine, conditions []string) content.Routine {
	if len(conditions) == 0 {
		return r
	}
	r.Items = slices.Clone(r.Items)
	for i := range r.Items {
		item := &r.Items[i]
		item.Pose = item.Pose.For(conditions)
		if item.Then != nil {
			then := item.Then.For(conditions)
			item.Then = &then
		}
	}
	return r
}

// isHeldStill reports whether a pose that is made for moving is held instead, and its
// steps do not lead further than to where it begins.
func isHeldStill(e content.Exact, p *content.Pose) bool {
	if p.Move == content.Still || p.Dose.At(0).Reps == 0 && !isLocked(p.Dose.At(0), p) {
		return false
	}
	return e.Reps == 0 && !isLocked(e, p)
}

func isLocked(e content.Exact, p *content.Pose) bool {
	w := newWork(e, p)
	return w.locked()
}

// heldStill is a pose whose steps lead on into what else the breath moves into.
func heldStill(p content.Pose) *content.Pose {
	into := p.Exhale
	if p.Move == content.MoveOnInhale {
		into = p.Inhale
	}
	if into != "" {
		p.Steps = append(slices.Clone(p.Steps), into)
		p.Again = append(slices.Clone(p.Again), into)
	}
	return &p
}

// compiler lays out one item after the other.
type compiler struct {
	o       Options
	routine content.Routine
	stages  []Stage
	fetched []string // the props asked for
	item    int
	ref     content.Ref
	pose    *content.Pose
	exact   content.Exact
	begun   int           // how many of the steps were said on the way
	hurry   time.Duration // by how much the first hold would come too late
}

func (c *compiler) add(s Stage) {
	s.Item = c.item
	if s.Sets == 0 {
		s.Sets = c.exact.Sets
	}
	if s.Pose == nil {
		s.Pose, s.Ref = c.pose, c.ref
	}
	s.Set = max(s.Set, 1)
	c.stages = append(c.stages, s)
}

// first is the side the item begins on.
func (c *compiler) first() Side {
	if c.exact.Sides == content.EachSide {
		return c.o.First
	}
	return NoSide
}

// body is every set on every side: all sets on one side and then on the other,
// or both sides within a set where they alternate.
func (c *compiler) body() {
	works := c.works()
	for i := range works {
		work := works[i]
		into := c.begin(work.Side)
		switch {
		case i == 0:
		case work.Side != works[i-1].Side:
			c.pause(Switch, works[i-1], switchText(work.Side))
			into = c.mirror(work)
		default:
			c.pause(Rest, works[i-1], restText(work.Set, work.Sets))
			into = c.again(work, work.Moves())
		}
		c.setup(work, into)
		c.add(work)
	}
}

// works is the sets in their order.
func (c *compiler) works() []Stage {
	sides := []Side{c.o.First, c.o.First.Other()}
	if c.exact.Sides == content.Once || c.exact.Reps > 0 && c.exact.Sides != content.EachSide {
		sides = []Side{NoSide}
	}
	works := make([]Stage, 0, c.exact.Sets*len(sides))
	for set := range c.exact.Sets {
		for _, side := range sides {
			works = append(works, c.work(set+1, side))
		}
	}
	if c.exact.Sides == content.EachSide { // all of one side before the other
		slices.SortStableFunc(works, func(a, b Stage) int {
			return cmp.Compare(slices.Index(sides, a.Side), slices.Index(sides, b.Side))
		})
	}
	return works
}

// steps is the lines of a pose with the side put in; where it changes with every
// repetition, the one that begins.
func (o Options) steps(lines []string, side Side) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = o.named(line, side)
	}
	return out
}

// named is one of the lines of steps.
func (o Options) named(line string, side Side) string {
	if side == NoSide {
		side = o.First
	}
	return named(line, side)
}

func (c *compiler) work(set int, side Side) Stage {
	s := Stage{
		Kind: Hold, Item: c.item, Ref: c.ref, Pose: c.pose, Side: side, Set: set, Sets: c.exact.Sets,
		work: newWork(c.exact, c.pose),
	}
	if c.exact.Reps > 0 {
		s.Kind = Reps
	}
	s.Length = s.work.fit(c.o.Breath)
	s.Cues, s.VoiceCues = c.o.lines(s, -1)
	return s
}

// pause comes out of the pose, between two sets or sides, and says what is next.
func (c *compiler) pause(kind Kind, done Stage, next string) {
	length, cues := c.o.layOut([]string{c.o.named(releaseText(*c.pose), done.Side), next}, c.o.Moment)
	if kind == Switch { // the first step of the other side says what to do
		length += betweenNames - c.o.Moment
	}
	if c.pose.Inverted && height(c.pose.Position) > 0 { // not lying
		length += steadyPause
	}
	c.add(Stage{Kind: kind, Side: done.Side, Set: done.Set, Length: max(length, shortestPause), Cues: cues})
}

// leave comes out of the pose for good, and rests in another if the routine
// says so.
func (c *compiler) leave(then *content.Pose, last bool) {
	done := c.stages[len(c.stages)-1]
	if then == nil {
		c.release(done, c.pose, c.ref, last)
		return
	}
	c.release(done, c.pose, c.ref, false)
	ref := content.Ref{Pose: then.ID, Variant: then.Variant.ID}
	steps := c.o.steps(then.Steps, done.Side)
	spoken, least := len(steps), time.Duration(0)
	if c.o.brief(then.ID) || slices.ContainsFunc(c.stages, func(s Stage) bool { return s.Ref == ref }) { // known, or done today
		spoken, least = 0, time.Duration(len(steps))*stepTime
	}
	s := Stage{Kind: Rest, Pose: then, Ref: ref, Set: done.Set, Steps: steps, Spoken: spoken}
	c.add(c.o.restIn(s, least))
	c.release(done, then, ref, last)
}

// restIn lays the words of a rest in another pose, and its length: into it, with a
// time for what is not told, and how long one stays.
func (o Options) restIn(s Stage, untold time.Duration) Stage {
	first := join(append([]string{thenText(s.Pose.Title())}, o.cautions(s.Pose)...)) // the steps that mind them may not be told
	length, cues := o.layOut(append([]string{first}, s.Steps[:s.Spoken]...), o.Moment)
	length += untold
	s.Cues, s.VoiceCues = cues, []Cue{{At: length, Text: restHereText(), Rank: Must}}
	s.Length = length + restBreaths*o.Breath.Length()
	return s
}

// release comes out of a pose after what was done. At the very end nobody who lies
// is hurried up; where the next pose is close by, its name gives the time to finish.
func (c *compiler) release(done Stage, pose *content.Pose, ref content.Ref, last bool) {
	lines, after := []string{c.o.named(releaseText(*pose), done.Side)}, c.o.Moment
	next := c.item + 1
	if last && height(pose.Position) == 0 {
		lines, after = append([]string{takeTimeText}, lines...), sitUp
	}
	switch {
	case last && height(pose.Position) <= 1 && riseText(*pose) != "": // up from the floor
		lines = append(lines, c.o.named(riseText(*pose), done.Side))
	case !last && next < len(c.routine.Items) && c.routine.Items[next].Pose.Position == pose.Position:
		after = betweenNames
	}
	length, cues := c.o.layOut(lines, c.o.Moment)
	c.add(Stage{
		Kind: Release, Sets: 1, Pose: pose, Ref: ref, Side: done.Side, Set: done.Set,
		Length: max(length+after-c.o.Moment, shortestPause), Cues: cues,
	})
}
