package guide

import (
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/content"
	"catcow/history"
	"catcow/session"
)

// It goes on where one is led into the pose again, with what was played before it,
// and waits until one has got down.
func TestASessionThatWasCutOffGoesOn(t *testing.T) {
	t.Parallel()
	l := begin(t, "upper-back", func(o *Options) {
		o.Routine = o.Routine.Pick(func(i int, _ content.Item) bool { return i != 1 })
		o.Items = []int{0, 2}
	})
	for l.guide.View().At.Stage.Item == 0 {
		l.pass(time.Second)
	}
	l.toHold()
	was, whole := l.guide.View().At, l.guide.Plan().Length()
	l.guide.Interrupt(l.clock, true)
	cut := l.log.last()

	next, o := prepare(t, "upper-back")
	plan, items, err := Recompile(library(t), cut, o.Session)
	if err != nil || plan.Length() != whole || !slices.Equal(items, []int{0, 2}) {
		t.Fatalf("%v, %v of %v, items %v", err, plan.Length(), whole, items)
	}
	o.Items = items
	next.guide = Resume(o, plan, cut, next.clock)
	v := next.guide.View()
	if v.Phase != Leading || v.At.State != session.Paused || v.Stands != Resumed || v.At.Stage.Item != was.Stage.Item || v.At.Index > was.Index {
		t.Fatalf("%s at stage %d, was %d; %v", v.At.State, v.At.Index, was.Index, v.Stands)
	}
	if said := strings.Join(next.ear.texts("say"), " "); !strings.Contains(said, v.At.Stage.Pose.Title()) {
		t.Errorf("the pose is not named: %q", said)
	}
	next.pass(6 * time.Second)
	next.do(Pause)
	next.playOut()
	named := 0
	for _, text := range next.ear.texts("say") {
		if strings.HasPrefix(text, "We go on with") || strings.HasPrefix(text, "We were") {
			named++
		}
	}
	if named != 1 {
		t.Errorf("where it goes on is said %d times: %q", named, next.ear.texts("say")[:6])
	}
	s := next.log.last()
	if s.ID != cut.ID || s.End != history.Finished || !next.guide.Summary(next.clock).Outcomes[0].Whole() {
		t.Errorf("%q, %q, %+v", s.ID, s.End, next.guide.Summary(next.clock).Outcomes)
	}
}

func TestASessionWhoseRoutineChangedDoesNotGoOn(t *testing.T) {
	t.Parallel()
	l := begin(t, "upper-back", nil)
	l.toHold()
	good := l.log.last()
	for name, change := range map[string]func(s *history.Session){
		"gone": func(s *history.Session) {
			s.Routine, s.Plan = "no-such-thing", strings.Replace(s.Plan, `"shoulder-rolls"`, `"no-such-pose"`, 1)
		},
		"damaged": func(s *history.Session) { s.Plan = "{" },
		"stages":  func(s *history.Session) { s.PlanStages++ },
		"beyond":  func(s *history.Session) { s.Next = s.PlanStages },
	} {
		s := good
		change(&s)
		if _, _, err := Recompile(library(t), s, session.DefaultOptions()); err == nil {
			t.Errorf("%s: goes on", name)
		}
	}
}

// A routine that was made for one day, or has been changed since, goes on as it was.
func TestARoutineThatIsNotInTheLibraryGoesOn(t *testing.T) {
	t.Parallel()
	whole, err := library(t).Routine("upper-back")
	if err != nil {
		t.Fatal(err)
	}
	shorter := whole.Pick(func(i int, _ content.Item) bool { return i > 0 })
	shorter.Items[0].Dose = content.Dose{Amount: content.Range{From: 4, To: 4}, Unit: content.Reps, Count: content.Range{From: 1, To: 1}}
	for _, id := range []string{"today", "upper-back"} {
		r := shorter
		r.ID, r.Name = id, "Made Today"
		l := begin(t, "upper-back", func(o *Options) { o.Routine, o.Items = r, []int{0, 1} })
		l.toHold()
		plan, _, err := Recompile(library(t), l.log.last(), session.DefaultOptions())
		if err != nil || plan.Length() != l.guide.Plan().Length() || plan.Routine.ID != id || plan.Routine.Name != "Made Today" {
			t.Errorf("%s: %v; %v of %v in %q", id, err, plan.Length(), l.guide.Plan().Length(), plan.Routine.Name)
		}
	}
}

// A pose that was done alone goes on like a routine.
func TestAPoseDoneAloneGoesOn(t *testing.T) {
	t.Parallel()
	p, err := library(t).Pose("cobra")
	if err != nil {
		t.Fatal(err)
	}
	l := begin(t, "upper-back", func(o *Options) { o.Routine, o.Items = content.Alone(p), []int{0} })
	l.toHold()
	if _, _, err := Recompile(library(t), l.log.last(), session.DefaultOptions()); err != nil {
		t.Error(err)
	}
}

// A routine without a rest that does not suit goes on without it.
func TestARoutineWithoutItsRestGoesOn(t *testing.T) {
	t.Parallel()
	for _, whole := range library(t).Routines() {
		for _, condition := range content.ConditionIDs() {
			selection := Select(whole, []string{condition})
			r, items := selection.Chosen()
			if len(r.Items) == 0 {
				continue
			}
			l := begin(t, whole.ID, func(o *Options) { o.Routine, o.Items, o.Session.Conditions = r, items, []string{condition} })
			l.toHold()
			l.guide.Interrupt(l.clock, true)
			o := session.DefaultOptions()
			o.Conditions = []string{condition}
			plan, _, err := Recompile(library(t), l.log.last(), o)
			if err != nil || plan.Length() != l.guide.Plan().Length() {
				t.Errorf("%s, %s: %v; %v of %v", whole.ID, condition, err, plan.Length(), l.guide.Plan().Length())
			}
		}
	}
}
