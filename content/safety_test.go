package content

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// widest is what a line of the safety page and a reason may take, in cells.
const widest = 76

// safetyLines is all that a safety page says to the person in our own words.
func safetyLines(s Safety) []string {
	lines := []string{s.Title, s.Credit, s.EaseOff.Line, s.Rose.Line, s.Scale.Low, s.Scale.High, s.PEG.Lead}
	for _, n := range append(s.Sections(), s.Legs, s.NoChange) {
		lines = slices.Concat(lines, []string{n.Title}, n.Lines)
		if n.Call != "" {
			lines = append(lines, n.Call)
		}
	}
	for _, q := range s.PEG.Questions {
		lines = append(lines, q.Low, q.High)
	}
	return lines
}

func TestTheSafetyPageIsWhole(t *testing.T) {
	s, err := readSafety(safetyText)
	if err != nil {
		t.Fatal(err)
	}
	if s.Reviewed.IsZero() || len(s.Version) != 12 {
		t.Errorf("reviewed %v, version %q", s.Reviewed, s.Version)
	}
	if got := SafetyPage().Version; got != s.Version {
		t.Errorf("SafetyPage has version %q; want %q", got, s.Version)
	}
	for _, n := range append(s.Sections(), s.Legs, s.NoChange) {
		if n.Title == "" || len(n.Lines) == 0 || len(n.Source) == 0 {
			t.Errorf("%+v has no title, no lines or no source", n)
		}
	}
	if len(s.EaseOff.Source) == 0 || len(s.Rose.Source) == 0 || s.Scale.Low == "" || s.Scale.High == "" {
		t.Errorf("no source or no scale: %+v, %+v, %+v", s.EaseOff, s.Rose, s.Scale)
	}
	for _, line := range safetyLines(s) {
		if line == "" || ansi.StringWidth(line) > widest {
			t.Errorf("%q takes %d cells; want 1 to %d", line, ansi.StringWidth(line), widest)
		}
	}
	var ids []string
	for _, src := range s.Sources {
		if src.Title == "" || slices.Contains(ids, src.ID) {
			t.Errorf("source %q has no title, or is there twice", src.ID)
		}
		ids = append(ids, src.ID)
	}
	for _, id := range []string{"nhs", "nccih", "fractures", "bones", "inform", "change", "peg", "saper"} {
		if !slices.Contains(ids, id) {
			t.Errorf("source %q is not among %v", id, ids)
		}
	}
}

// The signs that the sources name, a word or two of each.
func TestEverySignIsThereAndSaysWhomToCall(t *testing.T) {
	s := SafetyPage()
	for _, c := range []struct {
		signs Notice
		call  string
		want  []string
	}{
		{s.Emergency, "emergency number", []string{"Both legs", "genitals", "peeing", "poo", "erection", "drags", "sudden, severe", "Chest pain", "accident"}},
		{s.Urgent, "doctor", []string{"temperature", "weight", "lump", "at night", "sneeze", "new pain between your shoulders", "small fall", "cancer", "leg is swollen"}},
	} {
		if len(c.signs.Lines) != len(c.want) || !strings.Contains(c.signs.Call, c.call) {
			t.Fatalf("%d signs, call: %q; want %d and %q", len(c.signs.Lines), c.signs.Call, len(c.want), c.call)
		}
		for i, want := range c.want {
			if !strings.Contains(c.signs.Lines[i], want) {
				t.Errorf("sign %d is %q; want one about %q", i, c.signs.Lines[i], want)
			}
		}
	}
	number := regexp.MustCompile(`\b(999|112|911|111|000)\b|A&E`)
	for _, line := range safetyLines(s) {
		if country := number.FindString(line); country != "" {
			t.Errorf("%q is of one country only, in %q", country, line)
		}
	}
	if below := s.ForLegs(); len(below) != 3 || below[1].Call != s.Emergency.Call || below[2].Call != s.Urgent.Call {
		t.Errorf("for legs: %+v; want the signs, those that need help now first", below)
	}
	if s.Legs.Call == "" || s.NoChange.Call == "" {
		t.Errorf("no word on whom to ask: %q, %q", s.Legs.Call, s.NoChange.Call)
	}
}

