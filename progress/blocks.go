package progress

import (
	"cmp"
	"fmt"
	"time"

	"catcow/history"
	"catcow/page"
)

// block is a part of the progress screen that may stand beside another.
type block struct {
	widths []int // it can be drawn in, the least first
	draw   func(w int) []string
}

// abreast is how many blocks stand side by side at most: more would be crowded
// into a row with an empty screen below it.
const abreast = 3

// columnGap is the space between two blocks.
const columnGap = 2

// between is every width from the least to the most.
func between(least, most int) []int {
	widths := []int{least}
	for w := least + 1; w <= most; w++ {
		widths = append(widths, w)
	}
	return widths
}

// fitting is how many of the blocks, one at least, stand side by side in a width.
func fitting(blocks []block, w int) int {
	n, used := 1, blocks[0].widths[0]
	for n < min(len(blocks), abreast) && used+columnGap+blocks[n].widths[0] <= w {
		used += columnGap + blocks[n].widths[0]
		n++
	}
	return n
}

// beside draws blocks side by side. What they leave of the width is given out a
// step at a time, from the right: what a plot gains shows more than what a table
// does.
func beside(blocks []block, w int) []string {
	left := w + columnGap
	at := make([]int, len(blocks))
	for _, b := range blocks {
		left -= b.widths[0] + columnGap
	}
	for grown := true; grown; {
		grown = false
		for i := len(blocks) - 1; i >= 0; i-- {
			widths := blocks[i].widths
			if at[i]+1 < len(widths) && widths[at[i]+1]-widths[at[i]] <= left {
				left -= widths[at[i]+1] - widths[at[i]]
				at[i]++
				grown = true
			}
		}
	}
	var lines []string
	width := 0
	for i, b := range blocks {
		own := b.draw(min(b.widths[at[i]], w))
		if i == 0 {
			lines = own
		} else {
			lines = page.Columns(lines, width-columnGap, own, max(len(lines), len(own)))
		}
		width += b.widths[at[i]] + columnGap
	}
	return lines
}

// blocks is the calendar, the plots and the poses, in order of worth.
func (s *Report) blocks(p Pen, steps int) []block {
	mondays := make([]time.Time, len(s.Weeks))
	before := series{name: beforeText, mark: p.either(p.Off, "o"), style: p.Out}
	after := series{name: afterText, mark: p.either(p.On, "*"), style: p.In}
	peg := series{name: meanText, mark: after.mark, style: p.In}
	for i, w := range s.Weeks {
		mondays[i] = w.Monday
		before.values = append(before.values, w.Before)
		after.values = append(after.values, w.After)
		peg.values = append(peg.values, w.PEG)
	}
	table := block{[]int{calendarWidth}, func(w int) []string { return calendar(p, s.Weeks, s.now, w) }}
	if s.rated() {
		table.widths = append(table.widths, calendarWidth+ratingsWidth)
	}
	blocks := []block{table}
	plotted := func(head string, all ...series) {
		c := plot{head, mondays, all, steps}
		blocks = append(blocks, block{c.widths(), func(w int) []string { return c.view(p, w) }})
	}
	if before.bare() && after.bare() {
		blocks = append(blocks, section(p, painPlotText, noRatingsText))
	} else {
		plotted(painPlotText, before, after)
	}
	if !peg.bare() {
		plotted(pEGPlotText, peg)
		if s.PEG.Known {
			last := &blocks[len(blocks)-1]
			draw := last.draw
			last.draw = func(w int) []string { return append(draw(w), changed(p, pEGChangeText, s.PEG, w)...) }
		}
		blocks[0].widths = append(blocks[0].widths, calendarWidth+ratingsWidth+pegWidth)
	}
	return append(blocks, s.poses(p, hurtText, noneHurtText, s.Hurt), s.poses(p, skippedText, noneSkippedText, s.Skipped))
}

// mostPoses is how many poses are named; nobody acts on more.
const mostPoses = 8

// poses is those that something happened in, and how often.
func (s *Report) poses(p Pen, head, none string, all []history.PoseCount) block {
	var lines []string
	for i, c := range all {
		if i == mostPoses {
			lines = append(lines, fmt.Sprintf(moreText, len(all)-i))
			break
		}
		lines = append(lines, s.poseName(c.Pose)+": "+oftenText(c))
	}
	if len(lines) == 0 {
		return section(p, head, none)
	}
	b := section(p, head, "")
	b.draw = func(w int) []string {
		out := []string{p.Strong.Render(head)}
		for _, l := range lines {
			out = append(out, page.Hang(p.Todo, l, w, p.Text)...)
		}
		return out
	}
	return b
}

// poseName is the name of a pose; of one that is gone, its id as words.
func (s *Report) poseName(id string) string {
	return cmp.Or(s.name(id), page.Title(page.Words(id)))
}

// widestText is a line with a long name, and how often something happened in it.
const widestText = 48

// section is a few words under a heading.
func section(p Pen, head, text string) block {
	return block{between(leastPlot, widestText), func(w int) []string {
		return append([]string{p.Strong.Render(head)}, page.Hang("", text, w, p.Dim)...)
	}}
}
