package motion

import (
	"testing"
	"time"

	"catcow/figure"
	"catcow/sampletest"
	"catcow/session"
)

// What the figure may do between two pictures 1/20 s apart, in centimetres of a person of 1.70 m, and in half pictures.
const (
	shot     = 50 * time.Millisecond
	mostLeap = 12.
	mostSlip = .15
	mostSunk = 1. // below the floor, beyond what its keys are
	mostSlid = 1. // of hands and feet that stay
)

// bones of the figure that stand on the floor, by the numbers of the skeleton.
const handR, footR, handL, footL = 11, 14, 19, 22

// TestMover_GoesThroughEveryRoutineWithoutALeap looks at every built-in routine, picture by picture where the figure moves, and
// a few times a breath where it only breathes.
func TestMover_GoesThroughEveryRoutineWithoutALeap(t *testing.T) {
	t.Parallel()
	lib, chosen := builtin(t), sampletest.OneIn(t, 3)
	for i, r := range lib.Routines() {
		if !chosen(i) {
			continue
		}
		o := session.DefaultOptions()
		o.Level = float64(i%3) / 2
		if i%2 == 1 {
			o.First = session.Left
		}
		plan := session.Compile(r, o)
		play(t, plan)
	}
}

// Words that come fast leave the figure less time, but no leaps either.
func TestMover_KeepsUpWithFastWords(t *testing.T) {
	t.Parallel()
	o := session.DefaultOptions()
	o.Moment, o.Pace, o.Level = time.Second, 180, 0
	play(t, session.Compile(routine(t, "back-pain-relief"), o))
}

// Hands and feet that are on the floor at both ends of a move, in one place, stay there all the way.
func TestMover_LeavesPlantedHandsAndFeetWhereTheyAre(t *testing.T) {
	t.Parallel()
	lib := builtin(t)
	v := New(session.Plan{})
	for _, r := range lib.Routines() {
		for i := range r.Items {
			set := v.set(&r.Items[i].Pose, session.Right)
			keys := make([]*figure.Posture, 0, len(set.Steps)+3)
			for i := range set.Steps {
				keys = append(keys, &set.Steps[i])
			}
			keys = append(keys, &set.In, &set.Out, &set.Release)
			for k := range keys[1:] {
				if by, bone := slid(keys[k], keys[k+1]); by > mostSlid {
					t.Errorf("%s: joint %d slides %.1f cm on the way to %s", r.Items[i].Pose.ID, bone, by, keys[k+1].ID)
				}
			}
		}
	}
}

// Wherever one goes, there is a figure, and it does not leap more than once.
func TestMover_FollowsWhoJumps(t *testing.T) {
	t.Parallel()
	plan := session.Compile(routine(t, "restorative"), session.DefaultOptions())
	var now time.Time
	p := session.NewPlayer(plan, session.Settings{Speed: 1})
	v := New(plan)
	p.Start(now)
	jumps := []func(){
		func() { p.Next(now) }, func() { p.Jump(now, 5) }, func() { p.Back(now) }, func() { p.Back(now) }, func() { p.Jump(now, 1) },
		func() { p.Skip(now) }, func() { p.Jump(now, 0) }, func() { p.Next(now) }, func() { p.Next(now) }, func() { p.Skip(now) },
		func() { p.Jump(now, 4) }, func() { p.Next(now) }, func() { p.Next(now) }, func() { p.Next(now) }, func() { p.Jump(now, 2) },
	}
	var last figure.Posture
	for i, jump := range jumps {
		for n := range 70 {
			now = now.Add(shot)
			p.Tick(now)
			m, ok := seen(v, p.At(now))
			if !ok {
				t.Fatalf("no figure after jump %d", i)
			}
			if i > 0 || n > 0 {
				if by := slip(&last, &m.Posture); by > 2*mostSlip {
					t.Errorf("the picture slips by %.2f, %d pictures after jump %d", by, n, i)
				}
			}
			last = m.Posture
		}
		jump()
	}
	p.Jump(now, len(plan.Routine.Items)-1)
	for range 40 {
		p.Next(now)
		seen(v, p.At(now))
	}
}

