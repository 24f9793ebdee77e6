package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"catcow/config"
	"catcow/session"
)

// moments plays every built-in routine and gives what there is at every change of
// stage or cue, and a little later.
func moments(t *testing.T, m *model, do func(at session.Snapshot)) {
	t.Helper()
	for _, id := range wholeSessions() {
		r, err := m.lib.Routine(id)
		if err != nil {
			t.Fatal(err)
		}
		now := time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)
		m.player = player{engine: session.NewPlayer(session.Compile(r, m.o.Session), session.Settings{Speed: 1})}
		e := m.player.engine
		e.Start(now)
		stage, cue, later := -1, -2, time.Duration(0)
		for {
			e.Tick(now)
			at := e.At(now)
			if at.State == session.Finished {
				break
			}
			if at.Index != stage || at.Cue != cue {
				stage, cue, later = at.Index, at.Cue, at.In+2700*time.Millisecond
				do(at)
			} else if later > 0 && at.In >= later {
				later = 0
				do(at)
			}
			now = now.Add(min(at.Change, time.Second))
		}
	}
}

func bigModel(t *testing.T, glyphs, mode string, w, h int) *model {
	t.Helper()
	o := builtin(t)
	o.Screen.Glyphs = glyphs
	o.Figure = config.Figure{Mode: mode}
	m, _ := at(t, o, w, h)
	m.screen = playing
	return m
}

// Nothing is wider or taller than the terminal, and it is a function of the moment.
func TestBigViewFitsEveryTerminal(t *testing.T) {
	t.Parallel()
	sizes := [][2]int{
		{40, 12},
		{41, 13},
		{40, 40},
		{59, 24},
		{60, 16},
		{60, 17},
		{72, 18},
		{80, 24},
		{80, 34},
		{113, 24},
		{114, 27},
		{120, 40},
		{200, 12},
		{200, 60},
		{300, 90},
	}
	for _, glyphs := range []string{"unicode", "ascii"} {
		m := bigModel(t, glyphs, "none", 80, 24)
		n := 0
		moments(t, m, func(at session.Snapshot) {
			size := sizes[n%len(sizes)]
			n++
			m.update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			view := strings.Join(m.player.bigView(m, at), "\n")
			checkFrame(t, glyphs+" "+string(at.Stage.Kind), view, size[0], size[1])
			if again := strings.Join(m.player.bigView(m, at), "\n"); again != view {
				t.Fatalf("the same moment looks different:\n%s\n%s", view, again)
			}
			if glyphs == "ascii" {
				for _, r := range ansi.Strip(view) {
					if r >= 0x2000 && r != '…' {
						t.Fatalf("%q in\n%s", r, view)
					}
				}
			}
		})
	}
}

// Every word of every line is on the screen at some time while it is the line's,
// in block letters where there is room for them.
func TestBigViewShowsAllOfEveryLine(t *testing.T) {
	t.Parallel()
	a := alphabet{}
	for _, c := range []struct {
		w, h   int
		glyphs string
		plain  float64 // of the lines may be in plain letters
	}{
		{40, 12, "unicode", 1},
		{60, 20, "unicode", .2},
		{80, 24, "unicode", .02},
		{80, 24, "ascii", .5},
		{120, 40, "unicode", 0},
		{200, 60, "unicode", 0},
	} {
		m := bigModel(t, c.glyphs, "none", c.w, c.h)
		seen := map[string]bool{}
		small := 0
		moments(t, m, func(at session.Snapshot) {
			if at.Cue < 0 {
				return
			}
			text := at.Stage.Cues[at.Cue].Text
			if seen[text] {
				return
			}
			seen[text] = true
			shown, plain := wordsShown(m, a, at)
			for word := range strings.FieldsSeq(text) {
				if !shown[word] {
					t.Errorf("%v: %s: %q is never shown of %q", c, at.Stage.Kind, word, text)
				}
			}
			if plain {
				small++
			}
		})
		if share := float64(small) / float64(len(seen)); share > c.plain {
			t.Errorf("%v: %.0f %% of the lines are in plain letters, want at most %.0f", c, 100*share, 100*c.plain)
		}
	}
}

