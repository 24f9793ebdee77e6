package motion

import (
	"fmt"
	"math"
	"testing"
	"time"

	"catcow/content"
	"catcow/figure"
	"catcow/figure/figuretest"
	"catcow/session"
)

func builtin(tb testing.TB) *content.Library {
	tb.Helper()
	lib, problems := content.Load(content.Builtin())
	if len(problems) > 0 {
		tb.Fatalf("built-in content: %v", problems)
	}
	return lib
}

func routine(tb testing.TB, id string) content.Routine {
	tb.Helper()
	r, err := builtin(tb).Routine(id)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// played is a session seen picture by picture.
type played struct {
	t      *testing.T
	mover  *Mover
	player *session.Player
	begin  time.Time

	last    session.Snapshot
	posture figure.Posture
	seen    bool
	low     map[string]float64
	errors  int
}

func play(t *testing.T, plan session.Plan) {
	t.Helper()
	p := played{t: t, mover: New(plan), player: session.NewPlayer(plan, session.Settings{Speed: 1}), low: map[string]float64{}}
	p.player.Start(p.begin)
	for d := time.Duration(0); d < plan.Length() && p.errors < 5; {
		d += p.look(d)
	}
}

// seen is the figure at an instant, with the way there laid out.
func seen(v *Mover, s session.Snapshot) (Moment, bool) {
	m, ok := v.At(s)
	if lay := v.PlanPath(); lay != nil {
		v.Accept(lay())
		m, ok = v.At(s)
	}
	return m, ok
}

// look is one picture, and how long until the next.
func (p *played) look(d time.Duration) time.Duration {
	s := p.player.At(p.begin.Add(d))
	m, ok := seen(p.mover, s)
	if !ok {
		p.t.Fatalf("%s has no figure", s.Stage.Pose.ID)
	}
	where := fmt.Sprintf("%s %s %s, cue %d, at %v (%v in)", s.Stage.Pose.ID, s.Stage.Kind, s.Side, s.Cue, d, s.In)
	if p.seen {
		// A new way lays its beginning elsewhere on the floor; the picture must not show it.
		if by := leap(&p.posture, &m.Posture); by > mostLeap && (s.Stage.Kind != session.Transition || s.Index == p.last.Index) {
			p.errorf("a joint leaps %.1f cm: %s", by, where)
		}
		if by := slip(&p.posture, &m.Posture); by > mostSlip {
			p.errorf("the picture slips by %.2f: %s", by, where)
		}
	}
	if low := 170 * figuretest.Lowest(&m.Posture); low < p.lowest(&s)-mostSunk {
		p.errorf("%.1f cm in the floor: %s", -low, where)
	}
	p.last, p.posture, p.seen = s, m.Posture, true
	// The ends of a stage are looked at closely: what comes next begins there.
	if m.Moving || s.In < moveSettle || s.Stage.Length-s.In < 4*shot || s.Left < 4*shot {
		return shot
	}
	return min(8*shot, s.Left-3*shot)
}

func (p *played) errorf(format string, args ...any) {
	p.t.Helper()
	p.errors++
	p.t.Errorf(p.mover.plan.Routine.ID+": "+format, args...)
}

// lowest is how low the keys of a pose and of the one before are, in centimetres.
func (p *played) lowest(s *session.Snapshot) float64 {
	low := 0.
	for i := max(0, s.Index-1); i <= s.Index; i++ {
		pose := p.mover.plan.Stages[i].Pose
		id := pose.ID + "/" + pose.Variant.ID
		if _, ok := p.low[id]; !ok {
			set := p.mover.set(pose, session.Right)
			least := min(figuretest.Lowest(&set.In), figuretest.Lowest(&set.Out), figuretest.Lowest(&set.Release))
			for i := range set.Steps {
				least = min(least, figuretest.Lowest(&set.Steps[i]))
			}
			p.low[id] = 170 * least
		}
		low = min(low, p.low[id])
	}
	return low
}

func leap(a, b *figure.Posture) float64 { return 170 * apart(a, b) }

// slip is how far a joint goes that is in the picture.
func slip(a, b *figure.Posture) float64 {
	far := 0.
	p, q := figuretest.Seen(a), figuretest.Seen(b)
	for i := range p {
		if max(math.Abs(p[i][0]), math.Abs(p[i][1])) < 1 {
			far = max(far, math.Hypot(q[i][0]-p[i][0], q[i][1]-p[i][1]))
		}
	}
	return far
}

func slid(a, b *figure.Posture) (far float64, bone int) {
	p, q := a.Body.Bones, b.Body.Bones
	for n := 1; n < 8; n++ {
		m := figure.Blend(a, b, float64(n)/8)
		j := m.Body.Bones
		for _, i := range [4]int{handR, footR, handL, footL} {
			if p[i].P.Y > .06 || p[i].P.Sub(q[i].P).Len() > .003 {
				continue
			}
			if by := 170 * j[i].P.Sub(p[i].P).Len(); by > far {
				far, bone = by, i
			}
		}
	}
	return far, bone
}
