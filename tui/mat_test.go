package tui

import (
	"regexp"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"catcow/content"
	"catcow/guide"
	"catcow/page"
	"catcow/sampletest"
	"catcow/session"
)

// matAt is a session seen from the mat at a size.
func matAt(t *testing.T, id, glyphs string, w, h int) (*model, *time.Time) {
	t.Helper()
	o := builtin(t)
	r := routine(t, id)
	o.Routine, o.Screen.Close, o.Screen.Glyphs = &r, false, glyphs
	return at(t, o, w, h)
}

// The letters are an eighth of the screen's height, of one size through a stage, and
// all of every line can be read: in at most three parts, each of them long enough.
func TestEveryLineCanBeReadFromTheMat(t *testing.T) {
	t.Parallel()
	lib, _ := builtin(t).Load()
	chosen := sampletest.OneIn(t, 3)
	for i, r := range lib.Routines() {
		if !chosen(i) {
			continue
		}
		for size, least := range map[[2]int]int{{80, 24}: 3, {60, 20}: 3, {45, 24}: 3, {120, 40}: 5, {200, 60}: 8, {100, 30}: 4} {
			m, _ := matAt(t, r.ID, "unicode", size[0], size[1])
			for i, stage := range m.guide.Plan().Stages {
				m.led.At = session.Snapshot{Stage: stage, Index: i, Locked: stage.Locked(), Cue: -1}
				set := m.player.setFor(m)
				small := least
				if size[0] < 80 || size[1] > 24 && set.rows < least { // a long word may not fit
					small = 3
				}
				if set.rows < small {
					if size[0] < 60 {
						continue // a longer word than letters fit
					}
					t.Errorf("%s at %v, stage %d: letters of %d rows, want %d", r.ID, size, i, set.rows, small)
					continue
				}
				f := m.large.face(set.rows)
				for j, c := range stage.Cues {
					all := cueParts(f, c.Text, m.frame.inner(), set.lines)
					whole := strings.ReplaceAll(strings.Join(all, " "), goesOn, "")
					if !strings.HasSuffix(strings.Join(strings.Fields(c.Text), " "), whole) || whole == "" {
						t.Errorf("%q becomes %q", c.Text, all)
					}
					checkBreaks(t, all)
					end := stage.Length
					if j+1 < len(stage.Cues) {
						end = stage.Cues[j+1].At
					}
					shownFor := map[string]time.Duration{}
					for at := time.Duration(0); at < end-c.At; at += 100 * time.Millisecond {
						shownFor[partNow(all, at, end-c.At)] += 100 * time.Millisecond
					}
					for _, p := range all {
						if len(all) > 1 && shownFor[p] < time.Second {
							t.Errorf("%s at %v: %q of %q stands for %v", r.ID, size, p, c.Text, shownFor[p])
						}
					}
				}
			}
		}
	}
}

// Nearly every line is large on narrow terminals and without blocks too.
func TestLargeLettersAreTheRule(t *testing.T) {
	t.Parallel()
	lib, _ := builtin(t).Load()
	for _, on := range []struct {
		glyphs string
		w, h   int
		most   int // per cent of stages in plain letters
	}{{"ascii", 80, 24, 2}, {"ascii", 100, 30, 0}, {"ascii", 60, 20, 35}, {"unicode", 45, 24, 1}} {
		stages, small := 0, 0
		for _, r := range lib.Routines() {
			m, _ := matAt(t, r.ID, on.glyphs, on.w, on.h)
			for i, stage := range m.guide.Plan().Stages {
				m.led.At = session.Snapshot{Stage: stage, Index: i, Locked: stage.Locked(), Cue: -1}
				stages++
				if m.player.setFor(m).rows < m.large.least() {
					small++
				}
			}
		}
		if small*100 > stages*on.most {
			t.Errorf("%s at %d×%d: %d of %d stages are in plain letters", on.glyphs, on.w, on.h, small, stages)
		}
	}
}

// In ASCII, without colours and in sixteen the letters stand too.
func TestLargeLettersOnEveryTerminal(t *testing.T) {
	t.Parallel()
	for _, glyphs := range []string{"unicode", "ascii"} {
		m, now := matAt(t, "lower-back", glyphs, 80, 24)
		for !m.led.At.Stage.Works() {
			*now = now.Add(time.Second)
			m.tick(*now)
		}
		lines := m.player.matClock(m, m.player.setFor(m), 30, 16)
		if len(lines) < 8 || strings.Contains(stripped(strings.Join(lines, "\n")), ":") {
			t.Errorf("%s: the countdown is small:\n%s", glyphs, stripped(strings.Join(lines, "\n")))
		}
	}
}