// wordsShown is the words of the cue of a moment that are on the screen at any
// time while the cue is the latest, and whether some are only in plain letters.
func wordsShown(m *model, a alphabet, at session.Snapshot) (shown map[string]bool, plain bool) {
	stage := at.Stage
	end := stage.Length
	if next := at.Cue + 1; next < len(stage.Cues) {
		end = stage.Cues[next].At
	}
	shown = map[string]bool{}
	last := ""
	for in := stage.Cues[at.Cue].At; in < end; in += time.Second {
		at.In, at.Left = in, stage.Length-in
		lines := m.player.bigView(m, at)
		body := strings.Join(lines[1:len(lines)-2], "\n")
		if body == last {
			continue
		}
		last = body
		dots, rest := readDots(body, m.glyphs.ASCII), 0
		for word := range strings.FieldsSeq(stage.Cues[at.Cue].Text) {
			switch {
			case shown[word]:
			case strings.Contains(ansi.Strip(body), word):
				shown[word], plain = true, true
			case dots.holds(a, word):
				shown[word] = true
			default:
				rest++
			}
		}
		if rest == 0 {
			break
		}
	}
	return shown, plain
}

// dots is a screen as a picture: of every row of points, which are set.
type dots struct {
	rows  []string
	ascii bool
}

func readDots(view string, ascii bool) dots {
	d := dots{ascii: ascii}
	marks, across := quadrants, 2
	if ascii {
		marks, across = " ,\"#", 1
	}
	masks := map[rune]int{}
	for _, mark := range marks {
		masks[mark] = len(masks)
	}
	w := 0
	for line := range strings.SplitSeq(ansi.Strip(view), "\n") {
		var rows [2][]byte
		for _, r := range line {
			mask := 0
			if r == '#' || r == '"' || r == ',' || r >= '▀' {
				mask = masks[r]
			}
			for i := range across {
				rows[0] = append(rows[0], " #"[mask>>(2*across-1-i)&1])
				rows[1] = append(rows[1], " #"[mask>>(across-1-i)&1])
			}
		}
		w = max(w, len(rows[0]))
		d.rows = append(d.rows, string(rows[0]), string(rows[1]))
	}
	for i, row := range d.rows {
		d.rows[i] = row + strings.Repeat(" ", w-len(row))
	}
	return d
}

// alphabet keeps how words look: in every size, in rows of points.
type alphabet map[string][]string

func (a alphabet) rows(l lettering, text string, number bool) []string {
	key := fmt.Sprint(l, text, number)
	if rows, ok := a[key]; ok {
		return rows
	}
	drawn := l.line(text)
	if number {
		drawn = l.number(text)
	}
	rows := readDots(strings.Join(drawn, "\n"), l.ascii).rows
	w := points(text) * l.scale
	for i, row := range rows {
		rows[i] = row[:min(w, len(row))]
	}
	a[key] = rows
	return rows
}

// find is the largest size in which a text is on the screen in block letters; 0 if
// it is not.
func (d dots) find(a alphabet, text string, number bool) int {
	for scale := mostScale; scale > 0; scale-- {
		want := a.rows(lettering{scale, d.ascii}, text, number)
		for y := 0; y+len(want) <= len(d.rows); y += 2 {
			if d.at(want, y) {
				return scale
			}
		}
	}
	return 0
}

func (d dots) holds(a alphabet, text string) bool { return d.find(a, text, false) > 0 }

// at reports whether the rows are found side by side from row y down.
func (d dots) at(want []string, y int) bool {
	middle := len(want) / 2
	row := d.rows[y+middle]
	for from := 0; ; from++ {
		i := strings.Index(row[from:], want[middle])
		if i < 0 {
			return false
		}
		from += i
		found := true
		for j, w := range want {
			found = found && strings.HasPrefix(d.rows[y+j][from:], w)
		}
		if found {
			return true
		}
	}
}

