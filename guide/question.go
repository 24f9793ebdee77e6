package guide

import (
	"slices"
	"strconv"
	"time"

	"catcow/config"
	"catcow/content"
	"catcow/history"
	"catcow/page"
	"catcow/session"
	"catcow/sound"
)

// MaxPain is the upper end of every rating of pain.
const MaxPain = 10

// tooShort is the session that is not asked about.
const tooShort = time.Minute

// patience is how long a question after a session waits for an answer.
const patience = 3 * time.Minute

// Question is one that is open. It is answered with a number: a rating from 0 to
// [MaxPain], or which of the choices, from 0.
type Question struct {
	Text    string
	Lead    string        // small, above it; may be empty
	Scale   content.Scale // of a rating
	Choices []string      // instead of a rating; nil for one

	answer func(g *Guide, value int, now time.Time)
	pass   func(g *Guide, now time.Time) // nil where nothing follows
	closes time.Time                     // when nobody answers; zero for never
}

// Rating is the value of a key or a word: 0 to 10, and x for ten where one key has to do.
func Rating(key string) (int, bool) {
	if key == "x" || key == "X" {
		return MaxPain, true
	}
	n, err := strconv.Atoi(key)
	return n, err == nil && n >= 0 && n <= MaxPain
}

// answers is what was said around a session.
type answers struct {
	before, after *int
	where         []string
	leg           bool // symptoms in a leg
	told          bool // how to answer
}

// Answer answers the open question, or says how much it hurts where that is what
// is offered. A value that is none changes nothing.
func (g *Guide) Answer(value int, now time.Time) View {
	g.noteExplained(now)
	switch {
	case value < 0 || value > MaxPain:
	case g.phase == Leading:
		g.rateHurt(value, now)
	case len(g.questions) > 0:
		q := g.questions[0]
		if q.Choices != nil && value >= len(q.Choices) {
			g.speakNow(now, howToAnswerText(q, true))
			break
		}
		g.questions = g.questions[1:]
		q.answer(g, value, now)
		g.next(now)
	}
	g.look(now)
	return g.view
}

// Pass leaves the open question without an answer.
func (g *Guide) Pass(now time.Time) View {
	g.noteExplained(now)
	if len(g.questions) > 0 {
		q := g.questions[0]
		g.questions = g.questions[1:]
		if q.pass != nil {
			q.pass(g, now)
		}
		g.next(now)
	}
	g.look(now)
	return g.view
}

// next goes on after a question.
func (g *Guide) next(now time.Time) {
	switch {
	case g.phase != Asking:
	case len(g.questions) > 0:
		g.speakQuestionNow(now)
	case g.end != Unended:
		g.phase = Over
		g.hush(now)
		g.speakGoodbye(now)
	default:
		g.hush(now) // the question is answered, whether it was heard to its end or not
		g.begin(now)
	}
}

func (g *Guide) speakQuestionNow(now time.Time) {
	g.hush(now)
	g.speakQuestion(now)
}

// speakQuestion reads the open question after what is being said.
func (g *Guide) speakQuestion(now time.Time) {
	q := g.questions[0]
	lines := []string{q.Lead, q.Text}
	for i, c := range q.Choices {
		lines = append(lines, choiceText(i, c))
	}
	if how := howToAnswerText(q, g.answers.told); !g.isRecent(how, now) {
		lines = append(lines, how)
	}
	g.speakLines(now, lines...)
	g.answers.told = true
}

// askBefore asks how much it hurts now. Above 5 something gentler is offered; where
// it hurts is asked only of a routine that does not say it.
func (g *Guide) askBefore(now time.Time) {
	g.phase = Asking
	pain := &Question{
		Lead: introText(g.o.Routine, session.Compile(g.o.Routine, g.o.Session).Length()),
		Text: painNowText, Scale: g.o.Safety.Scale,
	}
	pain.answer = func(g *Guide, pain int, _ time.Time) {
		g.answers.before = &pain
		if pain > 0 && g.o.Where && !placed(g.o.Routine) {
			g.questions = append(g.questions, g.whereQuestion())
		}
		if pain > much {
			g.questions = append(g.questions, g.gentlerQuestion())
		}
	}
	g.questions = []*Question{pain}
	g.speakQuestionNow(now)
	if g.explainsChimes() {
		g.speakLines(now, sound.ChimesText())
	}
}

