package tui

import (
	"regexp"
	"strings"
	"testing"

	"catcow/content"
	"catcow/guide"
	"catcow/page"
)

// hurting is a session in which something hurts.
func hurting(t *testing.T, w, h int) *model {
	t.Helper()
	m, _ := matAt(t, "lower-back", "unicode", w, h)
	send(m, "n", "n", "x")
	return m
}

// hurtIn is what is offered as it hurts in a pose.
func hurtIn(p content.Pose, pain int) *guide.Hurt {
	h := &guide.Hurt{Pose: p.Name, Pain: pain}
	for _, way := range p.Ease {
		h.Ways = append(h.Ways, content.FillSide(way, "right", "left"))
	}
	if pain > 5 {
		h.Advice = content.SafetyPage().EaseOff.Line
	}
	return h
}

// shownText is a view as one run of words.
func shownText(m *model) string { return strings.Join(strings.Fields(stripped(m.render())), " ") }

// Every gentler way is seen as it is offered, at every size, after a number too, and
// so are the pose, the advice and the key for each choice.
func TestTheWayOfferedIsSeen(t *testing.T) {
	t.Parallel()
	lib, _ := builtin(t).Load()
	for _, size := range [][2]int{{80, 24}, {60, 20}, {45, 24}, {40, 12}, {120, 40}} {
		m := hurting(t, size[0], size[1])
		for _, p := range lib.Poses() {
			for _, pain := range []int{-1, 8} {
				m.led.Hurt = hurtIn(p, pain)
				seen := map[string]bool{}
				for i := range p.Ease {
					m.led.Hurt.Way = i
					seen[m.render()] = true
					view := shownText(m)
					if !strings.Contains(view, p.Name) {
						t.Errorf("%v: %s is not named", size, p.Name)
					}
					if isSmall := strings.Contains(view, m.led.Hurt.Ways[i]); isSmall && size[1] > 12 {
						t.Errorf("%v: in small letters: %s", size, view)
					}
				}
				if len(seen) != len(p.Ease) {
					t.Errorf("%v, pain %d: %d ways of %s look like %d", size, pain, len(p.Ease), p.Name, len(seen))
				}
			}
		}
	}
	m := hurting(t, 80, 24)
	send(m, "8", "down")
	with := m.render()
	if m.led.Hurt.Advice = ""; m.render() == with {
		t.Errorf("no advice after 8:\n%s", with)
	}
}

// What is offered as something hurts, and each choice, is as large as the rest.
func TestWhatIsOfferedIsLarge(t *testing.T) {
	t.Parallel()
	lib, _ := builtin(t).Load()
	small := regexp.MustCompile("[a-z]{2}")
	for _, size := range [][2]int{{80, 24}, {100, 30}, {120, 40}, {200, 60}} {
		m := hurting(t, size[0], size[1])
		for _, p := range lib.Poses() {
			for _, pain := range []int{-1, 8} {
				m.led.Hurt = hurtIn(p, pain)
				for i := range p.Ease {
					m.led.Hurt.Way = i
					lines := strings.Split(stripped(m.render()), "\n")[1:]
					if pain > 5 {
						lines = lines[len(page.Wrap(m.led.Hurt.Advice, m.frame.inner())):]
					}
					if left := strings.Join(lines, "\n"); small.MatchString(left) {
						t.Errorf("%v, pain %d, %q: in small letters:\n%s", size, pain, p.Ease[i], left)
					}
				}
			}
		}
	}
}

// From close by every step and caution can be read at every size: what is below comes
// with down, what is above with up.
func TestEveryStepCanBeReadFromCloseBy(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{40, 12}, {45, 24}, {60, 20}, {80, 24}} {
		m, _ := matAt(t, "lower-back", "unicode", size[0], size[1])
		send(m, "f", "n", "space")
		var want []string
		for _, line := range firstOf(m.player.steps(m, m.frame.inner())) {
			want = append(want, strings.Fields(stripped(line))...)
		}
		read := shownText(m)
		for range 30 {
			send(m, "up")
			read += shownText(m)
		}
		for range 60 {
			send(m, "down")
			read += shownText(m)
		}
		for _, word := range want {
			if !strings.Contains(read, word) {
				t.Errorf("%v: %q is never shown", size, word)
			}
		}
	}
}

func firstOf(lines []string, _ int) []string { return lines }

// What is offered where it hurts a lot before a session is as large as the question
// that it comes after.
func TestWhatIsOfferedForMuchPainIsLarge(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {100, 30}, {120, 40}, {200, 60}} {
		for _, id := range []string{"lower-back", "restorative", "desk-break"} {
			o := builtin(t)
			r := routine(t, id)
			o.Routine, o.CheckIn = &r, true
			m, _ := at(t, o, size[0], size[1])
			send(m, "8")
			if m.led.Question == nil || m.led.Question.Choices == nil {
				t.Fatalf("%+v", m.led.Question)
			}
			view := shownText(m)
			for _, c := range m.led.Question.Choices {
				if strings.Contains(view, c) {
					t.Errorf("%v, %s: %q is in small letters", size, id, c)
				}
			}
			if !strings.Contains(view, m.led.Question.Lead) {
				t.Errorf("%v, %s: no %q", size, id, m.led.Question.Lead)
			}
		}
	}
}

// Whether to end is asked with large keys at every size.
func TestTheEndIsAskedInLargeLetters(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {60, 20}, {45, 24}, {40, 12}, {120, 40}} {
		m, _ := matAt(t, "lower-back", "unicode", size[0], size[1])
		send(m, "n", "n", "q")
		lines := strings.Split(stripped(m.render()), "\n")
		if body := strings.Join(lines[1:len(lines)-1], "\n"); strings.Contains(body, "go on") || strings.Count(body, "▐") < 10 {
			t.Errorf("%v:\n%s", size, body)
		}
	}
}

// What to do about a leg is large at every size that has room for it, no page is higher
// than the screen, and every sign is on one.
func TestWhatToDoAboutALegIsLarge(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {60, 20}, {45, 24}, {40, 12}, {120, 40}} {
		m := hurting(t, size[0], size[1])
		send(m, "l")
		seen, pages := "", 0
		for last := ""; m.render() != last && pages < 40; pages++ {
			last = m.render()
			seen += " " + shownText(m)
			send(m, "down")
		}
		legs := m.led.Hurt.Signs[0]
		if size[1] > 12 && (strings.Contains(seen, legs.Title) || strings.Contains(seen, "Talk to a doctor")) {
			t.Errorf("%v: what to do is small:\n%s", size, seen)
		}
		if size[0] <= 60 {
			for _, n := range m.led.Hurt.Signs {
				for _, line := range n.Lines {
					if !strings.Contains(seen, line) {
						t.Errorf("%v: no %q", size, line)
					}
				}
			}
		}
		t.Logf("%v: %d pages", size, pages)
	}
}
