package guide

import (
	"slices"
	"testing"
	"time"
)

// said leads a routine to its end, x and pause among it, and gives all that was
// said.
func said(l *led, step time.Duration) []string {
	all := slices.Clone(l.guide.View().Said)
	note := func(v View) { all = append(all, v.Said...) }
	for tick := 0; l.guide.View().Phase == Leading; tick++ {
		l.clock = l.clock.Add(step)
		note(l.guide.Tick(l.clock))
		switch tick {
		case 400:
			note(l.guide.Do(Hurts, l.clock))
			note(l.guide.Do(EaseOff, l.clock))
			note(l.guide.Do(Pause, l.clock))
		case 700:
			note(l.guide.Do(Pause, l.clock))
			note(l.guide.Do(Pause, l.clock))
		}
	}
	return all
}

// What is said is the same for the ear and for who reads it.
func TestWhatIsSaidIsWhatIsHeard(t *testing.T) {
	t.Parallel()
	for _, r := range library(t).Routines() {
		l := begin(t, r.ID, nil)
		text := said(l, 100*time.Millisecond)
		if heard := l.ear.texts("say"); !slices.Equal(text, heard) {
			t.Errorf("%s: %d lines said, %d heard", r.ID, len(text), len(heard))
		}
	}
}

// It is there without a voice too, and in a look at a routine, however long the
// steps that time takes.
func TestAllIsSaidInSilence(t *testing.T) {
	t.Parallel()
	silent := func(speed float64) []string {
		return said(begin(t, "desk-break", func(o *Options) { o.Sound, o.Play.Speed = nil, speed }), time.Second)
	}
	slow := begin(t, "desk-break", nil)
	heard := said(slow, time.Second)
	if text := silent(1); !slices.Equal(text, heard) {
		t.Errorf("in silence %q,\nwith a voice %q", text, heard)
	}
	fast := silent(100)
	for _, line := range begin(t, "desk-break", nil).guide.Plan().Stages[1].Cues {
		if !slices.Contains(fast, line.Text) {
			t.Errorf("%q is missing at speed 100", line.Text)
		}
	}
}

// What a stage begins with is said once, also where its clock had not run before.
func TestTheBeginningOfAStageIsSaidOnce(t *testing.T) {
	t.Parallel()
	l := begin(t, "desk-break", nil)
	l.do(Pause, Next, Pause)
	l.pass(4 * time.Second)
	first := l.guide.Plan().Stages[1].Cues[0].Text
	count := 0
	for _, text := range l.ear.texts("say") {
		if text == first {
			count++
		}
	}
	if count != 1 {
		t.Errorf("%q is said %d times: %q", first, count, l.ear.texts("say"))
	}
}
