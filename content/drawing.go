package content

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"catcow/decode"
	"catcow/figure"
)

// drawing is the figure of a pose as its file says: text until it is wanted, so
// that a list of poses need not read a thousand key poses.
type drawing struct {
	file string
	head string // what of the file stands above the text
	text string // of the figure, or the whole file

	once     sync.Once
	figure   *figure.Figure
	problems decode.Problems
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
	if p.drawing.figure == nil || len(p.instead) == 0 {
		return p.drawing.figure
	}
	return p.drawing.figure.Instead(p.instead...)
}

// parse reads the text, its problems at their lines in the file.
func (d *drawing) parse() *decode.Document {
	return decode.Parse(d.file, strings.Repeat("\n", strings.Count(d.head, "\n"))+d.text)
}

func (d *drawing) read() {
	doc := d.parse()
	table, ok := doc.Keys["figure"].(map[string]any)
	if ok {
		fig, problems := figure.Parse(table)
		for _, p := range problems {
			doc.Report(strings.TrimSuffix("figure."+p.Key, "."), "%s", p.Text)
		}
		if len(problems) == 0 {
			d.figure = fig
		}
	}
	doc.Problems.Sort()
	d.problems = doc.Problems
}

// checkFigure is what is wrong with the pose's figure: what cannot be read, does
// not go with the steps, or what no body could do.
func (p Pose) checkFigure() decode.Problems {
	fig, d := p.Figure(), p.drawing
	switch {
	case d == nil:
		return nil
	case fig == nil:
		return d.problems
	}
	doc := d.parse()
	steps := func(variant, key string, want int) {
		set, _ := fig.Postures(variant, figure.Right)
		if got := len(set.Steps); got != want {
			doc.Report(key, "names %d keys, but the setup has %d steps; want a key for each", got, want)
		}
	}
	if len(p.Steps) > 0 && p.Variant.ID == "" {
		steps("", "figure.steps", len(p.Steps))
	}
	for _, v := range p.Variants {
		steps(v.ID, "figure.variant."+v.ID+".steps", len(v.Steps))
	}
	for i, c := range p.Avoid {
		for _, wrong := range fig.CheckInstead(c.Figure) {
			key := decode.Element("avoid", i) + ".figure"
			line := decode.Parse(d.file, d.head+d.text).Line(key)
			doc.Problems = append(doc.Problems, decode.Problem{File: d.file, Line: line, Key: key, Text: wrong})
		}
	}
	for _, f := range figure.Check(fig) {
		id, _, _ := strings.Cut(f.Key, " ")
		doc.Report(fmt.Sprintf("figure.key[%d]", slices.Index(fig.Keys(), id)), "%s", f.Text)
	}
	doc.Problems.Sort()
	return doc.Problems
}

// CheckFigures is what is wrong with the figures of the user's own poses, those
// that could not be read whole included.
func (l *Library) CheckFigures() decode.Problems {
	var problems decode.Problems
	for i := range l.poses {
		if p := l.poses[i]; !p.Builtin {
			problems = append(problems, p.checkFigure()...)
		}
	}
	for _, d := range l.brokenFigures {
		problems = append(problems, Pose{drawing: d}.checkFigure()...)
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
