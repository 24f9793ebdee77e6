package session

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
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
		a.reps = s.Reps
		a.hold = int((s.work.want + s.work.stay) / time.Second)
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

func TestLengths(t *testing.T) {
	for _, c := range []struct {
		dose string
		want time.Duration // of one hold or set of repetitions
	}{
		{"10s", 10 * time.Second},
		{"14s", 14 * time.Second},
		{"15s", 22 * time.Second},
		{"22s", 22 * time.Second},
		{"23s", 33 * time.Second},
		{"60s x3", 66 * time.Second},
		{"5m", 308 * time.Second},
		{"1 breath", 11 * time.Second},
		{"6 breaths each side", 66 * time.Second},
		{"10 reps", 110 * time.Second},
		{"5s x20", 320 * time.Second},
		{"3s x3 each leg", 84 * time.Second},
		{"4 reps alternating", 88 * time.Second},
		{"4 reps x2 each side", 44 * time.Second},
	} {
		plan := Compile(made(t, c.dose), DefaultOptions())
		for _, s := range plan.Stages {
			if s.Works() && s.Length != c.want {
				t.Errorf("%s: %s of %v; want %v", c.dose, s.Kind, s.Length, c.want)
			}
		}
	}
}

// kinds is the order of the stages, a letter each: p is repetitions, c a change
// of sides, o the way out.
func kinds(stages []Stage) string {
	letters := map[Kind]string{Transition: "t", Setup: "s", Hold: "h", Reps: "p", Rest: "r", Switch: "c", Release: "o"}
	var b strings.Builder
	for _, s := range stages {
		b.WriteString(letters[s.Kind])
	}
	return b.String()
}

// orders is the kinds of all stages, and the side and set of those in a pose.
func orders(stages []Stage) string {
	var sides []string
	for _, s := range stages {
		if s.Works() {
			sides = append(sides, fmt.Sprintf("%s%d", s.Side, s.Set))
		}
	}
	return kinds(stages) + " " + strings.Join(sides, " ")
}

func TestOrderOfStages(t *testing.T) {
	for _, c := range []struct{ dose, want string }{
		{"30s", "tsho 1"},
		{"30s x3", "tshrshrsho 1 2 3"},
		{"30s each side", "tshcsho right1 left1"},
		{"30s x2 each side", "tshrshcshrsho right1 right2 left1 left2"},
		{"30s x2 each leg", "tshcshcshcsho right1 left1 right2 left2"},
		{"30s x2 alternating", "tshcshcshcsho right1 left1 right2 left2"},
		{"10 reps", "tspo 1"},
		{"10 reps x2", "tsprspo 1 2"},
		{"10 reps each side", "tspcspo right1 left1"},
		{"3s x6 each leg", "tspo 1"},
		{"5 breaths x2", "tshrsho 1 2"},
	} {
		plan := Compile(made(t, c.dose), DefaultOptions())
		if got := orders(plan.Stages); got != c.want {
			t.Errorf("%s: %s; want %s", c.dose, got, c.want)
		}
	}
}

func TestEveryPlanHolds(t *testing.T) {
	for _, r := range builtin(t) {
		for level := 0.0; level <= 1; level += 0.05 {
			for _, first := range []Side{Left, Right} {
				o := DefaultOptions()
				o.Level, o.First = level, first
				checkPlan(t, r, o)
			}
		}
		for _, breath := range []Breath{{2 * time.Second, 2 * time.Second}, {4 * time.Second, 6 * time.Second}, {12 * time.Second, 12 * time.Second}} {
			for _, pace := range []int{60, 140, 240} {
				checkPlan(t, r, Options{Level: 0.5, Breath: breath, First: Right, Pace: pace})
			}
		}
	}
}

// checkPlan compiles a routine and checks all that holds of every plan.
func checkPlan(tb testing.TB, r content.Routine, o Options) {
	tb.Helper()
	plan := Compile(r, o)
	o = o.sane()
	checkOrder(tb, plan)
	checkSides(tb, plan)
	var sum time.Duration
	for i := range plan.Stages {
		s := &plan.Stages[i]
		sum += s.Length
		if s.Length <= 0 {
			tb.Fatalf("%s: stage %d, %s, takes %v", r.ID, i, s.Kind, s.Length)
		}
		checkWork(tb, *s, plan.Breath)
		checkCues(tb, *s, o)
	}
	var items time.Duration
	for i := range r.Items {
		all, _ := plan.Item(i)
		items += all
	}
	if plan.Length() != sum || items != sum {
		tb.Fatalf("%s takes %v; its stages %v and its items %v", r.ID, plan.Length(), sum, items)
	}
}

