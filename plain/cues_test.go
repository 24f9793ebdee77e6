package plain

import (
	"fmt"
	"testing"
	"time"

	"catcow/content"
	"catcow/guide"
)

// The same session, line by line and as the screens have it, gives the same cues at
// the same instants: in every routine, with x, pause and skip, and when nobody
// touches it.
func TestCuesComeWhenTheScreensShowThem(t *testing.T) {
	t.Parallel()
	scripts := map[string][]typed{
		"untouched": nil,
		"touched": {
			{at: 31 * time.Second, line: "p\n"},
			{at: 43 * time.Second, line: "space\n"},
			{at: 61 * time.Second, line: "x\n"},
			{at: 70 * time.Second, line: "enter\n"},
			{at: 81 * time.Second, line: "p\n"},
			{at: 111 * time.Second, line: "s\n"},
			{at: 150 * time.Second, line: "x\n"},
			{at: 155 * time.Second, line: "s\n"},
			{at: 170 * time.Second, line: "+\n"},
			{at: 190 * time.Second, line: "n\n"},
			{at: 200 * time.Second, line: "b\n"},
			{at: 230 * time.Second, line: "r\n"},
		},
	}
	actions := map[string]guide.Action{
		"p\n": guide.Pause, "space\n": guide.Pause, "x\n": guide.Hurts, "enter\n": guide.EaseOff, "s\n": guide.Skip,
		"+\n": guide.Longer, "n\n": guide.Next, "b\n": guide.Back, "r\n": guide.SetUpAgain,
	}
	lib, _ := content.Load(content.Builtin())
	for _, r := range lib.Routines() {
		for name, script := range scripts {
			t.Run(r.ID+", "+name, func(t *testing.T) {
				o := builtin(t, r.ID)
				lines, _ := play(t, o, script, true)
				shown := cuesOf(o, script, actions)
				if len(shown) < 10 {
					t.Fatalf("%d cues", len(shown))
				}
				next := 0
				for _, cue := range shown {
					for next < len(lines) && (lines[next].text != cue.text || lines[next].at < cue.at-time.Millisecond) {
						next++
					}
					if next == len(lines) {
						t.Fatalf("no %q at %v in\n%s", cue.text, cue.at, text(lines))
					}
					if late := lines[next].at - cue.at; late > soon {
						t.Fatalf("%q comes %v late, at %v", cue.text, late, lines[next].at)
					}
				}
			})
		}
	}
}

// soon is the time in which a stage that a key led to begins to be said.
const soon = 2 * time.Millisecond

// cuesOf is the cues in the views of a guide that is led by a script.
func cuesOf(o Options, script []typed, actions map[string]guide.Action) []printedLine {
	began := time.Date(2026, 11, 20, 18, 0, 0, 0, time.UTC)
	now, last := began, ""
	var all []printedLine
	g := guide.New(guide.Options{
		Routine: *o.Routine, Session: o.Session, Play: o.Play, Safety: content.SafetyPage(),
	}, now)
	note := func(v guide.View) {
		if v.Phase != guide.Leading || v.Cue == "" || v.At.Settle > 0 || v.Eased { // nothing is said before the clock runs
			return // what was just offered is not said again
		}
		if key := fmt.Sprint(v.At.Index, v.At.In-v.Since, v.Cue); key != last {
			all, last = append(all, printedLine{now.Sub(began), v.Cue}), key
		}
	}
	note(g.Tick(now))
	for g.View().Phase == guide.Leading {
		wait := g.Wait(now)
		if wait == 0 || wait > time.Second {
			wait = time.Second
		}
		if len(script) > 0 && began.Add(script[0].at).Sub(now) <= wait {
			now = began.Add(script[0].at)
			note(g.Do(actions[script[0].line], now))
			script = script[1:]
			continue
		}
		now = now.Add(wait)
		note(g.Tick(now))
	}
	return all
}
