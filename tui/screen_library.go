package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/content"
	"catcow/page"
)

// library is every pose with all there is to say about it.
type library struct {
	list   list
	typing bool // at the filter
	scroll int  // of the text
	length int  // of the text, when last drawn
}

func newLibrary(lib *content.Library) *library {
	return &library{list: newList(poseEntries(lib))}
}

// renew takes the poses of another library, as far as one can see the same.
func (s *library) renew(lib *content.Library) {
	s.list.all = poseEntries(lib)
	s.list.refilter()
}

// poseEntries is every pose under its position.
func poseEntries(lib *content.Library) []entry {
	poses := slices.Clone(lib.Poses())
	order := []content.Position{
		content.Supine, content.Prone, content.AllFours, content.Kneeling, content.Wall, content.Chair, content.Standing,
	}
	slices.SortStableFunc(poses, func(a, b content.Pose) int {
		return slices.Index(order, a.Position) - slices.Index(order, b.Position)
	})
	all := make([]entry, len(poses))
	for i, p := range poses {
		all[i] = entry{id: p.ID, group: p.Position.Heading(), label: p.Name, names: namesOfPose(p), search: searchablePose(p)}
	}
	return all
}

// libraryAt is the library with a pose chosen.
func libraryAt(lib *content.Library, pose string) *library {
	s := newLibrary(lib)
	s.list.choose(pose)
	return s
}

func (s *library) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	before, _ := s.list.choice()
	if s.typing {
		s.typing = !key.Matches(k, m.keys.found)
		s.list.key(k, &m.keys, 1)
	} else {
		s.steer(m, k)
	}
	if after, _ := s.list.choice(); after.id != before.id {
		s.scroll = 0
	}
	return nil
}

// steer is a key while nothing is typed.
func (s *library) steer(m *model, k tea.KeyPressMsg) {
	page := max(m.frame.body()-2, 1)
	switch {
	case key.Matches(k, m.keys.find):
		s.typing = true
	case key.Matches(k, m.keys.alone):
		if p, ok := s.pose(m); ok {
			m.start(content.Alone(p))
		}
	case key.Matches(k, m.keys.camera):
		m.camera++
	case key.Matches(k, m.keys.pageUp):
		s.scroll = max(s.scroll-page, 0)
	case key.Matches(k, m.keys.pageDown):
		s.scroll = max(min(s.scroll+page, s.length-page), 0)
	case s.list.filter != "" && key.Matches(k, m.keys.clear):
		s.list.write(k)
	case key.Matches(k, m.keys.back), key.Matches(k, m.keys.library):
		m.toMenu()
	default:
		s.list.steer(k, &m.keys)
	}
}

func (s *library) view(m *model) []string {
	f := m.frame
	header := page.Spread(m.theme.Accent.Render(allPosesText), "",
		m.theme.Dim.Render(page.Plural(len(s.list.shown), "pose", "poses")), f.inner())
	left, right := 30, f.inner()-32
	if !f.wide() {
		left = max(f.inner()*2/5, 16)
		right = f.inner() - left - 2
	}
	body := page.Columns(s.list.view(m, left, f.body()), left, s.text(m, right, f.body()), f.body())
	status := ""
	if s.typing || s.list.filter != "" {
		status = m.theme.Accent.Render("/ " + s.list.filter)
	}
	return f.page(header, body, []string{status}, m.footer(f.inner()))
}

// text is what is in sight of the chosen pose's description.
func (s *library) text(m *model, w, h int) []string {
	p, ok := s.pose(m)
	if !ok {
		return nil
	}
	lines := m.describe(p, w, h/2)
	s.length = len(lines)
	top := max(min(s.scroll, len(lines)-1), 0)
	lines = lines[top:]
	if len(lines) > h {
		lines = append(slices.Clone(lines[:h-1]), m.theme.Faint.Render(m.glyphs.Down+" pgdn"))
	}
	return lines
}

// pose is the one that is chosen.
func (s *library) pose(m *model) (content.Pose, bool) {
	e, ok := s.list.choice()
	p, err := m.lib.Pose(e.id)
	return p, ok && err == nil
}

func (s *library) find(text string) { s.list.find(text) }

func (s *library) keys(m *model) shown {
	k := &m.keys
	switch {
	case s.typing:
		return shown{footer: []key.Binding{k.down, k.found}}
	case s.list.filter != "":
		return shown{footer: []key.Binding{k.alone, k.down, k.pageDown, k.camera, k.find, k.help, k.clear}}
	}
	return shown{footer: []key.Binding{k.alone, k.down, k.pageDown, k.camera, k.find, k.help, k.back}}
}
