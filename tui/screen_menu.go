package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/content"
	"catcow/page"
	"catcow/session"
)

// menu is the routines to choose from, and what else there is.
type menu struct {
	list

	finding bool // something is about to be typed
}

// The ids of what can be chosen besides routines. No file can have them.
const (
	todayID    = "/today"
	sheetID    = "/sheet"
	progressID = "/progress"
	aboutID    = "/about"
	safetyID   = "/safety"
	poseID     = "/pose/" // and the id of a pose
)

func newMenu(m *model) menu {
	var all []entry
	// add is for what is no routine: about is what it is, and also what finds it too.
	add := func(id, group, label, about, also string, open func(m *model) tea.Cmd) {
		note := strings.ReplaceAll(about, nameText, "") // nobody looks for that
		all = append(all, entry{
			id: id, group: group, label: "    " + label, names: namesOf(label), search: searchable(label, note, also), open: open,
			detail: func(m *model, w int) []string { return page.Hang("", about, w, m.theme.Text) },
		})
	}
	if m.o.Today != nil {
		add(todayID, "", todayText, todayNoteText, "", (*model).openToday)
	}
	routines := m.lib.Routines()
	for i, r := range routines {
		all = append(all, routineEntry(m, i+1, r))
	}
	if m.o.KeepSheet != nil {
		add(sheetID, youText, sheetText, sheetNoteText, "", shows(func(m *model) { m.show(&sheetScreen{}) }))
	}
	conditions := conditionsText()
	add(progressID, youText, reviewText, progressNoteText, "", (*model).readProgress)
	add(aboutID, youText, aboutText, aboutNoteText, conditions, shows(func(m *model) { m.show(&profile{then: (*model).toMenu}) }))
	add(safetyID, youText, safetyText, safetyNoteText, conditions, shows(func(m *model) { m.readSafety("", (*model).toMenu) }))
	for _, p := range m.lib.Poses() {
		all = append(all, poseEntry(p))
	}
	menu := menu{list: newList(all)}
	menu.choose(m.first(routines))
	return menu
}

// shows is for what is opened without having to wait for anything.
func shows(show func(m *model)) func(m *model) tea.Cmd {
	return func(m *model) tea.Cmd { show(m); return nil }
}

// routineEntry is a routine under its number.
func routineEntry(m *model, n int, r content.Routine) entry {
	told, _ := r.Without(m.o.Avoids())
	length := session.Compile(told, m.o.Compiling(&m.past)).Length()
	text := page.MinutesText(length)
	if len(told.Items) == 0 {
		text = noneText
	}
	return entry{
		id:      r.ID,
		group:   groupText(r),
		label:   fmt.Sprintf("%2d  %s", n, r.Name),
		note:    fmt.Sprintf("%6s  %-5s", text, told.PlaceFor(m.o.Avoids())),
		summary: r.Summary,
		names:   namesOf(fmt.Sprint(n), r.Name, r.ID),
		search: searchable(fmt.Sprint(n), r.Name, r.ID, groupText(r), page.Words(strings.Join(r.Regions, " ")),
			told.PlaceFor(m.o.Avoids()).Text(), content.PropsText(told.Props()), page.MinutesText(length), poseNames(r)),
		minutes: page.Minutes(length),
		open:    shows(func(m *model) { m.show(newOverview(m, r)) }),
		detail:  func(m *model, w int) []string { return m.routineDetail(r, told, text, w) },
	}
}

// poseEntry is a pose, which is only there when it is looked for.
func poseEntry(p content.Pose) entry {
	id := p.ID // or each entry would keep a pose
	return entry{
		id: poseID + id, group: posesText, label: "    " + p.Name, hidden: true, names: namesOfPose(p), search: searchablePose(p),
		open: shows(func(m *model) { m.show(libraryAt(m.lib, id)) }),
		detail: func(m *model, w int) []string {
			p, err := m.lib.Pose(id)
			if err != nil {
				return nil
			}
			return m.card(p, w, m.frame.body()*2/5)
		},
	}
}

// conditionsText is all that a person may have, in the words that it is asked in: who
// looks for one of them is shown where to say so and what to mind.
func conditionsText() string {
	var all []string
	for _, c := range content.Conditions() {
		all = append(all, c.Name, c.Ask)
	}
	return strings.Join(all, " ")
}

// searchablePose is all that a pose is found by, its other names among it.
func searchablePose(p content.Pose) string {
	return searchable(strings.Join(namesOfPose(p), " "), p.Position.Heading(),
		page.Words(strings.Join(p.Regions, " ")), content.PropsText(p.Props))
}

