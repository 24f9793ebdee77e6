package history

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// writeMarkdown writes a page to hand to a physiotherapist: what was done and
// what was entered, no more.
func (l *Log) writeMarkdown(ctx context.Context, from querier, w io.Writer, since time.Time) error {
	p, err := l.readReport(ctx, from, since)
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

func (p report) writeHead(b *strings.Builder) {
	fmt.Fprintf(b, "# %s\n\n%s\n\n", pageTitleText, escape(p.spanText()))
	fmt.Fprintf(b, "%s\n\n%s\n\n%s\n", pageWhatText, pagePainText, pagePEGText)
	if p.weeks == 0 {
		fmt.Fprintf(b, "\n%s\n", pageEmptyText)
	}
}

func (p report) writeOverview(b *strings.Builder) {
	fmt.Fprintf(b, "\n## Overview\n\n")
	for _, fact := range p.facts() {
		fmt.Fprintf(b, "- %s\n", escape(fact))
	}
	fmt.Fprintf(b, "\n%s\n", pageRuleText)
}

func (p report) writeWeeks(b *strings.Builder) {
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
func (p report) writeLegs(b *strings.Builder) {
	fmt.Fprintf(b, "\n## Symptoms in a leg\n\n%s\n", p.legText())
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
