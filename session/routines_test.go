package session

import (
	"fmt"
	"maps"
	"sync"
	"testing"
	"time"

	"catcow/content"
	"catcow/decode"
)

// library is what comes with the program, read once.
var library = sync.OnceValues(func() (*content.Library, decode.Problems) {
	return content.Load(content.Builtin())
})

func builtin(tb testing.TB) []content.Routine {
	tb.Helper()
	lib, problems := library()
	if len(problems) > 0 {
		tb.Fatal(problems)
	}
	return lib.Routines()
}

func find(tb testing.TB, id string) content.Routine {
	tb.Helper()
	for _, r := range builtin(tb) {
		if r.ID == id {
			return r
		}
	}
	tb.Fatalf("no routine %q", id)
	return content.Routine{}
}

// made is a routine of plain poses, one for each dose.
func made(tb testing.TB, doses ...string) content.Routine {
	tb.Helper()
	r := content.Routine{ID: "made", Name: "Made"}
	for i, text := range doses {
		dose, err := content.ParseDose(text)
		if err != nil {
			tb.Fatal(err)
		}
		pose := content.Pose{
			ID: fmt.Sprintf("pose-%d", i), Name: fmt.Sprintf("Pose %d", i), Position: content.Supine,
			Steps:   []string{"Lie on your back.", "Lift your {side} leg.", "Point your {side} toes."},
			During:  []string{"Let your {other} leg rest.", "Keep breathing.", "Let your jaw go loose."},
			Release: "Set your {side} foot down.",
		}
		r.Items = append(r.Items, content.Item{Ref: content.Ref{Pose: pose.ID}, Pose: pose, Dose: dose})
	}
	return r
}

// amount is how much of one item is done, on one side.
type amount struct {
	ref     string
	hold    int // seconds before rounding to whole breaths; of each repetition where there are any
	breaths int
	reps    int
	sets    int
	sides   int // 1, or 2 where both are done
}

func (a amount) String() string {
	return fmt.Sprintf("%s: %d s, %d breaths, %d reps, %d sets, %d sides", a.ref, a.hold, a.breaths, a.reps, a.sets, a.sides)
}

