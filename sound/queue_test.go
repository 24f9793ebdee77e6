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

func (p *plan) say(text string, asked, due time.Duration, after bool) {
	p.add(Utterance{Text: text, Due: zero.Add(due), After: after}, zero.Add(asked))
}

// wants says what next gives at a time: a line or a wait.
func (p *plan) wants(at time.Duration, ready bool, text string, wait time.Duration) {
	p.t.Helper()
	got, ok, w := p.next(zero.Add(at), func(string) bool { return ready })
	if ok != (text != "") || got.Text != text || w != wait {
		p.t.Errorf("at %v: %q after %v, want %q after %v", at, got.Text, w, text, wait)
	}
}

func TestQueue(t *testing.T) {
	const never = 0
	for name, do := range map[string]func(p *plan){
		"nothing": func(p *plan) { p.wants(0, true, "", never) },
		"waits for a chime of the same moment": func(p *plan) {
			p.say("a", 0, 0, false)
			p.wants(0, true, "", gather)
			p.wants(gather, true, "a", never)
		},
		"a chime goes first": func(p *plan) {
			p.say("a", 0, 0, false)
			p.chime = zero
			p.wants(gather, true, "", afterChime-gather)
			p.wants(afterChime, true, "a", never)
		},
		"a chime long ago does not matter": func(p *plan) {
			p.chime = zero.Add(-afterChime)
			p.say("a", -time.Second, 0, false)
			p.wants(0, true, "a", never)
		},
		"a chime later does not matter": func(p *plan) {
			p.chime = zero.Add(100 * ms)
			p.say("a", -time.Second, 0, false)
			p.wants(0, true, "a", never)
		},
		"has its moment in the future": func(p *plan) {
			p.say("a", 0, 3*time.Second, false)
			p.wants(time.Second, true, "", 2*time.Second)
			p.wants(3*time.Second, true, "a", never)
		},
		"is rendered at the last moment": func(p *plan) {
			p.say("a", 0, 0, false)
			p.wants(900*ms, false, "", 100*ms+1)
			p.wants(Grace, true, "a", never)
		},
		"is never rendered": func(p *plan) {
			p.say("a", 0, 0, false)
			p.wants(Grace+1, false, "", never)
			p.wants(Grace, true, "", never) // it is gone
		},
		"asked for too late": func(p *plan) {
			p.say("a", Grace+1, 0, false)
			p.wants(Grace+1, true, "", never)
		},
		"waits for the line before": func(p *plan) {
			p.ends = zero.Add(800 * ms)
			p.say("a", 0, 0, false)
			p.wants(100*ms, true, "", 700*ms)
			p.wants(800*ms, true, "a", never)
		},
		"would wait too long and is dropped at once": func(p *plan) {
			p.ends = zero.Add(Grace + 1)
			p.say("a", 0, 0, false)
			p.wants(100*ms, true, "", never)
			if len(p.lines) != 0 {
				t.Error("it is kept")
			}
		},
		"after the line before, however long": func(p *plan) {
			p.ends = zero.Add(time.Minute)
			p.say("a", 0, 0, true)
			p.wants(time.Second, true, "", 59*time.Second)
			p.wants(61*time.Second, true, "a", never)
		},
		"after the line before, but not much after": func(p *plan) {
			p.ends = zero.Add(time.Minute)
			p.say("a", 0, 0, true)
			p.wants(time.Minute+Grace+1, true, "", never)
		},
		"nobody knows how long the line before takes": func(p *plan) {
			p.open = true
			p.say("a", 0, 0, false)
			p.wants(100*ms, true, "", 900*ms+1)
			p.wants(Grace+1, true, "", never)
			p.say("b", 0, 0, true)
			p.wants(time.Minute, true, "", never)
			p.open, p.ends = false, zero.Add(time.Minute)
			p.wants(time.Minute, true, "b", never)
		},
		"in the order of their moments": func(p *plan) {
			p.say("c", 0, 400*ms, false)
			p.say("a", 0, 200*ms, false)
			p.say("b", 0, 200*ms, true)
			p.wants(500*ms, true, "a", never)
			p.wants(500*ms, true, "b", never)
			p.wants(500*ms, true, "c", never)
			p.wants(500*ms, true, "", never)
		},
		"one that is too late does not hold up the next": func(p *plan) {
			p.say("a", 0, 0, false)
			p.say("b", 0, 900*ms, false)
			p.wants(1100*ms, true, "b", never)
		},
	} {
		t.Run(name, func(t *testing.T) { do(&plan{t: t}) })
	}
}
