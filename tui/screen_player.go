package tui

import (
	"cmp"
	"fmt"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/config"
	"catcow/figure"
	"catcow/guide"
	"catcow/motion"
	"catcow/page"
	"catcow/session"
	"catcow/tui/pixels"
)

// player is the session that runs. It is seen from the mat, or from close by.
type player struct {
	mover *motion.Mover // nil until the figure is first drawn
	drawn pixels.CellRenderer

	// The moment of the figure, while isNow: until the guide has left another view.
	latest           motion.Moment
	isNow, hasFigure bool

	// figured: there is room for a figure, and a way to show one.
	figured bool
	felt    []figure.Kind // what the colours of the figure shown last mean
	set     setting       // how the stage is laid out for somebody on the mat
	scroll  scroll        // of what is offered as something hurts, and of the steps seen from close by
	stepsOf [2]int        // the stage and the cue that the steps are scrolled at

	// The parts of the cue shown last, and of what they are.
	cueOf    largeLine
	cueLines int
	cueParts []string
}

// actions is what the guide is asked for by which key.
func (k *keyMap) actions() []keyAction {
	return []keyAction{
		{k.pause, guide.Pause},
		{k.next, guide.Next},
		{k.previous, guide.Back},
		{k.skip, guide.Skip},
		{k.longer, guide.Longer},
		{k.shorter, guide.Shorter},
		{k.slower, guide.Slower},
		{k.faster, guide.Faster},
		{k.hurts, guide.Hurts},
		{k.end, guide.AskEnd},
		{k.voice, guide.ToggleVoice},
		{k.mute, guide.ToggleMute},
		{k.tone, guide.ToggleTone},
		{k.steps, guide.SetUpAgain},
		{k.softer, guide.Softer},
		{k.louder, guide.Louder},
	}
}

// hurtActions is the same while it is offered what to do about what hurts.
func (k *keyMap) hurtActions() []keyAction {
	return []keyAction{
		{k.ease, guide.EaseOff},
		{k.otherWay, guide.OtherWay},
		{k.skipPose, guide.SkipPose},
		{k.endHere, guide.EndHere},
		{k.leg, guide.Leg},
		{k.mistake, guide.Cancel},
	}
}

type keyAction struct {
	key    key.Binding
	action guide.Action
}

func (s *player) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	switch {
	case m.led.Hurt != nil:
		s.hurtKey(m, k)
	case !m.led.Ending:
		s.steer(m, k)
	case key.Matches(k, m.keys.no):
		m.do(guide.Cancel)
	case key.Matches(k, m.keys.yes):
		m.do(guide.AskEnd)
	}
	return m.afterEnd()
}

// hurtKey is a key while it is offered what to do about what hurts.
func (s *player) hurtKey(m *model, k tea.KeyPressMsg) {
	pages := m.led.Hurt.Signs != nil
	switch {
	case pages && (key.Matches(k, m.keys.down) || key.Matches(k, m.keys.pageDown)):
		s.scroll++
	case key.Matches(k, m.keys.up):
		s.scroll--
	default:
		s.act(m, k, m.keys.hurtActions())
	}
}

// steer is a key while the session is led.
func (s *player) steer(m *model, k tea.KeyPressMsg) {
	switch {
	case key.Matches(k, m.keys.overview):
		m.do(guide.Halt)
		m.show(newJump(m))
	case key.Matches(k, m.keys.camera):
		m.camera++
	case m.isClose() && key.Matches(k, m.keys.up):
		s.scroll--
	case m.isClose() && key.Matches(k, m.keys.down):
		s.scroll++
	case key.Matches(k, m.keys.view):
		kept := !m.isClose()
		m.remember(func(s *config.State) { s.Close = &kept })
	case k.String() == "enter" && isUnready(m.led.Stands):
	default:
		s.act(m, k, m.keys.actions())
	}
}

// isUnready reports whether time waits for the person to move. The enter that led there
// may come twice, and must not throw the set away.
func isUnready(r guide.Reason) bool { return r == guide.Easing || r == guide.Resumed }

// act asks the guide for what a key stands for. A digit is how much it hurts.
func (s *player) act(m *model, k tea.KeyPressMsg, actions []keyAction) {
	for _, a := range actions {
		if key.Matches(k, a.key) {
			s.scroll = 0
			m.do(a.action)
			return
		}
	}
	if value, ok := guide.Rating(k.String()); ok {
		m.follow(m.guide.Answer(value, m.now()))
	}
}

// afterEnd goes back to the shell where a session from there was ended by key and
// nothing is left to be asked.
func (m *model) afterEnd() tea.Cmd {
	if _, ok := m.screen.(*done); ok && m.o.Routine != nil && m.led.Phase == guide.Over && m.result.End == guide.EndedEarly {
		return m.leave(guide.EndedEarly)
	}
	return nil
}

