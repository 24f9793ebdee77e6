package session

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/content"
)

// moving is two poses in positions, the first with a rise.
func moving(tb testing.TB, from, to content.Position, step string) content.Routine {
	tb.Helper()
	r := made(tb, "30s", "30s")
	a, b := &r.Items[0].Pose, &r.Items[1].Pose
	a.Position, b.Position = from, to
	a.Rise = "Roll to one side, away from your {side} arm."
	b.Steps = []string{step, "Be still."}
	return r
}

func TestAPositionIsSaidOnce(t *testing.T) {
	const rise = "Roll to one side, away from your right arm. "
	for _, c := range []struct {
		from, to content.Position
		step     string
		way      string // on the way
		setup    string
	}{
		{content.Standing, content.Supine, "Lie on your back, knees bent.", "Lie on your back, knees bent. ", ""},
		{content.Standing, content.Supine, "Bend your knees.", "Come down onto your back. ", "Bend your knees. "},
		{content.Supine, content.Kneeling, "Kneel with your knees apart.", rise + "Kneel with your knees apart. ", ""},
		{content.Kneeling, content.Supine, "Lie on your back.", "Come down over one side. Lie on your back. ", ""},
		{content.AllFours, content.Supine, "Bend your knees.", "Come down over one side, onto your back. ", "Bend your knees. "},
		{content.Kneeling, content.Prone, "Lie on your belly.", "Lie on your belly. ", ""},
		{content.Kneeling, content.Standing, "Stand tall.", rise + "Stand tall. ", ""},
		{content.Chair, content.AllFours, "Come onto hands and knees.", rise + "Come onto hands and knees. ", ""},
		{content.Supine, content.Prone, "Press down.", "Roll over onto your belly. ", "Press down. "},
		{content.Prone, content.Supine, "Lie on your back.", "Roll over onto your back. ", ""},
		{content.Supine, content.Prone, "Lie down on your belly, legs long.", "Roll over onto your belly, legs long. ", ""},
		{content.AllFours, content.Kneeling, "Come onto all fours, on your fists.", "Stay on all fours, on your fists. ", ""},
		{content.Kneeling, content.AllFours, "Come onto all fours.", "Come onto all fours. ", ""},
		{content.Supine, content.Wall, "Sit close to the wall.", rise + "Bring your mat to the wall. ", "Sit close to the wall. "},
		{content.Wall, content.Supine, "Lie on your back.", rise + "Lie on your back. ", ""},
		{content.Supine, content.Supine, "Draw your knees in.", "", "Draw your knees in. "},
		{content.Supine, content.Supine, "Come to sit, and lay a pillow down.", rise + "Come to sit, and lay a pillow down. ", ""},
		{content.Standing, content.Supine, "Come to sit, and lay a pillow down.", "Come to sit, and lay a pillow down. ", ""},
		{content.Supine, content.Supine, "Lie on your back.", "", ""},
		{content.Supine, content.Supine, "Lie on your back, legs long.", "Stay on your back, legs long. ", ""},
		{content.AllFours, content.AllFours, "Come onto all fours, on your fists.", "Stay on all fours, on your fists. ", ""},
		{content.Chair, content.Chair, "Sit tall.", "", "Sit tall. "},
	} {
		plan := Compile(moving(t, c.from, c.to, c.step), DefaultOptions())
		plan.Stages = slices.DeleteFunc(plan.Stages, func(s Stage) bool { return s.Item == 0 })
		if got, want := texts(plan, Transition), "Next: Pose 1. "+c.way+"About 30 seconds. /"; got != want {
			t.Errorf("%s to %s:\ngot  %s\nwant %s", c.from, c.to, got, want)
		}
		if got, want := texts(plan, Setup), c.setup+"Be still. /"; got != want {
			t.Errorf("%s to %s: set up by %s; want %s", c.from, c.to, got, want)
		}
		if s := plan.Stages[1]; s.Spoken != len(s.Cues) || s.Steps[0] != c.step {
			t.Errorf("%s to %s: %d of %q said", c.from, c.to, s.Spoken, s.Steps)
		}
	}
}

