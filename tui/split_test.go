package tui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/tui/letters"
)

// checkBreaks fails where a phrase goes on in the next part, or a part does not say
// that there is one.
func checkBreaks(t *testing.T, all []string) {
	t.Helper()
	for i, p := range all {
		words := strings.Fields(p)
		last := words[len(words)-1]
		if i+1 == len(all) {
			break
		}
		if !strings.HasSuffix(last, goesOn) && !ends(last) {
			t.Errorf("%q of %q does not say that more comes", p, all)
		}
		if isMiddle(strings.TrimSuffix(last, goesOn), strings.Fields(all[i+1])[0]) {
			t.Errorf("%q breaks a phrase", all)
		}
	}
}

// A line is split where one breathes, and no word stands alone that need not.
func TestParts(t *testing.T) {
	t.Parallel()
	f := letters.New(letters.Shaded, 3)
	for text, want := range map[string][]string{
		"Let your legs hang heavy in your hands.": {"Let your legs hang heavy in your hands."},
		"Rest your chest and head high on cushions, so that your back stays long.": {
			"Rest your chest and head high on cushions,", "so that your back stays long.",
		},
		"": nil,
	} {
		if got := parts(f, text, 78, 2); !slices.Equal(got, want) {
			t.Errorf("%q; want %q", got, want)
		}
	}
	if parts(f, "Supercalifragilisticexpialidociously", 40, 2) != nil {
		t.Error("a word that does not fit is broken")
	}
	lib, _ := builtin(t).Load()
	for _, p := range lib.Poses() {
		for _, text := range slices.Concat(p.Steps, p.During, p.Ease, p.Again, []string{p.Release, p.Rise}) {
			all := parts(f, text, 78, 2)
			for _, part := range all {
				if len(all) > 1 && len(strings.Fields(part)) < 2 {
					t.Errorf("%q of %q stands alone", part, all)
				}
			}
		}
	}
}

// Where a line is read part by part, none of its parts stands for long while others
// are gone.
func TestPartsComeAgain(t *testing.T) {
	t.Parallel()
	all := []string{"Let your legs", "hang heavy", "in your hands."}
	for _, length := range []time.Duration{4 * time.Second, 11 * time.Second, 30 * time.Second, 5 * time.Minute} {
		last, since := "", time.Duration(0)
		seen := map[string]int{}
		for at := time.Duration(0); at < length; at += 50 * time.Millisecond {
			part := partNow(all, at, length)
			if part != last {
				last, since = part, at
				seen[part]++
			}
			if at-since > 6*time.Second {
				t.Errorf("%v: %q stands for %v", length, part, at-since)
				break
			}
		}
		if len(seen) != len(all) || last != all[2] {
			t.Errorf("%v: %v, and at last %q", length, seen, last)
		}
	}
}
