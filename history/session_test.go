package history

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// hold is a pose of one hold, the only stage of its item.
func hold(item int, planned, played time.Duration) Stage {
	return Stage{
		Index: item, Item: item, Kind: "hold", Pose: fmt.Sprint("pose-", item), Last: true,
		Planned: planned, Played: played, Skipped: played < planned,
	}
}

// What counts as a session counts as one in the log that saved it and in the one that
// took it in, and the page that is handed out says by which rule.
func TestWhatCountsAsASession(t *testing.T) {
	const short, long = 40 * time.Second, time.Minute
	for _, c := range []struct {
		name   string
		stages []Stage
		end    string
		counts bool
	}{
		{"skipped to its end", []Stage{hold(0, short, 0), hold(1, short, 0)}, Finished, false},
		{"finished in part", []Stage{hold(0, short, short/2)}, Finished, false},
		{"a short pose alone", []Stage{hold(0, short, short)}, Finished, true},
		{"a short pose, the others skipped", []Stage{hold(0, short, short), hold(1, short, 0)}, Finished, true},
		{"a short pose, then ended", []Stage{hold(0, short, short)}, EndedEarly, false},
		{"a minute of a long pose", []Stage{hold(0, 2*long, long)}, EndedEarly, true},
		{"cut off after a minute", []Stage{hold(0, long, long)}, "", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			clock := newClock()
			l, other := mustOpen(t, t.TempDir(), clock), mustOpen(t, t.TempDir(), clock)
			s := aSession(clock)
			s.Stages, s.End = c.stages, c.end
			l.Save(s)
			if _, _, err := other.Import(t.Context(), strings.NewReader(export(t, l, JSON, time.Time{}))); err != nil {
				t.Fatal(err)
			}
			want := map[bool]int{true: 1}[c.counts]
			for _, l := range []*Log{l, other} {
				p, err := l.Progress(t.Context(), 1)
				if err != nil || p.Sessions != want || p.Weeks[0].Sessions != want || sessions(t, l)[0].Counts() != c.counts {
					t.Errorf("%d sessions, want %d, %v", p.Sessions, want, err)
				}
				page := export(t, l, Markdown, time.Time{})
				finished := want
				if c.end != Finished {
					finished = 0
				}
				for _, says := range []string{
					fmt.Sprintf("- %s in 1 week", countText(want, "session")), fmt.Sprintf("- Finished: %d of 1 begun", finished),
					"a minute or more, or was finished with a pose done to its end",
				} {
					if !strings.Contains(page, says) {
						t.Errorf("no %q in\n%s", says, page)
					}
				}
			}
		})
	}
}
