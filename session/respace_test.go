package session

import (
	"strings"
	"testing"
	"time"
)

// A plan whose voice turns out slower has time for it from the next stage on, as if it
// had been made for it, and keeps what is past.
func TestAPlanFollowsAVoiceThatIsSlower(t *testing.T) {
	slow := func(line string) time.Duration {
		return time.Duration(len(strings.Fields(line))) * time.Minute / 60
	}
	for _, r := range builtin(t) {
		for _, at := range []int{0, 1, 2, 5} {
			o := DefaultOptions()
			p := NewPlayer(Compile(r, o), Settings{})
			now := time.Date(2026, time.November, 20, 8, 0, 0, 0, time.UTC)
			p.Start(now)
			for range at {
				p.Next(now)
			}
			now = now.Add(time.Second)
			p.Tick(now)
			was := p.At(now)
			p.SetLineLength(now, slow)
			is := p.At(now)
			if is.Index != was.Index || is.In != was.In || is.Done != was.Done || is.Stage.Length != was.Stage.Length {
				t.Errorf("%s: %v of stage %d becomes %v of %d", r.ID, was.In, was.Index, is.In, is.Index)
			}
			o.LineLength = slow
			for i, s := range p.Plan().Stages[at+1:] {
				checkEar(t, s, o)
				if s.Works() {
					continue
				}
				for j, c := range s.Cues {
					until := s.Length
					if j+1 < len(s.Cues) {
						until = s.Cues[j+1].At
					} else if len(s.VoiceCues) > 0 {
						until = s.VoiceCues[0].At
					}
					if until-c.At < slow(c.Text) {
						t.Errorf("%s, stage %d: %q has %v of %v", r.ID, at+1+i, c.Text, until-c.At, slow(c.Text))
					}
				}
			}
		}
	}
}
