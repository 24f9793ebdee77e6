package content

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"catcow/decode"
	"catcow/figure"
)

// readPose reads a pose file. The pose is whole only if no problem was noted.
func readPose(f *file, t *decode.Table, sources map[string]Source) Pose {
	p := Pose{
		ID:        readID(t),
		Name:      t.Need("name", longestName, "the name people know it by"),
		Sanskrit:  t.Line("sanskrit", longestName),
		Position:  Position(t.Word("position", positions())),
		Regions:   t.Words("regions", Regions()),
		Sides:     Sides(t.Word("sides", sides())),
		Props:     readProps(t),
		Direction: t.Words("direction", directions()),
		Strains:   t.Words("load", loads()),
		Inverted:  t.Bool("inverted"),
		Why:       t.Line("why", longestText),
		Feel:      t.Line("feel", longestText),
		Move:      Move(t.Word("move", moves())),
		Steps:     t.Lines("steps", longestLine),
		During:    t.Lines("during", longestLine),
		Inhale:    t.Line("inhale", longestLine),
		Exhale:    t.Line("exhale", longestLine),
		Ease:      t.Lines("ease", longestLine),
		Release:   t.Line("release", longestLine),
		Again:     t.Lines("again", longestLine),
		Rise:      t.Line("rise", longestLine),
		Aliases:   t.Lines("also", longestLine),
		Avoid:     readCautions(t),
		Dose:      readDose(t, "dose"),
		Source:    readCitations(t, sources),
		Reviewed:  t.Date("reviewed"),
		Variants:  readVariants(t, sources),
		drawing:   f.drawing,
	}
	if !t.Has("position") {
		t.ReportMissing("position", "one of "+strings.Join(positions(), ", "))
	}
	if !t.Has("sides") {
		p.Sides = NoSides
	}
	t.Table("figure", "a table")
	t.ReportUnknown()
	checkSteps(t, p)
	checkPlaceholders(t, p)
	checkReplaced(t, p)
	if t.Has("dose") {
		checkSides(t, "dose", p.Dose, p.Sides)
	} else {
		t.ReportMissing("dose", `how much of it to do, such as "30s x3"`)
	}
	return p
}

func readVariants(t *decode.Table, sources map[string]Source) []Variant {
	var out []Variant
	seen := map[string]bool{}
	for _, vt := range t.Tables("variant") {
		v := Variant{
			ID:     readID(vt),
			Name:   vt.Need("name", longestName, "a few words that tell it from the others"),
			Steps:  vt.Lines("steps", longestLine),
			During: vt.Lines("during", longestLine),
			Ease:   vt.Lines("ease", longestLine),
			Why:    vt.Line("why", longestText),
			Props:  readProps(vt),
			Source: readCitations(vt, sources),
		}
		vt.ReportUnknown()
		if vt.Lacks("steps") {
			vt.ReportMissing("steps", "a list of what to do, one action a line")
		}
		if v.ID != "" && seen[v.ID] {
			vt.Report("id", "there is a variant %q already; want another id", v.ID)
		}
		seen[v.ID] = true
		out = append(out, v)
	}
	return out
}

func readCautions(t *decode.Table) []Caution {
	tables := t.Tables("avoid")
	out := slices.Grow([]Caution(nil), len(tables))
	seen := make(map[string]bool, len(tables))
	known := ConditionIDs()
	for _, ct := range tables {
		c := Caution{
			With:    ct.Word("with", known),
			Instead: ct.Line("instead", longestLine),
			Of:      ct.Line("of", longestLine),
			Figure:  readInstead(ct),
			Stills:  Move(ct.Word("stills", moves())),
			// What is not said to be a way to do the pose is taken for a warning.
			Leave: ct.Bool("leave") || !ct.Has("leave") && !ct.Has("of"),
		}
		if seen[c.With] {
			c.Say = ct.Line("say", longestText)
		} else {
			c.Say = ct.Need("say", longestText, "what to do about it")
		}
		if !ct.Has("with") {
			ct.ReportMissing("with", "one of "+strings.Join(known, ", "))
		}
		if ct.Has("instead") && !ct.Has("of") {
			ct.ReportMissing("of", "words of the line that it stands instead of")
		}
		seen[c.With] = true
		ct.ReportUnknown()
		out = append(out, c)
	}
	return out
}

// readInstead reads what the figure shows instead of some of its keys. Whether there
// are such keys is seen when the figure is read.
func readInstead(t *decode.Table) figure.Instead {
	if !t.Has("figure") {
		return nil
	}
	const want = `keys and what is seen instead of each, such as { cat = "table" }`
	keys := t.Table("figure", want)
	instead := figure.Instead{}
	for _, id := range keys.Keys() {
		instead[id] = keys.Need(id, longestName, "the key that is seen instead")
	}
	return instead
}

