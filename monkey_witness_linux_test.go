package main

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// witness looks at the countdown of a session many times a second. Unless somebody
// touches something,
//
//   - what is left falls as time passes, neither faster nor slower, while it runs;
//   - what is left stays as it is while it stands;
//   - what runs goes on, and what stands stays.
type witness struct {
	speed   float64 // how fast it runs
	start   time.Time
	last    time.Time
	late    time.Duration // how late the witness was lately: so may the program be
	stalled time.Time     // when the program last waited for a processor
	away    time.Time     // until when nothing of the screen gets through

	remains     time.Duration // what was left at the last look
	seenLeft    []string      // what was left lately, and when that was first seen
	same        int           // how many looks it was
	before      time.Duration // what was left before that
	touched     bool          // what was done may still have to take effect
	standing    bool
	odd         int       // looks in a row at what stands or runs for no reason
	slept       bool      // it says that it was not let run
	sleeps      int       // how often it did
	runs        bool      // it was seen to fall
	from        time.Time // of what is watched; zero for nothing
	seen        time.Time // last
	least, most float64   // what was left plus the time that had passed, in seconds

	ran, stood time.Duration // for how long countdowns were watched
}

const glance = 50 * time.Millisecond

func (w *witness) begin(fast bool) {
	w.speed, w.start = 1, time.Now()
	if fast {
		w.speed = 2
	}
	w.touch()
}

// touch says that somebody does something that may change what is left.
func (w *witness) touch() {
	w.settle()
	w.touched = true
}

// trust says that all that was done has taken effect.
func (w *witness) trust() { w.touched = false }

// settle ends what is watched.
func (w *witness) settle() {
	if !w.from.IsZero() && w.standing {
		w.stood += w.seen.Sub(w.from)
	} else if !w.from.IsZero() {
		w.ran += w.seen.Sub(w.from)
	}
	w.from = time.Time{}
}

// see is one look at the screen, and at what was written lately. It says what is
// wrong.
func (w *witness) see(now time.Time, screen string, written []byte) (wrong string) {
	if !w.last.IsZero() {
		w.late = max(min(now.Sub(w.last)-glance, time.Second), w.late*98/100)
	}
	w.last = now
	if w.late > time.Second/2 || now.Sub(w.stalled) < 4*time.Second { // nothing can be said of a machine that does other things
		w.settle()
		return ""
	}
	remains, there := left(screen)
	playing, known := plays(written)
	if !there || !known || now.Before(w.away) {
		return "" // out of sight
	}
	if !playing && strings.Contains(screen, "slept") { // a busy machine did not let it run for seconds
		if w.settle(); !w.slept {
			w.slept, w.sleeps = true, w.sleeps+1
		}
		return ""
	}
	w.slept = false
	if remains != w.remains {
		w.remains, w.same = remains, 0
		w.seenLeft = append(w.seenLeft[max(len(w.seenLeft)-15, 0):], fmt.Sprintf("%v at %.2f", remains, now.Sub(w.start).Seconds()))
	}
	if w.same++; w.same < 2 || w.touched {
		return "" // half a frame, or one of before
	}
	return w.judge(now, playing)
}

