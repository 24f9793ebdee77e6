package guide

import (
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/content"
	"catcow/session"
)

// said leads a routine to its end, x and pause among it, and gives all that was
// said.
func said(l *led, step time.Duration) []string {
	all := slices.Clone(l.guide.View().Said)
	note := func(v View) { all = append(all, v.Said...) }
	for tick := 0; l.guide.View().Phase == Leading; tick++ {
		l.clock = l.clock.Add(step)
		note(l.guide.Tick(l.clock))
		switch tick {
		case 400:
			note(l.guide.Do(Hurts, l.clock))
			note(l.guide.Do(EaseOff, l.clock))
			note(l.guide.Do(Pause, l.clock))
		case 700:
			note(l.guide.Do(Pause, l.clock))
			note(l.guide.Do(Pause, l.clock))
		}
	}
	return all
}

// What is said is the same for the ear and for who reads it.
func TestWhatIsSaidIsWhatIsHeard(t *testing.T) {
	t.Parallel()
	for _, r := range library(t).Routines() {
		l := begin(t, r.ID, nil)
		text := said(l, 100*time.Millisecond)
		if heard := l.ear.texts("say"); !slices.Equal(text, heard) {
			t.Errorf("%s: %d lines said, %d heard", r.ID, len(text), len(heard))
		}
	}
}

// It is there without a voice too, and in a look at a routine, however long the
// steps that time takes.
func TestAllIsSaidInSilence(t *testing.T) {
	t.Parallel()
	silent := func(speed float64) []string {
		return said(begin(t, "desk-break", func(o *Options) { o.Sound, o.Play.Speed = nil, speed }), time.Second)
	}
	slow := begin(t, "desk-break", nil)
	heard := said(slow, time.Second)
	if text := silent(1); !slices.Equal(text, heard) {
		t.Errorf("in silence %q,\nwith a voice %q", text, heard)
	}
	fast := silent(100)
	for _, line := range begin(t, "desk-break", nil).guide.Plan().Stages[1].Cues {
		if !slices.Contains(fast, line.Text) {
			t.Errorf("%q is missing at speed 100", line.Text)
		}
	}
}

// What a stage begins with is said once, also where its clock had not run before.
func TestTheBeginningOfAStageIsSaidOnce(t *testing.T) {
	t.Parallel()
	l := begin(t, "desk-break", nil)
	l.do(Pause, Next, Pause)
	l.pass(4 * time.Second)
	first := l.guide.Plan().Stages[1].Cues[0].Text
	count := 0
	for _, text := range l.ear.texts("say") {
		if text == first {
			count++
		}
	}
	if count != 1 {
		t.Errorf("%q is said %d times: %q", first, count, l.ear.texts("say"))
	}
}

// Who skipped a pose is told how to come into it where they rest in it later.
func TestARestInASkippedPoseIsTold(t *testing.T) {
	t.Parallel()
	for name, leave := range map[string]func(l *led){
		"skipped": func(l *led) {
			for l.guide.View().At.Stage.Item < 2 {
				l.do(Next)
			}
			l.do(Skip)
		},
		"jumped over": func(l *led) { l.guide.Jump(3, l.clock) },
	} {
		l := begin(t, "restorative", nil)
		leave(l)
		for at := l.guide.View().At.Stage; at.Kind != session.Rest || at.Steps == nil; at = l.guide.View().At.Stage {
			l.pass(time.Second)
		}
		rest := l.guide.View().At.Stage
		from := len(l.ear.all)
		for l.guide.View().At.Stage.Kind == session.Rest {
			l.pass(time.Second)
		}
		heard := l.ear.texts("say")
		if len(l.ear.all) == from || !slices.Contains(heard, rest.Steps[1]) {
			t.Errorf("%s: nobody says %q", name, rest.Steps[1])
		}
	}
	l := begin(t, "restorative", nil) // and who did it is not
	for at := l.guide.View().At.Stage; at.Kind != session.Rest || at.Steps == nil; at = l.guide.View().At.Stage {
		l.pass(time.Second)
	}
	if rest := l.guide.View().At.Stage; rest.Spoken != 0 {
		t.Errorf("told again: %q", rest.Cues)
	}
}

// A caution is heard before its pose, also where the pose came before and was left out.
func TestACautionIsHeardWhereThePoseWasLeftOut(t *testing.T) {
	t.Parallel()
	var items []content.Item
	for _, id := range []string{"childs-pose", "cobra", "supine-twist", "childs-pose"} {
		p, err := library(t).Pose(id)
		if err != nil {
			t.Fatal(err)
		}
		items = append(items, content.Item{Ref: content.Ref{Pose: id}, Pose: p, Dose: p.Dose})
	}
	l := begin(t, "upper-back", func(o *Options) {
		o.Routine, o.Items = content.Routine{ID: "mine", Name: "Mine", Items: items}, nil
		o.Session.Conditions = []string{"sore-knees"}
	})
	l.guide.Jump(1, l.clock)
	l.rush()
	said := strings.Join(l.ear.texts("say"), " ")
	cautions := items[3].Pose.Cautions([]string{"sore-knees"})
	for _, c := range cautions {
		if !strings.Contains(said, c.Say) {
			t.Errorf("it is done without %q", c.Say)
		}
	}
	if len(cautions) == 0 {
		t.Error("it has no caution")
	}
}
