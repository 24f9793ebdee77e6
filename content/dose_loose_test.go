package content

import (
	"strings"
	"testing"
)

func TestALooselyWrittenDoseIsWrittenProperly(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"  30s  x3  each side ", "30s x3 each side"},
		{"30 s x 3", "30s x3"},
		{"30sx3", "30s x3"},
		{"10 rep", "10 reps"},
		{"1 breaths", "1 breath"},
		{"6breaths", "6 breaths"},
		{"30-30s", "30s"},
		{"030s", "30s"},
		{"30s x1", "30s"},
		{"30s x1-1", "30s"},
		{"3s x1-4", "3s x1-4"},
		{"3x10", "10 reps x3"},
		{"3 x 10", "10 reps x3"},
		{"3X10", "10 reps x3"},
		{"3 × 10", "10 reps x3"},
		{"3 * 10", "10 reps x3"},
		{"2-3 x 8-12", "8-12 reps x2-3"},
		{"3 sets of 10", "10 reps x3"},
		{"3 sets of 10 reps", "10 reps x3"},
		{"3 SETS X 10 REPS", "10 reps x3"},
		{"10 reps, 3 sets", "10 reps x3"},
		{"10 reps x 3", "10 reps x3"},
		{"3 x 10 reps", "10 reps x3"},
		{"Sets: 3 Reps: 10", "10 reps x3"},
		{"reps 10; sets 3", "10 reps x3"},
		{"10 repetitions 3 times", "10 reps x3"},
		{"3 sets, 10 times", "10 reps x3"},
		{"10x, 3 sets", "10 reps x3"},
		{"10x", "10 reps"},
		{"5 x 5", "5 reps x5"},
		{"6 x 3", "3 reps x6"},
		{"3 rounds of 8 cycles", "8 reps x3"},
		{"x10", "10 reps"},
		{"10 times", "10 reps"},
		{"repeat 10 times", "10 reps"},
		{"8–12x", "8-12 reps"},
		{"10 to 15 reps", "10-15 reps"},
		{"3 x 30s", "30s x3"},
		{"3x30 sec", "30s x3"},
		{"30 sec", "30s"},
		{"30 seconds", "30s"},
		{"30 SEC.", "30s"},
		{`30"`, "30s"},
		{"30''", "30s"},
		{"30″ x 2", "30s x2"},
		{"2 min", "2m"},
		{"2 mins", "2m"},
		{"5'", "5m"},
		{"5′", "5m"},
		{"1-2 minutes", "1-2m"},
		{"1m30s", "90s"},
		{"1m 30s", "90s"},
		{"1 min 30 sec", "90s"},
		{"1.5 min", "90s"},
		{"1½ min", "90s"},
		{"1:30", "90s"},
		{`1'30"`, "90s"},
		{"30s-1m", "30-60s"},
		{"30s to 60s", "30-60s"},
		{"30–60 s", "30-60s"},
		{"1 min - 90 sec", "60-90s"},
		{"hold 10 s, repeat 3 times", "10s x3"},
		{"Hold for 30 seconds x 3", "30s x3"},
		{"10 x 5 sec hold", "5s x10"},
		{"10 reps, hold 5 seconds", "5s x10"},
		{"hold 5s, 10x", "5s x10"},
		{"3 sets of 30s", "30s x3"},
		{"Hold: 20 sec, Sets: 2", "20s x2"},
		{"5s each rep x10", "5s x10"},
		{"5 deep breaths", "5 breaths"},
		{"hold for 5 breaths, 3 times", "5 breaths x3"},
		{"hold for five seconds, repeat three times each side", "5s x3 each side"},
		{"3 sets of 10, hold 5s", "5s x10 x3"},
		{"3 x 10 x 5s", "5s x10 x3"},
		{"3x10, 5 sec hold", "5s x10 x3"},
		{"10 reps, 5 sec hold, 3 sets", "5s x10 x3"},
		{"3 sets: hold 5 s, 10 reps", "5s x10 x3"},
		{"5 sec hold, 2 x 10", "5s x10 x2"},
		{"5s x10 x1", "5s x10"},
		{"5s x1 x3", "5s x3"},
		{"Sets 3 Reps 10 Hold 5 sec", "5s x10 x3"},
		{"hold 5s, repeat 10", "5s x10"},
		{"rpt 8", "8 reps"},
		{"count of five x 6", "5s x6"},
		{"nine reps", "9 reps"},
		{"x5, hold each for 10 sec", "10s x5"},
		{"ten times, hold each one for five seconds", "5s x10"},
		{"15/side x 2", "15 reps x2 each side"},
		{"5 each side x 3", "5 reps x3 each side"},
		{"15 each side x 2, hold 5s", "5s x15 x2 each side"},
		{"30s per side", "30s each side"},
		{"30s both sides", "30s each side"},
		{"30 sec/side", "30s each side"},
		{"30s each side x3", "30s x3 each side"},
		{"each side 30s", "30s each side"},
		{"3x10 each leg", "10 reps x3 each leg"},
		{"3x10 per leg", "10 reps x3 each leg"},
		{"3x10 ea. side", "10 reps x3 each side"},
		{"30s x2 on each side", "30s x2 each side"},
		{"10x per arm", "10 reps each side"},
		{"30s each arm", "30s each side"},
		{"10 sec hold, 5 each side", "10s x5 each side"},
		{"10 per side, 3 second hold", "3s x10 each side"},
		{"10x each direction", "10 reps each side"},
		{"10 reps alternating", "10 reps alternating"},
		{"10x alternating legs", "10 reps alternating"},
		{"10 reps each leg, alternating", "10 reps alternating"},
		{"30s left and right", "30s each side"},
		{"30s R & L", "30s each side"},
		{"10x L/R", "10 reps each side"},
		{"30s each side each side", "30s each side"},
		{"15 reps x 3 x each side", "15 reps x3 each side"},
		{"10 reps each arm/leg", "10 reps each side"},
	} {
		got, err := ParseDose(c.text)
		if err != nil || got.String() != c.want {
			t.Errorf("ParseDose(%q) = %q, %v; want %q", c.text, got, err, c.want)
		}
		if again, err := ParseDose(c.want); err != nil || again != got {
			t.Errorf("%q is %+v, written as %q it is %+v, %v", c.text, got, c.want, again, err)
		}
	}
}

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