func (w *witness) judge(now time.Time, playing bool) (wrong string) {
	sum, room := w.remains.Seconds(), 0.
	if playing {
		// A second for what is shown, and what the program and the witness may be late.
		sum, room = sum+now.Sub(w.start).Seconds()*w.speed, 1+w.speed*(1.2+2*w.late.Seconds())
	}
	switch {
	case w.from.IsZero():
		w.from, w.standing, w.least, w.most, w.runs = now, !playing, sum, sum, false
		w.before = w.remains
	case w.standing == playing:
		patience := 200 * time.Millisecond
		if !playing {
			patience = 4500 * time.Millisecond // what a key did is said before why it stands
		}
		if w.odd++; time.Duration(w.odd)*glance < patience {
			return ""
		}
		return fmt.Sprintf("it stands: %v, and nobody touched anything", !playing)
	case playing && !w.runs:
		// Three seconds to settle may have to pass first.
		if w.runs = w.before != w.remains; w.runs {
			w.from, w.least, w.most = now, sum, sum
		} else if now.Sub(later(w.from, w.away)) > 5*time.Second+2*w.late {
			return "it does not run"
		}
		w.before = w.remains
	}
	w.odd = 0
	w.seen, w.least, w.most = now, min(w.least, sum), max(w.most, sum)
	if off := w.most - w.least; (w.runs || !playing) && off > room {
		return fmt.Sprintf("in %v what is left went wrong by %.1f s; it was %s; now %.2f", now.Sub(w.from), off, strings.Join(w.seenLeft, ", "), now.Sub(w.start).Seconds())
	}
	return ""
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// left is what the header says is left of the session.
func left(screen string) (time.Duration, bool) {
	header, _, _ := strings.Cut(screen, "\n")
	found := headerTime.FindStringSubmatch(header)
	if found == nil {
		return 0, false
	}
	minutes, _ := strconv.Atoi(found[1])
	seconds, _ := strconv.Atoi(found[2])
	return time.Duration(60*minutes+seconds) * time.Second, true
}

// headerTime is "1 of 4 · 16:47 left", or "1/4 16:47" where there is little room.
var headerTime = regexp.MustCompile(`\d(?: of |/)\d+\W+(\d+):(\d\d)(?: left)? *$`)

const progressText = "\x1b]9;4;"

// plays is what the program last told the terminal of its progress: whether it goes
// on, or stands; not known where there is none.
func plays(written []byte) (playing, known bool) {
	i := bytes.LastIndex(written, []byte(progressText))
	if i < 0 || i+len(progressText) == len(written) {
		return false, false
	}
	state := written[i+len(progressText)]
	return state == '1', state == '1' || state == '4'
}

// What the witness says of screens that are right, and of those that are not.
func TestWitness(t *testing.T) {
	const playing, paused = progressText + "1;20\a", progressText + "4;20\a"
	for _, tt := range []struct {
		name, says string
		state      func(passed time.Duration) string
		left       func(passed time.Duration) time.Duration
	}{
		{"runs", "", always(playing), falling(1)},
		{"too fast", "went wrong", always(playing), falling(1.4)},
		{"too slow", "went wrong", always(playing), falling(.6)},
		{"does not run", "does not run", always(playing), falling(0)},
		{"stands", "", always(paused), falling(0)},
		{"falls while it stands", "went wrong", always(paused), falling(1)},
		{"settles", "", always(playing), func(d time.Duration) time.Duration { return falling(1)(max(d-3*time.Second, 0)) }},
		{"jumps", "went wrong", always(playing), func(d time.Duration) time.Duration { return falling(1)(d) - d/(8*time.Second)*5*time.Second }},
		{"pauses by itself", "nobody", func(d time.Duration) string { return []string{playing, paused}[min(d/(8*time.Second), 1)] }, falling(1)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			w := witness{}
			w.begin(false)
			w.trust()
			said := ""
			for d := time.Duration(0); d < 15*time.Second && said == ""; d += glance {
				left := int(tt.left(d).Seconds() + .999)
				header := fmt.Sprintf("  Lower Back    Cat-Cow    1 of 4 · %d:%02d left \n", left/60, left%60)
				said = w.see(start.Add(d), header, []byte(tt.state(d)))
			}
			if (said == "") != (tt.says == "") || !strings.Contains(said, tt.says) {
				t.Errorf("it says %q, want %q", said, tt.says)
			}
		})
	}
}

func always(state string) func(time.Duration) string {
	return func(time.Duration) string { return state }
}

// falling is what is left of ten minutes that pass at some speed.
func falling(speed float64) func(time.Duration) time.Duration {
	return func(d time.Duration) time.Duration { return 10*time.Minute - time.Duration(speed*float64(d)) }
}