// doses is what the sources say of every routine, to start with and to work up
// to.
func doses() map[string][2][]amount {
	both := func(a ...amount) [2][]amount { return [2][]amount{a, a} }
	inversions := func(hold int) []amount {
		return []amount{
			{"extended-puppy", hold, 0, 0, 1, 1},
			{"standing-forward-fold", hold, 0, 0, 1, 1},
			{"chair-forward-fold", hold, 0, 0, 1, 1},
			{"supported-shoulder-stand", hold, 0, 0, 1, 1},
		}
	}
	lower := func(cobra int) []amount {
		return []amount{
			{"double-knee-to-chest", 30, 0, 0, 3, 1},
			{"piriformis-stretch", 30, 0, 0, 3, 2},
			{"pelvic-tilt", 10, 0, 0, 3, 1},
			{"cobra", 5, 0, cobra, 1, 1},
		}
	}
	restorative := func(legs, hold, dogs int) []amount {
		return []amount{
			{"prone-leg-extension", 3, 0, legs, 1, 2},
			{"legs-up-the-wall", 300, 0, 0, 1, 1},
			{"childs-pose/wide-knees", hold, 0, 0, 1, 1},
			{"cat-cow", 60, 0, 0, 1, 1},
			{"supine-twist", hold, 0, 0, 1, 2},
			{"downward-dog", 0, 5, 0, dogs, 1},
		}
	}
	everyday := func(reps, seconds, breaths, tilts int) []amount {
		return []amount{
			{"heel-rock", 8, 0, reps, 1, 1},      // one deep breath back there
			{"knee-rolls", 8, 0, reps / 2, 1, 2}, // as many in all, in turn
			{"prone-press-up", seconds, 0, reps, 1, 1},
			{"abdominal-draw", 0, breaths, 0, 5, 1},
			{"pelvic-tilt/rocking", 0, 0, tilts, 1, 1},
		}
	}
	steady := func(tilts, bridges, seconds, rocks int) []amount {
		return []amount{
			{"pelvic-tilt/rocking", 0, 0, tilts, 1, 1},
			{"bridge", 6, 0, bridges, 1, 1},
			{"bird-dog", seconds, 0, 6, 1, 2},
			{"heel-rock", 8, 0, rocks, 1, 1},
		}
	}
	return map[string][2][]amount{
		"everyday-back": {everyday(8, 5, 5, 10), everyday(10, 10, 10, 15)},
		"steady-back":   {steady(10, 8, 3, 8), steady(15, 12, 10, 10)},
		"back-pain-relief": both(
			amount{"cat-cow", 0, 6, 0, 1, 1},
			amount{"childs-pose/arms-forward", 60, 0, 0, 1, 1},
			amount{"sphinx", 0, 6, 0, 1, 1},
			amount{"supine-twist", 0, 6, 0, 1, 2},
			amount{"legs-up-the-wall", 180, 0, 0, 1, 1},
		),
		"desk-break": both(
			amount{"neck-flexion", 20, 0, 0, 1, 1},
			amount{"lateral-neck-flexion", 20, 0, 0, 1, 2},
			amount{"shoulder-rolls", 0, 0, 5, 1, 1},
			amount{"chair-forward-fold", 30, 0, 0, 1, 1},
		),
		"four-inversions": {inversions(60), inversions(120)},
		"low-back-restorative": both(
			amount{"childs-pose/knees-together", 0, 8, 0, 1, 1},
			amount{"single-knee-to-chest", 0, 5, 0, 1, 2},
			amount{"supine-twist/shifted-hips", 0, 8, 0, 1, 2},
			amount{"supported-savasana", 300, 0, 0, 1, 1},
		),
		"lower-back": {lower(20), lower(30)},
		"neck-and-shoulders": both(
			amount{"neck-flexion", 30, 0, 0, 3, 1},
			amount{"lateral-neck-flexion", 30, 0, 0, 3, 2},
		),
		"restorative": {restorative(3, 60, 5), restorative(6, 120, 7)},
		"upper-back": both(
			amount{"shoulder-rolls", 0, 0, 10, 1, 1},
			amount{"cat-cow", 0, 0, 10, 1, 1},
			amount{"childs-pose/hands-on-thighs", 30, 0, 0, 3, 1},
		),
	}
}

// done is how much of an item a plan has.
func done(plan Plan, item int) amount {
	a := amount{ref: plan.Routine.Items[item].Ref.String()}
	sides := make(map[Side]int)
	for _, s := range plan.Stages {
		if s.Item != item || !s.Works() {
			continue
		}
		sides[s.Side]++
		a.reps = s.Reps()
		a.hold = int((s.work.want + s.work.cycle.Stay) / time.Second)
		if s.Kind == Hold {
			a.breaths = s.work.count
		}
		if s.work.changes {
			sides[Left], sides[Right] = 1, 1
			delete(sides, NoSide)
		}
	}
	a.sides = len(sides)
	for _, sets := range sides {
		a.sets = sets
	}
	return a
}

func TestEveryRoutineHasTheDosesOfItsSource(t *testing.T) {
	want := doses()
	for _, r := range builtin(t) {
		for level := range 2 {
			o := DefaultOptions()
			o.Level = float64(level)
			plan := Compile(r, o)
			if len(want[r.ID][level]) != len(r.Items) {
				t.Fatalf("%s has %d items; want %d", r.ID, len(r.Items), len(want[r.ID][level]))
			}
			for i, a := range want[r.ID][level] {
				if got := done(plan, i); got != a {
					t.Errorf("%s at level %d:\ngot  %v\nwant %v", r.ID, level, got, a)
				}
			}
		}
		delete(want, r.ID)
	}
	for id := range maps.Keys(want) {
		t.Errorf("no routine %s", id)
	}
}