// In a hold the countdown is in digits of five rows at least, from the smallest
// terminal on, and of ten at 80×24; where words are plain it always is.
func TestBigViewCountsInLargeDigits(t *testing.T) {
	t.Parallel()
	a := alphabet{}
	for _, c := range []struct{ w, h, scale int }{
		{40, 12, 1}, {60, 20, 2}, {80, 24, 2}, {120, 40, 3}, {200, 60, 5},
	} {
		m := bigModel(t, "unicode", "none", c.w, c.h)
		checked := 0
		moments(t, m, func(at session.Snapshot) {
			if !at.Stage.Works() && c.w > 40 || at.Cue%3 != 0 {
				return
			}
			checked++
			view := strings.Join(m.player.bigView(m, at), "\n")
			if got := readDots(view, false).find(a, clock(at.Left), true); got < c.scale {
				t.Fatalf("%v: %s left in letters of size %d, want %d:\n%s", c, clock(at.Left), got, c.scale, ansi.Strip(view))
			}
		})
		if checked < 20 {
			t.Errorf("%v: only %d moments", c, checked)
		}
	}
}

// The figure is there in every stage on a large terminal, and in every hold on an
// ordinary one; where it is not, the screen does not tick for it.
func TestBigViewHasTheFigureWhereItFits(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		w, h        int
		work, other bool
	}{{120, 40, true, true}, {80, 24, true, false}, {40, 12, false, false}, {40, 24, true, true}} {
		o := builtin(t)
		o.State.Routine = "lower-back"
		for _, kind := range []session.Kind{session.Transition, session.Setup, session.Hold, session.Switch} {
			m, now := at(t, o, 80, 24)
			surfaces()[string(kind)](m, now)
			m.update(tea.WindowSizeMsg{Width: c.w, Height: c.h})
			at := m.player.engine.At(*now)
			view := strings.Join(m.player.bigView(m, at), "\n")
			checkFrame(t, string(kind), view, c.w, c.h)
			want := c.other
			if at.Stage.Works() {
				want = c.work
			}
			if m.player.figured != want {
				t.Errorf("%v: %s: a figure: %v, want %v", c, kind, m.player.figured, want)
			}
		}
	}
}

// What a person has to know beside the line is readable from afar as well.
func TestBigViewNamesTheSideTheBreathAndThePause(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.Figure.Mode, o.State.Routine = "none", "low-back-restorative"
	m, now := at(t, o, 80, 24)
	surfaces()["hold"](m, now)
	shows := func(text string) {
		t.Helper()
		view := strings.Join(m.player.bigView(m, m.player.engine.At(*now)), "\n")
		if !readDots(view, false).holds(alphabet{}, text) {
			t.Errorf("no %q in\n%s", text, ansi.Strip(view))
		}
	}
	sided := m.player.engine.At(*now)
	sided.Side, sided.Cue = session.Left, -1
	view := strings.Join(m.player.bigView(m, sided), "\n")
	if d := readDots(view, false); !d.holds(alphabet{}, "left · breathe in") {
		t.Errorf("no side in\n%s", ansi.Strip(view))
	}
	send(m, "space")
	shows("paused")
	send(m, "space")
	shows("on in 3")
}

// A line that takes too long in parts, or that the font cannot draw, stays whole.
func TestParts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		w, h int
		want []string
	}{
		{"Lie down.", 78, 7, []string{"Lie down."}},
		{"Let your right knee fall, then breathe", 78, 7, []string{"Let your right knee", "fall, then breathe"}},
		{"Bend your knees, then slowly lie down", 78, 7, []string{"Bend your knees,", "then slowly lie down"}},
		{"кошка и корова", 78, 7, []string{"кошка и корова"}},
		{"Lie extraordinarily-comfortably.", 58, 7, []string{"Lie extraordinarily-comfortably."}},
	} {
		got := parts(c.text, c.w, c.h, false)
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// Parts share the time of their line, each after the one before.
func TestPartNow(t *testing.T) {
	t.Parallel()
	parts := []string{"one", "two and more", "three"}
	at := 0
	for in := time.Duration(0); in <= 9*time.Second; in += 100 * time.Millisecond {
		now := partNow(parts, in, 9*time.Second)
		if at+1 < len(parts) && now == parts[at+1] {
			at++
		}
		if now != parts[at] {
			t.Fatalf("%q after %s, want %q", now, in, parts[at])
		}
	}
	if at != 2 {
		t.Errorf("only %d parts were shown", at+1)
	}
	for _, in := range []time.Duration{-time.Second, 0, time.Hour} {
		if got := partNow(parts[:1], in, 0); got != "one" {
			t.Errorf("%q", got)
		}
	}
	if got := partNow(nil, 0, time.Second); got != "" {
		t.Errorf("%q of nothing", got)
	}
}