// Where the sides take turns, nothing points to what the side did that comes back: the other is next.
func TestMover_PointsToTheSideThatIsNext(t *testing.T) {
	t.Parallel()
	pose, err := builtin(t).Pose("prone-leg-extension")
	if err != nil {
		t.Fatal(err)
	}
	v := New(session.Plan{})
	way := Way{Pose: pose.ID, Side: session.Left}
	if p := v.Hold(&pose, way, true, 1); p.Arrows[0].Strength != 1 || p.Arrows[0].A.Z >= 0 {
		t.Errorf("before the left leg is lifted: %+v", p.Arrows[0])
	}
	way.Back = true
	for _, fill := range []float64{0, .5, 1} {
		if p := v.Hold(&pose, way, true, fill); p.Arrows[0].Strength != 0 {
			t.Errorf("as it comes down, at %v: %+v", fill, p.Arrows[0])
		}
	}
}

// Whoever has a condition sees the figure go its way without a leap too.
func TestMover_GoesWithoutALeapForWhoMayNotDoItAll(t *testing.T) {
	t.Parallel()
	chosen := sampletest.OneIn(t, 3)
	for i, c := range []struct {
		routine    string
		conditions []string
	}{
		{"restorative", []string{"osteoporosis", "sore-shoulder"}},
		{"low-back-restorative", []string{"sore-knees", "leg-pain"}},
		{"steady-back", []string{"worse-when-arching"}},
	} {
		if !chosen(i) {
			continue
		}
		o := session.DefaultOptions()
		o.Conditions = c.conditions
		r, _ := routine(t, c.routine).Without(c.conditions)
		play(t, session.Compile(r, o))
	}
}

// What the words forbid, the figure does not do at any instant: with a back that is worse when bending it comes to level and
// no further in cat-cow, and where arching is worse it does not sink.
func TestMover_DoesNotDoWhatTheWordsForbid(t *testing.T) {
	t.Parallel()
	for condition, beyond := range map[string]func(curve float64) bool{
		"worse-when-bending": func(curve float64) bool { return curve > 5 },
		"worse-when-arching": func(curve float64) bool { return curve < -5 },
	} {
		o := session.DefaultOptions()
		o.Conditions = []string{condition}
		r := routine(t, "back-pain-relief")
		r.Items = r.Items[:1] // cat-cow
		plan := session.Compile(r, o)
		mover, player := New(plan), session.NewPlayer(plan, session.Settings{Speed: 1})
		var begin time.Time
		player.Start(begin)
		for d := time.Duration(0); d < plan.Length(); d += 250 * time.Millisecond {
			s := player.At(begin.Add(d))
			m, _ := seen(mover, s)
			if curve := m.Posture.Body.Spec.Lumbar.Flex + m.Posture.Body.Spec.Thoracic.Flex; s.Stage.Kind != session.Transition && beyond(curve) {
				t.Fatalf("%s: the back is curved by %.0f° at %v, in %s", condition, curve, d, s.Stage.Kind)
			}
		}
	}
}

// A way is long to work out: until that is done the figure stays, and then it goes without a leap.
func TestMover_StaysUntilItsWayIsLaidOut(t *testing.T) {
	t.Parallel()
	o := session.DefaultOptions()
	plan := session.Compile(routine(t, "lower-back"), o)
	player := session.NewPlayer(plan, session.Settings{Speed: 1})
	var begin time.Time
	player.Start(begin)
	v := New(plan)
	first, _ := v.At(player.At(begin))
	if !first.Posture.Moving {
		t.Error("who is about to go is drawn as one who stays: the cells are sent twice")
	}
	lay := v.PlanPath()
	if lay == nil || v.PlanPath() != nil {
		t.Fatal("want the way of the first transition asked for, once")
	}
	const late = 3 * shot
	last := first.Posture
	for d := shot; d < plan.Stages[0].Length-time.Second; d += shot {
		if d == late+shot {
			v.Accept(lay())
		}
		m, _ := v.At(player.At(begin.Add(d)))
		by := leap(&last, &m.Posture)
		if m.Moving != m.Posture.Moving {
			t.Errorf("moving %v, and drawn as moving %v, %v into the way: its cells are sent twice", m.Moving, m.Posture.Moving, d)
		}
		if d <= late && by > 0 {
			t.Fatalf("the figure went %.1f cm on a way that nobody has laid out", by)
		}
		if d > late+shot && by > mostLeap { // a way lays its beginning elsewhere on the floor
			t.Errorf("a joint leaps %.1f cm, %v into the way", by, d)
		}
		last = m.Posture
	}
	if by := leap(&last, v.set(plan.Stages[0].Pose, session.Right).Step(0)); by > mostLeap {
		t.Errorf("the way ends %.1f cm from where it leads", by)
	}
}