// namesOf is names as a filter is compared with them.
func namesOf(names ...string) []string {
	for i := range names {
		names[i] = strings.ToLower(names[i])
	}
	return names
}

// namesOfPose is all that a pose is called.
func namesOfPose(p content.Pose) []string {
	return namesOf(append([]string{p.Name, p.Sanskrit, p.ID}, p.Aliases...)...)
}

// poseNames is those of a routine's poses.
func poseNames(r content.Routine) string {
	var all []string
	for i := range r.Items {
		all = append(all, r.Items[i].Pose.Name, strings.Join(r.Items[i].Pose.Aliases, " "))
	}
	return strings.Join(all, " ")
}

// first is the routine to begin with: the one chosen last, and before there is
// one, one that is for where it hurts.
func (m *model) first(routines []content.Routine) string {
	if m.o.State.Routine != "" {
		return m.o.State.Routine
	}
	for _, region := range m.o.Profile.Regions {
		for _, r := range routines {
			if len(r.Regions) > 0 && r.Regions[0] == region {
				return r.ID
			}
		}
	}
	return ""
}

func (s *menu) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(k, m.keys.choose):
		return s.open(m)
	case key.Matches(k, m.keys.library):
		m.show(newLibrary(m.lib))
	case s.filter == "" && key.Matches(k, m.keys.find):
		s.finding = !s.finding // it is typed anyway
	case m.weekDue() && s.filter == "" && k.String() == "W":
		m.askWeek((*model).toMenu)
	case s.list.key(k, &m.keys, m.frame.body()):
	case key.Matches(k, m.keys.quit):
		return m.leave(m.result.End)
	}
	return nil
}

// weekDue reports whether the questions of the week are to be offered.
func (m *model) weekDue() bool { return m.past.Weekly && m.o.CheckIn && m.past.Log != nil }

// open opens what is chosen.
func (s *menu) open(m *model) tea.Cmd {
	e, ok := s.choice()
	if !ok {
		return nil
	}
	return e.open(m)
}

func (s *menu) keys(m *model) shown {
	k := &m.keys
	leave := k.quit
	if s.filter != "" {
		leave = k.clear
	}
	out := shown{
		[]key.Binding{k.choose, k.down, k.find, k.library, k.help, leave},
		[]key.Binding{k.first, k.last, k.pageUp, k.pageDown},
	}
	if m.weekDue() {
		week := k.week
		week.SetHelp("W", week.Help().Desc)
		out.more = append(out.more, week)
	}
	return out
}

// refresh makes the menu anew after something it shows has changed.
func (s *menu) refresh(m *model) {
	at, _ := s.choice()
	filter := s.filter
	*s = newMenu(m)
	s.filter = filter
	s.refilter()
	s.choose(at.id)
}

// clear finds nothing any more.
func (s *menu) clear() {
	s.finding = false
	s.filter = ""
	s.refilter()
}

func (s *menu) view(m *model) []string {
	f := m.frame
	header := page.Spread(m.theme.Accent.Render(nameText), "", m.theme.Dim.Render(promiseText), f.inner())
	if m.lib == nil {
		return f.page(header, []string{m.theme.Dim.Render(loadingText)}, nil, m.footer(f.inner()))
	}
	body := s.list.view(m, f.inner(), f.body())
	status := m.theme.Faint.Render(filterText)
	if s.filter != "" || s.finding {
		status = m.theme.Accent.Render("/ " + s.filter)
	}
	switch e, ok := s.choice(); {
	case f.wide() && ok:
		left := min(f.inner()*4/7, 52)
		body = page.Columns(s.list.view(m, left, f.body()), left, e.detail(m, f.inner()-left-2), f.body())
	case f.wide():
	case s.filter == "" && e.summary != "":
		status = m.theme.Dim.Render(page.Pad(e.summary, f.inner()))
	}
	lines := []string{status}
	switch {
	case m.notice != "":
		lines = append([]string{m.theme.Warn.Render(page.Pad(m.notice, f.inner()))}, lines...)
	case m.problems > 0:
		lines = append([]string{m.theme.Warn.Render(problemsText(m.problems))}, lines...)
	case m.weekDue():
		lines = append([]string{m.theme.Dim.Render(page.Pad(weekDueText, f.inner()))}, lines...)
	}
	return f.page(header, body, lines, m.footer(f.inner()))
}
