package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"

	"catcow/content"
	"catcow/decode"
)

const ownRoutine = "id = \"mine\"\nname = \"My Mornings\"\nitems = [{ pose = \"cat-cow\", dose = \"10 reps\" }]\n"

// A routine that is saved while the menu is open is in it as soon as somebody
// comes back to the terminal, from the shell, or to the menu; what was being typed
// and chosen stays.
func TestASavedFileShowsInARunningMenu(t *testing.T) {
	t.Parallel()
	for name, back := range map[string]func(r *rig){
		"to the terminal": func(r *rig) { r.p.Send(tea.FocusMsg{}) },
		"from the shell":  func(r *rig) { r.p.Send(tea.ResumeMsg{}) },
		"to the menu":     func(r *rig) { r.press("tab", "esc") },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			loads := 0
			o := builtin(t)
			o.Load = func() (*content.Library, decode.Problems) {
				loads++
				return content.Load(content.Builtin(), content.Root{FS: os.DirFS(dir), Dir: dir})
			}
			o.Stamp = func() string {
				text, _ := os.ReadFile(filepath.Join(dir, "routines", "mine.toml")) // none is a state too
				return string(text)
			}
			drive(t, o, 80, 24, func(r *rig) {
				back(r)
				if synctest.Wait(); loads != 1 {
					t.Errorf("read %d times, though nothing has changed", loads)
				}
				r.press("down", "down", "down")
				before, _ := r.m.m.menu.choice()
				save := func(text string) {
					if err := os.MkdirAll(filepath.Join(dir, "routines"), 0o700); err != nil {
						t.Fatal(err)
					}
					if err := os.WriteFile(filepath.Join(dir, "routines", "mine.toml"), []byte(text), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				save(ownRoutine)
				r.hides("My Mornings")
				back(r)
				r.shows("My Mornings")
				if after, _ := r.m.m.menu.choice(); after.id != before.id {
					t.Errorf("%s was chosen, now %s", before.id, after.id)
				}
				save(strings.Replace(ownRoutine, "cat-cow", "cat-cwo", 1))
				back(r)
				r.hides("My Mornings")
				r.shows("1 problem in your own files")
			})
		})
	}
}

// A session, and what is being typed, are left alone.
func TestASavedFileDisturbsNothing(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	n := 0
	o.Stamp = func() string { n++; return strings.Repeat("x", n) }
	m, _ := at(t, o, 80, 24)
	send(m, "n", "e", "c", "k")
	cmd := m.reload()
	if cmd == nil {
		t.Fatal("the menu reads nothing again")
	}
	m.update(cmd())
	if m.menu.filter != "neck" {
		t.Errorf("looking for %q", m.menu.filter)
	}
	send(m, "enter", "enter")
	if m.reload() != nil || !m.leading() {
		t.Errorf("a session reads files again: %T", m.screen)
	}
}
