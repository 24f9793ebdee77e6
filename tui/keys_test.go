package tui

import (
	"reflect"
	"slices"
	"testing"

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
