package content

import (
	"fmt"
	"math"
	"testing"
	"time"
)

// Every dose of the design's page and of the sheet of facts.
var goodDoses = []struct {
	text string
	want Dose
}{
	{"5m", Dose{Amount: Range{5, 5}, Unit: Minutes, Count: Range{1, 1}, Sides: Once}},
	{"3m", Dose{Amount: Range{3, 3}, Unit: Minutes, Count: Range{1, 1}, Sides: Once}},
	{"3-5m", Dose{Amount: Range{3, 5}, Unit: Minutes, Count: Range{1, 1}, Sides: Once}},
	{"60s", Dose{Amount: Range{60, 60}, Unit: Seconds, Count: Range{1, 1}, Sides: Once}},
	{"60-120s", Dose{Amount: Range{60, 120}, Unit: Seconds, Count: Range{1, 1}, Sides: Once}},
	{"60-120s each side", Dose{Amount: Range{60, 120}, Unit: Seconds, Count: Range{1, 1}, Sides: EachSide}},
	{"30s x3", Dose{Amount: Range{30, 30}, Unit: Seconds, Count: Range{3, 3}, Sides: Once}},
	{"30s x3 each side", Dose{Amount: Range{30, 30}, Unit: Seconds, Count: Range{3, 3}, Sides: EachSide}},
	{"10s x3", Dose{Amount: Range{10, 10}, Unit: Seconds, Count: Range{3, 3}, Sides: Once}},
	{"5s x20-30", Dose{Amount: Range{5, 5}, Unit: Seconds, Count: Range{20, 30}, Sides: Once}},
	{"3s x3-6 each leg", Dose{Amount: Range{3, 3}, Unit: Seconds, Count: Range{3, 6}, Sides: EachLeg}},
	{"3s x3-6 alternating", Dose{Amount: Range{3, 3}, Unit: Seconds, Count: Range{3, 6}, Sides: Alternating}},
	{"1 breath", Dose{Amount: Range{1, 1}, Unit: Breaths, Count: Range{1, 1}, Sides: Once}},
	{"6 breaths", Dose{Amount: Range{6, 6}, Unit: Breaths, Count: Range{1, 1}, Sides: Once}},
	{"1-2 breaths", Dose{Amount: Range{1, 2}, Unit: Breaths, Count: Range{1, 1}, Sides: Once}},
	{"5 breaths x5-7", Dose{Amount: Range{5, 5}, Unit: Breaths, Count: Range{5, 7}, Sides: Once}},
	{"8 breaths each side", Dose{Amount: Range{8, 8}, Unit: Breaths, Count: Range{1, 1}, Sides: EachSide}},
	{"1 rep", Dose{Amount: Range{1, 1}, Unit: Reps, Count: Range{1, 1}, Sides: Once}},
	{"10 reps", Dose{Amount: Range{10, 10}, Unit: Reps, Count: Range{1, 1}, Sides: Once}},
	{"8-12 reps x2-3 each side", Dose{Amount: Range{8, 12}, Unit: Reps, Count: Range{2, 3}, Sides: EachSide}},
	{"3600s x100", Dose{Amount: Range{3600, 3600}, Unit: Seconds, Count: Range{100, 100}, Sides: Once}},
	{"60m", Dose{Amount: Range{60, 60}, Unit: Minutes, Count: Range{1, 1}, Sides: Once}},
	{"5s x10 x3", Dose{Amount: Range{5, 5}, Unit: Seconds, Count: Range{10, 10}, Sets: Range{3, 3}}},
	{"10s x5 x1-3 each side", Dose{Amount: Range{10, 10}, Unit: Seconds, Count: Range{5, 5}, Sets: Range{1, 3}, Sides: EachSide}},
	{"200 reps", Dose{Amount: Range{200, 200}, Unit: Reps, Count: Range{1, 1}, Sides: Once}},
}

func TestAGoodDoseIsReadAndWrittenTheSame(t *testing.T) {
	for _, c := range goodDoses {
		got, err := ParseDose(c.text)
		if err != nil || got != c.want {
			t.Errorf("ParseDose(%q) = %+v, %v; want %+v", c.text, got, err, c.want)
		}
		if got.String() != c.text {
			t.Errorf("ParseDose(%q).String() = %q", c.text, got)
		}
	}
}

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
		{"1:30 min x2", "90s x2"},
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
		{"5 each side, 3 times", "5 reps x3 each side"},
		{"10 each side, 20 reps", "10 reps each side"},
		{"10 reps each side (20 reps)", "10 reps each side"},
		{"20 reps (10 each side), hold 5s", "5s x10 each side"},
		{"hold 5s, 10 each side, 20 reps", "5s x10 each side"},
		{"3 times each side, 6 reps", "6 reps x3 each side"},
		{"10x, 5 sec", "5s x10"},
		{"3 reps, 30 sec", "30s x3"},
		{"30 seconds, 5 times", "30s x5"},
		{"5 reps of 1 min", "1m x5"},
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

