package guide

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"catcow/session"
	"catcow/sound"
)

// tape is a Sound on which one line is heard after the other, as an Output plays them:
// what must be heard waits for its turn, what need not is left out where it would be
// late, and what is stopped ends.
type tape struct {
	ear

	heard []played
	busy  time.Time // until when a line sounds
}

// played is a line or a chime, and when it began.
type played struct {
	at    time.Time
	chime sound.Chime // -1 for a line
	text  string
	ends  time.Time
}

func (p *tape) Chime(c sound.Chime) {
	p.heard = append(p.heard, played{p.now(), c, "", p.now()})
}

func (p *tape) Speak(u sound.Utterance) {
	begin := p.now()
	if p.busy.After(begin) {
		if u.Rank != sound.Must && p.busy.Sub(begin) > time.Second/2 {
			return
		}
		begin = p.busy
	}
	p.busy = begin.Add(p.Length(u.Text))
	p.heard = append(p.heard, played{begin, -1, u.Text, p.busy})
}

func (p *tape) StopVoice() {
	p.heard = slices.DeleteFunc(p.heard, func(h played) bool { return h.ends.After(p.now()) })
	p.busy = p.now()
}

// listener is what somebody knows who has only what was heard.
type listener struct {
	pose         string
	side         session.Side
	works, moves bool
	inTurn       bool // the side changes with each repetition
	reps, sides  int
	one, dose    time.Duration // a repetition, and a hold, as one was told
	began, until time.Time
}

// amount is the number that a pattern finds in a text; 0 for none.
func amount(pattern, text string) int {
	m := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// lengthIn is how long a text says that something is; 0 for nothing.
func lengthIn(text string) time.Duration {
	if strings.Contains(text, "a minute and a half") {
		return 90 * time.Second
	}
	return time.Duration(amount(`bout (\d+) second`, text))*time.Second + time.Duration(amount(`bout (\d+) minute`, text))*time.Minute
}

// breath is one as the settings have it, which one feels.
const breath = 11 * time.Second

// take takes one thing that was heard.
func (l *listener) take(p played) {
	at, text := p.at, p.text
	switch {
	case p.chime == sound.Start:
		l.began = at
		l.works = l.moves
		l.until = at.Add(l.dose + time.Duration(l.reps*l.sides)*l.one)
	case p.chime >= 0 && p.chime != sound.Halfway:
		l.works = false
	case strings.Contains(text, "We begin with "), strings.HasPrefix(text, "Next: "), strings.HasPrefix(text, "Now rest in "):
		l.name(text)
	case strings.HasPrefix(text, "Change sides. "):
		l.side = l.side.Other()
	case text == "Now move with your breath.":
		l.moves = true
	case text == "Halfway.":
		l.until = at.Add(at.Sub(l.began))
	case text == "About ten seconds more.":
		l.until = at.Add(10 * time.Second)
	case text == "Last one.", text == "One more breath.":
		l.until = at.Add(l.one)
	case amount(`^(\d+) done`, text) > 0:
		l.until = at.Add(time.Duration((l.reps-amount(`^(\d+) done`, text))*l.sides) * l.one)
	case strings.HasPrefix(text, "Now hold"), strings.HasPrefix(text, "Now rest, "):
		l.works, l.moves = true, false
		l.until = at.Add(lengthIn(text) + time.Duration(amount(`(\d+) breath`, text))*breath)
	default:
		l.takeDose(text)
	}
	if l.inTurn && l.works {
		l.takeSide(text)
	}
}

// name takes the name of a pose, with the side it begins on.
func (l *listener) name(text string) {
	*l = listener{sides: 1, one: breath}
	for _, lead := range []string{"We begin with ", "Next: ", "Now rest in "} {
		if _, rest, ok := strings.Cut(text, lead); ok {
			l.pose, _, _ = strings.Cut(rest, ".")
		}
	}
	for _, side := range []session.Side{session.Left, session.Right} {
		if pose, ok := strings.CutSuffix(l.pose, ", "+string(side)+" side first"); ok {
			l.pose, l.side = pose, side
		}
	}
}

// takeDose takes how much there is to do, as it was told on the way.
func (l *listener) takeDose(text string) {
	reps, breaths := amount(`^(\d+) times`, text), amount(`^(\d+) breath`, text)
	if l.works || reps+breaths == 0 && lengthIn(text) == 0 {
		return
	}
	l.reps, l.dose = reps+breaths, lengthIn(text)
	if l.inTurn = strings.Contains(text, "each leg") || strings.Contains(text, "in turn"); l.inTurn {
		l.sides = 2
	}
	l.one = breath + time.Duration(amount(`staying (\d+) second`, text))*time.Second
}

// takeSide takes the side of a repetition: the one that a line names first.
func (l *listener) takeSide(text string) {
	left, right := strings.Index(text, string(session.Left)), strings.Index(text, string(session.Right))
	switch {
	case left >= 0 && (right < 0 || left < right):
		l.side = session.Left
	case right >= 0:
		l.side = session.Right
	}
}

// instant is how a session really is at one.
type instant struct {
	at time.Time
	is session.Snapshot
}

// At any instant somebody who only listened knows the pose, the side, whether to hold or
// to move, and about how long still: from what was heard up to then, late or cut off as
// it may be.
func TestWhatWasHeardTellsAllAtAnyInstant(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 4))
	for _, id := range []string{"lower-back", "upper-back"} {
		for _, pace := range []float64{140, 103} {
			l, o := prepare(t, id)
			p := &tape{ear: *l.ear}
			p.pace = pace
			o.Sound, p.state.Pace = p, pace
			l.guide = New(o, l.clock)
			var all []instant
			for l.guide.View().Phase == Leading {
				all = append(all, instant{l.clock, l.guide.View().At})
				l.clock = l.clock.Add(100 * time.Millisecond)
				l.guide.Tick(l.clock)
			}
			for range 24 {
				if wrong := unknown(p.heard, all[random.IntN(len(all))]); wrong != "" {
					t.Errorf("%s, %v words a minute: %s", id, pace, wrong)
				}
			}
		}
	}
}

// unknown is what somebody does not know at an instant, who has heard what was played
// up to then; "" where they know all.
func unknown(heard []played, now instant) string {
	var l listener
	for _, p := range heard {
		if p.at.After(now.at) {
			break
		}
		l.take(p)
	}
	s := now.is.Stage
	wrong := ""
	switch left := l.until.Sub(now.at); {
	case now.is.In < 2*time.Second: // it is being said
		return ""
	case l.pose != s.Pose.Title():
		wrong = "the pose, taken for " + l.pose
	case l.works != s.Works() && s.Kind != session.Setup: // before the word that it begins one is set up
		wrong = "whether to hold or move"
	case !s.Works():
	case l.moves != s.Moves():
		wrong = "whether to move"
	case l.side != now.is.Side && (!l.inTurn || now.is.Phase != session.In):
		wrong = "the side, taken for " + string(l.side)
	case (left - now.is.Left).Abs() > 8*time.Second+now.is.Left/5:
		wrong = "how long still, taken for " + left.String()
	}
	if wrong == "" {
		return ""
	}
	return now.at.Format(time.TimeOnly) + ", " + string(s.Kind) + " of " + s.Pose.Title() + ", " + now.is.Left.String() + " left: nobody knows " + wrong
}
