package history

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

// What was exported comes back whole on another machine, once, and is exported
// there as it was here.
func TestExportImport(t *testing.T) {
	c := newClock()
	here := mustOpen(t, t.TempDir(), c)
	for i := range 8 {
		c.add(26 * time.Hour)
		s := another(here, c)
		if i == 3 {
			hurt(here, &s, Hurt{Pose: "pose-2", Stage: 7, Pain: -1, Leg: true, Choice: Ended})
		}
		here.SavePEG(PEG{Pain: i, Enjoyment: 5, Activity: 5})
	}
	begin(here, c) // cut off
	text := export(t, here, JSON, time.Time{})
	if !json.Valid([]byte(text)) {
		t.Fatal("no JSON")
	}
	there := mustOpen(t, t.TempDir(), c)
	for _, want := range [][2]int{{17, 0}, {0, 17}} {
		added, known, err := there.Import(t.Context(), strings.NewReader(text))
		if err != nil || added != want[0] || known != want[1] {
			t.Fatalf("added %d, known %d, %v; want %v", added, known, err, want)
		}
	}
	if again := export(t, there, JSON, time.Time{}); again != text {
		t.Errorf("exported again:\n%s\nwas\n%s", again, text)
	}
	for _, format := range []string{CSV, Markdown} {
		if a, b := export(t, here, format, time.Time{}), export(t, there, format, time.Time{}); a != b {
			t.Errorf("%s:\n%s\nwas\n%s", format, b, a)
		}
	}
	if a, b := levelsOf(t, here), levelsOf(t, there); a != b {
		t.Errorf("levels %s, were %s", b, a)
	}
	if _, ok := there.Unfinished(t.Context()); ok {
		t.Error("offers what runs elsewhere")
	}
	noTrouble(t, there)
	intact(t, there.folder)
}

// Two machines that take in each other's log have the same one, in whichever
// order.
func TestImportBothWays(t *testing.T) {
	c := newClock()
	one, two := mustOpen(t, t.TempDir(), c), mustOpen(t, t.TempDir(), c)
	for range 9 {
		another(one, c)
		c.add(10 * time.Hour)
		another(two, c)
		c.add(10 * time.Hour)
	}
	levelsOf(t, one)
	a, b := export(t, one, JSON, time.Time{}), export(t, two, JSON, time.Time{})
	for _, pair := range []struct {
		l    *Log
		text string
	}{{one, b}, {two, a}, {two, b}, {one, a}} {
		if _, _, err := pair.l.Import(t.Context(), strings.NewReader(pair.text)); err != nil {
			t.Fatal(err)
		}
	}
	if a, b := export(t, one, JSON, time.Time{}), export(t, two, JSON, time.Time{}); a != b {
		t.Error("they differ")
	}
	if a, b := levelsOf(t, one), levelsOf(t, two); a != b || a == "map[pose-0:0 pose-1:0 pose-2:0]" {
		t.Errorf("levels %s and %s", a, b)
	}
}

// A session that went on after it was exported is brought up to date, and not
// back.
func TestImportNewer(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	one, two := mustOpen(t, folder, c), mustOpen(t, t.TempDir(), c)
	s := begin(one, c)
	play(one, c, s, 0, 4)
	early := export(t, one, JSON, time.Time{})
	play(one, c, s, 4, 9)
	finish(one, s, Finished)
	late := export(t, one, JSON, time.Time{})
	for _, step := range []struct {
		text         string
		added, stage int
	}{{early, 1, 4}, {late, 1, 9}, {early, 0, 9}, {late, 0, 9}} {
		added, _, err := two.Import(t.Context(), strings.NewReader(step.text))
		if got := sessions(t, two); err != nil || added != step.added || len(got) != 1 || got[0].Next != step.stage {
			t.Errorf("added %d, %+v, %v", added, got, err)
		}
	}
	intact(t, two.folder)
	if export(t, one, JSON, time.Time{}) != export(t, two, JSON, time.Time{}) {
		t.Error("they differ")
	}
}