// checkOrder holds every item to transition, setup, work, any number of pauses
// with setup and work after them, perhaps a rest in another pose, perhaps a
// release.
func checkOrder(tb testing.TB, plan Plan) {
	tb.Helper()
	for i := range plan.Routine.Items {
		var stages []Stage
		for _, s := range plan.Stages {
			if s.Item == i {
				stages = append(stages, s)
			}
		}
		got := kinds(stages)
		rest, ok := strings.CutPrefix(strings.ReplaceAll(got, "p", "h"), "tsh")
		for ok && (strings.HasPrefix(rest, "rsh") || strings.HasPrefix(rest, "csh")) {
			rest = rest[len("rsh"):]
		}
		if then := plan.Routine.Items[i].Then != nil; !ok || (then && rest != "oro") || (!then && rest != "o") {
			tb.Fatalf("%s: item %d goes %s", plan.Routine.ID, i, got)
		}
	}
	if !slices.IsSortedFunc(plan.Stages, func(a, b Stage) int { return a.Item - b.Item }) {
		tb.Fatalf("%s: its items are out of order", plan.Routine.ID)
	}
}

func checkSides(tb testing.TB, plan Plan) {
	tb.Helper()
	for i := range plan.Routine.Items {
		var left, right time.Duration
		first := NoSide
		for _, s := range plan.Stages {
			if s.Item != i || !s.Works() {
				continue
			}
			if s.work.changes {
				if s.work.count%2 != 0 || s.work.count != 2*s.Reps {
					tb.Fatalf("%d repetitions on both sides together, %d on one", s.work.count, s.Reps)
				}
				left, right = left+s.Length/2, right+s.Length/2
			}
			if first == NoSide {
				first = s.Side
			}
			switch s.Side {
			case Left:
				left += s.Length
			case Right:
				right += s.Length
			case NoSide:
			}
		}
		if left != right {
			tb.Fatalf("%s: item %d holds %v on the left and %v on the right", plan.Routine.ID, i, left, right)
		}
		if first != NoSide && first != plan.options.First {
			tb.Fatalf("%s: item %d begins on the %s", plan.Routine.ID, i, first)
		}
	}
}

// checkWork holds the time in a pose to whole breaths, no more than needed.
func checkWork(tb testing.TB, s Stage, b Breath) {
	tb.Helper()
	switch {
	case !s.Works():
	case s.Kind == Hold && s.work.count == 0 && s.work.want < lockedFrom:
		if s.Length != s.work.want {
			tb.Fatalf("a hold of %v takes %v", s.work.want, s.Length)
		}
	case s.Kind == Hold:
		want := max(s.work.want, time.Duration(s.work.count)*b.Length())
		if s.Pose.Inverted && want <= longestInversion && want+b.Length() > longestInversion {
			want = min(want, longestInversion-longestInversion%b.Length()) // rounded down
		}
		if s.Length%b.Length() != 0 || s.Length < want || s.Length >= want+b.Length() {
			tb.Fatalf("a hold of %v, %d breaths of %v, takes %v", s.work.want, s.work.count, b.Length(), s.Length)
		}
	case s.Length != time.Duration(s.work.count)*(b.Length()+s.work.stay):
		tb.Fatalf("%d repetitions take %v", s.work.count, s.Length)
	}
}

func checkCues(tb testing.TB, s Stage, o Options) {
	tb.Helper()
	checkEar(tb, s, o)
	if s.Ref.Pose == "" {
		tb.Fatalf("%s of %s says no pose", s.Kind, s.Pose.ID)
	}
	for i, c := range s.Cues {
		if c.At < 0 || c.At >= s.Length {
			tb.Fatalf("%s: %q at %v of %v", s.Kind, c.Text, c.At, s.Length)
		}
		until := s.Length
		if i+1 < len(s.Cues) {
			until = s.Cues[i+1].At
		}
		if until < c.At {
			tb.Fatalf("%s: %q at %v, the next at %v", s.Kind, c.Text, c.At, until)
		}
		if !s.Works() && (until-c.At)*time.Duration(o.Pace) < time.Duration(len(strings.Fields(c.Text)))*time.Minute {
			tb.Fatalf("%s: %q has %v to be heard", s.Kind, c.Text, until-c.At)
		}
		if strings.ContainsAny(c.Text, "{}") || c.Text == "" {
			tb.Fatalf("%s says %q", s.Kind, c.Text)
		}
	}
	for _, step := range s.Steps {
		if strings.ContainsAny(step, "{}") {
			tb.Fatalf("%s shows %q", s.Kind, step)
		}
	}
	steps := len(s.Cues)
	if s.eased != "" {
		steps--
	}
	if s.Kind == Setup && s.Spoken != steps && (s.Spoken != 0 || steps != 1) {
		tb.Fatalf("setup says %d steps of which %d are counted", steps, s.Spoken)
	}
}

