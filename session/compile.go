package session

import (
	"strings"
	"time"

	"catcow/content"
)

// Options are what makes a plan one person's.
type Options struct {
	Level  float64            // 0 to 1: the point in each range of a dose
	Levels map[string]float64 // the points of poses, by id, that have one of their own
	Breath Breath             // its phases must pass Check
	First  Side               // Left or Right
	Pace   int                // words a minute at which lines are heard
	Moment time.Duration      // to do a thing after it was said
	Count  bool               // the last seconds of a hold are told
}

// DefaultOptions are those of the settings as they come.
func DefaultOptions() Options {
	return Options{Breath: DefaultBreath(), First: Right, Pace: 140, Moment: 3 * time.Second}
}

// sane replaces what no plan can be made with.
func (o Options) sane() Options {
	d := DefaultOptions()
	if o.Breath.Check() != nil {
		o.Breath = d.Breath
	}
	if o.First == NoSide {
		o.First = d.First
	}
	if o.Pace <= 0 {
		o.Pace = d.Pace
	}
	o.Moment = max(o.Moment, 0)
	return o
}

// level is the point in the range of a pose's dose.
func (o Options) level(pose string) float64 {
	if own, ok := o.Levels[pose]; ok {
		return own
	}
	return o.Level
}

// Compile lays a routine out in time. The plan has no stages if the routine has
// no items.
func Compile(r content.Routine, o Options) Plan {
	c := compiler{o: o.sane()}
	before := content.Pose{Position: content.Standing} // from the keyboard
	for i := range r.Items {
		item := r.Items[i]
		c.item, c.ref, c.pose = i, item.Ref, &r.Items[i].Pose
		c.exact = item.Dose.At(o.level(item.Ref.Pose))
		c.transition(before, i == 0)
		c.body()
		c.leave(item.Then)
		before = *c.pose
		if item.Then != nil {
			before = *item.Then
		}
	}
	return Plan{Routine: r, Level: o.Level, Breath: c.o.Breath, Stages: c.stages, options: c.o}
}

// compiler lays out one item after the other.
type compiler struct {
	o      Options
	stages []Stage
	item   int
	ref    content.Ref
	pose   *content.Pose
	exact  content.Exact
}

