package content

import (
	"strings"
	"testing"
)

func TestFindDose(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"Pelvic tilt 10s x3", "10s|x|3"},
		{"Figure 4 stretch, 30 sec x 2 each side", "30 sec|x|2|each side"},
		{"Figure 4 x 10", "x|10"},
		{"3 sets of 10 squats", "3 sets of 10"},
		{"Bird dog: Sets: 3 Reps: 10", "Sets: 3|Reps: 10"},
		{"Hold child’s pose for 1m30s", "1m30s"},
		{"Bridge – hold 5–10 secs, 10 reps/side", "5–10 secs|10 reps|/side"},
		{"Knee rolls, 10 each side", "10|each side"},
		{"Sheet of 12/11/2026", ""},
		{"Cobra 0 reps", "0 reps"},
		{"90/90 breathing, 4-point kneeling, L5", ""},
		{"each side of the body", ""},
		{"Hip stretch 3x30s ea.", "3|x|30s|ea."},
		{"Squat 10x, both legs", "10|x|both legs"},
		{"two sets of ten", "two sets of ten"},
		{"", ""},
	} {
		var parts []string
		for _, s := range FindDose(c.line) {
			parts = append(parts, c.line[s.From:s.To])
		}
		if got := strings.Join(parts, "|"); got != c.want {
			t.Errorf("%q has %q; want %q", c.line, got, c.want)
		}
	}
}
