package guide

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"catcow/config"
	"catcow/content"
	"catcow/history"
	"catcow/session"
	"catcow/sound"
)

// ear is a Sound that writes down what it is asked for, and when.
type ear struct {
	now   func() time.Time
	all   []sounded
	ranks []sound.Rank // of what was spoken
	state sound.State
	pace  float64 // words a minute; 140 for 0
}

// sounded is one thing an ear was asked for.
type sounded struct {
	at         time.Time
	what, text string // "chime", "say", "hush", …
}

func (e *ear) note(what, text string) { e.all = append(e.all, sounded{e.now(), what, text}) }

func (e *ear) Chime(c sound.Chime) { e.note("chime", fmt.Sprint(c)) }
func (e *ear) Speak(u sound.Utterance) {
	e.note("say", u.Text)
	e.ranks = append(e.ranks, u.Rank)
}
func (e *ear) Prepare(lines []string) { e.note("prepare", strings.Join(lines, "|")) }
func (e *ear) Breath(in bool, length, passed time.Duration) {
	e.note("breath", fmt.Sprint(in, length, passed))
}
func (e *ear) StopBreath()       { e.note("still", "") }
func (e *ear) StopVoice()        { e.note("hush", "") }
func (e *ear) SetBreath(on bool) { e.note("tone", fmt.Sprint(on)) }
func (e *ear) Length(text string) time.Duration {
	return time.Duration(float64(len(strings.Fields(text))) / cmp.Or(e.pace, 140) * float64(time.Minute))
}
func (e *ear) SetMuted(on bool)    { e.note("muted", fmt.Sprint(on)) }
func (e *ear) SetVolume(v float64) { e.note("volume", fmt.Sprint(v)) }
func (e *ear) SetSpeaking(on bool) { e.note("speaking", fmt.Sprint(on)) }
func (e *ear) State() sound.State  { return e.state }

// texts is what was asked for of some kinds, in order.
func (e *ear) texts(what ...string) []string {
	var out []string
	for _, s := range e.all {
		if slices.Contains(what, s.what) {
			out = append(out, s.text)
		}
	}
	return out
}

// diary is a Log that keeps what it is given.
type diary struct {
	saves   []history.Session
	trouble error
}

func (d *diary) Save(s history.Session) { d.saves = append(d.saves, s) }

func (d *diary) Trouble() error {
	err := d.trouble
	d.trouble = nil
	return err
}

func (d *diary) last() history.Session {
	if len(d.saves) == 0 {
		return history.Session{}
	}
	return d.saves[len(d.saves)-1]
}

// led is a guide with a clock of its own, and all that it talks to.
type led struct {
	t     *testing.T
	guide *Guide
	clock time.Time
	ear   *ear
	log   *diary
	state config.State
	awake int // holds on the display
}

// builtin reads the poses and routines as they come, once: nobody changes them.
var builtin = sync.OnceValue(func() *content.Library {
	lib, problems := content.Load(content.Builtin())
	if len(problems) > 0 {
		panic(problems)
	}
	return lib
})

func library(tb testing.TB) *content.Library {
	tb.Helper()
	return builtin()
}

// prepare is a guide's surroundings, and the options to lead a routine in them.
func prepare(t *testing.T, id string) (*led, Options) {
	t.Helper()
	r, err := library(t).Routine(id)
	if err != nil {
		t.Fatal(err)
	}
	l := &led{t: t, clock: time.Date(2026, 11, 20, 18, 0, 0, 0, time.UTC), log: &diary{}}
	l.ear = &ear{now: func() time.Time { return l.clock }, state: sound.State{Ready: true, Device: "test", Voice: "test"}}
	return l, Options{
		Routine: r, Items: allItems(r), Session: session.DefaultOptions(), Play: session.Settings{Speed: 1},
		Safety: content.SafetyPage(), Sound: l.ear, Say: "all", Log: l.log,
		Remember: func(change func(*config.State)) { change(&l.state) },
		Awake:    func() func() { l.awake++; return func() { l.awake-- } },
	}
}

// begin leads a routine; change may change how.
func begin(t *testing.T, id string, change func(o *Options)) *led {
	t.Helper()
	l, o := prepare(t, id)
	if change != nil {
		change(&o)
	}
	l.guide = New(o, l.clock)
	return l
}

// pass lets time pass, a tenth of a second at a time.
func (l *led) pass(d time.Duration) View {
	for end := l.clock.Add(d); l.clock.Before(end); {
		l.clock = l.clock.Add(100 * time.Millisecond)
		l.guide.Tick(l.clock)
	}
	return l.guide.View()
}

// do does some actions, one after the other.
func (l *led) do(actions ...Action) View {
	for _, a := range actions {
		l.guide.Do(a, l.clock)
	}
	return l.guide.View()
}

func (l *led) answer(values ...int) View {
	for _, v := range values {
		l.guide.Answer(v, l.clock)
	}
	return l.guide.View()
}

// toHold goes to the next hold or repetitions, and a little into it.
func (l *led) toHold() View {
	l.t.Helper()
	for range 20 {
		if v := l.guide.View(); v.At.Stage.Works() && v.At.State == session.Playing {
			return l.pass(2 * time.Second)
		}
		l.do(Next)
	}
	l.t.Fatal("no hold")
	return View{}
}

// playOut lets time pass until the way through the poses is over.
func (l *led) playOut() View {
	l.t.Helper()
	for range 2 * 60 * 60 {
		if l.guide.View().Phase != Leading {
			return l.guide.View()
		}
		l.pass(time.Second)
	}
	l.t.Fatal("it does not end")
	return View{}
}
