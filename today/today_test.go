package today

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/content"
	"catcow/sampletest"
	"catcow/session"
)

func library(tb testing.TB) *content.Library {
	tb.Helper()
	lib, problems := content.Load(content.Builtin())
	if len(problems) > 0 {
		tb.Fatal(problems)
	}
	return lib
}

// some is a few of the words.
func some(r *rand.Rand, words []string, most int) []string {
	words = slices.Clone(words)
	r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	return words[:r.IntN(min(most, len(words))+1)]
}

// anyone is a request that somebody could make.
func anyone(r *rand.Rand, lib *content.Library) Request {
	var conditions []string
	for _, c := range content.Conditions() {
		conditions = append(conditions, c.ID)
	}
	q := Request{
		Regions: some(r, content.Regions(), 3),
		Length:  time.Duration(1+r.IntN(40)) * time.Minute,
		Place:   []content.Place{"", content.Desk, content.Floor, content.AtAWall}[r.IntN(4)],
		Props:   some(r, []string{"chair", "wall", "block", "bolster"}, 4),
		Day:     time.Date(2026, 1, 1+r.IntN(365), 0, 0, 0, 0, time.UTC),
		Effort:  []Effort{Moderate, Moderate, Restful, Strong}[r.IntN(4)],
	}
	if r.IntN(2) == 0 {
		q.Conditions = some(r, conditions, 3)
	}
	for range r.IntN(12) {
		p := lib.Poses()[r.IntN(len(lib.Poses()))]
		q.Recent = append(q.Recent, Recent{Pose: p.ID, Days: r.IntN(30), Hurt: r.IntN(6) == 0})
	}
	return q
}

// Whoever asks for whatever gets a session that a teacher could answer for, or a
// reason.
func TestMakeKeepsItsPromises(t *testing.T) {
	requests := 100
	if sampletest.Slow() {
		requests = 10_000
	}
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as a command has it
	lib := library(t)
	makers := make([]*Maker, 3)
	for i := range makers {
		o := session.DefaultOptions()
		o.Level = float64(i) / 2
		makers[i] = NewMaker(lib, o)
	}
	near, far, short, nothing := 0, 0, 0, 0
	for seed := range uint64(requests) {
		q := anyone(rand.New(rand.NewPCG(seed, 2026)), lib)
		m := makers[seed%uint64(len(makers))]
		s, err := m.Make(q)
		switch {
		case err == nil && distance(s.Length, q.Length) <= Tolerance:
			near++
		case err == nil:
			far++
		case errors.As(err, new(TooShortError)):
			short++
			continue
		default:
			nothing++
			continue
		}
		for _, wrong := range check(q, s, m.options) {
			t.Errorf("seed %d: %s\n%+v\n%s", seed, wrong, q, line(s.Routine))
		}
		if seed%50 == 0 {
			if again, _ := NewMaker(lib, m.options).Make(q); !reflect.DeepEqual(s.Why, again.Why) || line(again.Routine) != line(s.Routine) {
				t.Errorf("seed %d: another session for the same request", seed)
			}
		}
	}
	t.Logf("%d in time, %d with the reason why not, %d too short, %d with nothing that suits", near, far, short, nothing)
	if near < requests*6/10 {
		t.Errorf("only %d of %d are in time", near, requests)
	}
}

// line is a routine on one line.
func line(r content.Routine) string {
	text := ""
	for _, item := range r.Items {
		text += fmt.Sprintf("%s %s; ", item.Ref, item.Dose)
	}
	return text
}