// explainsChimes reports whether nobody has heard yet what the chimes mean.
func (g *Guide) explainsChimes() bool {
	return g.o.Sound != nil && g.isHeard() && !g.o.SoundState.Chimes
}

// noteExplained keeps that what the chimes mean was heard to its end.
func (g *Guide) noteExplained(now time.Time) {
	heard := slices.ContainsFunc(g.voice.recent, func(l recentLine) bool {
		return l.text == sound.ChimesText() && !l.ends.After(now)
	})
	if heard && g.explainsChimes() {
		g.o.SoundState.Chimes = true
		g.keepSound()
	}
}

// placed reports whether a routine says where it is for.
func placed(r content.Routine) bool {
	return len(r.Regions) > 0 && r.Regions[0] != "spine" && r.Regions[0] != "whole-body"
}

// PainRegions is where a back hurts.
func PainRegions() []string {
	return []string{"lower-back", "upper-back", "neck", "shoulders", "hips", "legs"}
}

func (g *Guide) whereQuestion() *Question {
	q := &Question{Text: whereHurtsText}
	for _, p := range PainRegions() {
		q.Choices = append(q.Choices, page.Title(page.Words(p)))
	}
	q.answer = func(g *Guide, i int, now time.Time) {
		g.answers.where = []string{PainRegions()[i]}
		g.remember(func(s *config.State) { s.Asked.Where = now })
	}
	return q
}

// gentlerQuestion is what to do on a day that hurts a lot already.
func (g *Guide) gentlerQuestion() *Question {
	q := &Question{Lead: muchText, Text: gentlerText}
	var then []func(g *Guide)
	add := func(text string, do func(g *Guide)) {
		q.Choices, then = append(q.Choices, text), append(then, do)
	}
	for _, r := range g.o.Gentler {
		if r.ID == g.o.Routine.ID && len(r.Items) >= len(g.o.Routine.Items) {
			continue
		}
		length := session.Compile(r, gentle(g.o.Session)).Length()
		add(insteadText(r, length), func(g *Guide) {
			g.o.Routine, g.o.Items = r, allItems(r)
			g.o.Session = gentle(g.o.Session)
		})
	}
	add(leastText, func(g *Guide) { g.o.Session = gentle(g.o.Session) })
	add(notTodayText, func(g *Guide) { g.end = EndedEarly })
	q.answer = func(g *Guide, i int, _ time.Time) { then[i](g) }
	q.pass = func(g *Guide, _ time.Time) { g.o.Session = gentle(g.o.Session) }
	return q
}

// gentle is every dose at the point where one starts.
func gentle(o session.Options) session.Options {
	o.Level, o.Levels = 0, nil
	return o
}

func allItems(r content.Routine) []int {
	items := make([]int, len(r.Items))
	for i := range items {
		items[i] = i
	}
	return items
}

// askAfter asks how it is after a session.
func (g *Guide) askAfter(now time.Time) {
	if !g.asks() || g.played(now) < tooShort {
		return
	}
	closes := now.Add(patience)
	g.phase = Asking
	pain := &Question{Text: painAfterText, Scale: g.o.Safety.Scale, closes: closes}
	pain.answer = func(g *Guide, pain int, _ time.Time) {
		g.answers.after = &pain
		g.save()
	}
	g.questions = []*Question{pain}
	hurts := g.record.Hurts
	if i := slices.IndexFunc(hurts, func(h history.Hurt) bool { return h.Pain == unrated }); i >= 0 {
		q := &Question{Text: hurtMuchText(g.hurtWhere(hurts[i])), Scale: g.o.Safety.Scale, closes: closes}
		q.answer = func(g *Guide, pain int, _ time.Time) {
			for j := range g.record.Hurts {
				if h := &g.record.Hurts[j]; h.Pose == hurts[i].Pose && h.Pain == unrated {
					h.Pain = pain
				}
			}
			g.save()
		}
		g.questions = append(g.questions, q)
	}
	g.speakQuestion(now)
}

// poseName is the name of a pose of the routine.
func (g *Guide) poseName(id string) string {
	for i := range g.o.Routine.Items {
		if p := &g.o.Routine.Items[i].Pose; p.ID == id {
			return p.Name
		}
	}
	return page.Title(page.Words(id))
}

// close leaves a question that nobody answers.
func (g *Guide) close(now time.Time) {
	if len(g.questions) > 0 && !g.questions[0].closes.IsZero() && !now.Before(g.questions[0].closes) {
		g.questions = nil
		g.next(now)
	}
}
