package history

import (
	"fmt"
	"math"
)

// The pictures are drawn in units of which a phone is 360 wide, 420 by 180.
const (
	plotLeft, plotRight = 26.0, 412.0
	plotTop, plotBottom = 10.0, 152.0
	mostMarks           = 60 // weeks, of which each has a mark of its own
	mostDates           = 4
)

// chart is a picture over the weeks.
type chart struct {
	Title, Alt    string
	Levels, Dates []tick
	Series        []series
	Bars          []bar
}

type tick struct {
	At    float64
	Label string
}

// series is one line; it has gaps where there are no values for a month.
type series struct {
	Name, Class string
	Lines       []string
	Marks       []mark
}

type mark struct{ X, Y float64 }

type bar struct{ X, Y, Width, Height float64 }

// charts are the pictures of which there is something to be seen.
func (p report) charts() []chart {
	pain := p.newChart("Pain before and after sessions, by week", 10, 2)
	pain.addSeries(p, "before", "first", func(w Week) *float64 { return w.Before })
	pain.addSeries(p, "after", "second", func(w Week) *float64 { return w.After })
	peg := p.newChart("PEG, by week", 10, 2)
	peg.addSeries(p, "mean of its three questions", "first", func(w Week) *float64 { return w.PEG })
	most := 0.0
	for _, w := range p.Weeks {
		most = max(most, w.Played.Minutes())
	}
	step := niceStep(most)
	top := step * math.Max(math.Ceil(most/step), 1)
	minutes := p.newChart("Minutes, by week", top, step)
	slot := (plotRight - plotLeft) / float64(len(p.Weeks))
	for i, w := range p.Weeks {
		if height := w.Played.Minutes() / top * (plotBottom - plotTop); height > 0 {
			minutes.Bars = append(minutes.Bars, bar{
				round(plotLeft + (float64(i)+0.1)*slot), round(plotBottom - height), round(0.8 * slot), round(height),
			})
		}
	}
	var all []chart
	for _, c := range []chart{pain, minutes, peg} {
		if len(c.Series)+len(c.Bars) > 0 {
			all = append(all, c)
		}
	}
	return all
}

func (p report) newChart(title string, top, step float64) chart {
	c := chart{Title: title}
	c.Alt = fmt.Sprintf("%s, %s to %s; the numbers are in the table of the weeks.", title, dateText(p.from), dateText(p.to))
	for level := 0.0; level <= top; level += step {
		c.Levels = append(c.Levels, tick{round(plotBottom - level/top*(plotBottom-plotTop)), fmt.Sprintf("%.0f", level)})
	}
	every := (len(p.Weeks) + mostDates - 1) / mostDates
	for i := 0; i < len(p.Weeks); i += every {
		c.Dates = append(c.Dates, tick{p.weekAt(i), p.Weeks[i].Monday.Format("2 Jan 06")})
	}
	return c
}

// weekAt is the middle of a week.
func (p report) weekAt(i int) float64 {
	return round(plotLeft + (float64(i)+0.5)*(plotRight-plotLeft)/float64(len(p.Weeks)))
}

// addSeries adds the weeks that have a value, if there are any.
func (c *chart) addSeries(p report, name, class string, value func(Week) *float64) {
	s := series{Name: name, Class: class}
	last := -1
	for i, w := range p.Weeks {
		v := value(w)
		if v == nil {
			continue
		}
		at := mark{p.weekAt(i), round(plotBottom - *v/10*(plotBottom-plotTop))}
		if last < 0 || i-last > lately {
			s.Lines = append(s.Lines, "")
		}
		s.Lines[len(s.Lines)-1] += fmt.Sprintf("%g,%g ", at.X, at.Y)
		if len(p.Weeks) <= mostMarks || last < 0 || i-last > 1 {
			s.Marks = append(s.Marks, at)
		}
		last = i
	}
	if last >= 0 {
		c.Series = append(c.Series, s)
	}
}

// niceStep is a round number of which five or fewer reach to a value.
func niceStep(value float64) float64 {
	for unit := 1.0; ; unit *= 10 {
		for _, n := range []float64{1, 2, 5} {
			if n*unit*5 >= value {
				return n * unit
			}
		}
	}
}

func round(x float64) float64 { return math.Round(10*x) / 10 }

// poseTable is how often something happened in poses, most first.
type poseTable struct {
	Title, What string
	Rows        []PoseCount
}
