package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"catcow/content"
	"catcow/page"
	"catcow/session"
)

// overview is every pose of a routine before it starts, or while it runs.
type overview struct {
	routine content.Routine
	off     []bool                  // poses switched off
	out     map[int]content.LeftOut // poses that are not for this person, by item
	cursor  int
	running bool // opened from the player, to jump
}

// preview opens the overview of a routine.
func (m *model) preview(r content.Routine) {
	m.screen = previewing
	m.overview = overview{routine: r, off: make([]bool, len(r.Items)), out: map[int]content.LeftOut{}}
	_, out := r.Without(m.avoids())
	for _, o := range out {
		m.overview.out[o.At] = o
		m.overview.off[o.At] = m.overview.off[o.At] || !o.Rest
	}
}

// concerns is what speaks against a routine, or a part of it, for this person.
func (m *model) concerns(r content.Routine) []string {
	var all []string
	if _, out := r.Without(m.avoids()); len(out) > 0 {
		all = append(all, leftOutText(len(out)))
	}
	if missing := r.Missing(m.o.Profile.Props); len(missing) > 0 && m.o.Profile.Props != nil {
		all = append(all, notAtHandText(missing))
	}
	for i := range r.Items {
		if p := r.Items[i].Pose; m.hurtLately(p.ID) {
			all = append(all, hurtLatelyText(p.Name))
		}
	}
	return all
}

// why is why the pose under the cursor is left out, or that it hurt lately.
func (s *overview) why(m *model) string {
	pose := s.routine.Items[s.cursor].Pose
	if o, ok := s.out[s.cursor]; ok {
		return whyOutText(o)
	}
	if m.hurtLately(pose.ID) {
		return hurtLatelyText(pose.Name)
	}
	return ""
}

// chosen is the routine without the poses switched off.
func (s *overview) chosen() content.Routine {
	return s.routine.Pick(func(i int, _ content.Item) bool { return !s.off[i] })
}

func (s *overview) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	last := len(s.routine.Items) - 1
	switch {
	case key.Matches(k, m.keys.up):
		s.cursor = max(s.cursor-1, 0)
	case key.Matches(k, m.keys.down):
		s.cursor = min(s.cursor+1, last)
	case key.Matches(k, m.keys.first):
		s.cursor = 0
	case key.Matches(k, m.keys.last):
		s.cursor = last
	case key.Matches(k, m.keys.help):
		m.overlay = helping
	case key.Matches(k, m.keys.toggle) && !s.running:
		s.off[s.cursor] = !s.off[s.cursor]
	case key.Matches(k, m.keys.start):
		s.enter(m)
	case key.Matches(k, m.keys.back):
		return s.goBack(m)
	}
	return nil
}

// goBack goes to where the overview was opened from.
func (s *overview) goBack(m *model) tea.Cmd {
	switch {
	case s.running:
		m.screen = playing
		m.player.engine.Resume(m.now())
		m.repeat(m.now())
	case m.o.Routine != nil:
		return m.leave(NoSession)
	default:
		m.screen = choosing
	}
	return nil
}

// enter starts the routine, or goes on at the chosen pose.
func (s *overview) enter(m *model) {
	if s.running {
		m.screen = playing
		m.player.engine.Jump(m.now(), s.cursor)
		m.player.engine.Resume(m.now())
		return
	}
	if r := s.chosen(); len(r.Items) > 0 {
		m.before(r)
	}
}

func (s *overview) view(m *model) []string {
	f, t := m.frame, m.theme
	total := session.Compile(s.chosen(), m.options()).Length()
	if s.running {
		total = m.player.engine.Plan().Length()
	}
	header := page.Spread(t.Accent.Render(s.routine.Name), "",
		t.Text.Render(clock(total)+" in all")+t.Dim.Render(m.glyphs.Dot+PlaceText(s.routine.Place())), f.inner())
	left := f.inner()
	if f.wide() {
		left = min(f.inner()*4/7, 60)
	}
	rows, at := s.rows(m, left)
	h := f.body()
	top := max(min(at-h/2, len(rows)-h), 0)
	body := rows[top:min(top+h, len(rows))]
	if f.wide() {
		body = page.Columns(body, left, m.card(s.routine.Items[s.cursor].Pose, f.inner()-left-2, h*2/5+1), h)
	}
	status := ""
	switch {
	case total == 0:
		status = t.Warn.Render(noPosesText)
	case s.why(m) != "":
		status = t.Warn.Render(page.Pad(s.why(m), f.inner()))
	case !f.wide() && len(s.routine.Items[s.cursor].Pose.Avoid) > 0:
		a := s.routine.Items[s.cursor].Pose.Avoid[0]
		status = t.Warn.Render("! " + page.Title(content.ConditionName(a.With)) + ": " + a.Say)
	}
	if f.wide() {
		return f.page(header, body, []string{status, s.from(m)}, m.footer(f.inner()))
	}
	return f.page(header, body, []string{status}, m.footer(f.inner()))
}

// from names the sources.
func (s *overview) from(m *model) string {
	if len(s.routine.Source) == 0 {
		return ""
	}
	var names []string
	for _, src := range s.routine.Source {
		names = append(names, src.String())
	}
	return m.theme.Faint.Render(ansi.Truncate("from: "+strings.Join(names, "; "), m.frame.inner(), "…"))
}

// rows is two rows a pose, one on a narrow terminal, and one wherever the
// position changes. at is the row of the cursor.
func (s *overview) rows(m *model, w int) (rows []string, at int) {
	t := m.theme
	plan := session.Compile(s.routine, m.options())
	if s.running {
		plan = m.player.engine.Plan()
	}
	position := content.Position("")
	for i := range s.routine.Items {
		item := s.routine.Items[i]
		if item.Pose.Position != position {
			position = item.Pose.Position
			rows = append(rows, t.Dim.Render(page.Pad(positionText(position), w)))
		}
		mark, style, on := "  ", t.Text, m.glyphs.On
		if s.off[i] {
			style, on = t.Faint, m.glyphs.Off
		}
		if i == s.cursor {
			at, mark, style = len(rows), m.glyphs.Now, t.Accent
		}
		caution := "  "
		if _, out := s.out[i]; out || len(item.Pose.Avoid) > 0 || m.hurtLately(item.Pose.ID) {
			caution = "! "
		}
		length, _ := plan.Item(i)
		name := fmt.Sprintf("%s%s %s", mark, on, item.Pose.Title())
		rows = append(rows, style.Render(page.Pad(name, w-9))+" "+t.Warn.Render(caution)+
			t.Text.Render(fmt.Sprintf("%6s", clock(length))))
		if m.frame.wide() {
			how := item.Dose.String()
			if len(item.Pose.Props) > 0 {
				how += m.glyphs.Dot + propsText(item.Pose.Props)
			}
			rows = append(rows, t.Dim.Render(page.Pad("    "+how, w)))
		}
	}
	return rows, at
}
