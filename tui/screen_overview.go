package tui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"catcow/content"
	"catcow/guide"
	"catcow/page"
	"catcow/session"
)

// overview is every pose of a routine before it starts, or while it runs.
type overview struct {
	guide.Selection

	cursor  int
	scroll  scroll // of what is said of the pose under the cursor
	running bool   // opened from the player, to jump
	from    screen // where it was opened otherwise
}

// newOverview is every pose of a routine before it starts.
func newOverview(m *model, r content.Routine) *overview {
	return &overview{Selection: guide.Select(r, m.o.Avoids()), from: m.screen}
}

// newJump is every pose of the session that runs, to go to one.
func newJump(m *model) *overview {
	return &overview{Selection: guide.Select(m.guide.Routine(), nil), running: true, cursor: m.led.At.Stage.Item}
}

// concerns is what speaks against a routine, or a part of it, for this person.
func (m *model) concerns(r content.Routine) []string {
	all := m.lib.StandIns(r)
	told, out := r.Without(m.o.Avoids())
	if len(out) > 0 {
		all = append(all, leftOutText(len(out)))
	}
	return append(all, m.o.Concerns(&m.past, told)...)
}

// hurtLately reports whether a pose hurt in one of the last sessions.
func (m *model) hurtLately(pose string) bool { return slices.Contains(m.past.Hurt, pose) }

// why is why the pose under the cursor is left out, or that it hurt lately.
func (s *overview) why(m *model) string {
	pose := s.Routine.Items[s.cursor].Pose
	if o, ok := s.Out[s.cursor]; ok {
		return o.Text()
	}
	if m.hurtLately(pose.ID) {
		return hurtLatelyText(pose.Name)
	}
	return ""
}

func (s *overview) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	if at, isMoved := steered(k, &m.keys, s.cursor, len(s.Routine.Items)); isMoved {
		s.cursor, s.scroll = at, 0
		return nil
	}
	switch {
	case s.scroll.key(k, &m.keys, m.frame.body()/2):
	case key.Matches(k, m.keys.toggle) && !s.running:
		s.Off[s.cursor] = !s.Off[s.cursor]
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
		m.show(&m.player)
		m.do(guide.GoOn)
	case m.o.Routine != nil:
		return m.leave(guide.Unended)
	default:
		m.backTo(s.from)
	}
	return nil
}

// enter starts the routine, or goes on at the chosen pose.
func (s *overview) enter(m *model) {
	if s.running {
		m.show(&m.player)
		m.follow(m.guide.Jump(s.cursor, m.now()))
		return
	}
	if r, items := s.Chosen(); len(items) > 0 {
		m.begin(r, items)
	}
}

func (s *overview) keys(m *model) shown {
	k := &m.keys
	if s.running {
		return shown{footer: []key.Binding{k.jump, k.down, k.help, k.back}}
	}
	return shown{footer: []key.Binding{k.start, k.toggle, k.down, k.help, k.back}}
}

func (s *overview) view(m *model) []string {
	f, t := m.frame, m.theme
	chosen, _ := s.Chosen()
	total := session.Compile(chosen, m.o.Compiling(&m.past)).Length()
	if s.running {
		total = m.guide.Plan().Length()
	}
	header := s.header(m, chosen, total)
	left := f.inner()
	if f.wide() {
		left = min(f.inner()*4/7, 60)
	}
	rows, at := s.rows(m, left)
	h := f.body()
	top := max(min(at-h/2, len(rows)-h), 0)
	body := rows[top:min(top+h, len(rows))]
	if f.wide() {
		card := m.card(s.Routine.Items[s.cursor].Pose, f.inner()-left-2, h*2/5+1)
		seen, up, down := s.scroll.see(card, h-1)
		if up || down {
			seen = append(page.Tall(seen, h-1), t.Faint.Render("pgup pgdn "+moreText))
		}
		body = page.Columns(body, left, seen, h)
	}
	status := s.status(m, total)
	if f.wide() {
		return f.page(header, body, []string{status, s.sources(m)}, m.footer(f.inner()))
	}
	return f.page(header, body, []string{status}, m.footer(f.inner()))
}

