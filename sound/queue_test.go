package sound

import (
	"testing"
	"time"
)

// plan is a queue at a time that is counted from 0.
type plan struct {
	queue

	t *testing.T
}

var zero = time.Unix(5000, 0)

func (p *plan) line(text string, asked time.Duration, rank Rank) {
	p.add(Utterance{Text: text, Rank: rank}, zero.Add(asked))
}

// sounding has a line sound that ends, or is guessed to end.
func (p *plan) sounding(rank Rank, ends time.Duration, open bool) {
	p.begin(Utterance{Rank: rank}, zero.Add(ends), open)
}

// wants says what next gives at a time: a line or a wait.
func (p *plan) wants(at time.Duration, ready bool, text string, wait time.Duration) {
	p.t.Helper()
	got, do, w := p.next(zero.Add(at), func(string) bool { return ready })
	if do != doStart {
		got.Text = ""
	}
	if do == doCutOff || got.Text != text || w != wait {
		p.t.Errorf("at %v: %q after %v, want %q after %v", at, got.Text, w, text, wait)
	}
}

// cuts says that at a time the line that sounds is to be cut off.
func (p *plan) cuts(at time.Duration) {
	p.t.Helper()
	if _, do, _ := p.next(zero.Add(at), func(string) bool { return true }); do != doCutOff {
		p.t.Errorf("at %v: %v, want that the line be cut off", at, do)
	}
	p.cutOff(zero.Add(at))
}

func TestQueue(t *testing.T) {
	const never = 0
	for name, do := range map[string]func(p *plan){
		"nothing": func(p *plan) { p.wants(0, true, "", never) },
		"waits for a chime of the same moment": func(p *plan) {
			p.line("a", 0, May)
			p.wants(0, true, "", gather)
			p.wants(gather, true, "a", never)
		},
		"a chime goes first": func(p *plan) {
			p.line("a", 0, May)
			p.chime = zero
			p.wants(gather, true, "", afterChime-gather)
			p.wants(afterChime, true, "a", never)
		},
		"a chime long ago does not matter": func(p *plan) {
			p.chime = zero.Add(-afterChime)
			p.line("a", -time.Second, May)
			p.wants(0, true, "a", never)
		},
		"a chime later does not matter": func(p *plan) {
			p.line("a", 0, May)
			p.chime = zero.Add(100 * ms)
			p.wants(200*ms, true, "a", never)
		},
		"is rendered at the last moment": func(p *plan) {
			p.line("a", 0, May)
			p.wants(900*ms, false, "", 100*ms+1)
			p.wants(mayGrace, true, "a", never)
		},
		"is never rendered": func(p *plan) {
			p.line("a", 0, May)
			p.wants(mayGrace+1, false, "", never)
			p.wants(mayGrace, true, "", never) // it is gone
		},
		"waits for the line before": func(p *plan) {
			p.sounding(May, 800*ms, false)
			p.line("a", 0, May)
			p.wants(100*ms, true, "", 700*ms)
			p.wants(800*ms, true, "a", never)
		},
		"would wait too long and is dropped at once": func(p *plan) {
			p.sounding(May, mayGrace+1, false)
			p.line("a", 0, May)
			p.wants(100*ms, true, "", never)
			if len(p.lines) != 0 {
				t.Error("it is kept")
			}
		},
		"nobody knows how long the line before takes": func(p *plan) {
			p.sounding(May, 0, true)
			p.line("a", 0, May)
			p.wants(100*ms, true, "", 900*ms+1)
			p.wants(mayGrace+1, true, "", never)
		},
		"in the order in which they were asked for": func(p *plan) {
			p.line("a", 0, May)
			p.line("b", 0, May)
			p.line("c", 200*ms, May)
			p.wants(500*ms, true, "a", never)
			p.wants(500*ms, true, "b", never)
			p.wants(500*ms, true, "c", never)
			p.wants(500*ms, true, "", never)
		},
		"one that is too late does not hold up the next": func(p *plan) {
			p.line("a", 0, May)
			p.line("b", 900*ms, May)
			p.wants(1100*ms, true, "b", never)
		},
		"now": func(p *plan) {
			p.line("three", 0, NowOrNever)
			p.wants(instant, true, "three", never)
		},
		"or never": func(p *plan) {
			p.line("three", 0, NowOrNever)
			p.wants(instant+1, true, "", never)
			p.wants(instant, true, "", never)
		},
		"but after the chime": func(p *plan) {
			p.chime = zero
			p.line("up", 0, NowOrNever)
			p.wants(gather, true, "", afterChime-gather)
			p.wants(afterChime+instant, true, "up", never)
		},
		"a count does not wait for a line": func(p *plan) {
			p.sounding(May, 300*ms, false)
			p.line("three", 0, NowOrNever)
			p.wants(100*ms, true, "", never)
			p.wants(300*ms, true, "", never)
		},
		"one that must be heard waits for its own sound": func(p *plan) {
			p.line("dose", 0, Must)
			p.wants(5*time.Second, false, "", never)
			p.wants(9*time.Second, true, "dose", never)
		},
		"one that must be heard waits for another such": func(p *plan) {
			p.sounding(Must, 5*time.Second, false)
			p.line("dose", 0, Must)
			p.wants(time.Second, true, "", 4*time.Second)
			p.wants(5*time.Second, true, "dose", never)
		},
		"or for its end, if nobody knows that": func(p *plan) {
			p.sounding(Must, 0, true)
			p.line("dose", 0, Must)
			p.wants(time.Second, true, "", never)
			p.finish(zero.Add(9 * time.Second))
			p.wants(9*time.Second, true, "dose", never)
		},
		"it waits for another line that ends in time": func(p *plan) {
			p.sounding(May, 900*ms, false)
			p.line("dose", 0, Must)
			p.wants(100*ms, true, "", 800*ms)
		},
		"it has one cut off that does not": func(p *plan) {
			p.sounding(May, 1100*ms, false)
			p.line("dose", 0, Must)
			p.cuts(100 * ms)
			p.wants(100*ms, true, "dose", never)
		},
		"it has one cut off of which nobody knows the end": func(p *plan) {
			p.sounding(May, 0, true)
			p.line("dose", 0, Must)
			p.cuts(100 * ms)
			p.wants(100*ms, true, "dose", never)
		},
		"it has one cut off that takes longer than guessed": func(p *plan) {
			p.sounding(May, 500*ms, true)
			p.line("dose", 0, Must)
			p.wants(100*ms, true, "", 400*ms)
			p.cuts(500 * ms)
		},
		"it goes before those that need not be heard": func(p *plan) {
			p.sounding(Must, 400*ms, false)
			p.line("cue", 0, May)
			p.line("three", 0, NowOrNever)
			p.line("dose", 300*ms, Must)
			p.wants(400*ms, true, "dose", never)
			if len(p.lines) != 0 {
				t.Errorf("%v is left", p.lines)
			}
		},
	} {
		t.Run(name, func(t *testing.T) { do(&plan{t: t}) })
	}
}

// A line that the engine has failed over is tried again if it must be heard, once.
func TestQueueTriesAgain(t *testing.T) {
	var q queue
	q.add(Utterance{Text: "dose", Rank: Must}, zero)
	q.add(Utterance{Text: "cue"}, zero)
	if q.fail("cue"); q.has("cue") {
		t.Error("a line that need not be heard is tried again")
	}
	if q.fail("dose"); !q.has("dose") {
		t.Error("a line that must be heard is not tried again")
	}
	if q.fail("dose"); q.has("dose") {
		t.Error("it is tried for ever")
	}
}
