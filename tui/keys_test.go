package tui

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/page"

	"charm.land/bubbles/v2/key"
)

// bindings is every binding by its field's name.
func bindings(k keyMap) map[string]key.Binding {
	out := map[string]key.Binding{}
	v := reflect.ValueOf(&k).Elem()
	for i := range v.NumField() {
		f := v.Type().Field(i)
		out[f.Name] = *(*key.Binding)(v.Field(i).Addr().UnsafePointer())
	}
	return out
}

func TestEveryBindingHasKeysAndHelp(t *testing.T) {
	t.Parallel()
	for name, b := range bindings(newKeyMap(page.NewGlyphs(false))) {
		if len(b.Keys()) == 0 || b.Help().Key == "" || b.Help().Desc == "" {
			t.Errorf("%s has no keys or no help", name)
		}
		if slices.Contains(b.Keys(), " ") {
			t.Errorf(`%s is bound to " ", which no terminal sends; want "space"`, name)
		}
	}
}

// On no screen does one key mean two things.
func TestNoKeyIsShownTwiceOnAScreen(t *testing.T) {
	t.Parallel()
	for name, arrange := range surfaces() {
		m, now := at(t, builtin(t), 80, 24)
		arrange(m, now)
		seen := map[string]bool{}
		k := m.screen.keys(m)
		for _, b := range append(k.footer, k.more...) {
			if b.Help().Desc == "" {
				continue
			}
			for _, pressed := range b.Keys() {
				if seen[pressed] {
					t.Errorf("%s: %q is bound twice", name, pressed)
				}
				seen[pressed] = true
			}
		}
	}
}

// A key in the footer does something when it is pressed.
func TestEveryKeyOfTheFooterChangesSomething(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"menu", "menu filtered", "overview", "library", "hold", "setup", "done"} {
		probe, now := at(t, builtin(t), 80, 24)
		surfaces()[name](probe, now)
		for _, b := range probe.screen.keys(probe).footer {
			for _, pressed := range b.Keys() {
				if pressed == "backspace" || pressed == "up" || pressed == "pgup" {
					continue // nothing to take back, nothing above
				}
				m, now := at(t, builtin(t), 80, 24)
				surfaces()[name](m, now)
				before, leaving := m.render(), m.leaving
				send(m, pressed)
				if m.render() == before && m.leaving == leaving {
					t.Errorf("%s: %q (%s) changes nothing", name, pressed, b.Help().Desc)
				}
			}
		}
	}
}

// Whatever else there is to say, in a session the way on, what hurts and the way to all other
// keys are on the screen, at every size and in both views.
func TestTheKeysOfASessionAreThere(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {120, 40}} {
		for _, isClose := range []bool{false, true} {
			o := builtin(t)
			r := routine(t, "lower-back")
			o.Routine, o.Screen.Close = &r, isClose
			m, now := at(t, o, size[0], size[1])
			for range 4 {
				send(m, "n")
			}
			for _, trouble := range []string{"", "Nothing here plays sound; catcow doctor says what to install."} {
				if size[1] == 12 && !isClose && trouble != "" {
					continue // it is whole for its 12 seconds, and the figure takes the rest
				}
				m.notice = trouble
				has(t, m, "space pause", "x it hurts", "? keys")
				send(m, "space")
				m.notice = trouble
				has(t, m, "space go on", "x it hurts", "? keys", trouble[:min(len(trouble), 7)])
				send(m, "space")
				*now = now.Add(time.Second)
			}
		}
	}
}

// has looks for texts on the screen as it is now.
func has(t *testing.T, m *model, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if screen := stripped(m.render()); !strings.Contains(screen, text) {
			t.Errorf("no %q at %v in\n%s", text, m.frame, screen)
		}
	}
}
