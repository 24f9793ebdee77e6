package history

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// writeMarkdown writes a page to hand to a physiotherapist: what was done and
// what was entered, no more.
func (l *Log) writeMarkdown(ctx context.Context, from querier, w io.Writer, since time.Time) error {
	p, err := l.readPage(ctx, from, since)
	if err != nil {
		return err
	}
	var b strings.Builder
	p.writeHead(&b)
	if p.weeks > 0 {
		p.writeOverview(&b)
		p.writeWeeks(&b)
		writeTable(&b, "Poses that hurt", "hurt", p.Hurt)
		writeTable(&b, "Poses that were skipped", "skipped", p.Skipped)
		p.writeLegs(&b)
	}
	_, err = io.WriteString(w, b.String())
	return err
}

// sheet is the page in numbers.
type sheet struct {
	Progress
	from, to time.Time // local dates
	weeks    int
	ends     map[string]int // sessions by how they ended
	leg      []string       // dates
	routines map[string]int
}

func (l *Log) readPage(ctx context.Context, from querier, since time.Time) (sheet, error) {
	now := l.now()
	p := sheet{from: now, to: now, ends: map[string]int{}, routines: map[string]int{}}
	some := false
	err := eachRecord(ctx, from, since, func(r record) error {
		if !some && since.IsZero() {
			p.from = r.Started
		}
		some = true
		p.ends[r.End]++
		p.routines[cmp.Or(r.Name, r.Routine)]++
		if r.Leg {
			p.leg = append(p.leg, r.Started.Format(dateForm))
		}
		return nil
	})
	if err != nil {
		return p, err
	}
	if !since.IsZero() {
		p.from = since.In(now.Location())
	}
	begin := dayOf(p.from)
	days, err := readDays(ctx, from, begin)
	if err != nil {
		return p, err
	}
	answers, err := readAnswers(ctx, from)
	if err != nil {
		return p, err
	}
	days = slices.DeleteFunc(days, func(d dayRow) bool { return d.day < begin })
	answers = slices.DeleteFunc(answers, func(a answerRow) bool { return a.day < begin })
	if some || len(answers) > 0 {
		first, _ := weekOf(begin)
		last, _ := weekOf(dayOf(now))
		p.weeks = int(min(max(last-first+1, 1), mostWeeks))
	}
	p.Progress = sumUp(days, answers, dayOf(now), max(p.weeks, 1))
	p.Hurt, p.Skipped, err = readPoses(ctx, from, sinceDay(since), math.MaxInt64)
	return p, err
}

const dateForm = "2 Jan 2006"

func (p sheet) writeHead(b *strings.Builder) {
	fmt.Fprintf(b, "# %s\n\n", pageTitleText)
	fmt.Fprintf(b, "%s to %s, dates by the calendar where each session was; today's zone is %s.\n\n",
		p.from.Format(dateForm), p.to.Format(dateForm), escape(nameZone(p.to)))
	fmt.Fprintf(b, "%s\n\n%s\n\n%s\n", pageWhatText, pagePainText, pagePEGText)
	if p.weeks == 0 {
		fmt.Fprintf(b, "\n%s\n", pageEmptyText)
	}
}

func (p sheet) writeOverview(b *strings.Builder) {
	sum := 0
	for _, n := range p.ends {
		sum += n
	}
	fmt.Fprintf(b, "\n## Overview\n\n")
	fmt.Fprintf(b, "- %s in %s: %.1f a week\n", countText(p.Sessions, "session"), countText(p.weeks, "week"), float64(p.Sessions)/float64(p.weeks))
	fmt.Fprintf(b, "- %.0f minutes: %.0f a week\n", p.Played.Minutes(), p.Played.Minutes()/float64(p.weeks))
	fmt.Fprintf(b, "- Finished: %d of %d begun\n", p.ends[Finished], sum)
	var names []string
	for name := range p.routines {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, c string) int {
		return cmp.Or(cmp.Compare(p.routines[c], p.routines[a]), cmp.Compare(a, c))
	})
	for i, name := range names {
		names[i] = fmt.Sprintf("%s (%d)", escape(cmp.Or(name, "unnamed")), p.routines[name])
	}
	if len(names) > 0 {
		fmt.Fprintf(b, "- Routines: %s\n", strings.Join(names[:min(len(names), 10)], ", "))
	}
	fmt.Fprintf(b, "- %s\n", changeText("Pain before a session", p.Pain))
	fmt.Fprintf(b, "- %s\n", changeText("PEG", p.PEG))
	fmt.Fprintf(b, "\n%s\n", pageRuleText)
}

func (p sheet) writeWeeks(b *strings.Builder) {
	fmt.Fprintf(b, "\n## By week\n\n%s\n\n", pageWeeksText)
	b.WriteString("| Week from | Sessions | Minutes | Pain before | Pain after | PEG |\n")
	b.WriteString("|---|--:|--:|--:|--:|--:|\n")
	for _, w := range p.Weeks {
		fmt.Fprintf(b, "| %s | %d | %.0f | %s | %s | %s |\n",
			w.Monday.Format(dateForm), w.Sessions, w.Played.Minutes(), meanText(w.Before), meanText(w.After), meanText(w.PEG))
	}
}

func writeTable(b *strings.Builder, title, what string, counts []PoseCount) {
	fmt.Fprintf(b, "\n## %s\n\n", title)
	if len(counts) == 0 {
		b.WriteString("None.\n")
		return
	}
	fmt.Fprintf(b, "| Pose | Times %s | In sessions |\n|---|--:|--:|\n", what)
	for _, c := range counts {
		fmt.Fprintf(b, "| %s | %d | %d |\n", escape(poseText(c.Pose)), c.Count, c.Sessions)
	}
}

// writeLegs names the days on which a symptom in a leg was reported.
func (p sheet) writeLegs(b *strings.Builder) {
	b.WriteString("\n## Symptoms in a leg\n\n")
	if len(p.leg) == 0 {
		b.WriteString("None reported.\n")
		return
	}
	fmt.Fprintf(b, "Reported in %s: %s.\n", countText(len(p.leg), "session"), strings.Join(slices.Compact(p.leg), ", "))
}

func meanText(mean *float64) string {
	if mean == nil {
		return "–"
	}
	return strconv.FormatFloat(*mean, 'f', 1, 64)
}

// escape keeps a text from being markup.
func escape(text string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune("\\`*_{}[]<>#|~&!", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