// Everything one may choose where it hurts is on the screen at every size.
func TestAllThatOneMayChooseIsShown(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {60, 20}, {40, 12}, {120, 40}} {
		for _, keys := range [][]string{{"x"}, {"x", "9"}} {
			m, now := matAt(t, "lower-back", "unicode", size[0], size[1])
			for !m.led.At.Stage.Works() {
				*now = now.Add(time.Second)
				m.tick(*now)
			}
			send(m, keys...)
			if got := len(strings.Split(m.render(), "\n")); got > size[1] {
				t.Errorf("%v: %d lines", size, got)
			}
			view := stripped(m.render())
			if size == [2]int{40, 12} { // in plain letters
				for _, want := range []string{"enter", "skip the pose", "end here", "leg", "go on"} {
					if !strings.Contains(view, want) {
						t.Errorf("%v, %q: no %q in\n%s", size, keys, want, view)
					}
				}
			}
		}
	}
}

// The way that was chosen stays as what to do, whole, while time waits and after.
func TestTheGentlerWayIsReadWhole(t *testing.T) {
	t.Parallel()
	lib, _ := builtin(t).Load()
	m, _ := matAt(t, "lower-back", "unicode", 80, 24)
	for _, p := range lib.Poses() {
		for _, way := range p.Ease {
			way = content.FillSide(way, "right", "left")
			m.led.Eased, m.led.Cue, m.led.Way, m.led.At.State = true, way, way, session.Paused
			m.player.set = setting{}
			set := m.player.setFor(m)
			if all := parts(m.large.face(max(set.rows, 3)), way, m.frame.inner(), set.lines); set.rows < 3 || len(all) != 1 {
				t.Errorf("%q: %d rows, %d parts", way, set.rows, len(all))
			}
		}
	}
}

// What there is to say about the clock, the keys or the sound is whole at every size.
func TestWhatThereIsToSayIsWhole(t *testing.T) {
	t.Parallel()
	words := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	for _, size := range [][2]int{{80, 24}, {60, 20}, {45, 24}, {40, 12}, {40, 40}} {
		m, _ := matAt(t, "lower-back", "unicode", size[0], size[1])
		for range 2 {
			for _, reason := range []guide.Reason{guide.Slept, guide.Shelled, guide.Easing, guide.Resumed} {
				m.led.Trouble, m.led.Stands = "", reason
				want := reasonText(reason)
				if reason == guide.Easing && size[1] == 12 {
					want = easingShortText
				}
				if view := stripped(m.render()); !strings.Contains(words(view), want) {
					t.Errorf("%v: no %q in\n%s", size, want, view)
				}
			}
			m.led.Trouble = "Nothing here plays sound; catcow doctor says what to install."
			view := stripped(m.render())
			if !strings.Contains(words(view), m.led.Trouble) || strings.Count(view, "\n")+1 > size[1] {
				t.Errorf("%v: no %q in\n%s", size, m.led.Trouble, view)
			}
			if why := reasonText(m.led.Stands); size[1] > 12 && !strings.Contains(words(view), why) {
				t.Errorf("%v: %q is hidden in\n%s", size, why, view)
			}
			if size[1] > 12 && !strings.Contains(view, "x it hurts") {
				t.Errorf("%v: no key for what hurts in\n%s", size, view)
			}
			send(m, "f")
		}
	}
}

// The key row keeps pause and what hurts longest.
func TestTheKeyRowKeepsWhatMatters(t *testing.T) {
	t.Parallel()
	m, _ := matAt(t, "lower-back", "unicode", 80, 24)
	for w := 40; w <= 120; w++ {
		m.update(tea.WindowSizeMsg{Width: w, Height: 24})
		row := stripped(m.player.row(m, w-2))
		for _, want := range []string{"space pause", "x it hurts"} {
			if !strings.Contains(row, want) {
				t.Errorf("%d: no %q in %q", w, want, row)
			}
		}
		if strings.Contains(row, "…") {
			t.Errorf("%d: cut: %q", w, row)
		}
	}
	if full := stripped(m.player.row(m, 118)); !strings.Contains(full, "? keys") || !strings.Contains(full, "f close view") {
		t.Errorf("%q", full)
	}
}

