package content

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"slices"
	"strings"
	"time"
)

//go:embed safety.toml
var safetyFile embed.FS

// Safety is every word about health that does not belong to one pose: the page
// that is read and acknowledged before the first session, and what is said when
// something hurts.
type Safety struct {
	// Version changes when any word of the page does: an acknowledgement is
	// remembered by it. It does not change with the date or the sources.
	Version  string
	Reviewed time.Time // the day, at midnight
	Title    string
	Is       Notice // what catcow is
	IsNot    Notice
	// Emergency and Urgent are the signs that need a person, not a program. The
	// facts are those of the NHS.
	Emergency, Urgent Signs
	Before            Notice // who should ask a doctor first
	During            Notice // the rules while moving
	Credit            string // whose facts the signs are, for below them

	Legs     Notice // when a leg hurts further down, or is newly numb or weak
	EaseOff  string // for a rating above 5 of 10 (NHS Inform)
	Rose     string // for a rating after that is 3 or more above the one before
	NoChange Notice // after four weeks without a meaningful change (Ostelo 2008)
	Scale    Scale  // of every rating of pain
	PEG      PEG
	Sources  []Source
}

// Signs are symptoms, one a line, and whom to call if any of them is there.
type Signs struct {
	Title, Call string
	Signs       []string
	Source      []Source
}

// Notice is a few lines under a title. Call says whom to ask; it may be empty.
type Notice struct {
	Title  string
	Lines  []string
	Call   string
	Source []Source
}

// Scale is what the ends of a rating mean.
type Scale struct {
	Low  string // 0
	High string // 10
}

// PEG is three questions about the past week, each rated 0 to 10: average pain,
// and how much it interfered with enjoyment of life and with general activity
// (Krebs and others, 2009). Its score is the mean of the three.
type PEG struct {
	Lead      string
	Questions []Question
	Source    Source
}

// Question is one of the PEG.
type Question struct {
	ID  string // pain, enjoyment or activity
	Ask string
	Scale
}

// SafetyPage reads the safety page that comes with the program.
func SafetyPage() Safety {
	s, _ := readSafety(&document{fsys: safetyFile, name: "safety.toml", file: "content/safety.toml"})
	return s
}

// Sections is the page in the order it is read: each a title, lines, and whom
// to call.
func (s Safety) Sections() []Notice {
	return []Notice{s.Is, s.IsNot, s.Emergency.notice(), s.Urgent.notice(), s.Before, s.During}
}

// ForLegs is what is read when a leg hurts further down, or is newly numb or
// weak: to stop, the signs that need help now, and those that need it soon.
func (s Safety) ForLegs() []Notice {
	return []Notice{s.Legs, s.Emergency.notice(), s.Urgent.notice()}
}

func (s Signs) notice() Notice { return Notice{s.Title, s.Signs, s.Call, s.Source} }

// readSafety reads the safety page. Without problems it is whole.
func readSafety(doc *document) (Safety, Problems) {
	keys := doc.keys()
	if keys == nil {
		return Safety{}, doc.problems
	}
	known := map[string]Source{}
	for _, doc := range Builtin().documents("sources.toml") {
		doc.readSources(known)
	}
	t := safetyTable{doc.table("", keys), &sourceList{known: known}}
	s := Safety{
		Reviewed:  t.date("reviewed"),
		Title:     t.need("title", longestLine, "a title for the page"),
		Credit:    t.need("credit", longestLine, "whose facts the signs are"),
		Is:        t.notice("is"),
		IsNot:     t.notice("is-not"),
		Emergency: t.signs("emergency"),
		Urgent:    t.signs("urgent"),
		Before:    t.notice("before"),
		During:    t.notice("during"),
		Legs:      t.notice("legs"),
		EaseOff:   t.saying("ease-off"),
		Rose:      t.saying("rose"),
		NoChange:  t.notice("no-change"),
	}
	scale := t.within("scale")
	s.Scale = scale.scale()
	scale.rest()
	s.PEG = t.peg()
	s.Sources = t.all()
	t.rest()
	s.Version = s.version()
	return s, doc.problems
}

// version is a short hash of all that is read and acknowledged.
func (s Safety) version() string {
	words := []string{s.Title, s.Credit}
	for _, n := range s.Sections() {
		words = append(words, n.Title, n.Call)
		words = append(words, n.Lines...)
	}
	sum := sha256.Sum256([]byte(strings.Join(words, "\n")))
	return hex.EncodeToString(sum[:6])
}

// within is the table under a key; an empty one where it is none.
func (t *table) within(key string) *table {
	keys, _ := t.get(key).(map[string]any)
	if keys == nil {
		t.missing(key, "a table")
	}
	return t.doc.table(t.path+key+".", keys)
}

// safetyTable reads the page, and keeps every source that a part of it names.
type safetyTable struct {
	*table
	sources *sourceList
}

// sourceList is sources in the order they were first named.
type sourceList struct {
	known map[string]Source
	named []Source
}

// from reads the sources of a part. No part is without one.
func (t safetyTable) from(part *table) []Source {
	if part.lacks("source") {
		part.missing("source", "where its facts come from")
	}
	all := part.sources(t.sources.known)
	for _, s := range all {
		if !slices.Contains(t.sources.named, s) {
			t.sources.named = append(t.sources.named, s)
		}
	}
	return all
}

// all is every source of the page, and those of the conditions after them.
func (t safetyTable) all() []Source {
	all := t.sources.named
	for _, c := range Conditions() {
		for _, id := range c.Source() {
			if s, ok := t.sources.known[id]; ok && !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
	}
	return all
}

func (t safetyTable) notice(key string) Notice {
	in := t.within(key)
	defer in.rest()
	return Notice{in.title(), in.listed("lines"), in.line("call", longestLine), t.from(in)}
}

func (t safetyTable) signs(key string) Signs {
	in := t.within(key)
	defer in.rest()
	return Signs{in.title(), in.need("call", longestLine, "whom to call"), in.listed("signs"), t.from(in)}
}

func (t safetyTable) saying(key string) string {
	in := t.within(key)
	defer in.rest()
	t.from(in)
	return in.need("line", longestLine, "what is said")
}

func (t safetyTable) peg() PEG {
	in := t.within("peg")
	defer in.rest()
	p := PEG{Lead: in.need("lead", longestLine, "what is asked")}
	for _, q := range in.tables("question") {
		p.Questions = append(p.Questions, Question{q.id(), q.need("ask", longestText, "the question"), q.scale()})
		q.rest()
	}
	if from := t.from(in); len(from) > 0 {
		p.Source = from[0]
	}
	return p
}

func (t *table) title() string { return t.need("title", longestLine, "a title") }

func (t *table) listed(key string) []string {
	if t.lacks(key) {
		t.missing(key, "a list of lines")
	}
	return t.lines(key)
}

func (t *table) scale() Scale {
	return Scale{t.need("low", longestName, "what 0 means"), t.need("high", longestName, "what 10 means")}
}
