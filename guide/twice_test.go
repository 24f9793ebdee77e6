package guide

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"catcow/session"
)

// heardLine is one that was heard: when it began and ended, to the last word.
type heardLine struct {
	text     string
	from, to time.Time
}

// heardBy is what was heard of what an ear was asked for, one line after the other,
// without those that were cut off. What is gone back to is heard again.
func heardBy(e *ear) (all []heardLine) {
	for _, s := range e.all {
		switch s.what {
		case "back":
			all = nil
		case "say":
			from := s.at
			if n := len(all); n > 0 && all[n-1].to.After(from) {
				from = all[n-1].to
			}
			all = append(all, heardLine{s.text, from, from.Add(e.Length(s.text))})
		case "hush":
			for len(all) > 0 && all[len(all)-1].to.After(s.at) {
				all = all[:len(all)-1]
			}
		}
	}
	return all
}

// isOfBreath reports whether a line leads a breath: those come again and again.
func isOfBreath(text string, plan session.Plan) bool {
	switch text {
	case "Stay.", "Breathe in.", "Breathe out.":
		return true
	}
	for i := range plan.Stages {
		s := &plan.Stages[i]
		for _, c := range append(s.Cues, s.VoiceCues...) {
			if c.Breath != session.NoPhase && c.Text == text {
				return true
			}
		}
	}
	return false
}

// Nothing is heard twice within ten seconds, neither by itself nor as part of
// another line, and how long still is not told twice: in every routine, touched at
// every kind of place, with familiar poses and without.
func TestNothingIsHeardTwice(t *testing.T) {
	t.Parallel()
	adjusted := regexp.MustCompile(` (longer|shorter)\.`)
	left := regexp.MustCompile(`^(Now hold|Now rest, |(?i:.*about .* more)\.|One more breath\.)`)
	for script, actions := range map[string][]Action{
		"untouched": nil,
		"x":         {Hurts, -1, EaseOff, -2, Pause},
		"x at once": {Hurts, EaseOff, Pause},
		"pause":     {Pause, -2, Pause},
		"next":      {Next},
		"held":      {Pause, -1, Next, -2, Pause},
		"back":      {Back},
		"end":       {AskEnd, -2, Cancel},
		"longer":    {Longer},
	} {
		for _, words := range []session.Words{session.FullWords, session.BriefWords} {
			for _, r := range library(t).Routines() {
				l := begin(t, r.ID, func(o *Options) { o.Session.Words, o.CheckIn = words, true })
				l.answer(3)
				touch(l, actions)
				l.answer(2)
				heard, plan := heardBy(l.ear), l.guide.Plan()
				name := fmt.Sprintf("%s, %s, %s", r.ID, script, words)
				for i, a := range heard {
					for _, b := range heard[i+1:] {
						apart := b.from.Sub(a.to)
						if apart > lately {
							break
						}
						again := a.text == b.text && !adjusted.MatchString(a.text) || len(strings.Fields(a.text)) > 3 && strings.Contains(b.text, a.text)
						length := !adjusted.MatchString(b.text) && apart < 8*time.Second && left.MatchString(a.text) && left.MatchString(b.text)
						if again && !isOfBreath(a.text, plan) || length {
							t.Errorf("%s: %q, and %v later %q", name, a.text, apart, b.text)
						}
					}
				}
			}
		}
	}
}

// touch leads a session to its end, and does some actions every now and then: -1
// waits a little, -2 longer.
func touch(l *led, actions []Action) {
	for n := 1; l.guide.View().Phase == Leading; n++ {
		l.run(time.Duration(15+n*7%31) * time.Second)
		if l.guide.View().Phase != Leading || actions == nil || n > 40 {
			continue
		}
		for _, a := range actions {
			switch a { //nolint:exhaustive // the one that goes back, and waiting
			case -1:
				l.run(2 * time.Second)
			case -2:
				l.run(9 * time.Second)
			case Back:
				l.do(a)
				l.ear.note("back", "")
			default:
				l.do(a)
			}
		}
	}
}

// run lets time pass as a front end does: up to the next change each time.
func (l *led) run(d time.Duration) {
	for end := l.clock.Add(d); l.clock.Before(end) && l.guide.View().Phase == Leading; {
		wait := min(l.guide.Wait(l.clock), end.Sub(l.clock))
		if wait <= 0 {
			wait = min(time.Second, end.Sub(l.clock))
		}
		l.clock = l.clock.Add(wait)
		l.guide.Tick(l.clock)
	}
}