// The PEG is measured with its own words only (Krebs and others, 2009).
func TestThePEGIsAskedWordForWord(t *testing.T) {
	p := SafetyPage().PEG
	want := []Question{
		{"pain", "What number best describes your pain on average in the past week?", Scale{"no pain", "pain as bad as you can imagine"}},
		{"enjoyment", "What number best describes how, during the past week, pain has interfered with your enjoyment of life?", Scale{"does not interfere", "completely interferes"}},
		{"activity", "What number best describes how, during the past week, pain has interfered with your general activity?", Scale{"does not interfere", "completely interferes"}},
	}
	if !slices.Equal(p.Questions, want) || !slices.Equal(p.Source, []string{"peg"}) || !strings.Contains(p.Lead, "past week") {
		t.Errorf("the PEG is %+v", p)
	}
}

// An acknowledgement is of the words, not of a date or of a source.
func TestTheVersionChangesWithAnyWordOfThePage(t *testing.T) {
	s := SafetyPage()
	page := []string{s.Title, s.Credit}
	for _, n := range s.Sections() {
		page = slices.Concat(page, n.Lines, []string{n.Title})
		if n.Call != "" {
			page = append(page, n.Call)
		}
	}
	for _, line := range page {
		changed, err := readSafety(strings.Replace(safetyText, `"`+line+`"`, `"`+line[:len(line)-1]+`!"`, 1))
		if err != nil || changed.Version == s.Version {
			t.Errorf("another word in %q: version still %q, %v", line, changed.Version, err)
		}
	}
	other := strings.Replace(safetyText, `source = ["acp", "nice", "saper"]`, `source = ["acp"]`, 1)
	reviewed, _ := readSafety(regexp.MustCompile(`reviewed = \S+`).ReplaceAllString(other, "reviewed = 2031-01-02"))
	if reviewed.Version != s.Version || reviewed.Reviewed.Year() != 2031 {
		t.Errorf("a new date of review gives version %q, %v; want %q", reviewed.Version, reviewed.Reviewed, s.Version)
	}
}

func TestABrokenSafetyPageIsNoticed(t *testing.T) {
	for _, c := range []struct{ old, with, want string }{
		{"[legs]", "[lags]", `unknown key "lags"`},
		{`source = ["peg"]`, `source = ["pig"]`, `no source "pig"`},
		{"reviewed =", "reviewed :", "line 10"},
		{`id = "pain"`, `id = "pain"` + "\npages = 9", `unknown key "peg.question.pages"`},
	} {
		if _, err := readSafety(strings.Replace(safetyText, c.old, c.with, 1)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q gives %v; want %q in it", c.with, c.old, err, c.want)
		}
	}
}

// What nobody can know or promise is said nowhere: not on the page, not in a
// pose, not in a routine.
func TestNothingSaysThatAllIsWellOrWillBe(t *testing.T) {
	banned := regexp.MustCompile(`(?i)you(’|')?(re| are) (all )?(clear|fine|healthy)|safe for you|` +
		`nothing is wrong|nothing to worry|\b(cure|treat|heal|guarantee|prevent)(s|d|ed|ing)?\b|` +
		`\bwill (relieve|ease|reduce|stop|improve|help|get better|make you)|pain[- ]free|proven|clinically`)
	// Figures and facts that were never confirmed in their source.
	unconfirmed := regexp.MustCompile(`(?i)4\.76|43 (vs|of)|1,?000 people|4\.53|1\.69|unimportant|` +
		`under 20|over 55|next morning|most days|one in \d`)
	lines := safetyLines(SafetyPage())
	lib := loadBuiltin(t)
	for _, p := range lib.Poses() {
		lines = append(lines, allLines(p)...)
	}
	for _, r := range lib.Routines() {
		lines = append(lines, r.Name, r.Summary)
	}
	for _, tr := range traits() {
		lines = append(lines, tr.say)
	}
	for _, c := range Conditions() {
		lines = append(lines, c.Name)
	}
	for _, line := range lines {
		for _, never := range []*regexp.Regexp{banned, unconfirmed} {
			if word := never.FindString(line); word != "" {
				t.Errorf("says %q in %q", word, line)
			}
		}
	}
	for _, bad := range []string{"You are clear.", "This pose is safe for you.", "It heals.", "Yoga will relieve pain."} {
		if !banned.MatchString(bad) {
			t.Errorf("%q would pass", bad)
		}
	}
}
