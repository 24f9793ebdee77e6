package progress

import (
	"fmt"
	"math"
	"strings"
	"time"

	"catcow/page"
)

// highest is the upper end of every plot's axis, the lower is 0: ratings and the
// PEG go from 0 to 10, and an axis that fits itself to the values would make
// mountains of ordinary ups and downs.
const highest = 10

// fineSteps and coarseSteps are how many parts the axis has. Both have a row for
// 0, 5 and 10.
const (
	fineSteps   = 10
	coarseSteps = 4
)

// The widths of the axis, of a date, of the narrowest plot, and of the least and
// the most that a week has.
const (
	axisWidth = 3
	dateWidth = 6
	leastPlot = 35
	leastWeek = 3
	mostWeek  = 6
)

// plot is values week by week.
type plot struct {
	head    string
	mondays []time.Time
	all     []series
	steps   int // of the axis
}

// series is a value for each week, nil where there is none.
type series struct {
	name   string
	mark   string // one cell
	style  page.Style
	values []*float64
}

// bare reports whether there is nothing to plot.
func (s series) bare() bool {
	for _, v := range s.values {
		if v != nil {
			return false
		}
	}
	return true
}

// widths are those from the least, where twelve weeks may be one too many, to the
// most that each week uses.
func (c plot) widths() []int { return between(leastPlot, axisWidth+len(c.mondays)*mostWeek-1) }

// view draws the series beside one another, so that none hides another; below
// them some of the Mondays. Where w cells are too few the first weeks go. A week
// without a value is a gap: nothing joins the weeks.
func (c plot) view(p Pen, w int) []string {
	var legend []string
	for _, s := range c.all {
		legend = append(legend, s.style.Render(s.mark)+" "+p.Dim.Render(s.name))
	}
	lines := []string{p.Strong.Render(c.head), strings.Join(legend, "  ")}
	if len(c.mondays) == 0 {
		return lines
	}
	pitch := min(max((w-axisWidth+1)/len(c.mondays), leastWeek), mostWeek)
	first := max(len(c.mondays)-max((w-axisWidth+1)/pitch, 1), 0)
	for level := c.steps; level >= 0; level-- {
		lines = append(lines, c.row(p, first, pitch, level))
	}
	return append(lines, p.Dim.Render(strings.Repeat(" ", axisWidth)+dates(c.mondays[first:], pitch)))
}

// row is that of one level, from the bottom one, 0; first is the first week that
// is drawn, and pitch the cells each has.
func (c plot) row(p Pen, first, pitch, level int) string {
	ground, label := " ", strings.Repeat(" ", axisWidth)
	if level*2%c.steps == 0 {
		ground, label = p.Empty, fmt.Sprintf("%*d ", axisWidth-1, level*highest/c.steps)
	}
	line := strings.Builder{}
	line.WriteString(p.Dim.Render(label))
	run := "" // of ground, for one change of colour
	for x := range (len(c.mondays)-first)*pitch - 1 {
		mark := ""
		if i := x % pitch; i < len(c.all) {
			if v := c.all[i].values[first+x/pitch]; v != nil && c.level(*v) == level {
				mark = c.all[i].style.Render(c.all[i].mark)
			}
		}
		if mark == "" {
			run += ground
			continue
		}
		line.WriteString(p.Faint.Render(run) + mark)
		run = ""
	}
	line.WriteString(p.Faint.Render(run))
	return line.String()
}

// level is the row of a value.
func (c plot) level(v float64) int {
	return int(math.Round(min(max(v, 0), highest) / highest * float64(c.steps)))
}

// dates is those of every so many weeks that they do not touch, each below its
// week.
func dates(mondays []time.Time, pitch int) string {
	line := ""
	for i := 0; i*pitch+dateWidth < len(mondays)*pitch; i += dateWidth/pitch + 1 {
		line = page.Pad(line, i*pitch) + dateText(mondays[i])
	}
	return line
}