// checkEar checks that a voice has time for all that only it says, between the
// cues and before the end.
func checkEar(tb testing.TB, s Stage, o Options) {
	tb.Helper()
	o = o.sane()
	all := slices.Concat(s.Cues, s.Ear)
	slices.SortStableFunc(all, func(a, b Cue) int { return cmp.Compare(a.At, b.At) })
	ears := 0
	for i, c := range all {
		if ears == len(s.Ear) || c != s.Ear[ears] {
			continue
		}
		ears++
		until := s.Length
		if i+1 < len(all) {
			until = all[i+1].At
		}
		if c.At < 0 || until-c.At < o.hear(c.Text) || c.Text == "" {
			tb.Fatalf("%s: the voice has from %v to %v for %q", s.Kind, c.At, until, c.Text)
		}
		if i > 0 && all[i-1].At+o.hear(all[i-1].Text) > c.At {
			tb.Fatalf("%s: %q at %v comes while %q is heard", s.Kind, c.Text, c.At, all[i-1].Text)
		}
	}
	if ears != len(s.Ear) {
		tb.Fatalf("%s: %d of %d lines for a voice are in order", s.Kind, ears, len(s.Ear))
	}
}

// A line said in a hold must not cut off the one before it.
func TestLinesInAHoldAreHeardWhole(t *testing.T) {
	for _, r := range builtin(t) {
		for _, level := range []float64{0, 0.3, 1} {
			o := DefaultOptions()
			o.Level = level
			checkHeard(t, r, o)
		}
	}
}

func checkHeard(t *testing.T, r content.Routine, o Options) {
	t.Helper()
	for _, s := range Compile(r, o).Stages {
		for i, c := range s.Cues {
			until := s.Length
			if i+1 < len(s.Cues) {
				until = s.Cues[i+1].At
			}
			if until-c.At < o.hear(c.Text) {
				t.Errorf("%s, %s: %q has %v to be heard", r.ID, s.Pose.ID, c.Text, until-c.At)
			}
		}
	}
}

func TestLinesOfUnequalLengthAreHeardWhole(t *testing.T) {
	long := strings.Repeat("on and ", 9) + "on."
	for _, during := range [][]string{{long, "Rest.", "Rest."}, {"Rest.", long, "Rest."}, {"Rest.", "Rest.", long}} {
		r := made(t, "22s")
		r.Items[0].Pose.During = during
		checkHeard(t, r, DefaultOptions())
	}
}

func TestAnotherPositionTakesLongerToReach(t *testing.T) {
	all := []content.Position{content.Standing, content.Chair, content.AllFours, content.Kneeling, content.Prone, content.Supine, content.Wall}
	way := func(from, to content.Position) time.Duration {
		r := made(t, "30s", "30s")
		r.Items[0].Pose.Position, r.Items[1].Pose.Position = from, to
		for _, s := range Compile(r, DefaultOptions()).Stages {
			if s.Kind == Transition && s.Item == 1 {
				return s.Length
			}
		}
		return 0
	}
	for _, from := range all {
		for _, to := range all {
			if stay := way(to, to); from != to && way(from, to) <= stay {
				t.Errorf("from %s to %s in %v; to stay takes %v", from, to, way(from, to), stay)
			}
		}
	}
}