func TestThereIsTimeToGetThere(t *testing.T) {
	for _, r := range builtin(t) {
		stages := Compile(r, DefaultOptions()).Stages
		for i, s := range stages {
			if s.Kind != Transition || i == 0 {
				continue
			}
			least := travel(stages[i-1].Pose.Position, s.Pose.Position)
			if s.Length < least {
				t.Errorf("%s: %v to get into %s; want %v", r.ID, s.Length, s.Pose.ID, least)
			}
		}
	}
}

// isAsking reports whether a line asks for props.
func isAsking(line string) bool {
	return strings.HasPrefix(line, "You need ") || strings.HasPrefix(line, "If you like, have ")
}

// Whatever a routine needs is asked for before it begins, to those who know it too.
func TestPropsAreAskedForBeforeTheBeginning(t *testing.T) {
	for _, words := range []Words{FullWords, BriefWords} {
		o := DefaultOptions()
		o.Words = words
		for _, r := range builtin(t) {
			stages := Compile(r, o).Stages
			needs := slices.DeleteFunc(r.Props(), func(p content.Prop) bool { return p.Name == string(stages[0].Pose.Position) })
			if asks := slices.ContainsFunc(stages[0].Cues, func(c Cue) bool { return isAsking(c.Text) }); asks != (len(needs) > 0) {
				t.Errorf("%s, %s: asks for %v before it begins: %v", r.ID, words, needs, asks)
			}
		}
	}
}

func TestPropsAreNamedOnceAndAskedForOnTheWay(t *testing.T) {
	r := made(t, "30s", "30s", "30s", "30s", "30s")
	prop := func(names ...string) (props []content.Prop) {
		for _, name := range names {
			name, optional := strings.CutSuffix(name, "?")
			props = append(props, content.Prop{Name: name, Optional: optional})
		}
		return props
	}
	for i, p := range []struct {
		position content.Position
		props    []content.Prop
	}{
		{content.Supine, prop("block")},
		{content.Supine, prop("bolster?")}, // nobody who lies gets up for it
		{content.Kneeling, prop("bolster?", "block")},
		{content.Chair, prop("chair")}, // its position asks for it
		{content.Kneeling, prop("bolster?")},
	} {
		r.Items[i].Pose.Position, r.Items[i].Pose.Props = p.position, p.props
	}
	want := []string{
		"You need a chair without wheels and a block or a thick book, and if you like, a bolster or a firm pillow.",
		"", "You need a block or a thick book, and if you like, a bolster or a firm pillow.", "", "",
	}
	for _, s := range Compile(r, DefaultOptions()).Stages {
		got := ""
		for _, c := range s.Cues {
			if isAsking(c.Text) {
				got += c.Text
			}
		}
		if s.Kind == Transition && got != want[s.Item] {
			t.Errorf("item %d asks %q; want %q", s.Item, got, want[s.Item])
		}
	}
}

// firstHold is when the first hold begins, without the time in which things are asked for.
func firstHold(plan Plan) (at time.Duration) {
	for _, c := range plan.Stages[0].Cues {
		if isAsking(c.Text) {
			at -= DefaultOptions().lengthOf(c.Text) + betweenNames
		}
	}
	for _, s := range plan.Stages {
		if s.Works() {
			return at
		}
		at += s.Length
	}
	return at
}

func TestTheFirstHoldIsSoonReached(t *testing.T) {
	for _, r := range builtin(t) {
		o := DefaultOptions()
		if at := firstHold(Compile(r, o)); at > newFirstHold {
			t.Errorf("%s: the first hold after %v; want %v", r.ID, at, newFirstHold)
		}
		o.Words = BriefWords
		if at := firstHold(Compile(r, o)); at > familiarFirstHold {
			t.Errorf("%s, familiar: the first hold after %v; want %v", r.ID, at, familiarFirstHold)
		}
	}
}