// Where letters are too large to be read as such, no line is cut either.
func TestNoPlainLineIsCut(t *testing.T) {
	t.Parallel()
	lib, _ := builtin(t).Load()
	for _, r := range lib.Routines() {
		m, _ := matAt(t, r.ID, "unicode", 40, 12)
		for i, stage := range m.guide.Plan().Stages {
			m.led.At = session.Snapshot{Stage: stage, Index: i, Locked: stage.Locked(), Cue: -1}
			for _, way := range append([]string{""}, stage.Pose.Ease...) {
				m.led.Way = way
				set := m.player.setFor(m)
				for _, text := range []string{way, stage.Cues[max(len(stage.Cues)-1, 0)].Text} {
					if lines := page.Hang("", text, m.frame.inner(), ""); set.rows == 1 && len(lines) > set.lines {
						t.Errorf("%s, stage %d: %q takes %d lines, there are %d", r.ID, i, text, len(lines), set.lines)
					}
				}
			}
		}
	}
}

// The gentler way that was chosen stands in the view from the mat, and still does where
// one goes on to the hold while time waits.
func TestTheGentlerWayStaysInTheView(t *testing.T) {
	t.Parallel()
	m, now := matAt(t, "lower-back", "unicode", 40, 12)
	send(m, "n")
	for m.led.At.Stage.Kind == session.Setup && m.led.At.Cue < len(m.led.At.Stage.Cues)-1 {
		*now = now.Add(time.Second)
		m.tick(*now)
	}
	way := m.led.At.Stage.Pose.Ease[0]
	for _, keys := range [][]string{{"x", "enter"}, {"n"}, {"space"}} {
		send(m, keys...)
		shown := strings.Join(strings.Fields(stripped(m.render())), " ")
		large := strings.ReplaceAll(strings.Join(m.player.cueParts, " "), goesOn, "")
		if !strings.Contains(shown, way[:30]) && large != way {
			t.Errorf("after %q it is gone:\n%s", keys, stripped(m.render()))
		}
	}
}

// Both ends of the scale stand at the smallest size too.
func TestTheEndsOfTheScaleAreNotCut(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	r := routine(t, "lower-back")
	o.Routine, o.CheckIn = &r, true
	for _, size := range [][2]int{{40, 12}, {50, 16}, {80, 24}} {
		m, _ := at(t, o, size[0], size[1])
		view := strings.Join(strings.Fields(stripped(m.render())), " ")
		if scale := content.SafetyPage().Scale; !strings.Contains(view, "0 "+scale.Low) || !strings.Contains(view, "x "+scale.High) {
			t.Errorf("%v:\n%s", size, view)
		}
	}
}

// The side and the word of the breath are large beside the figure at every size.
func TestTheSideAndTheBreathAreLarge(t *testing.T) {
	t.Parallel()
	small := regexp.MustCompile(`\b(left|right|in|out|come)\b`)
	for _, size := range [][2]int{{80, 24}, {60, 20}, {45, 24}, {40, 12}, {120, 40}} {
		m, _ := matAt(t, "lower-back", "unicode", size[0], size[1])
		type look struct {
			rows, lines int
			side        session.Side
			kind        session.Kind
		}
		seen := map[look]bool{}
		for i, stage := range m.guide.Plan().Stages {
			m.led.At = session.Snapshot{
				Stage: stage, Index: i, Locked: stage.Locked(), Cue: -1, Side: stage.Side, Left: stage.Length,
			}
			if stage.Works() {
				m.led.At.Phase = session.In
			}
			set := m.player.setFor(m)
			now := look{set.rows, set.lines, stage.Side, stage.Kind}
			if seen[now] {
				continue
			}
			seen[now] = true
			top := 0
			if m.frame.h >= 16 {
				top = 1
			}
			body := m.player.matBody(m, set, m.frame.inner(), m.frame.h-top-1-set.rows*set.lines)
			if text := stripped(strings.Join(body, "\n")); small.MatchString(text) {
				t.Errorf("%v, stage %d of %d rows: in small letters:\n%s", size, i, set.rows, text)
			}
		}
	}
}
