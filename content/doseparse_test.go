package content

import (
	"testing"
)

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