func TestALevelPicksThePointOfARange(t *testing.T) {
	for _, c := range []struct {
		text  string
		level float64
		want  Exact
	}{
		{"60-120s", 0, Exact{Hold: time.Minute, Sets: 1}},
		{"60-120s", 0.5, Exact{Hold: 90 * time.Second, Sets: 1}},
		{"60-120s", 1, Exact{Hold: 2 * time.Minute, Sets: 1}},
		{"60-120s", -3, Exact{Hold: time.Minute, Sets: 1}},
		{"60-120s", 7, Exact{Hold: 2 * time.Minute, Sets: 1}},
		{"60-120s", math.NaN(), Exact{Hold: time.Minute, Sets: 1}},
		{"60-120s", math.Inf(1), Exact{Hold: 2 * time.Minute, Sets: 1}},
		{"60-120s", math.Inf(-1), Exact{Hold: time.Minute, Sets: 1}},
		{"60s", 1, Exact{Hold: time.Minute, Sets: 1}},
		{"3-5m", 0.5, Exact{Hold: 4 * time.Minute, Sets: 1}},
		{"5 breaths x5-7", 0.5, Exact{Breaths: 5, Sets: 6}},
		{"6-8 breaths each side", 1, Exact{Breaths: 8, Sets: 1, Sides: EachSide}},
		{"10 reps", 0, Exact{Reps: 10, Sets: 1}},
		{"8-12 reps x2-3", 1, Exact{Reps: 12, Sets: 3}},
		{"30s x3 each side", 0, Exact{Hold: 30 * time.Second, Sets: 3, Sides: EachSide}},
		{"5s x20-30", 0, Exact{Hold: 5 * time.Second, Reps: 20, Sets: 1}},
		{"5s x20-30", 1, Exact{Hold: 5 * time.Second, Reps: 30, Sets: 1}},
		{"3s x3-6 each leg", 0.34, Exact{Hold: 3 * time.Second, Reps: 4, Sets: 1, Sides: EachLeg}},
		{"9s x3", 0, Exact{Hold: 9 * time.Second, Reps: 3, Sets: 1}},
		{"9-20s x3", 1, Exact{Hold: 20 * time.Second, Reps: 3, Sets: 1}},
		{"10s x3", 0, Exact{Hold: 10 * time.Second, Sets: 3}},
		{"5s", 0, Exact{Hold: 5 * time.Second, Sets: 1}},
		{"5s x1-3", 0, Exact{Hold: 5 * time.Second, Reps: 1, Sets: 1}},
	} {
		d, err := ParseDose(c.text)
		if got := d.At(c.level); err != nil || got != c.want {
			t.Errorf("%q at %v is %+v, %v; want %+v", c.text, c.level, got, err, c.want)
		}
	}
}

// A length beside a number of repetitions may be that of all of them. It is that of
// each only where the words say so, or where there would be no time for each.
func TestALengthIsOfEachRepetitionOnlyWhereItSaysSo(t *testing.T) {
	for reps := 1; reps <= 40; reps++ {
		for _, seconds := range []int{3, 5, 10, 20, 30, 45, 60, 120} {
			want := fmt.Sprintf("%ds x%d", seconds, reps)
			if reps == 1 {
				want = fmt.Sprintf("%ds", seconds)
			}
			for _, form := range []string{"%[1]d reps, hold %[2]ds", "hold %[2]ds, %[1]d reps", "%[1]d x %[2]d sec", "%[2]ds x%[1]d", "%[1]d reps, %[2]ds each rep", "%[1]d reps of %[2]ds"} {
				text := fmt.Sprintf(form, reps, seconds)
				if d, err := ParseDose(text); err != nil || d.String() != want {
					t.Errorf("ParseDose(%q) = %s, %v; want %s", text, d, err, want)
				}
			}
			isOpen := reps > 3 && 2*seconds >= 3*reps
			for _, form := range []string{"%[1]d reps (%[2]ds)", "%[1]d reps, %[2]d seconds", "%[2]ds, %[1]d reps", "%[1]d cycles; %[2]d sec", "%[1]dx, %[2]ds"} {
				text := fmt.Sprintf(form, reps, seconds)
				if d, err := ParseDose(text); (err != nil) != isOpen {
					t.Errorf("ParseDose(%q) = %s, %v", text, d, err)
				}
			}
		}
	}
}

// How many each side and how many in all are one dose, in either order and with a
// hold; where the one is not twice the other, they are none.
func TestANumberInAllIsNoMoreSets(t *testing.T) {
	for each := 2; each <= 30; each++ {
		for _, all := range []int{each, 2*each - 1, 2 * each, 2*each + 1, 3 * each} {
			for _, form := range []string{"%[1]d each side (%[2]d reps)", "%[2]d reps (%[1]d each side)", "%[1]d reps each side, %[2]d reps", "hold 5s, %[1]d each side, %[2]d reps", "%[2]d reps, %[1]d per side, hold 5s"} {
				text := fmt.Sprintf(form, each, all)
				d, err := ParseDose(text)
				if got := d.At(0); (err == nil) != (all == 2*each) || err == nil && (got.Reps != each || got.Sets != 1) {
					t.Errorf("ParseDose(%q) = %s, %v", text, d, err)
				}
			}
		}
	}
}