func (s *player) keys(m *model) shown {
	k := &m.keys
	if m.led.Hurt != nil {
		return shown{footer: []key.Binding{k.ease, k.otherWay, k.skipPose, k.endHere, k.leg, k.mistake}}
	}
	if m.led.Ending {
		return shown{footer: []key.Binding{k.yes, k.no}}
	}
	view, pause := k.view, k.pause
	if m.led.At.State == session.Paused {
		pause.SetHelp(pause.Help().Key, "go on")
	}
	more := []key.Binding{k.longer, k.slower, k.overview, k.camera, k.steps, k.voice, k.mute, k.tone, k.softer, k.end}
	if m.isClose() {
		view.SetHelp("f", "far view")
		scroll := k.down
		scroll.SetHelp(scroll.Help().Key, "scroll the steps")
		more = append(more, scroll)
	}
	return shown{footer: []key.Binding{pause, k.hurts, k.next, k.previous, k.skip, view, k.help}, more: more}
}

// isClose reports whether the session is seen from close by.
func (m *model) isClose() bool {
	if said := m.o.State.Close; said != nil {
		return *said
	}
	return m.o.Screen.Close
}

// row is the key row: pause, what hurts and the way to all keys stay longest.
func (s *player) row(m *model, w int) string { return m.footerOf(w, s.keys(m).footer, 1) }

func (s *player) tick(*model, time.Time) tea.Cmd { return nil }

// isEarly reports whether a tick leaves what has changed, a second of the clock, for the
// next frame of what moves: the latest was just now, and each costs the same, however
// little is new in it.
func (s *player) isEarly(m *model, now time.Time) bool {
	since := now.Sub(m.framed)
	return since >= 0 && since < s.pace(m)*3/4
}

// wait is how long neither the figure nor the breath moves.
func (s *player) wait(m *model, now time.Time) time.Duration {
	pace := s.pace(m)
	switch {
	case pace == 0:
	case m.early:
		return max(m.framed.Add(pace).Sub(now), time.Millisecond)
	case !s.moving(m):
		return max(time.Duration(float64(m.untilFill(&m.led.At))/m.guide.Speed()), pace)
	}
	return pace
}

// pace is the least time between two frames while the figure or the breath moves; 0
// where nothing does.
func (s *player) pace(m *model) time.Duration {
	at := &m.led.At
	switch {
	case at.State != session.Playing || m.led.Hurt != nil:
	case m.still || at.Settle > 0:
	case s.moving(m):
		return m.pictures.FrameTime()
	case at.Phase != session.NoPhase:
		return breathFrame
	}
	return 0
}

func (s *player) view(m *model) []string {
	switch {
	case m.led.Hurt != nil:
		return s.hurtView(m)
	case m.led.Ending:
		return s.endView(m)
	case m.isClose():
		return s.closeView(m)
	}
	return s.matView(m)
}

// header is the routine, the pose and how much is left.
func (s *player) header(m *model, w int) string {
	t, at := m.theme, &m.led.At
	left := m.guide.Routine().Name
	if speed := m.guide.Speed(); speed != 1 {
		left = fmt.Sprintf(previewText, speed)
	}
	right := fmt.Sprintf("%d of %d%s", at.Stage.Item+1, at.Items, m.glyphs.Dot+fmt.Sprintf(leftText, clock(at.Remaining)))
	if !m.frame.wide() {
		right = fmt.Sprintf("%d/%d %s", at.Stage.Item+1, at.Items, clock(at.Remaining))
	}
	return page.Spread(t.Dim.Render(left), t.Strong.Render(guide.WhereText(*at, m.glyphs.Dot)), t.Text.Render(right), w)
}

// status is what there is to know about the clock and the keys, in as many lines as
// it needs; none mostly. Why the clock stands is not hidden by what else is wrong.
func (s *player) status(m *model, w int) []string {
	t, v := m.theme, &m.led
	if v.Reply != "" {
		return page.Hang("", v.Reply, w, t.Accent)
	}
	why, small := reasonText(v.Stands), m.frame.h < 16
	if v.Stands == guide.Easing && small { // one line: the way and the figure take the rest
		why = easingShortText
	}
	lines := page.Hang("", why, w, t.Warn)
	trouble := cmp.Or(v.Trouble, m.notice)
	if trouble == "" {
		return lines
	}
	m.noticed = m.noticed || v.Trouble == ""
	if small { // which has room for one of them, and the clock says that it stands
		lines = nil
	}
	return append(lines, page.Hang("", trouble, w, t.Warn)...)
}

// standing is why the clock does not run; "" while it does.
func standing(v *guide.View) string {
	switch {
	case v.At.State == session.Paused:
		return pausedText
	case v.At.State == session.Waiting:
		return waitingText
	case v.At.Settle > 0:
		return fmt.Sprintf(settleText, seconds(v.At.Settle))
	}
	return ""
}
