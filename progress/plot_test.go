package progress

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"catcow/page"
)

// Every value stands on its own row and in its own column, at every width; a week
// without one is a gap.
func TestTheRowOfAValue(t *testing.T) {
	t.Parallel()
	ink := Pen{Glyphs: page.Glyphs{Empty: "-"}}
	for _, w := range []int{35, 38, 43, 61, 80} {
		for week := range 12 {
			for value := range 11 {
				values := make([]*float64, 12)
				values[week] = new(float64(value))
				c := plot{"", mondays(12), []series{{mark: "B", values: make([]*float64, 12)}, {mark: "A", values: values}}, fineSteps}
				rows := strings.Split(plain(c.view(ink, w)), "\n")[2:]
				pitch := min((w-axisWidth+1)/12, mostWeek)
				if w < 38 { // room for the last eleven
					pitch = leastWeek
				}
				weeks := (w - axisWidth + 1) / pitch
				at := axisWidth + (week-12+min(weeks, 12))*pitch + 1
				for row, line := range rows[:11] {
					want := -1
					if row == 10-value && at >= axisWidth {
						want = at
					}
					if got := strings.Index(line, "A"); got != want {
						t.Fatalf("width %d, week %d, value %d: column %d of row %d, want %d:\n%s",
							w, week, value, got, row, want, strings.Join(rows, "\n"))
					}
				}
			}
		}
	}
}

// The numbers beside the plot are those of its rows.
func TestTheAxisIsRight(t *testing.T) {
	t.Parallel()
	for _, steps := range []int{fineSteps, coarseSteps} {
		c := plot{"", mondays(12), []series{{mark: "*", values: make([]*float64, 12)}}, steps}
		rows := strings.Split(plain(c.view(Pen{Glyphs: page.Glyphs{Empty: "-"}}, 38)), "\n")[2:]
		if len(rows) != steps+2 {
			t.Fatalf("%d steps in %d rows", steps, len(rows))
		}
		labels := 0
		for _, row := range rows[:steps+1] {
			labels += len(strings.Fields(row[:axisWidth]))
		}
		if labels != 3 {
			t.Errorf("%d steps: %d labels", steps, labels)
		}
		for _, value := range []float64{0, 5, 10} {
			if label := strings.TrimSpace(rows[steps-c.level(value)][:axisWidth]); label != fmt.Sprint(value) {
				t.Errorf("%d steps: %q stands at %g", steps, label, value)
			}
		}
		for _, v := range []float64{-3, math.Inf(-1), 12, math.Inf(1)} {
			if level := c.level(v); level < 0 || level > steps {
				t.Errorf("%g is on row %d of %d", v, level, steps)
			}
		}
	}
}

// A mean is on the row that is nearest to it.
func TestTheRowOfAMean(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		mean  float64
		steps int
		row   int
	}{
		{6.4, fineSteps, 6},
		{6.5, fineSteps, 7},
		{6.6, fineSteps, 7},
		{0.4, fineSteps, 0},
		{9.6, fineSteps, 10},
		{6.2, coarseSteps, 2},
		{6.3, coarseSteps, 3},
		{1.2, coarseSteps, 0},
		{1.3, coarseSteps, 1},
		{8.8, coarseSteps, 4},
	} {
		if got := (plot{steps: c.steps}).level(c.mean); got != c.row {
			t.Errorf("%g in %d steps is on row %d, want %d", c.mean, c.steps, got, c.row)
		}
	}
}

// The plot has a row for each point where all of it is in sight then.
func TestThePlotIsAsFineAsItFits(t *testing.T) {
	t.Parallel()
	for size, want := range map[[2]int]int{
		{38, 9}: coarseSteps, {70, 13}: coarseSteps, {78, 14}: fineSteps, {78, 19}: fineSteps, {38, 14}: fineSteps, {38, 13}: coarseSteps,
	} {
		pen, r := reported(true, months())
		top, bottom := -1, -1
		for i, line := range strings.Split(plain(r.Lines(pen, size[0], size[1])), "\n") {
			if top < 0 && strings.Contains(line, "10 ---") {
				top = i
			}
			if bottom < 0 && top >= 0 && strings.Contains(line, " 0 ---") {
				bottom = i
			}
		}
		if bottom-top != want {
			t.Errorf("%v: %d steps, want %d", size, bottom-top, want)
		}
	}
}

// Two series with the same values are both seen, by their shape.
func TestNoSeriesHidesAnother(t *testing.T) {
	t.Parallel()
	var values []*float64
	for i := range 12 {
		values = append(values, new(float64(i%11)))
	}
	c := plot{"", mondays(12), []series{{"before", "o", "", values}, {"after", "*", "", values}}, fineSteps}
	text := plain(c.view(Pen{Glyphs: page.Glyphs{Empty: "-"}}, 38)[2:])
	if strings.Count(text, "o*") != 12 {
		t.Errorf("want 12 pairs:\n%s", text)
	}
}

func TestTheDatesStandBelowTheirWeeks(t *testing.T) {
	t.Parallel()
	for _, n := range []int{1, 2, 5, 12, 26} {
		for pitch := leastWeek; pitch <= mostWeek; pitch++ {
			all := mondays(n)
			line := dates(all, pitch)
			if len(line) > max(n*pitch-1, 0) {
				t.Errorf("%d weeks of %d: %q", n, pitch, line)
			}
			for i, monday := range all {
				if at := strings.Index(line, dateText(monday)); at >= 0 && at != i*pitch && (at == 0 || line[at-1] == ' ') {
					t.Errorf("%d weeks of %d: %s is at %d: %q", n, pitch, dateText(monday), at, line)
				}
			}
		}
	}
}
