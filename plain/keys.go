package plain

import (
	"slices"
	"strconv"

	"catcow/guide"
	"catcow/session"
)

// binding is the names of a key, and what the guide is asked for by it.
type binding struct {
	action guide.Action
	keys   []string
}

func sessionKeys() []binding {
	return []binding{
		{guide.Pause, []string{"space", "p", ".", "pause", "go", "go on"}},
		{guide.Hurts, []string{"x", "hurts", "it hurts"}},
		{guide.Next, []string{"n", "next"}},
		{guide.Back, []string{"b", "back"}},
		{guide.Skip, []string{"s", "skip"}},
		{guide.Longer, []string{"+", "=", "longer"}},
		{guide.Shorter, []string{"-", "_", "shorter"}},
		{guide.Slower, []string{"[", "slower"}},
		{guide.Faster, []string{"]", "faster"}},
		{guide.SetUpAgain, []string{"r", "steps"}},
		{guide.ToggleVoice, []string{"v", "voice"}},
		{guide.ToggleMute, []string{"m", "mute"}},
		{guide.ToggleTone, []string{"t", "tone"}},
		{guide.Softer, []string{"<", ",", "softer"}},
		{guide.Louder, []string{">", "louder"}},
		{guide.AskEnd, []string{"q", "esc", "quit", "end"}},
	}
}

func hurtKeys() []binding {
	return []binding{
		{guide.EaseOff, []string{"enter", "space", "x", "e", "p"}},
		{guide.OtherWay, []string{"a", "down", "tab", "another"}},
		{guide.SkipPose, []string{"s", "skip"}},
		{guide.EndHere, []string{"q", "quit", "end"}},
		{guide.Leg, []string{"l", "leg"}},
		{guide.Cancel, []string{"c", "esc", "backspace", "cancel", "back"}},
	}
}

func endKeys() []binding {
	return []binding{
		{guide.AskEnd, []string{"q", "y", "quit", "yes", "end"}},
		{guide.Cancel, []string{"n", "enter", "space", "esc", "no", "c", "p"}},
	}
}

// keysOf is the keys that have a meaning in a view.
func keysOf(v guide.View) []binding {
	switch {
	case v.Hurt != nil:
		return hurtKeys()
	case v.Ending:
		return endKeys()
	}
	return sessionKeys()
}

// press does what a key asks for.
func (p *program) press(key string) error {
	p.printNew(p.guide.Tick(p.now())) // what was due before it belongs to the pose before
	g, v := p.guide, p.guide.View()
	if v.Phase == guide.Asking {
		p.answer(v.Question, key)
		return nil
	}
	for _, b := range keysOf(v) {
		if slices.Contains(b.keys, key) {
			p.printNew(g.Do(b.action, p.now()))
			return nil
		}
	}
	if known, err := p.look(v, key); known || err != nil {
		return err
	}
	if pain, ok := guide.Rating(key); ok && (v.Hurt != nil || v.Stands == guide.Easing) {
		p.printNew(g.Answer(pain, p.now()))
		return nil
	}
	p.print(noKeyText(key))
	return nil
}

// look is a key that only tells something, or goes to another pose; false for
// others.
func (p *program) look(v guide.View, key string) (bool, error) {
	if v.Hurt != nil || v.Ending {
		return p.lookAsked(v, key), nil
	}
	switch key {
	case "enter":
		if v.At.State == session.Paused || v.At.State == session.Waiting {
			p.printNew(p.guide.Do(guide.Pause, p.now()))
			return true, nil
		}
		p.print(whereText(v.At))
	case "i", "where":
		p.print(whereText(v.At))
	case "?", "h", "help", "keys":
		if v.At.State == session.Playing {
			p.printNew(p.guide.Do(guide.Pause, p.now()))
		}
		p.print(whereText(v.At))
		for _, line := range keysText() {
			p.print(line)
		}
	case "o", "overview":
		return true, p.jump()
	default:
		return false, nil
	}
	return true, nil
}

// lookAsked is the same where something is asked: the keys that there are then.
func (p *program) lookAsked(v guide.View, key string) bool {
	switch key {
	case "?", "h", "help", "keys":
		p.print(askedKeysText(v))
		return true
	}
	return false
}

// jump lists the poses of the session, to go to one. The clock stands meanwhile.
func (p *program) jump() error {
	g := p.guide
	p.printNew(g.Do(guide.Halt, p.now()))
	items := g.Routine().Items
	for i := range items {
		p.print(jumpText(i, items[i].Pose.Title(), i == g.View().At.Stage.Item))
	}
	p.print(jumpHelpText)
	for {
		line, err := p.line()
		if ignoreEnd(err) != nil {
			return err
		}
		if err != nil || line == "" || line == "b" || line == "back" || isQuit(line) {
			p.printNew(g.Do(guide.GoOn, p.now()))
			return nil
		}
		if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(items) {
			p.printNew(g.Jump(n-1, p.now()))
			return nil
		}
		p.print(wantNumberText(len(items)))
	}
}

// answer answers the open question of the guide.
func (p *program) answer(q *guide.Question, key string) {
	value, ok := guide.Rating(key)
	if q.Choices != nil {
		value, ok = value-1, ok && value >= 1 && value <= len(q.Choices)
	}
	switch {
	case ok:
		p.printNew(p.guide.Answer(value, p.now()))
	case key == "enter" || key == "space" || key == "esc" || key == "tab" || key == "skip":
		p.printNew(p.guide.Pass(p.now()))
	case isQuit(key):
		p.quitAsking()
	default:
		p.print(scaleText(q))
	}
}

// quitAsking leaves the questions: those before a session with the session that has not
// begun, and those after one without an answer.
func (p *program) quitAsking() {
	if !p.guide.Started() {
		p.guide.Interrupt(p.now(), false)
		return
	}
	for p.guide.View().Phase == guide.Asking {
		p.printNew(p.guide.Pass(p.now()))
	}
}
