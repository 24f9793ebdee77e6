package content

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"catcow/figure"
)

// drawing is the figure of a pose as its file says: text until it is wanted, so
// that a list of poses need not read a thousand key poses.
type drawing struct {
	file  string
	text  string // the tables of the figure
	above int    // lines of the file before them

	once     sync.Once
	figure   *figure.Figure
	problems Problems
}

// HasFigure reports whether the pose's file has a figure, good or bad.
func (p Pose) HasFigure() bool { return p.drawing != nil }

// Figure is the pose's figure; nil if it has none, or one with problems: words
// alone are enough.
func (p Pose) Figure() *figure.Figure {
	if p.drawing == nil {
		return nil
	}
	p.drawing.once.Do(p.drawing.read)
	return p.drawing.figure
}

// FigureProblems is what is wrong with the pose's figure.
func (p Pose) FigureProblems() Problems {
	if p.drawing == nil {
		return nil
	}
	p.drawing.once.Do(p.drawing.read)
	return p.drawing.problems
}

func (d *drawing) read() {
	keys, wrong := parse(d.text)
	if wrong != nil {
		wrong.File = d.file
		if wrong.Line > 0 {
			wrong.Line += d.above
		}
		d.problems = Problems{*wrong}
		return
	}
	table, ok := keys["figure"].(map[string]any)
	if !ok {
		return // said when the pose was read
	}
	fig, problems := figure.Parse(table)
	if len(problems) == 0 {
		d.figure = fig
		return
	}
	index := lineIndex(d.text)
	for _, p := range problems {
		d.problems = append(d.problems, d.problem(index, strings.TrimSuffix("figure."+p.Key, "."), p.Text))
	}
	d.problems.sort()
}

// problem is one at a key of the file, or at the nearest table around it.
func (d *drawing) problem(index map[string]int, key, text string) Problem {
	line, ok := index[key]
	for at := key; !ok && at != ""; line, ok = index[at] {
		at = at[:max(strings.LastIndexAny(at, ".["), 0)]
	}
	if line > 0 {
		line += d.above
	}
	return Problem{File: d.file, Line: line, Key: key, Text: text}
}

// checkFigure is what is wrong with the pose's figure: what cannot be read, does
// not go with the steps, or what no body could do.
func (p Pose) checkFigure() Problems {
	fig, d := p.Figure(), p.drawing
	if fig == nil {
		return p.FigureProblems()
	}
	index := lineIndex(d.text)
	var problems Problems
	steps := func(variant, key string, want int) {
		set, _ := fig.Postures(variant, figure.Right)
		if got := len(set.Steps); got != want {
			problems = append(problems, d.problem(index, key,
				fmt.Sprintf("names %d keys, but the setup has %d steps; want a key for each", got, want)))
		}
	}
	if len(p.Steps) > 0 && p.Variant.ID == "" {
		steps("", "figure.steps", len(p.Steps))
	}
	for _, v := range p.Variants {
		steps(v.ID, "figure.variant."+v.ID+".steps", len(v.Steps))
	}
	for _, f := range figure.Check(fig) {
		id, _, _ := strings.Cut(f.Key, " ")
		key := fmt.Sprintf("figure.key[%d]", slices.Index(fig.Keys(), id))
		problems = append(problems, d.problem(index, key, f.Text))
	}
	problems.sort()
	return problems
}

// CheckFigures is what is wrong with the figures of the user's own poses.
func (l *Library) CheckFigures() Problems {
	var problems Problems
	for i := range l.poses {
		if p := l.poses[i]; !p.Builtin {
			problems = append(problems, p.checkFigure()...)
		}
	}
	return problems
}

// cutFigure cuts a file's text before the tables of its figure, if they are all
// that follows.
func cutFigure(text string) (head, tail string) {
	at := -1
	for _, table := range []string{"\n[figure", "\n[[figure"} {
		if i := strings.Index(text, table); i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	if at < 0 {
		return text, ""
	}
	head, tail = text[:at+1], text[at+1:]
	for line := range strings.Lines(tail) {
		if line[0] == '[' && !strings.HasPrefix(strings.TrimLeft(line, "["), "figure") {
			return text, ""
		}
	}
	return head, tail
}
