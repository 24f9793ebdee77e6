package sheet

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// clinicLine is a line of testdata/clinics.txt.
type clinicLine struct{ text, want string }

// readClinics gives the sheets of testdata/clinics.txt by their style.
func readClinics(t *testing.T) map[string][]clinicLine {
	t.Helper()
	b, err := os.ReadFile("testdata/clinics.txt")
	if err != nil {
		t.Fatal(err)
	}
	sheets, style := map[string][]clinicLine{}, ""
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSuffix(line, "\n")
		if text, want, ok := strings.Cut(line, " => "); ok {
			sheets[style] = append(sheets[style], clinicLine{text, want})
		} else if name, ok := strings.CutPrefix(line, "# "); ok {
			style = name
		} else if line != "" {
			t.Fatalf("%q says nothing of what it means", line)
		}
	}
	return sheets
}

// agrees tells whether a meaning is what is wanted, whose own exercise may
// leave open with "…" where its name ends.
func agrees(got, want string) bool {
	name, dose, open := strings.Cut(want, "… ")
	if !open {
		return got == want
	}
	return strings.HasPrefix(got, name) && strings.HasSuffix(got, " "+dose)
}

// Whole sheets, against the poses that come with the program: at least 95 of a
// hundred exercises are understood, the rest are reported, and nothing is taken
// for what it is not.
func TestSheetsOfClinicsAreUnderstood(t *testing.T) {
	lib := builtin(t)
	understood, reported, misread := 0, 0, 0
	for style, lines := range readClinics(t) {
		var text strings.Builder
		for _, l := range lines {
			fmt.Fprintln(&text, l.text)
		}
		s, err := Read([]byte(text.String()), lib)
		if err != nil || len(s.Lines) != len(lines) {
			t.Fatalf("%s: %d lines of %d, %v", style, len(s.Lines), len(lines), err)
		}
		for i, l := range lines {
			got := meaning(s.Lines[i])
			exercise := l.want != string(Heading) && l.want != string(Remark)
			switch {
			case agrees(got, l.want):
				if exercise {
					understood++
				}
			case got == string(Unread) && exercise:
				reported++
				t.Logf("%s: %q is reported (%s), want %s", style, l.text, s.Lines[i].Why, l.want)
			default:
				misread++
				t.Errorf("%s: %q is %s (%s), want %s", style, l.text, got, s.Lines[i].Why, l.want)
			}
		}
	}
	all := understood + reported + misread
	t.Logf("%d exercises: %d understood, %d reported, %d misread", all, understood, reported, misread)
	if all < 130 || understood*100 < all*95 {
		t.Errorf("%d of %d exercises are understood", understood, all)
	}
}
