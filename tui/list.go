package tui

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"catcow/page"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// entry is one thing to choose.
type entry struct {
	id     string
	group  string // printed before the first of it
	label  string
	note   string   // at the right
	search string   // what a filter looks in: lower case, a space before every word
	names  []string // what it is called, lower case; all of it stands in search
	hidden bool     // until it is looked for
	// minutes is how long it takes; 0 where it takes no time. A number looks for what
	// takes at most as long.
	minutes int
	// In the menu: a line of what it is, where there is no room for all that there is to
	// say of it, and what choosing it does.
	summary string
	detail  func(m *model, w int) []string
	open    func(m *model) tea.Cmd
}

// list is things to choose from in groups, filtered as one types.
type list struct {
	all    []entry
	filter string
	shown  []entry
	cursor int // in shown
}

func newList(all []entry) list {
	l := list{all: all}
	l.refilter()
	return l
}

// refilter shows what matches every word of the filter, and chooses what is called that;
// without a filter it keeps the choice.
func (l *list) refilter() {
	before, had := l.choice()
	l.shown = l.shown[:0:0]
	for _, e := range l.all {
		if e.matches(l.filter) {
			l.shown = append(l.shown, e)
		}
	}
	l.cursor = 0
	switch {
	case l.filter != "":
		l.chooseNearest()
	case had:
		l.choose(before.id)
	}
}

// searchable is texts as a filter looks in them.
func searchable(texts ...string) string {
	return " " + strings.Join(SearchWords(strings.Join(texts, " ")), " ")
}

// SearchWords is the words of a text as they are compared; those that a hyphen joins are
// two.
func SearchWords(text string) []string {
	text = strings.NewReplacer("'", "", "’", "").Replace(strings.ToLower(text))
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// chooseNearest chooses the first with a name that the filter is, or else whose words the
// filter's are, or begin.
func (l *list) chooseNearest() {
	filter := strings.Join(strings.Fields(strings.ToLower(l.filter)), " ")
	for _, is := range []func(e entry) bool{
		func(e entry) bool { return slices.Contains(e.names, filter) },
		func(e entry) bool { return e.isCalled(filter, " ") },
		func(e entry) bool { return e.isCalled(filter, "") },
	} {
		if i := slices.IndexFunc(l.shown, is); i >= 0 {
			l.cursor = i
			return
		}
	}
}

// isCalled reports whether each word of a filter begins a word of the names, after which
// comes what is given.
func (e entry) isCalled(filter, after string) bool {
	names := " " + strings.ReplaceAll(strings.Join(e.names, " "), "-", " ") + " "
	return !slices.ContainsFunc(strings.Fields(filter), func(w string) bool { return !strings.Contains(names, " "+w+after) })
}

// matches reports whether an entry is what is looked for: words of it begin with all
// that was typed, or its minutes were.
func (e entry) matches(filter string) bool {
	words := SearchWords(filter)
	for _, w := range words {
		if n, err := strconv.Atoi(w); err == nil && n > 0 && e.minutes > 0 && e.minutes <= n && e.minutes > n-5 {
			continue
		}
		if !strings.Contains(e.search, " "+w) {
			return false
		}
	}
	return len(words) > 0 || !e.hidden
}

func (l *list) choice() (entry, bool) {
	if l.cursor < 0 || l.cursor >= len(l.shown) {
		return entry{}, false
	}
	return l.shown[l.cursor], true
}

func (l *list) choose(id string) {
	if i := slices.IndexFunc(l.shown, func(e entry) bool { return e.id == id }); i >= 0 {
		l.cursor = i
	}
}

func (l *list) move(by int) {
	l.cursor = max(min(l.cursor+by, len(l.shown)-1), 0)
}

// key moves the choice, by so many a page, or types at the filter. It reports
// whether it knew the key.
func (l *list) key(k tea.KeyPressMsg, keys *keyMap, page int) bool {
	switch {
	case key.Matches(k, keys.pageUp):
		l.move(-page)
	case key.Matches(k, keys.pageDown):
		l.move(page)
	default:
		return l.steer(k, keys) || l.write(k)
	}
	return true
}

// steer moves the choice.
func (l *list) steer(k tea.KeyPressMsg, keys *keyMap) (isKnown bool) {
	l.cursor, isKnown = steered(k, keys, l.cursor, len(l.shown))
	return isKnown
}

// longestFilter is more than anyone types to find one thing of a few.
const longestFilter = 40

// write changes the filter.
func (l *list) write(k tea.KeyPressMsg) bool {
	before := l.filter
	switch {
	case l.filter != "" && k.Code == tea.KeyEscape:
		l.filter = ""
	case l.filter != "" && k.Code == tea.KeyBackspace:
		_, size := utf8.DecodeLastRuneInString(l.filter)
		l.filter = l.filter[:len(l.filter)-size]
	case k.Text != "" && k.Text != "?":
		l.find(k.Text)
	}
	if l.filter == before { // any other key leaves the choice where it is
		return false
	}
	l.refilter()
	return true
}

// find looks for more: what was typed, or the first line of what was pasted.
func (l *list) find(text string) {
	text = firstLine(strings.TrimLeft(text, "\r\n\t "))
	if l.filter != "" && text == "" {
		text = " "
	}
	room := max(longestFilter-utf8.RuneCountInString(l.filter), 0)
	if runes := []rune(text); len(runes) > room {
		text = string(runes[:room])
	}
	l.filter = strings.TrimLeft(l.filter+text, " ")
	l.refilter()
}

// view is the list in a block of lines, the choice in sight.
func (l *list) view(m *model, w, h int) []string {
	var lines []string
	at, group := 0, ""
	for i, e := range l.shown {
		if e.group != group {
			if group = e.group; i > 0 && len(l.shown)+8 < h {
				lines = append(lines, "")
			}
			lines = append(lines, m.theme.Dim.Render(ansi.Truncate(e.group, w, "…")))
		}
		if i == l.cursor {
			at = len(lines)
		}
		lines = append(lines, l.line(m, e, i == l.cursor, w))
	}
	if len(l.shown) == 0 {
		lines = append(lines, m.theme.Dim.Render(nothingText))
	}
	// One line of what comes before and after the choice stays in sight.
	top := max(min(at-h/2, len(lines)-h), 0)
	return lines[top:min(top+h, len(lines))]
}

func (l *list) line(m *model, e entry, chosen bool, w int) string {
	mark, style := "  ", m.theme.Text
	if chosen {
		mark, style = m.glyphs.Now, m.theme.Accent
	}
	if e.note == "" {
		return style.Render(mark + page.Pad(e.label, w-ansi.StringWidth(mark)))
	}
	room := w - ansi.StringWidth(mark) - ansi.StringWidth(e.note) - 1
	return style.Render(mark+page.Pad(e.label, room)) + " " + m.theme.Dim.Render(e.note)
}
