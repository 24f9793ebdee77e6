package tui

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"catcow/content"
	"catcow/decode"
	"catcow/sheet"
)

const sheetPasted = "HOME EXERCISES\n1. Pelvic tilts: 3 sets of 10\n2. Wall angels x12 each side, twice a day\n\n3. Wall angels 5\nStop if it hurts.\n"

// openSheet shows a sheet that was pasted.
func openSheet(m *model, text string) {
	s := &sheetScreen{}
	m.show(s)
	m.update(s.paste(m, text)())
}

// shelf is a folder of the user's own, in memory.
type shelf struct {
	files fstest.MapFS
	err   error
}

func (s *shelf) keep(files []sheet.File) error {
	if s.err != nil {
		return s.err
	}
	for _, f := range files {
		s.files[f.Name] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	return nil
}

// shelved is options with a shelf of the user's own.
func shelved(tb testing.TB) (Options, *shelf) {
	tb.Helper()
	o, s := builtin(tb), &shelf{files: fstest.MapFS{}}
	o.KeepSheet = s.keep
	o.Load = func() (*content.Library, decode.Problems) {
		return content.Load(content.Builtin(), content.Root{FS: s.files, Dir: "me"})
	}
	return o, s
}

func TestASheetThatIsPastedBecomesARoutineAfterAYes(t *testing.T) {
	t.Parallel()
	for _, at := range [][]string{nil, {"tab"}, {"tab", "/"}} { // the menu, and where poses are found
		o, shelf := shelved(t)
		drive(t, o, 80, 24, func(r *rig) {
			r.press(at...)
			r.p.Send(tea.PasteMsg{Content: strings.ReplaceAll(sheetPasted, "\n", "\r")}) // as terminals send it
			r.shows("2 exercises, 1 line not understood", "  1  HOME EXERCISES", "heading", "Pelvic Tilt, 10 reps x3",
				"Wall angels, 12 reps each side, \"twice a day\" (a pose of your own)", "  5  3. Wall angels 5", "NOT UNDERSTOOD: it has a number that says nothing", "remark")
			r.press("enter", "enter") // no name yet
			r.press("M", "y", " ", "b", "a", "k", "backspace", "c", "k")
			r.shows("Keep it as: My back_")
			r.press("enter")
			r.shows("Write the routine my-back and 1 pose of your own? y or n")
			r.press("n")
			r.shows("Nothing was written")
			if len(shelf.files) > 0 {
				t.Fatalf("written before a yes: %v", shelf.files)
			}
			r.press("enter", "enter", "x", "enter", "space")
			if len(shelf.files) > 0 {
				t.Fatalf("written without a yes: %v", shelf.files)
			}
			r.press("y")
			r.shows("Kept as My back. Enter looks at it.", "Your own")
			if len(shelf.files) != 2 || shelf.files["poses/wall-angels.toml"] == nil || shelf.files["routines/my-back.toml"] == nil {
				t.Fatalf("written: %v", shelf.files)
			}
			r.press("enter")
			r.shows("My back", "Wall angels")
		})
	}
}

// A name that is taken says so, and another can be given.
func TestASheetThatCannotBeWrittenSaysWhy(t *testing.T) {
	t.Parallel()
	o, shelf := shelved(t)
	shelf.err = errors.New("/home/me/.config/catcow/routines/my-back.toml is already there; want another name, or move it away first")
	drive(t, o, 40, 12, func(r *rig) {
		r.p.Send(tea.PasteMsg{Content: sheetPasted})
		r.see()
		r.press("enter", "!", "enter")
		r.shows("A name needs a letter or a digit")
		r.press("b", "enter", "y")
		r.shows("is already there", "move it", "Keep it as: !b_")
		shelf.err = nil
		r.press("c", "enter", "y")
		r.shows("Kept as !bc.")
		if shelf.files["routines/bc.toml"] == nil {
			t.Errorf("written: %v", shelf.files)
		}
	})
}

// Without a paste: from the menu, typed line by line, and pasted on top of it.
func TestASheetCanBeTyped(t *testing.T) {
	t.Parallel()
	o, shelf := shelved(t)
	drive(t, o, 60, 20, func(r *rig) {
		r.press("p", "h", "y", "s", "i", "o")
		r.shows("A sheet from your physio")
		r.press("enter")
		r.shows("Paste your sheet here", "ctrl+d")
		for _, c := range "bridge 3x10?" {
			r.press(string(c))
		}
		r.press("backspace", "enter")
		r.shows("Bridge, 10 reps x3")
		r.p.Send(tea.PasteMsg{Content: "cobra 5s x10"})
		r.shows("2 exercises", "Cobra Stretch, 5s x10")
		r.press("enter", "a", "enter", "y")
		r.shows("Kept as a.")
		if text := string(shelf.files["routines/a.toml"].Data); !strings.Contains(text, `pose = "cobra", dose = "5s x10"`) {
			t.Errorf("written:\n%s", text)
		}
	})
}

// What is no sheet is looked for, as one line is; and nothing that is pasted is
// taken for keys.
func TestAPasteThatIsNoSheetIsLookedFor(t *testing.T) {
	t.Parallel()
	o, shelf := shelved(t)
	drive(t, o, 80, 24, func(r *rig) {
		r.p.Send(tea.PasteMsg{Content: "sphinx\nor so"})
		r.shows("/ sphinx")
		r.press("esc")
		r.p.Send(tea.PasteMsg{Content: "bridge 3x10"})
		r.shows("/ bridge 3x10")
		r.press("esc", "enter") // an overview takes no paste
		r.p.Send(tea.PasteMsg{Content: sheetPasted})
		r.hides("not understood")
		if len(shelf.files) > 0 {
			t.Errorf("written: %v", shelf.files)
		}
	})
}

// However long a paste is: it is cut with a mark, shown page by page, and a
// routine of too many poses is refused with the reason.
func TestALongSheetOnTheScreen(t *testing.T) {
	t.Parallel()
	o, shelf := shelved(t)
	drive(t, o, 40, 12, func(r *rig) {
		r.p.Send(tea.PasteMsg{Content: strings.Repeat("Cobra 10 reps\n", 300) + "\x1b[31m…"})
		r.shows("more")
		r.press("pgdown", "pgdown", "end")
		r.shows("299")
		r.press("enter", "a", "enter")
		r.shows("It has 300 exercises; want at most 40")
		r.press("esc", "esc")
		if len(shelf.files) > 0 {
			t.Errorf("written: %v", shelf.files)
		}
	})
	m, _ := at(t, o, 80, 24)
	s := &sheetScreen{}
	m.show(s)
	m.update(s.paste(m, strings.Repeat("Cobra 10 reps\n", 1500)+"ü\n"+strings.Repeat("x", mostSheet))())
	if view := ansi.Strip(m.render()); len(s.text) > mostSheet || !strings.Contains(view, "This is as much as fits here; a file is read by catcow import") {
		t.Errorf("%d bytes:\n%s", len(s.text), view)
	}
}
