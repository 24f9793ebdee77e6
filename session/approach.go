package session

import (
	"slices"
	"strings"
	"time"

	"catcow/content"
)

// transition names the next pose and leads into its position. How much there is
// to do is heard on the way.
func (c *compiler) transition(before content.Pose) {
	begins := len(c.stages) == 0
	name := nextText(begins, c.pose.Title(), c.first())
	if begins && c.o.Opening != "" {
		name = c.o.Opening + " " + name
	}
	cautions := c.o.cautions(c.pose)
	head := append([]string{name}, cautions...)
	way, moves, begun := c.o.approach(before, c.pose, c.first())
	c.begun = begun
	dose := doseText(c.exact)
	length, cues := c.o.depart(head, way, dose, moves)
	c.hurry = 0
	if begins {
		if c.late(length) > 0 && len(way) > 0 { // a caution is heard as one moves
			head = head[:1]
			way = append(slices.Clone(way), cautions...)
			length, cues = c.o.depart(head, way, dose, moves)
		}
		c.hurry = c.late(length)
	}
	if props := c.props(before, begins); props != "" { // nobody is hurried for them
		length, cues = c.o.depart(append(head, props), way, dose, moves)
	}
	c.add(Stage{Kind: Transition, Side: c.first(), Length: length, Cues: cues})
}

// late is by how much the first hold of a session comes later than it should,
// after a transition of that length, without the time to fetch things.
func (c *compiler) late(transition time.Duration) time.Duration {
	limit := newFirstHold
	if c.o.brief(c.pose.ID) {
		limit = familiarFirstHold
	}
	w := c.begin(c.first())
	said, _ := c.o.layOut(w.lines, c.o.Moment)
	return max(transition+max(said, w.least)-limit, 0)
}

// depart lays the lines of a transition: what is to be known before one moves,
// the way, with time for each part of it, and the dose.
func (o Options) depart(head, way []string, dose string, moves time.Duration) (time.Duration, []Cue) {
	length, cues := o.layOut(head, betweenNames)
	least := length + moves
	if len(way) == 0 {
		least = moves
	}
	for i, line := range append(slices.Clone(way), dose) {
		if i > 0 && i < len(way) { // after the part before it
			length += o.Moment
		}
		cues = append(cues, Cue{At: length, Text: line, Rank: Must})
		length += o.lengthOf(line) + betweenNames
	}
	return max(length, least), cues
}

// approach is the way out of a position into another: the rise of the pose that
// is left, and the position, by the pose's first step where that says it. It
// reports the time that takes and how many steps were said with it.
func (o Options) approach(before content.Pose, pose *content.Pose, side Side) (lines []string, moves time.Duration, begun int) {
	here := before.Position == pose.Position
	moved := isLeaving(before.Position, pose.Position)
	moves = travel(before.Position, pose.Position)
	if isUpFirst(pose) { // to set something in place, which takes its time
		if here {
			here, moved, moves = false, true, travel(pose.Position, content.Kneeling)
		}
		moves += placing
	}
	if moved && before.Rise != "" {
		lines = append(lines, before.Rise)
	}
	first := o.isLedByStep(pose)
	if first && isOverSide(before.Position, pose) {
		lines = append(lines, overSideText)
	}
	switch {
	case first && (here || isOnHands(before, pose)):
		stay, begun := o.stayIn(before, pose, side)
		return append(lines, stay...), moves, begun
	case here:
		return lines, moves, 0
	case first:
		return append(lines, rollText(before.Position, pose.Position, o.named(pose.Steps[0], side))), moves, 1
	}
	return append(lines, positionText(before.Position, *pose)), moves, 0
}

// isOnHands reports whether somebody on hands and knees is to come there for a pose that
// goes on from there.
func isOnHands(before content.Pose, pose *content.Pose) bool {
	return before.Position == content.AllFours && hasPosition(pose.Steps[0], content.AllFours)
}

// isOverSide reports whether one lies down on the back from the knees, for which one
// sits down beside them first.
func isOverSide(from content.Position, pose *content.Pose) bool {
	return height(from) == 1 && pose.Position == content.Supine && !isUpFirst(pose)
}

// stayIn is the first step of a pose, told to somebody who is in its position: nothing
// where they did just that, and that they stay where it can be said so. It reports how
// many steps are said with it.
func (o Options) stayIn(before content.Pose, pose *content.Pose, side Side) (lines []string, begun int) {
	for begun < len(pose.Steps)-1 && slices.Contains(before.Steps, pose.Steps[begun]) {
		if begun++; before.Position != content.AllFours { // elsewhere the way out may have undone the next
			break
		}
	}
	if begun > 0 {
		return nil, begun
	}
	if stay := stayInText(o.named(pose.Steps[0], side)); stay != "" {
		return []string{stay}, 1
	}
	return nil, 0
}

// isLedByStep reports whether a pose's first step is told, and says the position. One
// that has a thing set in place is told to those who know the pose, too.
func (o Options) isLedByStep(pose *content.Pose) bool {
	return isUpFirst(pose) || !o.brief(pose.ID) && len(pose.Steps) > 1 && hasPosition(pose.Steps[0], pose.Position)
}

