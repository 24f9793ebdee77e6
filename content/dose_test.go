package content

import (
	"math"
	"testing"
	"time"
)

// Every dose of the design's page and of the sheet of facts.
var goodDoses = []struct {
	text string
	want Dose
}{
	{"5m", Dose{Range{5, 5}, Minutes, Range{1, 1}, Once}},
	{"3m", Dose{Range{3, 3}, Minutes, Range{1, 1}, Once}},
	{"3-5m", Dose{Range{3, 5}, Minutes, Range{1, 1}, Once}},
	{"60s", Dose{Range{60, 60}, Seconds, Range{1, 1}, Once}},
	{"60-120s", Dose{Range{60, 120}, Seconds, Range{1, 1}, Once}},
	{"60-120s each side", Dose{Range{60, 120}, Seconds, Range{1, 1}, EachSide}},
	{"30s x3", Dose{Range{30, 30}, Seconds, Range{3, 3}, Once}},
	{"30s x3 each side", Dose{Range{30, 30}, Seconds, Range{3, 3}, EachSide}},
	{"10s x3", Dose{Range{10, 10}, Seconds, Range{3, 3}, Once}},
	{"5s x20-30", Dose{Range{5, 5}, Seconds, Range{20, 30}, Once}},
	{"3s x3-6 each leg", Dose{Range{3, 3}, Seconds, Range{3, 6}, EachLeg}},
	{"3s x3-6 alternating", Dose{Range{3, 3}, Seconds, Range{3, 6}, Alternating}},
	{"1 breath", Dose{Range{1, 1}, Breaths, Range{1, 1}, Once}},
	{"6 breaths", Dose{Range{6, 6}, Breaths, Range{1, 1}, Once}},
	{"1-2 breaths", Dose{Range{1, 2}, Breaths, Range{1, 1}, Once}},
	{"5 breaths x5-7", Dose{Range{5, 5}, Breaths, Range{5, 7}, Once}},
	{"8 breaths each side", Dose{Range{8, 8}, Breaths, Range{1, 1}, EachSide}},
	{"1 rep", Dose{Range{1, 1}, Reps, Range{1, 1}, Once}},
	{"10 reps", Dose{Range{10, 10}, Reps, Range{1, 1}, Once}},
	{"8-12 reps x2-3 each side", Dose{Range{8, 12}, Reps, Range{2, 3}, EachSide}},
	{"3600s x100", Dose{Range{3600, 3600}, Seconds, Range{100, 100}, Once}},
	{"60m", Dose{Range{60, 60}, Minutes, Range{1, 1}, Once}},
	{"200 reps", Dose{Range{200, 200}, Reps, Range{1, 1}, Once}},
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
	} {
		got, err := ParseDose(c.text)
		if err != nil || got.String() != c.want {
			t.Errorf("ParseDose(%q) = %q, %v; want %q", c.text, got, err, c.want)
		}
	}
}

func TestABadDoseSaysWhatIsWrongAndWhatIsWanted(t *testing.T) {
	const notADose = ` is not a dose; want one like "60-120s", "5m", "6 breaths" or "10 reps", then "x3" and "each side" if wanted`
	for _, c := range []struct{ text, want string }{
		{"", `""` + notADose},
		{"  ", `"  "` + notADose},
		{"30", `"30"` + notADose},
		{"s", `"s": want a whole number from 1 to 3600, or a range such as 3-6`},
		{"x3", `"x3"` + notADose},
		{"30S", `"30S"` + notADose},
		{"30 sec", `"30 sec"` + notADose},
		{"30s each", `"30s each"` + notADose},
		{"30s each arm", `"30s each arm"` + notADose},
		{"each side", `"each side"` + notADose},
		{"each side 30s", `"each side 30s": want a whole number from 1 to 3600, or a range such as 3-6`},
		{"30s each side x3", `"30s each side x3"` + notADose},
		{"30s each side each side", `"30s each side each side"` + notADose},
		{"a while", `"a while"` + notADose},
		{"\x1b[31m", `"\x1b[31m": want a whole number from 1 to 60, or a range such as 3-6`},
		{"0s", `"0s": want a whole number from 1 to 3600, or a range such as 3-6`},
		{"-5s", `"-5s": want a whole number from 1 to 3600, or a range such as 3-6`},
		{"+5s", `"+5s": want a whole number from 1 to 3600, or a range such as 3-6`},
		{"1.5m", `"1.5m": want a whole number from 1 to 60, or a range such as 3-6`},
		{"3601s", `"3601s": want a whole number from 1 to 3600, or a range such as 3-6`},
		{"61m", `"61m": want a whole number from 1 to 60, or a range such as 3-6`},
		{"201 breaths", `"201 breaths": want a whole number from 1 to 200, or a range such as 3-6`},
		{"201 reps", `"201 reps": want a whole number from 1 to 200, or a range such as 3-6`},
		{"99999999999999999999s", `"99999999999999999999s": want a whole number from 1 to 3600, or a range such as 3-6`},
		{"30-s", `"30-s": want a whole number from 1 to 3600, or a range such as 3-6`},
		{"1-2-3s", `"1-2-3s": want a whole number from 1 to 3600, or a range such as 3-6`},
		{"60–120s", `"60–120s": want a whole number from 1 to 3600, or a range such as 3-6`},
		{"120-60s", `"120-60s": want the smaller number first`},
		{"30s x", `"" after the x: want a whole number from 1 to 100, or a range such as 3-6`},
		{"30s x0", `"0" after the x: want a whole number from 1 to 100, or a range such as 3-6`},
		{"30s x101", `"101" after the x: want a whole number from 1 to 100, or a range such as 3-6`},
		{"30s x3x3", `"3x3" after the x: want a whole number from 1 to 100, or a range such as 3-6`},
		{"30s x6-3", `"6-3" after the x: want the smaller number first`},
		{"30s x3 times", `"3 times" after the x: want a whole number from 1 to 100, or a range such as 3-6`},
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

func FuzzParseDose(f *testing.F) {
	for _, c := range goodDoses {
		f.Add(c.text)
	}
	for _, s := range []string{"", "x", "s", "-", "30s x", "1-s", " x3 each side", "\x00", "30s x3 each side each leg", "９s"} {
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
		for _, r := range []Range{d.Amount, d.Count} {
			if r.From < 1 || r.From > r.To {
				t.Fatalf("%q has the range %+v", s, r)
			}
		}
	})
}