// readProps reads prop names; an optional one ends in "?".
func readProps(t *decode.Table) []Prop {
	var out []Prop
	for i, s := range t.Lines("props", longestLine) {
		name, optional := strings.CutSuffix(s, "?")
		if s != "" && !slices.Contains(Props(), name) {
			t.Report(decode.Element("props", i), `%q is not known; want one of %s, with "?" if optional%s`,
				s, strings.Join(Props(), ", "), decode.Suggestion(name, Props()))
			continue
		}
		out = append(out, Prop{Name: name, Optional: optional})
	}
	return out
}

// readCitations reads ids of the sources file. A text with a space in it is a
// citation in full.
func readCitations(t *decode.Table, known map[string]Source) []Source {
	var out []Source
	for i, s := range t.Lines("source", longestLine) {
		src, ok := known[s]
		switch {
		case ok:
			out = append(out, src)
		case strings.Contains(s, " "):
			out = append(out, Source{Title: s})
		case s != "":
			t.Report(decode.Element("source", i), `no source %q; want a known one, or title and author in full%s`,
				s, decode.Suggestion(s, slices.Sorted(maps.Keys(known))))
		}
	}
	return out
}

func readDose(t *decode.Table, key string) Dose {
	s := t.Line(key, longestName)
	if s == "" && !t.IsBlank(key) {
		return Dose{}
	}
	d, err := ParseDose(s)
	if err != nil {
		t.Report(key, "%v", err)
	}
	return d
}

// checkSides notes a dose that shares its sides otherwise than the pose has them.
func checkSides(t *decode.Table, key string, d Dose, s Sides) {
	if want := d.wantedSides(s); want != "" {
		t.Report(key, "%q, but the pose has sides = %q; want %s", d, s, want)
	}
}

// wantedSides is what the dose must say for a pose with those sides; "" if it does, or
// if it is no dose, which has its own problem already.
func (d Dose) wantedSides(s Sides) string {
	switch {
	case d.Amount.To == 0:
	case s == EachOfTwo && d.Sides != EachSide:
		return `"each side" at the end`
	case s == AlternateSides && d.Sides != EachLeg && d.Sides != Alternating:
		return `"each leg" or "alternating" at the end`
	case s == NoSides && d.Sides != Once:
		return fmt.Sprintf("no %q at the end", d.Sides)
	}
	return ""
}

func checkSteps(t *decode.Table, p Pose) {
	if t.Lacks("steps") && t.Lacks("variant") {
		t.ReportMissing("steps", "a list of what to do, one action a line")
	}
	if p.Move != Still && (t.Lacks("inhale") || t.Lacks("exhale")) {
		t.Report("move", `needs the words of both breaths; want "inhale" and "exhale" lines`)
	}
}

// checkPlaceholders notes braces that stand for nothing, and a pose with sides
// that never names one.
func checkPlaceholders(t *decode.Table, p Pose) {
	named := false
	look := func(path, s string) {
		if !strings.ContainsAny(s, "{}") {
			return
		}
		left := FillSide(s, "", "")
		if strings.ContainsAny(left, "{}") {
			t.Report(path, "has braces that mean nothing; want {side} or {other}")
		}
		if left == s {
			return
		}
		named = true
		if p.Sides == NoSides {
			t.Report(path, `names a side, but the pose has none; want sides = "each" or "alternate"`)
		}
	}
	all := func(path string, lines []string) {
		for i, s := range lines {
			named = named || s == "" // it is wrong, and may have named one
			look(decode.Element(path, i), s)
		}
	}
	all("steps", p.Steps)
	all("during", p.During)
	all("ease", p.Ease)
	for i, v := range p.Variants {
		at := decode.Element("variant", i) + "."
		all(at+"steps", v.Steps)
		all(at+"during", v.During)
		all(at+"ease", v.Ease)
	}
	look("inhale", p.Inhale)
	look("exhale", p.Exhale)
	look("release", p.Release)
	all("again", p.Again)
	look("rise", p.Rise)
	if p.Sides != NoSides && p.Sides != "" && !named && len(p.Steps)+len(p.Variants) > 0 {
		t.Report("sides", `is %q, but no line names the side; want {side} and {other} in the steps`, p.Sides)
	}
}

// checkReplaced notes a caution whose words stand in no line that is said, or that
// would leave a step unsaid, for which the figure has a posture.
func checkReplaced(t *decode.Table, p Pose) {
	steps, lines := slices.Clone(p.Steps), append(p.lines(), p.Name, p.Why, p.Feel)
	for _, v := range p.Variants {
		steps, lines = append(steps, v.Steps...), append(lines, v.Name, v.Why)
	}
	for _, c := range p.Avoid {
		lines = append(lines, c.Instead) // of somebody's other condition
	}
	for i, c := range p.Avoid {
		of := func(s string) bool { return strings.Contains(s, c.Of) }
		switch {
		case c.Of == "":
		case slices.ContainsFunc(steps, of):
			if c.Instead == "" {
				t.Report(decode.Element("avoid", i)+".of", "stands in a step; want an \"instead\" for it")
			}
		case !slices.ContainsFunc(lines, of):
			t.Report(decode.Element("avoid", i)+".of", "stands in no line of the pose; want words of the line to be replaced")
		}
	}
}
