package content

import (
	"fmt"
	"math"
	"strings"
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

func TestABadDoseSaysWhatIsWrongAndWhatIsWanted(t *testing.T) {
	const notADose = ` is not a dose; want one like "60-120s", "5m", "6 breaths" or "10 reps", then "x3" and "each side" if wanted`
	for _, c := range []struct{ text, want string }{
		{"", `""` + notADose},
		{"  ", `"  "` + notADose},
		{"30", `"30"` + notADose},
		{"s", `"s"` + notADose},
		{"30 each", `"30 each": each of what; want "each side", "each leg" or neither`},
		{"10 each side", `"10 each side": of what; want such as "10 reps" or "10 s"`},
		{"3 x 10, 5 each side", `"3 x 10, 5 each side"` + notADose},
		{"30s each", `"30s each": each of what; want "each side", "each leg" or neither`},
		{"each side", `"each side"` + notADose},
		{"a while", `"a while"` + notADose},
		{"30 apples", `"30 apples"` + notADose},
		{"30s of pain", `"30s of pain"` + notADose},
		{"\x1b[31m", `"\x1b[31m"` + notADose},
		{"x", `"x"` + notADose},
		{"0s", `"0s": want a whole number from 1 to 3600, or a range such as 3-6`},
		{"-5s", `"-5s"` + notADose},
		{"3601s", `"3601s": want a whole number from 1 to 3600, or a range such as 3-6`},
		{"61m", `"61m": want a whole number from 1 to 60, or a range such as 3-6`},
		{"201 breaths", `"201breaths": want a whole number from 1 to 200, or a range such as 3-6`},
		{"201 reps", `"201reps": want a whole number from 1 to 200, or a range such as 3-6`},
		{"99999999999999999999s", `"99999999999999999999s": want a whole number from 1 to 3600, or a range such as 3-6`},
		{"30-s", `"30-s"` + notADose},
		{"1.5s", `"1.5s": want a whole number from 1 to 3600, or a range such as 3-6`},
		{"1.5.2s", `"1.5.2s": want a whole number from 1 to 3600, or a range such as 3-6`},
		{"..s", `"..s"` + notADose},
		{"1-2-3s", `"1-2-3s"` + notADose},
		{"120-60s", `"120-60s": want the smaller number first`},
		{"1m-30s", `"1m-30s": want the smaller number first`},
		{"30s x", `"" after the x: want a whole number from 1 to 100, or a range such as 3-6`},
		{"30s x0", `"0" after the x: want a whole number from 1 to 100, or a range such as 3-6`},
		{"30s x101", `"101" after the x: want a whole number from 1 to 100, or a range such as 3-6`},
		{"30s x6-3", `"6-3": want the smaller number first`},
		{"3 sets", `"3 sets"` + notADose},
		{"12 x 2", `"12 x 2": which is the sets; want "12 reps x2" or "2 reps x12"`},
		{"3/10", `"3/10"` + notADose},
		{"3, 10", `"3, 10"` + notADose},
		{"10 30s", `"10 30s"` + notADose},
		{"3 x 10 x 2", `"3 x 10 x 2"` + notADose},
		{"10 times 3 times", `"10 times 3 times"` + notADose},
		{"10 reps 5 reps", `"10 reps 5 reps"` + notADose},
		{"30s-5 breaths", `"30s-5breaths": want a whole number from 1 to 3600, or a range such as 3-6`},
		{"3 x 5s x 10", `"3 x 5s x 10" has more numbers than make sense together; want such as "5s x10 x3": the length, the times and the sets`},
		{"3 x 10 x 2 x 5s", `"3 x 10 x 2 x 5s" has more numbers than make sense together; want such as "5s x10 x3": the length, the times and the sets`},
		{"5 breaths x3 x2", `"5 breaths x3 x2" has more numbers than make sense together; want such as "5s x10 x3": the length, the times and the sets`},
		{"10 reps (1 min)", `"10 reps (1 min)": 1m for each of them or for all; want "hold 1m, repeat 10" or one of the two`},
		{"30s, 12 reps", `"30s, 12 reps": 30s for each of them or for all; want "hold 30s, repeat 12" or one of the two`},
		{"10 reps, 10 breaths", `"10 reps, 10 breaths": 10 breaths for each of them or for all; want "hold 10 breaths, repeat 10" or one of the two`},
		{"3 sets of 10, 1 min", `"3 sets of 10, 1 min": 1m for each of them or for all; want "hold 1m, repeat 10" or one of the two`},
		{"10 reps per set, 1 min", `"10 reps per set, 1 min": 1m for each of them or for all; want "hold 1m, repeat 10" or one of the two`},
		{"10 each side, 15 reps", `"10 each side, 15 reps": 15 in all are not 10 for each of two sides`},
		{"30s 1m", `"30s 1m" has two lengths; want one`},
		{"hold 5s, rest 5s", `"hold 5s, rest 5s"` + notADose},
		{"30s, 5 breaths", `"30s, 5 breaths" has two lengths; want one`},
		{"10x both legs", `"10x both legs": both at once, or one after the other; want "each side" for the second`},
		{"10x left leg", `"10x left leg"` + notADose},
		{"10x right", `"10x right"` + notADose},
		{"30s each side alternating", `"30s each side alternating": each side and alternating; want one of the two`},
		{"10x each leg each side", `"10x each leg each side": each leg and each side; want one of the two`},
	} {
		got, err := ParseDose(c.text)
		if err == nil || err.Error() != c.want || got != (Dose{}) {
			t.Errorf("ParseDose(%q) = %+v, %v; want the error %s", c.text, got, err, c.want)
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

func FuzzParseDose(f *testing.F) {
	for _, c := range goodDoses {
		f.Add(c.text)
	}
	for _, s := range []string{"", "x", "s", "-", "30s x", "1-s", " x3 each side", "\x00", "30s x3 each side each leg", "９s", "3 sets of 10, hold 5s per leg", "1m30s-2m", "10 x", "1:30", "½", "l/r 3x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDose(s)
		if err != nil {
			return
		}
		again, err := ParseDose(d.String())
		if err != nil || again != d {
			t.Fatalf("%q is %+v, but its String %q is %+v, %v", s, d, d, again, err)
		}
		for _, r := range []Range{d.Amount, d.Count, {max(d.Sets.From, 1), max(d.Sets.To, 1)}} {
			if r.From < 1 || r.From > r.To {
				t.Fatalf("%q has the range %+v", s, r)
			}
		}
	})
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