// header is the routine, how long what is chosen of it is and, where there is room, its place.
func (s *overview) header(m *model, chosen content.Routine, total time.Duration) string {
	t, w := m.theme, m.frame.inner()
	length, place := lengthText(total), ""
	if len(chosen.Items) > 0 {
		place = t.Dim.Render(m.glyphs.Dot + chosen.PlaceFor(m.o.Avoids()).Text())
	}
	for _, right := range []string{t.Text.Render(length+" in all") + place, t.Text.Render(length + " in all")} {
		if page.Width(s.Routine.Name)+page.Width(right)+4 <= w {
			return page.Spread(t.Accent.Render(s.Routine.Name), "", right, w)
		}
	}
	return page.Spread(t.Accent.Render(page.Cut(s.Routine.Name, w-len(length)-4, "…")), "", t.Text.Render(length), w)
}

// status is what to know of the pose under the cursor; "" mostly.
func (s *overview) status(m *model, total time.Duration) string {
	f, t := m.frame, m.theme
	cautions := m.o.Cautions(s.Routine.Items[s.cursor].Pose)
	switch {
	case total == 0 && len(s.Out) == len(s.Off) && m.o.Routine != nil:
		return t.Warn.Render(noneSuitsStartText)
	case total == 0 && len(s.Out) == len(s.Off):
		return t.Warn.Render(noneSuitsText)
	case total == 0:
		return t.Warn.Render(noPosesText)
	case s.why(m) != "":
		return t.Warn.Render(page.Pad(s.why(m), f.inner()))
	case !f.wide() && len(cautions) > 0:
		return t.Warn.Render(page.Pad("! "+cautions[0].Say, f.inner()))
	}
	return ""
}

// sources names them.
func (s *overview) sources(m *model) string {
	if len(s.Routine.Source) == 0 {
		return ""
	}
	var names []string
	for _, src := range s.Routine.Source {
		names = append(names, src.String())
	}
	return m.theme.Faint.Render(ansi.Truncate("from: "+strings.Join(names, "; "), m.frame.inner(), "…"))
}

// rows is two rows a pose, on a narrow terminal for the chosen one alone, and one
// wherever the position changes. at is the row of the cursor.
func (s *overview) rows(m *model, w int) (rows []string, at int) {
	t := m.theme
	plan := session.Compile(s.Routine, m.o.Compiling(&m.past))
	if s.running {
		plan = m.guide.Plan()
	}
	position := content.Position("")
	for i := range s.Routine.Items {
		item := s.Routine.Items[i]
		if item.Pose.Position != position {
			position = item.Pose.Position
			rows = append(rows, t.Dim.Render(page.Pad(position.Heading(), w)))
		}
		mark, style, on := "  ", t.Text, m.glyphs.On
		if s.Off[i] {
			style, on = t.Faint, m.glyphs.Off
		}
		if i == s.cursor {
			at, mark, style = len(rows), m.glyphs.Now, t.Accent
		}
		caution := "  "
		if _, out := s.Out[i]; out || len(m.o.Cautions(item.Pose)) > 0 || m.hurtLately(item.Pose.ID) {
			caution = "! "
		}
		length := plan.Item(i)
		name := fmt.Sprintf("%s%s %s", mark, on, item.Pose.Title())
		rows = append(rows, style.Render(page.Pad(name, w-9))+" "+t.Warn.Render(caution)+
			t.Text.Render(fmt.Sprintf("%6s", lengthText(length))))
		if m.frame.wide() || i == s.cursor {
			how := item.Dose.String()
			if len(item.Pose.Props) > 0 {
				how += m.glyphs.Dot + content.PropsText(item.Pose.Props)
			}
			rows = append(rows, t.Dim.Render(page.Pad("    "+how, w)))
		}
	}
	return rows, at
}