// check is everything that is wrong with a session.
func check(q Request, s Session, o session.Options) (wrong []string) {
	bad := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	plan := session.Compile(s.Routine, exactly(o))
	if plan.Length() != s.Length {
		bad("it takes %v, not %v", plan.Length(), s.Length)
	}
	if len(s.Routine.Items) == 0 || s.Why == "" {
		bad("no poses, or no reason: %q", s.Why)
	}
	if distance(s.Length, q.Length) > Tolerance && len(s.Notes) == 0 {
		bad("%v instead of %v, and no reason", s.Length, q.Length)
	}
	if r, left := s.Routine.Without(q.Conditions); len(left) > 0 || len(r.Items) != len(s.Routine.Items) {
		bad("%s is not for this person", left[0].Pose.ID)
	}
	for _, prop := range s.Routine.Missing(q.Props) {
		bad("%s is not at hand", prop.Name)
	}
	if served := q.served(s.Routine.Items); !slices.Equal(s.Routine.Regions, served) {
		bad("it says that it is for %q, and is for %q", s.Routine.Regions, served)
	}
	if place := s.Routine.Place(); q.Place == content.Desk && place != content.Desk || q.Place == content.Floor && place == content.AtAWall {
		bad("it is done at: %s", place)
	}
	if (q.Place == content.Desk || q.Place == content.Floor) && slices.Contains(s.Routine.Props(), content.Prop{Name: "wall"}) {
		bad("it asks for a wall, where there is none")
	}
	if slices.ContainsFunc(s.Routine.Items, func(i content.Item) bool {
		return q.Place == content.Floor && i.Pose.Position == content.Chair && slices.Contains(i.Pose.Props, content.Prop{Name: "chair"})
	}) {
		bad("on the floor one sits on a chair")
	}
	if q.Place != "" && s.Place != q.Place && (q.Place == content.Desk || q.Place == content.Floor && s.Place != content.Bed) {
		bad("it is done %s, not %s", s.Place.Text(), q.Place.Text())
	}
	for _, region := range q.Regions {
		if !slices.ContainsFunc(s.Routine.Items, func(i content.Item) bool { return suits(i.Pose, region) >= 1 }) && len(s.Notes) == 0 {
			bad("nothing for the %s, and no reason", region)
		}
	}
	if len(s.Routine.Regions) == 0 && !strings.Contains(strings.Join(s.Notes, "\n"), "no pose for the ") {
		bad("nothing is for what was asked for, and that is not said")
	}
	if strings.Contains(strings.Join(s.Notes, "\n"), "no time for it") && s.Length < q.Length-2*onePose {
		bad("there was time: %v of %v, %q", s.Length, q.Length, s.Notes)
	}
	var sides [2]time.Duration
	for _, st := range plan.Stages {
		switch {
		case !st.Works():
		case st.Side == session.Right:
			sides[0] += st.Length
		case st.Side == session.Left:
			sides[1] += st.Length
		}
	}
	if sides[0] != sides[1] {
		bad("%v on the right and %v on the left", sides[0], sides[1])
	}
	wrong = append(wrong, checkWhy(q, s)...)
	return append(wrong, order(q, s.Routine.Items)...)
}

// order is everything that is wrong with the order of poses.
func order(q Request, items []content.Item) (wrong []string) {
	bad := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	seen := map[string]bool{}
	at := arrive
	for i, item := range items {
		p := item.Pose
		if seen[p.ID] {
			bad("%s comes twice", p.ID)
		}
		seen[p.ID] = true
		if q.hurts(p.ID) {
			bad("%s hurt lately", p.ID)
		}
		first, last := phases(p)
		if at > last {
			bad("%s comes too late", p.ID)
		}
		at = max(at, first)
		if i > 0 && !isRest(p) && level(p) < level(items[i-1].Pose) {
			bad("one has to get up for %s", p.ID)
		}
		if q.Effort == Restful && isWork(p) {
			bad("%s is work", p.ID)
		}
	}
	if last := items[len(items)-1].Pose; len(items) > 1 && isHeadDown(last) {
		bad("it ends in %s, the head low", last.ID)
	}
	if len(items) >= 3 && isWork(items[0].Pose) {
		bad("%s comes cold", items[0].Pose.ID)
	}
	return wrong
}

func BenchmarkMake(b *testing.B) {
	lib := library(b)
	m := NewMaker(lib, session.DefaultOptions())
	var seed uint64
	for b.Loop() {
		seed++
		_, _ = m.Make(anyone(rand.New(rand.NewPCG(seed, 2026)), lib))
	}
}

// phases is the first and the last phase that a pose can be in. A gentle stretch
// that is held can be anywhere but at the very end.
func phases(p content.Pose) (first, last phase) {
	switch {
	case isRest(p):
		return rest, rest
	case isWork(p):
		return work, work
	case isWarmUp(p):
		return arrive, work
	}
	return arrive, unwind
}
