package content

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// readPose reads a pose file. The pose is whole only if no problem was noted.
func readPose(t *table, sources map[string]Source) Pose {
	p := Pose{
		ID:        t.id(),
		Name:      t.need("name", longestName, "the name people know it by"),
		Sanskrit:  t.line("sanskrit", longestName),
		Position:  Position(t.word("position", positions())),
		Regions:   t.words("regions", Regions()),
		Sides:     Sides(t.word("sides", sides())),
		Props:     t.props(),
		Direction: t.words("direction", directions()),
		Load:      t.words("load", loads()),
		Inverted:  t.flag("inverted"),
		Why:       t.line("why", longestText),
		Feel:      t.line("feel", longestText),
		Move:      Move(t.word("move", moves())),
		Steps:     t.lines("steps"),
		During:    t.lines("during"),
		Inhale:    t.line("inhale", longestLine),
		Exhale:    t.line("exhale", longestLine),
		Ease:      t.lines("ease"),
		Release:   t.line("release", longestLine),
		Again:     t.lines("again"),
		Rise:      t.line("rise", longestLine),
		Also:      t.lines("also"),
		Avoid:     readCautions(t),
		Dose:      t.dose("dose"),
		Source:    t.sources(sources),
		Reviewed:  t.date("reviewed"),
		Variants:  readVariants(t, sources),
		drawing:   t.doc.drawing,
	}
	if !t.has("position") {
		t.missing("position", "one of "+strings.Join(positions(), ", "))
	}
	if !t.has("sides") {
		p.Sides = NoSides
	}
	t.holds("figure")
	t.rest()
	checkSteps(t, p)
	checkPlaceholders(t, p)
	checkReplaced(t, p)
	if t.has("dose") {
		t.agree("dose", p.Dose, p.Sides)
	} else {
		t.missing("dose", `how much of it to do, such as "30s x3"`)
	}
	return p
}

func readVariants(t *table, sources map[string]Source) []Variant {
	var out []Variant
	seen := map[string]bool{}
	for _, vt := range t.tables("variant") {
		v := Variant{
			ID:     vt.id(),
			Name:   vt.need("name", longestName, "a few words that tell it from the others"),
			Steps:  vt.lines("steps"),
			During: vt.lines("during"),
			Ease:   vt.lines("ease"),
			Why:    vt.line("why", longestText),
			Props:  vt.props(),
			Source: vt.sources(sources),
		}
		vt.rest()
		if vt.lacks("steps") {
			vt.missing("steps", "a list of what to do, one action a line")
		}
		if v.ID != "" && seen[v.ID] {
			vt.bad("id", "there is a variant %q already; want another id", v.ID)
		}
		seen[v.ID] = true
		out = append(out, v)
	}
	return out
}

func readCautions(t *table) []Caution {
	var out []Caution
	seen := map[string]bool{}
	known := ConditionIDs()
	for _, ct := range t.tables("avoid") {
		c := Caution{
			With:    ct.word("with", known),
			Instead: ct.line("instead", longestLine),
			Of:      ct.line("of", longestLine),
			// What is not said to be a way to do the pose is taken for a warning.
			Leave: ct.flag("leave") || !ct.has("leave") && !ct.has("of"),
		}
		if seen[c.With] {
			c.Say = ct.line("say", longestText)
		} else {
			c.Say = ct.need("say", longestText, "what to do about it")
		}
		if !ct.has("with") {
			ct.missing("with", "one of "+strings.Join(known, ", "))
		}
		if ct.has("instead") && !ct.has("of") {
			ct.missing("of", "words of the line that it stands instead of")
		}
		seen[c.With] = true
		ct.rest()
		out = append(out, c)
	}
	return out
}

// props reads prop names; an optional one ends in "?".
func (t *table) props() []Prop {
	var out []Prop
	for i, s := range t.lines("props") {
		name, optional := strings.CutSuffix(s, "?")
		if s != "" && !known(name, props()) {
			t.bad(element("props", i), `%q is not known; want one of %s, with "?" if optional%s`,
				s, strings.Join(props(), ", "), suggestion(name, props()))
			continue
		}
		out = append(out, Prop{Name: name, Optional: optional})
	}
	return out
}

// sources reads ids of the sources file. A text with a space in it is a
// citation in full.
func (t *table) sources(known map[string]Source) []Source {
	var out []Source
	for i, s := range t.lines("source") {
		src, ok := known[s]
		switch {
		case ok:
			out = append(out, src)
		case strings.Contains(s, " "):
			out = append(out, Source{Title: s})
		case s != "":
			t.bad(element("source", i), `no source %q; want a known one, or title and author in full%s`,
				s, suggestion(s, slices.Sorted(maps.Keys(known))))
		}
	}
	return out
}

func (t *table) dose(key string) Dose {
	s := t.line(key, longestName)
	if s == "" && !t.blank(key) {
		return Dose{}
	}
	d, err := ParseDose(s)
	if err != nil {
		t.bad(key, "%v", err)
	}
	return d
}

// agree notes a dose that shares its sides otherwise than the pose has them.
func (t *table) agree(key string, d Dose, s Sides) {
	if want := d.wants(s); want != "" {
		t.bad(key, "%q, but the pose has sides = %q; want %s", d, s, want)
	}
}

// wants is what the dose must say for a pose with those sides; "" if it does, or
// if it is no dose, which has its own problem already.
func (d Dose) wants(s Sides) string {
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

func checkSteps(t *table, p Pose) {
	if t.lacks("steps") && t.lacks("variant") {
		t.missing("steps", "a list of what to do, one action a line")
	}
	if p.Move != Still && (t.lacks("inhale") || t.lacks("exhale")) {
		t.bad("move", `needs the words of both breaths; want "inhale" and "exhale" lines`)
	}
}

// checkPlaceholders notes braces that stand for nothing, and a pose with sides
// that never names one.
func checkPlaceholders(t *table, p Pose) {
	named := false
	look := func(path, s string) {
		if !strings.ContainsAny(s, "{}") {
			return
		}
		left := strings.NewReplacer("{side}", "", "{other}", "").Replace(s)
		if strings.ContainsAny(left, "{}") {
			t.bad(path, "has braces that mean nothing; want {side} or {other}")
		}
		if left == s {
			return
		}
		named = true
		if p.Sides == NoSides {
			t.bad(path, `names a side, but the pose has none; want sides = "each" or "alternate"`)
		}
	}
	all := func(path string, lines []string) {
		for i, s := range lines {
			named = named || s == "" // it is wrong, and may have named one
			look(element(path, i), s)
		}
	}
	all("steps", p.Steps)
	all("during", p.During)
	all("ease", p.Ease)
	for i, v := range p.Variants {
		at := element("variant", i) + "."
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
		t.bad("sides", `is %q, but no line names the side; want {side} and {other} in the steps`, p.Sides)
	}
}

// checkReplaced notes a caution whose words stand in no line that is said, or that
// would leave a step unsaid, for which the figure has a posture.
func checkReplaced(t *table, p Pose) {
	steps := slices.Clone(p.Steps)
	lines := slices.Concat(p.During, p.Ease, p.Again, []string{p.Inhale, p.Exhale, p.Release, p.Rise})
	for _, v := range p.Variants {
		steps = append(steps, v.Steps...)
		lines = slices.Concat(lines, v.During, v.Ease)
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
				t.bad(element("avoid", i)+".of", "stands in a step; want an \"instead\" for it")
			}
		case !slices.ContainsFunc(lines, of):
			t.bad(element("avoid", i)+".of", "stands in no line of the pose; want words of the line to be replaced")
		}
	}
}
