package history

import (
	"context"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"time"
)

// writeCSV writes a row a session, as RFC 4180 has it, behind the mark by which a
// spreadsheet knows the encoding.
func writeCSV(ctx context.Context, from querier, w io.Writer, since time.Time) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write([]string{
		"date", "time", "zone", "routine", "name", "end", "minutes", "planned minutes", "poses", "poses done",
		"pain before", "pain after", "where", "leg symptoms", "id",
	}); err != nil {
		return err
	}
	err := eachRecord(ctx, from, false, func(r record) error {
		return out.Write(csvRow(r.Session))
	}, whereSince+oldestFirst, sinceDay(since))
	if err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

func csvRow(s Session) []string {
	zone, _ := s.Started.Zone()
	leg := "no"
	if s.Leg {
		leg = "yes"
	}
	row := []string{
		s.Started.Format(time.DateOnly), s.Started.Format(time.TimeOnly), strings.TrimSpace(zone + " " + s.Started.Format("-07:00")),
		s.Routine, s.Name, endText(s.End), minutesText(s.Played), minutesText(s.Planned), strconv.Itoa(s.Poses), strconv.Itoa(s.Done),
		ratingText(s.Before), ratingText(s.After), strings.Join(s.Where, ", "), leg, s.ID,
	}
	for i := range row {
		row[i] = disarm(row[i])
	}
	return row
}

func ratingText(rating *int) string {
	if rating == nil {
		return ""
	}
	return strconv.Itoa(*rating)
}

// disarm keeps a spreadsheet from taking a cell for a formula: at its beginning,
// behind spaces, in the wide forms of East Asian text, and behind what separates
// cells elsewhere in the world.
func disarm(cell string) string {
	var b strings.Builder
	begins := true
	for _, r := range cell {
		if begins && strings.ContainsRune("=+-@＝＋－＠−", r) {
			b.WriteByte('\'')
		}
		begins = strings.ContainsRune(";,|\t\r", r) || begins && r == ' '
		b.WriteRune(r)
	}
	return b.String()
}