func TestTravel(t *testing.T) {
	for _, c := range []struct {
		from, to content.Position
		want     time.Duration
	}{
		{content.Supine, content.Supine, 5 * time.Second},
		{content.Wall, content.Wall, 5 * time.Second},
		{content.Prone, content.Supine, 15 * time.Second},
		{content.AllFours, content.Kneeling, 8 * time.Second},
		{content.Standing, content.Chair, 10 * time.Second},
		{content.Kneeling, content.Prone, 20 * time.Second},
		{content.Supine, content.Kneeling, 20 * time.Second},
		{content.Standing, content.AllFours, 12 * time.Second},
		{content.Chair, content.Supine, 15 * time.Second},
		{content.Standing, content.Supine, 15 * time.Second},
		{content.Prone, content.Standing, 30 * time.Second},
		{content.AllFours, content.Standing, 30 * time.Second},
		{content.Standing, content.Wall, 25 * time.Second},
		{content.Supine, content.Wall, 35 * time.Second},
		{content.Wall, content.Supine, 20 * time.Second},
		{content.Wall, content.Chair, 35 * time.Second},
	} {
		if got := travel(c.from, c.to); got != c.want {
			t.Errorf("from %s to %s: %v; want %v", c.from, c.to, got, c.want)
		}
	}
}

func TestThenRestsInAnotherPose(t *testing.T) {
	for _, c := range []struct {
		name    string
		release string // of the pose to rest in
		want    string
	}{
		{"and comes out of it", "Come up.", "tshoro 1"},
		{"and comes out of it in the words of the engine", "", "tshoro 1"},
	} {
		r := made(t, "30s")
		then := made(t, "30s").Items[0].Pose
		then.ID, then.Name, then.Release = "then", "Then", c.release
		r.Items[0].Then = &then
		plan := Compile(r, DefaultOptions())
		checkPlan(t, r, DefaultOptions())
		if got := orders(plan.Stages); got != c.want {
			t.Errorf("%s: %s; want %s", c.name, got, c.want)
			continue
		}
		for _, s := range plan.Stages[4:] {
			if s.Pose.ID != "then" || s.Ref.Pose != "then" {
				t.Errorf("%s: %s is of %s", c.name, s.Kind, s.Ref)
			}
		}
		if rest := plan.Stages[4]; rest.Length < 3*DefaultBreath().Length() || rest.Cues[0].Text != "Now rest in Then." {
			t.Errorf("%s: rests %v and says %q", c.name, rest.Length, rest.Cues[0].Text)
		}
	}
}

func TestTheSidesAreNamed(t *testing.T) {
	for _, c := range []struct {
		dose  string
		first Side
		want  string
	}{
		{"30s each side", Left, "left: Lift your left leg. Let your right leg rest. right: Lift your right leg. Let your left leg rest."},
		{"30s each side", Right, "right: Lift your right leg. Let your left leg rest. left: Lift your left leg. Let your right leg rest."},
		{"30s each side", NoSide, "right: Lift your right leg. Let your left leg rest. left: Lift your left leg. Let your right leg rest."},
		{"4 reps each leg", Left, ": Lift your left leg. Let your right leg rest."},
		{"4 reps each leg", Right, ": Lift your right leg. Let your left leg rest."},
	} {
		o := DefaultOptions()
		o.First = c.first
		var got []string
		for _, s := range Compile(made(t, c.dose), o).Stages {
			if s.Kind == Setup {
				got = append(got, string(s.Side)+":", s.Steps[1])
			}
			if s.Works() {
				got = append(got, s.Cues[0].Text)
			}
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s, %s first:\ngot  %s\nwant %s", c.dose, c.first, text, c.want)
		}
	}
}

func TestADeskBreakTakesFiveToSixMinutes(t *testing.T) {
	length := Compile(find(t, "desk-break"), DefaultOptions()).Length()
	if length < 5*time.Minute || length > 6*time.Minute {
		t.Errorf("a desk break takes %v", length)
	}
}

func TestNoItemsIsNoPlan(t *testing.T) {
	plan := Compile(content.Routine{}, DefaultOptions())
	if len(plan.Stages) != 0 || plan.Length() != 0 {
		t.Errorf("%d stages in %v", len(plan.Stages), plan.Length())
	}
}

// A plan with impossible options is that of the defaults.
func TestOptionsAreMadeSane(t *testing.T) {
	want := DefaultOptions()
	want.Moment = 0
	for _, o := range []Options{
		{},
		{Pace: -1, Moment: -time.Second},
		{Breath: Breath{In: time.Second, Out: time.Hour}},
	} {
		if got := o.sane(); !reflect.DeepEqual(got, want) {
			t.Errorf("%+v is taken as %+v; want %+v", o, got, want)
		}
		checkPlan(t, find(t, "restorative"), o)
	}
}
