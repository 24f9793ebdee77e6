package history

import (
	"context"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"time"
)

// writeCSV writes a row a session, as RFC 4180 has it.
func writeCSV(ctx context.Context, from querier, w io.Writer, since time.Time) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(csvHead()); err != nil {
		return err
	}
	err := eachRecord(ctx, from, since, func(r record) error {
		return out.Write(csvRow(r.Session))
	})
	if err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

func csvHead() []string {
	return []string{
		"date", "time", "zone", "routine", "name", "end", "minutes", "planned minutes", "poses", "poses done",
		"pain before", "pain after", "where", "leg symptoms", "id",
	}
}

func csvRow(s Session) []string {
	zone, _ := s.Started.Zone()
	leg := "no"
	if s.Leg {
		leg = "yes"
	}
	row := []string{
		s.Started.Format("2006-01-02"), s.Started.Format("15:04:05"), strings.TrimSpace(zone + " " + s.Started.Format("-07:00")),
		s.Routine, s.Name, endText(s.End), minutesText(s.Played), minutesText(s.Planned), strconv.Itoa(s.Poses), strconv.Itoa(s.Done),
		ratingText(s.Before), ratingText(s.After), strings.Join(s.Where, ", "), leg, s.ID,
	}
	for i := range row {
		row[i] = harmless(row[i])
	}
	return row
}

func ratingText(rating *int) string {
	if rating == nil {
		return ""
	}
	return strconv.Itoa(*rating)
}

// harmless keeps a spreadsheet from taking a cell for a formula.
func harmless(cell string) string {
	if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
		return "'" + cell
	}
	return cell
}
