package sheet

import (
	"strings"
	"sync"
	"testing"

	"catcow/content"
	"catcow/decode"
)

// builtin is the poses that come with the program.
// builtinLibrary reads the poses and routines as they come, once: nobody changes them.
var builtinLibrary = sync.OnceValues(func() (*content.Library, decode.Problems) { return content.Load(content.Builtin()) })

func builtin(t *testing.T) *content.Library {
	t.Helper()
	lib, problems := builtinLibrary()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return lib
}

// readEach reads lines, each by itself.
func readEach(lib *content.Library, lines []string) []Line {
	g := newGrammar(lib)
	var all []Line
	for _, line := range lines {
		all = append(all, newReader(g).read(line)...)
	}
	return all
}

// everyPose is each of the words with the name of every pose that is wanted, in the
// forms by turns.
func everyPose(lib *content.Library, forms, words []string, isWanted func(content.Pose) bool) []string {
	var lines []string
	poses := lib.Poses()
	for i := range poses {
		if !isWanted(poses[i]) {
			continue
		}
		for at, w := range words {
			form := forms[(i+at)%len(forms)]
			lines = append(lines, strings.NewReplacer("NAME", poses[i].Name, "DOSE", poses[i].Dose.String(), "WORDS", w).Replace(form))
		}
	}
	return lines
}

func isAny(content.Pose) bool        { return true }
func hasSides(p content.Pose) bool   { return p.Sides != content.NoSides }
func isOneByOne(p content.Pose) bool { return p.Sides == content.EachOfTwo }

// wantUnread checks that lines of every pose are reported with a reason.
func wantUnread(t *testing.T, forms, words []string, isWanted func(content.Pose) bool) {
	t.Helper()
	lib := builtin(t)
	for _, l := range readEach(lib, everyPose(lib, forms, words, isWanted)) {
		if l.Status != Unread || l.Why == "" {
			t.Errorf("%q is %s", l.Text, l.UnderstoodText())
		}
	}
}

func TestAnExerciseThatIsForbiddenIsReported(t *testing.T) {
	wantUnread(t, []string{"NAME (WORDS)", "NAME DOSE (WORDS)", "NAME [WORDS] DOSE", "NAME DOSE - WORDS", "NAME DOSE, WORDS", "NAME: WORDS", "NAME - WORDS"}, []string{
		"do not do", "avoid", "no", "not yet", "NOT until review", "not this week", "not today", "skip", "skip for now", "don’t", "DON'T DO", "never", "omit", "leave out for now",
		"start next week", "start after your review", "from week 3", "on hold", "stop", "later", "once your pain has settled", "I show you how next time", "✗", "🚫", "do bridges instead", "no more of these",
	}, isAny)
	wantUnread(t, []string{"❌ NAME DOSE", "~~NAME~~", "- ~~NAME DOSE~~", "✗ NAME"}, []string{"", "", "", ""}, isAny)
	wantUnread(t, []string{"WORDS NAME", "WORDS NAME this week", "please WORDS NAME for now"}, []string{"no", "do not do", "don't do", "avoid", "skip", "stop"}, isAny)
}

func TestAnotherNumberBesideAPoseIsReported(t *testing.T) {
	wantUnread(t, []string{"NAME (WORDS)", "NAME DOSE (WORDS)", "NAME DOSE - WORDS"}, []string{
		"max 8", "no more than 10", "gently, 5 at most", "5 at most", "stop at 5", "7 times at most if sore", "only 3", "two more next time", "up to 12", "< 2 min", "≤ 1 min", "2 min tops", "no more than a few", "three at most",
	}, isAny)
	wantUnread(t, []string{"NAME (WORDS)", "NAME DOSE (WORDS)"}, []string{"8", "twelve", "10-12", "½", "ten, twice a day"}, isAny)
	wantUnread(t, []string{"NAME WORDS"}, []string{
		"for a couple of minutes", "a few breaths", "several times", "for some seconds", "for a few minutes", "a couple of times", "many reps", "until tired",
	}, isAny)
}

func TestAPoseForOneSideIsReported(t *testing.T) {
	wantUnread(t, []string{"NAME (WORDS)", "NAME 30s x3 WORDS", "NAME 30s x3 (WORDS)", "NAME, WORDS, 30s x3", "NAME 30s x3 each side (WORDS)", "NAME 10 reps - WORDS"}, []string{
		"left side only", "right", "L", "affected side", "the worst side", "painful leg", "on the sore side", "bad side only", "tight hip", "the side that hurts", "to the pain-free side", "this side only", "one side only",
	}, isOneByOne)
}

// Where both sides are said, words about one of them do not matter.
func TestWhichSideIsFirstIsARemark(t *testing.T) {
	lib := builtin(t)
	for _, l := range readEach(lib, everyPose(lib, []string{"NAME 20s each side, WORDS"}, []string{"sore side first", "start with the affected leg"}, isOneByOne)) {
		if l.Status != Exercise || l.Dose.Sides != content.EachSide || len(l.Remarks) != 1 {
			t.Errorf("%q is %s", l.Text, l.UnderstoodText())
		}
	}
}