// isUpFirst reports whether one sits up, or fetches a thing, before one lies in a pose.
func isUpFirst(pose *content.Pose) bool {
	if height(pose.Position) > 0 || pose.Position == content.Wall || len(pose.Steps) < 2 {
		return false
	}
	return slices.ContainsFunc([]string{"Sit ", "Come to sit", "Take "}, func(word string) bool {
		return strings.HasPrefix(pose.Steps[0], word)
	})
}

// cautions is what a pose asks of someone with the conditions of the plan.
func (o Options) cautions(pose *content.Pose) []string {
	var lines []string
	for _, caution := range pose.Cautions(o.Conditions) {
		if caution.Say != "" && !slices.Contains(lines, caution.Say) {
			lines = append(lines, caution.Say)
		}
	}
	return lines
}

// props asks for what is needed: for the whole routine before it begins, and again
// for what a pose brings that is come into anew. Nothing is fetched by somebody
// who lies and goes on lying. The chair of a seated pose and the wall of one at the wall are
// asked for by their position.
func (c *compiler) props(before content.Pose, begins bool) string {
	wanted := c.pose.Props
	switch {
	case begins:
		wanted = c.routine.Props()
	case before.Position == c.pose.Position, height(before.Position) == 0 && !isLeaving(before.Position, c.pose.Position):
		return ""
	}
	var need, may []string
	for _, p := range wanted {
		if slices.Contains(c.fetched, p.Name) || p.Name == string(c.pose.Position) {
			continue
		}
		if !begins {
			c.fetched = append(c.fetched, p.Name)
		}
		if p.Optional {
			may = append(may, PropText(p))
		} else {
			need = append(need, PropText(p))
		}
	}
	return propsText(need, may)
}

// way is how one is led into a set.
type way struct {
	lines  []string
	steps  []string // all there is to do
	spoken int      // how many of the steps the lines are
	least  time.Duration
}

// begin is the first way into a pose.
func (c *compiler) begin(side Side) way {
	steps := c.o.steps(c.pose.Steps, side)
	if c.o.brief(c.pose.ID) || len(steps) == 0 {
		return way{lines: []string{knownText(side)}, steps: steps, least: max(time.Duration(len(steps))*stepTime, shortestPause)}
	}
	return way{lines: steps[c.begun:], steps: steps, spoken: len(steps) - c.begun}
}

// mirror is the way into a pose on the other side: from the first step that names
// a side on, or where more than that was undone, as into another set.
func (c *compiler) mirror(work Stage) way {
	w := c.begin(work.Side)
	if w.spoken == 0 {
		return w
	}
	from := max(slices.IndexFunc(c.pose.Steps, func(s string) bool { return named(s, Left) != s }), 0)
	if w.lines, w.spoken = w.steps[from:], len(w.steps)-from; len(c.pose.Again) > w.spoken {
		return c.again(work, false)
	}
	return w
}

// again is the way into another set: by all that coming out undid. Where a pose does not
// say what that is, one that moves only begins anew, and one that is held is come into
// as before.
func (c *compiler) again(work Stage, moves bool) way {
	steps, again := c.o.steps(c.pose.Steps, work.Side), c.o.steps(c.pose.Again, work.Side)
	switch {
	case len(again) == 0 && moves:
		return way{lines: []string{setText(work.Set, work.Sets)}, steps: steps}
	case len(again) == 0:
		return way{lines: []string{backInText(work.Side)}, steps: steps, least: max(time.Duration(len(steps))*stepTime, shortestPause)}
	case c.o.brief(c.pose.ID):
		return way{lines: []string{backInText(work.Side)}, steps: steps, least: time.Duration(len(again)) * stepTime}
	}
	steps = append(steps[:max(len(steps)-len(again), 0):len(steps)], again...)
	return way{lines: again, steps: steps, spoken: len(again)}
}

// setup leads into a set.
func (c *compiler) setup(work Stage, w way) {
	s := Stage{Kind: Setup, Side: work.Side, Set: work.Set, Steps: w.steps, Spoken: w.spoken}
	do := c.o.Moment
	if c.hurry > 0 && len(w.lines) > 0 {
		do = max(do-c.hurry/time.Duration(len(w.lines)), do/2).Truncate(tenth)
		c.hurry = 0
	}
	s.Length, s.Cues = c.o.layOut(w.lines, do)
	s.Length = max(s.Length-do/2, w.least) // the hold begins while one settles into it
	c.add(c.o.beginMoving(s, work.Moves()))
}

// beginMoving ends a setup by the word that one moves now, where the pose is done
// with the breath: its first breath has words of its own.
func (o Options) beginMoving(s Stage, moves bool) Stage {
	if moves {
		s.VoiceCues = []Cue{{At: s.Length, Text: moveText, Rank: Must}}
		s.Length += o.lengthOf(moveText) + betweenNames
	}
	return s
}
