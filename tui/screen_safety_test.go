package tui

import (
	"slices"
	"strings"
	"testing"

	"catcow/config"
	"catcow/content"
)

// The page is shown when pain has risen by three, and after symptoms in a leg, and
// is due again until it is read.
func TestWhatHappenedBringsTheSafetyPage(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		before, after string
		page          bool
	}{
		"three more": {"2", "5", true}, "two more": {"2", "4", false}, "less": {"5", "2", false},
		"not rated before": {"space", "9", false}, "not rated after": {"2", "space", false},
	} {
		o, _ := remembering(t)
		o.State.Routine = "desk-break"
		m, now := at(t, o, 80, 24)
		send(m, "enter", "enter", c.before)
		playOut(m, now)
		send(m, c.after)
		_, page := m.screen.(*safety)
		if page != c.page || m.o.State.Due != c.page {
			t.Errorf("%s: page %v, due %v", name, page, m.o.State.Due)
		}
		for range 20 {
			if _, page := m.screen.(*safety); page {
				send(m, "enter")
			}
		}
		if _, ok := m.screen.(*done); !ok || m.o.State.Due {
			t.Errorf("%s: %T, due %v", name, m.screen, m.o.State.Due)
		}
	}
}

// The first start: the safety page, the profile, and then the menu; each once, and
// never again. From launch to the first pose a new person needs seven keys at most.
func TestTheFirstStart(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.State.Safety, o.State.Profile, o.CheckIn = config.Acknowledged{}, config.ProfileAnswers{}, true
	kept := config.State{}
	o.Changes = &Changes{Keep: func(change func(*config.State)) error { change(&kept); return nil }}
	drive(t, o, 80, 24, func(r *rig) {
		page := content.SafetyPage()
		r.shows(page.Title)
		read, keys := "", 0
		press := func(k string) { r.press(k); keys++ }
		for strings.Contains(r.see(), page.Title) && keys < 20 {
			read += r.see()
			press("enter")
		}
		for _, signs := range [][]string{page.Emergency.Lines, page.Urgent.Lines} {
			for _, s := range signs {
				if first := strings.Fields(s); !strings.Contains(read, strings.Join(first[:min(4, len(first))], " ")) {
					t.Errorf("never shows %q", s)
				}
			}
		}
		r.shows(aboutText, "Osteoporosis")
		press("enter")
		r.shows("Lower Back")
		press("enter")
		press("enter")
		press("4")
		r.shows("get ready")
		if keys > 7 {
			t.Errorf("%d keys from launch to the first pose", keys)
		}
		t.Logf("%d keys", keys)
		if kept.Safety.Version != page.Version || kept.Safety.Date == "" || !kept.Profile.Set {
			t.Errorf("kept %+v", kept)
		}
	})
}

// The page is read by few keys at every size, and none of its signs is passed over.
func TestTheSafetyPageTakesFewKeys(t *testing.T) {
	t.Parallel()
	for size, most := range map[[2]int]int{{120, 40}: 2, {80, 24}: 3, {60, 20}: 4, {45, 24}: 4, {40, 12}: 8} {
		o := builtin(t)
		o.State.Safety, o.State.Profile = config.Acknowledged{}, config.ProfileAnswers{}
		m, _ := at(t, o, size[0], size[1])
		var read []string
		keys := 0
		for ; keys < 20; keys++ {
			if _, ok := m.screen.(*safety); !ok {
				break
			}
			lines := strings.Split(stripped(m.render()), "\n")
			read = append(read, lines[:len(lines)-1]...)
			if footer := lines[len(lines)-1]; !strings.Contains(footer, "enter") || strings.Contains(footer, "…") {
				t.Errorf("%v: %q", size, footer)
			}
			if through := strings.Contains(lines[len(lines)-1], "I have read"); through && strings.Contains(strings.Join(lines, "\n"), moreBelowText) {
				t.Errorf("%v: it is read, and there is more below", size)
			}
			send(m, "enter")
		}
		if keys > most {
			t.Errorf("%v: %d keys, want at most %d", size, keys, most)
		}
		text := strings.Join(strings.Fields(strings.Join(read, " ")), " ")
		p := content.SafetyPage()
		for _, sign := range slices.Concat(p.Emergency.Lines, p.Urgent.Lines, p.Before.Lines, []string{p.Emergency.Call, p.Urgent.Call}) {
			for word := range strings.FieldsSeq(sign) { // a page may end between two
				if !strings.Contains(text, word) {
					t.Errorf("%v: never shows %q of %q", size, word, sign)
				}
			}
			if size[0] >= 80 && !strings.Contains(text, sign) {
				t.Errorf("%v: never shows %q", size, sign)
			}
		}
	}
}

// What is said to be below is not there yet.
func TestWhatIsBelowIsNotSeen(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.State.Safety, o.State.Profile = config.Acknowledged{}, config.ProfileAnswers{}
	m, _ := at(t, o, 80, 24)
	last := content.SafetyPage().During.Lines
	said, isMoveSeen := map[string]bool{}, false
	for range 60 {
		view := stripped(m.render())
		isMoveSeen = isMoveSeen || strings.Contains(view, last[len(last)-1])
		for _, text := range []string{moveBelowText, sourcesBelowText} {
			said[text] = said[text] || strings.Contains(view, text)
		}
		if isMoveSeen && strings.Contains(view, moveBelowText) || !isMoveSeen && strings.Contains(view, sourcesBelowText) {
			t.Errorf("not true of what is below:\n%s", view)
		}
		send(m, "down")
	}
	if !said[moveBelowText] || !said[sourcesBelowText] {
		t.Errorf("said: %v", said)
	}
}

// Esc leaves the program from the page only while the page was not read.
func TestTheSafetyPageSaysWhereEscGoes(t *testing.T) {
	t.Parallel()
	for _, isRead := range []bool{false, true} {
		o := builtin(t)
		if !isRead {
			o.State.Safety = config.Acknowledged{}
		}
		m, _ := at(t, o, 80, 24)
		want := "esc quit"
		if isRead {
			m.readSafety("", (*model).toMenu)
			want = "esc back"
		}
		if view := stripped(m.render()); !strings.Contains(view, want) {
			t.Errorf("no %q in\n%s", want, view)
		}
		if send(m, "esc"); m.leaving == isRead {
			t.Errorf("read %v: leaves %v", isRead, m.leaving)
		}
	}
}