// Nobody is told to come into a position they are in, whichever pose comes after
// which, and nobody who goes on lying is asked to fetch anything.
func TestNobodyIsToldToComeWhereTheyAre(t *testing.T) {
	come := regexp.MustCompile(`(Lie|Come|Roll)( down| over)? (on|onto) (your (back|belly)|(your )?(hands and knees|all fours))`)
	poses := everyWay(t)
	for _, words := range []Words{FullWords, BriefWords} {
		o := DefaultOptions()
		o.Words = words
		for _, from := range poses {
			for _, to := range poses {
				r := content.Routine{ID: "two", Items: []content.Item{{Pose: from, Dose: from.Dose}, {Pose: to, Dose: to.Dose}}}
				plan := Compile(r, o)
				plan.Stages = slices.DeleteFunc(plan.Stages, func(s Stage) bool { return s.Item == 0 })
				said := texts(plan, Transition, Setup)
				place := come.FindString(said)
				isThere := from.Position == to.Position || from.Position == content.AllFours && hasPosition(place, content.AllFours)
				if place != "" && isThere && from.Position != content.Wall && !isUpFirst(&to) {
					t.Errorf("%s, after %s: %q to somebody who is there", to.Title(), from.Title(), place)
				}
				lies := height(from.Position) == 0 && !isLeaving(from.Position, to.Position)
				if lies && strings.Contains(texts(plan, Transition), "at hand") {
					t.Errorf("%s, after %s: fetched lying: %s", to.Title(), from.Title(), said)
				}
			}
		}
	}
}

// Hands and knees that are in their place are not set there once more.
func TestHandsAndKneesAreSetInPlaceOnce(t *testing.T) {
	lib := builtin(t)
	for _, r := range lib {
		plan := Compile(r, DefaultOptions())
		before := map[string]bool{}
		for i, s := range plan.Stages {
			if s.Kind != Transition || i == 0 {
				continue
			}
			clear(before)
			if was := plan.Stages[i-1].Pose; was.Position == content.AllFours {
				for _, step := range was.Steps {
					before[step] = true
				}
			}
			for _, c := range slices.Concat(s.Cues, plan.Stages[i+1].Cues) {
				if before[c.Text] && s.Pose.Position == content.AllFours {
					t.Errorf("%s: %q once more, before %s", r.ID, c.Text, s.Pose.ID)
				}
			}
		}
	}
}

// Who knows the pose sits up and sets the support in place all the same, in time.
func TestASupportIsSetInPlaceByThoseWhoKnowThePose(t *testing.T) {
	for _, words := range []Words{FullWords, BriefWords} {
		o := DefaultOptions()
		o.Words = words
		for _, r := range builtin(t) {
			for _, s := range Compile(r, o).Stages {
				if s.Pose.ID != "supported-savasana" || s.Kind != Transition {
					continue
				}
				last := s.Cues[len(s.Cues)-2]
				left := s.Length - last.At - o.lengthOf(last.Text)
				if !strings.HasPrefix(last.Text, "Come to sit") || left < placing-betweenNames-time.Second*5/2 {
					t.Errorf("%s: %v after %q", words, left, last.Text)
				}
			}
		}
	}
}

// everyWay is the built-in poses, in each of their ways.
func everyWay(tb testing.TB) []content.Pose {
	tb.Helper()
	lib, problems := content.Load(content.Builtin())
	if len(problems) > 0 {
		tb.Fatal(problems)
	}
	var all []content.Pose
	for _, p := range lib.Poses() {
		if len(p.Steps) > 0 {
			all = append(all, p)
		}
		for _, v := range p.Variants {
			way, _ := p.As(v.ID)
			all = append(all, way)
		}
	}
	return all
}