func (c *compiler) add(s Stage) {
	s.Item, s.Sets = c.item, c.exact.Sets
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

func (c *compiler) transition(before content.Pose, begin bool) {
	lines := []string{sayNext(begin, c.pose.Title(), c.first()), sayDose(c.exact)}
	if props := c.props(before); props != "" {
		lines = append(lines, props)
	}
	if say := sayPosition(*c.pose); say != "" && c.pose.Position != before.Position && !strings.HasPrefix(c.pose.Steps[0], "Come ") {
		lines = append(lines, say)
	}
	length, cues := c.o.say(lines, betweenNames)
	c.add(Stage{
		Kind: Transition, Side: c.first(), Cues: cues,
		Length: max(length+c.o.Moment, travel(before.Position, c.pose.Position)),
	})
}

// props asks for what the pose needs and the one before it did not. The chair of
// a seated pose is asked for by its position.
func (c *compiler) props(before content.Pose) string {
	var need, may []string
	for _, p := range c.pose.Props {
		switch {
		case has(before, p), p.Name == string(c.pose.Position):
		case p.Optional:
			may = append(may, SayProp(p))
		default:
			need = append(need, SayProp(p))
		}
	}
	return sayProps(need, may)
}

func has(p content.Pose, prop content.Prop) bool {
	for _, q := range p.Props {
		if q.Name == prop.Name {
			return true
		}
	}
	return false
}

// body is every set on every side: all sets on one side and then on the other,
// or both sides within a set where they alternate.
func (c *compiler) body() {
	turns := c.turns()
	for i, t := range turns {
		switch {
		case i == 0:
			c.setup(t, c.steps(c.pose, t.side), 0)
		case t.side != turns[i-1].side:
			c.change(turns[i-1], t)
			c.setup(t, c.steps(c.pose, t.side), c.sided())
		default:
			c.rest(turns[i-1], t)
			c.setup(t, c.steps(c.pose, t.side), 1)
		}
		c.work(t)
	}
}

// turn is one set on one side.
type turn struct {
	set  int
	side Side
}

func (c *compiler) turns() []turn {
	var turns []turn
	first := c.o.First
	sets := c.exact.Sets
	switch {
	case c.exact.Sides == content.Once || c.exact.Reps > 0 && c.exact.Sides != content.EachSide:
		for set := range sets {
			turns = append(turns, turn{set + 1, NoSide})
		}
	case c.exact.Sides == content.EachSide:
		for i := range 2 * sets {
			side := first
			if i >= sets {
				side = first.Other()
			}
			turns = append(turns, turn{i%sets + 1, side})
		}
	default:
		for i := range 2 * sets {
			side := first
			if i%2 == 1 {
				side = first.Other()
			}
			turns = append(turns, turn{i/2 + 1, side})
		}
	}
	return turns
}

func (c *compiler) steps(pose *content.Pose, side Side) []string {
	out := make([]string, len(pose.Steps))
	for i, s := range pose.Steps {
		out[i] = c.named(s, side)
	}
	return out
}

// named puts the side into a line; where it changes with every repetition, the
// one that begins.
func (c *compiler) named(line string, side Side) string {
	if side == NoSide {
		side = c.o.First
	}
	return named(line, side)
}

// sided is how many of the last steps must be said anew for the other side:
// from the first that names one on.
func (c *compiler) sided() int {
	for i, s := range c.pose.Steps {
		if named(s, Left) != s {
			return len(c.pose.Steps) - i
		}
	}
	return 1
}

// setup says the last steps, or all where last is 0.
func (c *compiler) setup(t turn, steps []string, last int) {
	said := steps
	if last > 0 && last < len(steps) {
		said = steps[len(steps)-last:]
	}
	if last == 1 && len(said) == 1 {
		said = []string{sayAgain(said[0])}
	}
	length, cues := c.o.say(said, c.o.Moment)
	c.add(Stage{
		Kind: Setup, Side: t.side, Set: t.set, Length: length, Cues: cues,
		Steps: steps, Spoken: len(said),
	})
}

func (c *compiler) work(t turn) {
	s := Stage{Kind: Hold, Side: t.side, Set: t.set, Reps: c.exact.Reps, work: newWork(c.exact, c.pose.Move)}
	if c.exact.Reps > 0 {
		s.Kind = Reps
	}
	s.Length = s.work.fit(c.o.Breath)
	s.Item, s.Pose, s.Ref = c.item, c.pose, c.ref
	s.Cues, s.Ear = c.o.lines(s)
	c.add(s)
}

// rest is between two sets on a side.
func (c *compiler) rest(done, next turn) {
	c.pause(Rest, done, sayRest(next.set, c.exact.Sets))
}

// change is between the two sides.
func (c *compiler) change(done, next turn) {
	c.pause(Switch, done, saySwitch(next.side))
}

// pause comes out of the pose and says what is next.
func (c *compiler) pause(kind Kind, done turn, say string) {
	var lines []string
	if c.pose.Release != "" {
		lines = append(lines, sayRelease(c.named(c.pose.Release, done.side)))
	}
	length, cues := c.o.say(append(lines, say), c.o.Moment)
	c.add(Stage{Kind: kind, Side: done.side, Set: done.set, Length: max(length, shortestPause), Cues: cues})
}

// leave comes out of the pose for good, and rests in another if the routine
// says so.
func (c *compiler) leave(then *content.Pose) {
	last := c.stages[len(c.stages)-1]
	if then != nil {
		ref := content.Ref{Pose: then.ID, Variant: then.Variant.ID}
		steps := c.steps(then, last.Side)
		lines := append([]string{sayThen(then.Title())}, steps...)
		length, cues := c.o.say(lines, c.o.Moment)
		length += restBreaths * c.o.Breath.Length()
		c.add(Stage{Kind: Rest, Pose: then, Ref: ref, Set: last.Set, Length: length, Cues: cues, Steps: steps})
	}
	pose := c.pose
	if then != nil {
		pose = then
	}
	if pose.Release == "" {
		return
	}
	length, cues := c.o.say([]string{sayRelease(c.named(pose.Release, last.Side))}, c.o.Moment)
	c.add(Stage{
		Kind: Release, Pose: pose, Ref: c.stages[len(c.stages)-1].Ref, Side: last.Side, Set: last.Set,
		Length: max(length, shortestPause), Cues: cues,
	})
}
