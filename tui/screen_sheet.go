package tui

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"catcow/content"
	"catcow/sheet"
)

// sheetScreen takes a physio's sheet that is pasted or typed. It shows what each
// line was taken for, asks for a name, and writes nothing before a yes.
type sheetScreen struct {
	step   sheetStep
	text   string
	sheet  sheet.Sheet
	err    error // with the text as a whole
	asked  int   // readings asked for
	name   nameField
	id     string
	files  []sheet.File
	note   string // what became of the last key
	scroll scroll
}

// sheetStep is how far a sheet has come.
type sheetStep int

const (
	taking    sheetStep = iota // the text is on its way
	reviewing                  // it is all there, and looked at
	naming
	confirming
)

// mostSheet is the most bytes of a sheet on the screen.
const mostSheet = 64 << 10

// readPasted looks beside the loop whether a text of several lines is a sheet;
// nil for a text of one, which is looked for.
func (m *model) readPasted(text string) tea.Cmd {
	if m.o.KeepSheet == nil || !strings.ContainsAny(strings.TrimSpace(strings.ReplaceAll(text, "\r", "\n")), "\n") {
		return nil
	}
	lib := m.lib
	return func() tea.Msg {
		s, err := readSheet(text, lib)
		return then(func() { m.pasted(text, s, err) })
	}
}

func readSheet(text string, lib *content.Library) (sheet.Sheet, error) {
	return sheet.Read([]byte(ansi.Strip(text)), lib)
}

// pasted opens what was pasted if it is a sheet, and else looks for its first line.
func (m *model) pasted(text string, read sheet.Sheet, err error) {
	finder, ok := m.screen.(finder)
	switch {
	case !ok || m.overlay != nil: // somebody went on meanwhile
	case err != nil || !read.IsLikely():
		finder.find(text)
	default:
		s := &sheetScreen{step: reviewing, text: text, sheet: read}
		if strings.HasSuffix(text, cutMark) {
			s.note = sheetFullText
		}
		m.show(s)
	}
}

// read asks for what the text so far means, beside the loop. Only the last answer counts.
func (s *sheetScreen) read(m *model) tea.Cmd {
	s.asked++
	asked, text, lib := s.asked, s.text, m.lib
	return func() tea.Msg {
		read, err := readSheet(text, lib)
		return then(func() {
			if asked == s.asked {
				s.sheet, s.err = read, err
			}
		})
	}
}

// paste adds to the sheet, or gives it its name.
func (s *sheetScreen) paste(m *model, text string) tea.Cmd {
	switch s.step {
	case naming:
		s.name.add(text)
		return nil
	case confirming:
		return nil
	case taking, reviewing:
	}
	if s.text != "" && !strings.HasSuffix(s.text, "\n") {
		s.text += "\n"
	}
	s.step = reviewing
	return s.add(m, text)
}

// add adds text as far as there is room for it.
func (s *sheetScreen) add(m *model, text string) tea.Cmd {
	s.note = ""
	if room := mostSheet - len(s.text); len(text) > room {
		text = strings.ToValidUTF8(text[:max(room, 0)], "")
		s.note = sheetFullText
	} else if strings.HasSuffix(text, cutMark) {
		s.note = sheetFullText
	}
	s.text += text
	return s.read(m)
}

func (s *sheetScreen) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	switch s.step {
	case taking:
		return s.takeKey(m, k)
	case reviewing:
		s.reviewKey(m, k)
	case naming:
		s.nameKey(k)
	case confirming:
		return s.confirmKey(m, k)
	}
	return nil
}

// takeKey types at the sheet, for terminals that give a paste as keys, and for
// whoever has it on paper.
func (s *sheetScreen) takeKey(m *model, k tea.KeyPressMsg) tea.Cmd {
	switch text := s.typed(k); {
	case text != "":
		return s.add(m, text)
	case s.text == "":
		if key.Matches(k, m.keys.leave) {
			m.toMenu()
		}
	case key.Matches(k, m.keys.typedAll):
		s.step = reviewing
	case k.Code == tea.KeyEscape:
		s.text = ""
		return s.read(m)
	case k.Code == tea.KeyBackspace:
		_, size := utf8.DecodeLastRuneInString(s.text)
		s.text = s.text[:len(s.text)-size]
		return s.read(m)
	}
	return nil
}

// typed is what a key adds to the sheet.
func (s *sheetScreen) typed(k tea.KeyPressMsg) string {
	switch {
	case s.text == "" && k.Text == "?": // asks for the keys
		return ""
	case s.text != "" && k.Code == tea.KeyEnter:
		return "\n"
	case s.text != "" && k.Code == tea.KeyTab: // between the cells of a table
		return "\t"
	}
	return k.Text
}

// reviewKey looks through what was understood.
func (s *sheetScreen) reviewKey(m *model, k tea.KeyPressMsg) {
	switch {
	case key.Matches(k, m.keys.keepSheet):
		if len(s.sheet.Exercises()) > 0 {
			s.step, s.note = naming, ""
		}
	case key.Matches(k, m.keys.leave):
		m.toMenu()
	default:
		s.scroll.key(k, &m.keys, m.frame.body()-2)
	}
}

// nameKey types the name, and makes the files of it.
func (s *sheetScreen) nameKey(k tea.KeyPressMsg) {
	isGiven, isLeft := s.name.key(k)
	switch {
	case isLeft:
		s.step, s.note = reviewing, ""
	case isGiven:
		var err error
		if s.id, err = sheet.NameID(s.name.name()); err == nil {
			s.files, err = s.sheet.Files(s.id, s.name.name(), "pasted on the screen")
		}
		if err != nil {
			s.note = err.Error()
			return
		}
		s.step, s.note = confirming, ""
	}
}

// confirmKey writes the files, or does not.
func (s *sheetScreen) confirmKey(m *model, k tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(k, m.keys.write):
		keep, files := m.o.KeepSheet, s.files
		return func() tea.Msg {
			err := keep(files)
			return thenMsg(func() tea.Cmd { return s.kept(m, err) })
		}
	case key.Matches(k, m.keys.writeNot):
		s.step, s.note = reviewing, nothingWrittenText
	}
	return nil
}

// kept says what became of writing it, and shows it in the menu.
func (s *sheetScreen) kept(m *model, err error) tea.Cmd {
	switch {
	case err != nil:
		s.step, s.note = naming, err.Error()
		return nil
	case m.screen == s: // nobody went on meanwhile
		m.menu.clear()
		m.toMenu()
		m.notice, m.noticed = sheetKeptText(s.name.name()), true
	}
	return func() tea.Msg {
		loaded, _ := m.load().(thenMsg)
		return thenMsg(func() tea.Cmd {
			cmd := loaded()
			m.menu.choose(s.id)
			return cmd
		})
	}
}