func TestANumberInAllIsHalfOfItForEachSide(t *testing.T) {
	lib := builtin(t)
	words := []string{
		"9 each side (18 total)", "9 each side, 18 total", "18 total, 9 each side", "9 each leg (18 in total)", "18 reps (9 each side)", "9 reps each side (18 reps)", "18 in total",
		"9 each side (total 18)", "9 each side, 18 altogether",
	}
	for _, l := range readEach(lib, everyPose(lib, []string{"NAME WORDS"}, words, hasSides)) {
		if e := l.Dose.At(0); l.Status != Exercise || e.Reps != 9 || e.Sets != 1 || e.Sides == content.Once {
			t.Errorf("%q is %s", l.Text, l.UnderstoodText())
		}
	}
	wantUnread(t, []string{"NAME 2m in total WORDS", "NAME WORDS, 4 min total"}, []string{"each side", "x 2"}, hasSides)
	wantUnread(t, []string{"NAME 9 each side (WORDS)", "NAME 2 x 9 each side (WORDS)", "NAME WORDS each side"}, []string{"20 total", "17 in total"}, hasSides)
}

func TestALengthBesideACountIsReported(t *testing.T) {
	wantUnread(t, []string{"NAME 10 reps (WORDS)", "NAME 10 reps, WORDS", "NAME x10 (WORDS)", "NAME 10x, WORDS", "NAME WORDS (10 reps)", "NAME 3 x 10 (WORDS)"}, []string{
		"1 min", "2 minutes", "30 seconds", "about 2 minutes", "20 sec",
	}, func(p content.Pose) bool { return p.Sides == content.NoSides })
}

// What says how to do it, or when to stop, goes with the exercise and is listed.
func TestACaveatIsListedBesideTheExercise(t *testing.T) {
	lib := builtin(t)
	words := []string{
		"don't if leg pain", "stop if sore", "omit if pins and needles", "not into pain", "no bouncing", "don't hold your breath", "without pain", "do not arch your back", "slowly",
		"no further than comfortable", "avoid twisting", "never force it", "skip when your leg tingles", "pain below 3/10", "see page 2", "two pillows", "2x/day",
	}
	lines := everyPose(lib, []string{"NAME DOSE (WORDS)", "NAME (WORDS)"}, words, isAny)
	for i, l := range readEach(lib, lines) {
		if want := words[i%len(words)]; l.Status != Exercise || l.Own || !strings.Contains(l.UnderstoodText(), `"`+strings.TrimSuffix(want, "/day")) {
			t.Errorf("%q is %s", l.Text, l.UnderstoodText())
		}
	}
}

func TestAnExerciseIsReportedWithTheLineBelowIt(t *testing.T) {
	for text, want := range map[string]string{
		"Cobra\n10 reps (not yet)":                        "unread remark",
		"Cobra\n10 reps to fatigue":                       "unread unread",
		"Cobra 10 reps\nNot until your review.":           "unread unread",
		"Cobra\nDo not do this one until I see you again": "unread unread",
		"Cobra\nLeave this one out for now":               "unread unread",
		"Cobra 10 reps\nDo not force it.":                 "exercise remark",
		"Cobra 10 reps\nStop if it hurts.":                "exercise remark",
		"Cobra 10 reps\n\nNot until the review.":          "exercise remark",
		"Supine twist (left)\n30s x3":                     "unread remark",
	} {
		s, err := Read([]byte(text), library(t))
		if err != nil {
			t.Fatal(err)
		}
		if got := string(s.Lines[0].Status) + " " + string(s.Lines[1].Status); got != want {
			t.Errorf("%q is %s (%s); want %s", text, got, s.Lines[0].Why, want)
		}
	}
}

func TestADoseForAllThatFollowsIsNotReplacedByThatOfAPose(t *testing.T) {
	for _, head := range []string{"Hold each stretch 20-30 seconds.", "Hold each stretch for 30 seconds, twice", "Repeat each exercise 10 times", "Do all of these 5 times"} {
		text := head + "\nPiriformis stretch\n\nKnees to chest\nCobra 5 reps\nEvening:\nSphinx\n"
		if got, want := strings.Join(read(t, text), ", "), "1 unread, 2 unread, 4 unread, 5 cobra 5 reps, 6 heading, 7 sphinx 6 breaths"; got != want {
			t.Errorf("%q: %s; want %s", head, got, want)
		}
	}
}

func TestALineIsListedAsItStandsThere(t *testing.T) {
	for text, want := range map[string]string{
		"1️⃣ Sphinx 30s":                    "sphinx 30s",
		"2\u20e3 Sphinx 30s":                "sphinx 30s",
		"🔟 Sphinx 30s":                      "sphinx 30s",
		"③ Sphinx 30s":                      "sphinx 30s",
		"❷ Sphinx 30s":                      "sphinx 30s",
		"Piriformis stretch 30s B/L":        "piriformis-stretch 30s each side",
		"Legs up the wall 5 min b4 bed":     "legs-up-the-wall 5m",
		"**Sphinx** 30s":                    "sphinx 30s",
		"- [ ] Sphinx 30s x `2`":            "sphinx 30s x2",
		"Supine twist, ¾ of the way, 5 min": "unread",
	} {
		s, err := Read([]byte(text), library(t))
		if err != nil {
			t.Fatal(err)
		}
		if l := s.Lines[0]; meaning(l) != want || l.Text != strings.ReplaceAll(text, "\ufe0f", "") && l.Text != text {
			t.Errorf("%q is listed as %q: %s (%s); want %s", text, l.Text, meaning(l), l.Why, want)
		}
	}
}
