package history

import (
	"cmp"
	"context"
	_ "embed"
	"html/template"
	"io"
	"strconv"
	"strings"
	textTemplate "text/template"
	"time"
)

// The page to hand to a physiotherapist: what was done and what was entered, no
// more. It is one file with all that belongs to it, to be looked at or printed, or
// the same without the pictures as text.
var (
	//go:embed page.html
	pageHTML string
	//go:embed page.md
	pageMarkdown string
)

// pageFuncs are what both forms write values with.
func (l *Log) pageFuncs() map[string]any {
	pose := func(id string) string { return cmp.Or(l.poseName(id), poseText(id)) }
	return map[string]any{"date": dateText, "mean": meanText, "pose": pose, "escape": escape}
}

func (l *Log) writeHTML(ctx context.Context, from querier, w io.Writer, since time.Time) error {
	page := template.Must(template.New("page").Funcs(l.pageFuncs()).Parse(pageHTML))
	return l.writePage(ctx, from, since, func(data any) error { return page.Execute(w, data) })
}

func (l *Log) writeMarkdown(ctx context.Context, from querier, w io.Writer, since time.Time) error {
	page := textTemplate.Must(textTemplate.New("page").Funcs(l.pageFuncs()).Parse(pageMarkdown))
	return l.writePage(ctx, from, since, func(data any) error { return page.Execute(w, data) })
}

func (l *Log) writePage(ctx context.Context, from querier, since time.Time, write func(data any) error) error {
	p, err := l.readReport(ctx, from, since)
	if err != nil {
		return err
	}
	data := map[string]any{
		"Title": pageTitleText, "Span": p.spanText(), "Notes": []string{pageWhatText, pagePainText, pagePEGText},
		"Empty": pageEmptyText, "Rule": pageRuleText, "WeeksNote": pageWeeksText, "Leg": p.legText(),
		"Some": p.weeks > 0, "Weeks": p.Weeks,
	}
	if p.weeks > 0 {
		data["Facts"], data["Charts"] = p.facts(), p.charts()
		data["Poses"] = []poseTable{{"Poses that hurt", "hurt", p.Hurt}, {"Poses that were skipped", "skipped", p.Skipped}}
	}
	return write(data)
}

func dateText(t time.Time) string { return t.Format(dateForm) }

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
