package guide

import (
	"time"

	"catcow/config"
	"catcow/content"
	"catcow/history"
	"catcow/session"
)

// Options is what a session is led with.
type Options struct {
	Routine content.Routine
	Session session.Options
	Play    session.Settings
	// CheckIn asks how much it hurts, before and after. Where asks where, too.
	CheckIn, Where bool
	Safety         content.Safety
	// Gentler is what to offer instead where it hurts a lot already, the gentlest
	// first.
	Gentler []content.Routine

	// Sound is what plays and speaks; nil for silence. Say is how much is said:
	// "all", "names" or "none". State is what was last said about the sound.
	Sound      Sound
	Say        string
	SoundState config.SoundState
	Tone       bool // the breath has a tone, as the settings say
	Flash      bool // the screen flashes at changes, also where a sound is heard

	// Log is where the session is written down; nil where nothing is.
	Log Log
	// Items are those of Routine in the whole one of its id, as they are numbered
	// there.
	Items []int
	// Adapts says that the level of each pose follows from how it went.
	Adapts bool
	// Remember changes what is kept between two starts; nil where nothing is.
	Remember func(change func(*config.State))
	// LineByLine says that line by line is led, where every key is a letter and no screen
	// shows what is not said.
	LineByLine bool
	// Awake keeps the display from sleeping until release is called; nil leaves it
	// alone. Neither waits.
	Awake func() (release func())
}

// Phase is how far a session has come.
type Phase int

// The phases.
const (
	Asking  Phase = iota // a question is open, before the first pose or after the last
	Leading              // through the poses, or paused in them
	Over                 // all is done and said
)

// End is how a session ended.
type End string

// The ends of a session.
const (
	Unended     End = ""
	Finished    End = "finished"
	EndedEarly  End = "ended early"
	Interrupted End = "interrupted" // by ctrl+c or a signal
)

// Guide leads one session. The zero value is of no use; see [New].
type Guide struct {
	o      Options
	player *session.Player // nil until the first pose
	phase  Phase
	end    End
	ended  time.Time // when the plan was left; zero before

	questions []*Question
	answers   answers
	halted    bool // an overlay of the front end stopped the clock
	ran       bool // what it stopped was running
	ending    bool // whether to end is being asked
	hurt      *Hurt
	eased     easing
	stands    Reason // why the clock stands, if not by the pause key
	notices   notices
	voice     voice
	measured  bool // the plan was made with the pace of the voice, or without one
	record    record
	lines     []string // since the view was last taken
	release   func()   // lets the display sleep; nil while it may

	view   View
	looked time.Time // the instant of the view
}

// New begins a session: with a question, or where nothing is asked at once with
// the first pose.
func New(o Options, now time.Time) *Guide {
	g := &Guide{o: o}
	g.measure()
	if g.asks() {
		g.askBefore(now)
	} else {
		g.begin(now)
	}
	g.look(now)
	return g
}

// asks reports whether there are questions around the session.
func (g *Guide) asks() bool { return g.o.CheckIn && g.o.Play.Speed == 1 }

// begin goes from the questions to the first pose.
func (g *Guide) begin(now time.Time) {
	g.measure()
	o := g.o.Session
	if !g.asks() { // which says what it is about
		o.Opening = introText(g.o.Routine, session.Compile(g.o.Routine, o).Length())
	}
	g.lead(session.Compile(g.o.Routine, o))
	g.player.Start(now)
	g.voice.last = now
	g.saveBegin(now)
}

// lead makes the player of a plan.
func (g *Guide) lead(plan session.Plan) {
	g.player = session.NewPlayer(plan, g.o.Play)
	g.phase = Leading
	g.voice.soon = true
}

// Tick lets time pass: what has come due is heard and written down, and the view
// is taken anew. It must come at least every three seconds while time runs.
func (g *Guide) Tick(now time.Time) View {
	if g.phase == Leading {
		g.player.Tick(now)
		g.playDue(now)
		g.watch(now)
	}
	g.fallQuiet(now)
	g.close(now)
	g.look(now)
	return g.view
}

// View is what was last there to be drawn.
func (g *Guide) View() View { return g.view }

// watch notices what time has done: a stage that is over, a sleep, the end.
func (g *Guide) watch(now time.Time) {
	g.saveStages(now)
	s := g.player.At(now)
	if s.Asleep && g.stands == NoReason {
		g.stands = Slept
		g.hush(now)
	}
	if s.State == session.Playing {
		g.stands = NoReason
	}
	g.follow(now)
	g.findTrouble(now)
	if s.State == session.Finished {
		g.finish(now, Finished)
	}
}

// finish ends the way through the poses, and asks what there is to ask after it.
func (g *Guide) finish(now time.Time, end End) {
	g.end, g.ended = end, now
	g.halted, g.ending, g.hurt, g.eased = false, false, nil, easing{}
	g.saveEnd(now, end)
	g.letSleep()
	g.keepPace()
	if end != Finished {
		g.hush(now)
	}
	g.phase = Over
	if end == Interrupted {
		return
	}
	if end == EndedEarly {
		g.speakLines(now, endedText)
	}
	if g.askAfter(now); g.phase == Over {
		g.speakGoodbye(now)
	}
}

// Interrupt ends the session at once, by ctrl+c or a signal; what was done is
// kept. One that was only cut off can go on later.
func (g *Guide) Interrupt(now time.Time, cut bool) {
	if g.phase == Leading {
		if g.hurt != nil {
			g.conclude(history.Ended, now)
		}
		g.record.cut = cut
		g.finish(now, Interrupted)
	}
	if g.phase == Asking {
		g.end = Interrupted
		g.hush(now)
	}
	g.questions, g.phase = nil, Over
	g.letSleep()
	g.look(now)
}

// keepAwake keeps the display on while time runs, and lets it sleep while it does
// not.
func (g *Guide) keepAwake(s session.State) {
	runs := g.phase == Leading && (s == session.Playing || s == session.Waiting)
	switch {
	case runs && g.release == nil && g.o.Awake != nil:
		g.release = g.o.Awake()
	case !runs:
		g.letSleep()
	}
}

func (g *Guide) letSleep() {
	if g.release != nil {
		g.release()
		g.release = nil
	}
}

// remember changes what is kept between two starts.
func (g *Guide) remember(change func(*config.State)) {
	if g.o.Remember != nil {
		g.o.Remember(change)
	}
}
