package content

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"catcow/decode"
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
	Emergency, Urgent Notice
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
	s, _ := readSafety(newFile(safetyFile, "safety.toml", "content/safety.toml"))
	return s
}

// Sections is the page in the order it is read: each a title, lines, and whom
// to call.
func (s Safety) Sections() []Notice {
	return []Notice{s.Is, s.IsNot, s.Emergency, s.Urgent, s.Before, s.During}
}

// ForLegs is what is read when a leg hurts further down, or is newly numb or
// weak: to stop, the signs that need help now, and those that need it soon.
func (s Safety) ForLegs() []Notice {
	return []Notice{s.Legs, s.Emergency, s.Urgent}
}

// readSafety reads the safety page. Without problems it is whole.
func readSafety(f *file) (Safety, decode.Problems) {
	t := f.parse()
	if t == nil {
		return Safety{}, f.Problems
	}
	cites := &citations{known: map[string]Source{}}
	for _, f := range Builtin().files("sources.toml") {
		f.readSources(cites.known)
	}
	s := Safety{
		Reviewed:  t.Date("reviewed"),
		Title:     t.Need("title", longestLine, "a title for the page"),
		Credit:    t.Need("credit", longestLine, "whose facts the signs are"),
		Is:        readNotice(t, "is", cites),
		IsNot:     readNotice(t, "is-not", cites),
		Emergency: readSigns(t, "emergency", cites),
		Urgent:    readSigns(t, "urgent", cites),
		Before:    readNotice(t, "before", cites),
		During:    readNotice(t, "during", cites),
		Legs:      readNotice(t, "legs", cites),
		EaseOff:   readSaying(t, "ease-off", cites),
		Rose:      readSaying(t, "rose", cites),
		NoChange:  readNotice(t, "no-change", cites),
	}
	scale := needTable(t, "scale")
	s.Scale = readScale(scale)
	scale.ReportUnknown()
	s.PEG = readPEG(t, cites)
	s.Sources = cites.all()
	t.ReportUnknown()
	s.Version = s.version()
	return s, f.Problems
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

// needTable is the table under a key, which must be there.
func needTable(t *decode.Table, key string) *decode.Table {
	if !t.Has(key) {
		t.ReportMissing(key, "a table")
	}
	return t.Table(key, "a table")
}

// citations is sources in the order the page first names them.
type citations struct {
	known map[string]Source
	named []Source
}

// read is the sources of a part. No part is without one.
func (c *citations) read(part *decode.Table) []Source {
	if part.Lacks("source") {
		part.ReportMissing("source", "where its facts come from")
	}
	all := readCitations(part, c.known)
	for _, s := range all {
		if !slices.Contains(c.named, s) {
			c.named = append(c.named, s)
		}
	}
	return all
}

// all is every source of the page, and those of the conditions after them.
func (c *citations) all() []Source {
	all := c.named
	for _, condition := range Conditions() {
		for _, id := range condition.Source {
			if s, ok := c.known[id]; ok && !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
	}
	return all
}

func readNotice(t *decode.Table, key string, cites *citations) Notice {
	in := needTable(t, key)
	defer in.ReportUnknown()
	return Notice{readTitle(in), needLines(in, "lines"), in.Line("call", longestLine), cites.read(in)}
}

// readSigns reads symptoms, one a line, and whom to call if any of them is there.
func readSigns(t *decode.Table, key string, cites *citations) Notice {
	in := needTable(t, key)
	defer in.ReportUnknown()
	call := in.Need("call", longestLine, "whom to call")
	return Notice{readTitle(in), needLines(in, "signs"), call, cites.read(in)}
}

func readTitle(t *decode.Table) string { return t.Need("title", longestLine, "a title") }

func needLines(t *decode.Table, key string) []string {
	if t.Lacks(key) {
		t.ReportMissing(key, "a list of lines")
	}
	return t.Lines(key, longestLine)
}

func readSaying(t *decode.Table, key string, cites *citations) string {
	in := needTable(t, key)
	defer in.ReportUnknown()
	cites.read(in)
	return in.Need("line", longestLine, "what is said")
}

func readScale(t *decode.Table) Scale {
	return Scale{t.Need("low", longestName, "what 0 means"), t.Need("high", longestName, "what 10 means")}
}

func readPEG(t *decode.Table, cites *citations) PEG {
	in := needTable(t, "peg")
	defer in.ReportUnknown()
	p := PEG{Lead: in.Need("lead", longestLine, "what is asked")}
	for _, q := range in.Tables("question") {
		p.Questions = append(p.Questions, Question{readID(q), q.Need("ask", longestText, "the question"), readScale(q)})
		q.ReportUnknown()
	}
	if from := cites.read(in); len(from) > 0 {
		p.Source = from[0]
	}
	return p
}
