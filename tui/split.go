package tui

import (
	"strings"
	"time"

	"catcow/tui/letters"
)

// A line that is longer than its place is read part by part.

// goesOn ends a part of a phrase that goes on in the next one.
const goesOn = "…"

// partWay is the cheapest way to have said the first words of a text in a number of
// parts: what speaks against it, and where the last part begins. Below zero there is
// none.
type partWay struct{ cost, from int }

// partWays is one for each number of parts.
type partWays [mostParts + 1]partWay

// best is in how many parts it is cheapest; 0 where there is no way.
func (w *partWays) best() int {
	best := 0
	for n, to := range w {
		if to.cost >= 0 && (w[best].cost < 0 || to.cost < w[best].cost) {
			best = n
		}
	}
	return best
}

// parts splits a text into as few parts as have at most so many lines of a face in w
// cells, where one would breathe, none much shorter than the others; nil where it
// takes more than [mostParts], or a word is too wide.
func parts(f *letters.Face, text string, w, lines int) []string {
	words := strings.Fields(text)
	ways := make([]partWays, len(words)+1) // by how many words are said
	for i := range ways {
		for n := range ways[i] {
			ways[i][n].cost = -1
		}
	}
	ways[0][0].cost = 0
	for i := range words {
		addParts(f, words, ways, i+1, w, lines)
	}
	n := ways[len(words)].best()
	if n == 0 {
		return nil
	}
	all := make([]string, n)
	for i := len(words); n > 0; n-- {
		from := ways[i][n].from
		all[n-1] = part(words, from, i)
		i = from
	}
	return all
}

// part is the words from one to another, with a mark where their phrase goes on.
func part(words []string, from, to int) string {
	p := strings.Join(words[from:to], " ")
	if to < len(words) && !ends(words[to-1]) {
		p += goesOn
	}
	return p
}

// addParts finds the cheapest ways to have said the words up to one, from those to have
// said fewer.
func addParts(f *letters.Face, words []string, ways []partWays, to, w, lines int) {
	for from := to - 1; from >= 0; from-- {
		if wrapped := f.Wrap(part(words, from, to), w); wrapped == nil || len(wrapped) > lines {
			return
		}
		cost := partCost(words, from, to)
		for n := range mostParts {
			before, best := ways[from][n].cost, &ways[to][n+1]
			if c := before + cost; before >= 0 && (best.cost < 0 || c < best.cost) {
				*best = partWay{c, from}
			}
		}
	}
}

// partCost is what speaks against the words from one to another as a part: each part
// much, a break in the middle of a phrase more, a word or two alone some, and uneven
// parts a little.
func partCost(words []string, from, to int) int {
	const part, middle, alone = 1000, 1500, 300
	cost := part
	if to < len(words) && isMiddle(words[to-1], words[to]) {
		cost += middle
	}
	n := to - from
	if n < 3 && len(words) > n {
		cost += alone / n
	}
	rest := len(words) - n
	return cost + rest*rest/4
}

// isMiddle reports whether a phrase goes on from one word to the next.
func isMiddle(before, after string) bool { return !ends(before) && !opens(after) }

// cueParts is parts of a line that is said. That a pose is the next one or the first
// is seen anyway, where there is no room to say it.
func cueParts(f *letters.Face, text string, w, lines int) []string {
	all := parts(f, text, w, lines)
	for _, opening := range []string{"Next: ", "We begin with "} {
		if name, ok := strings.CutPrefix(text, opening); ok && len(all) != 1 {
			return parts(f, name, w, lines)
		}
	}
	return all
}

// ends reports whether one breathes after a word.
func ends(word string) bool { return strings.TrimRight(word, ",.;:!?") != word }

// opens reports whether one breathes before a word.
func opens(word string) bool {
	switch word {
	case "and", "or", "with", "so", "as", "then", "until", "while", "where", "for", "to", "on", "onto", "in", "into",
		"over", "under", "towards", "from", "by", "at", "of", "off", "down", "only", "if", "that", "along", "across",
		"between", "behind", "beside", "above", "below", "against", "through", "around", "without", "before", "after":
		return true
	}
	return false
}

// partNow is the part it is time for. Where there is time to read them all more than
// once, they come again: no part of a sentence is left standing for long.
func partNow(parts []string, in, length time.Duration) string {
	if len(parts) == 0 {
		return ""
	}
	const each = 20 // letters' worth of time to find the new part
	const perLetter = 90 * time.Millisecond
	total := 0
	for _, p := range parts {
		total += len(p) + each
	}
	if times := length / (time.Duration(total) * perLetter); times > 1 {
		length /= times
		in %= length
	}
	before := 0
	for _, p := range parts {
		before += len(p) + each
		if in < length*time.Duration(before)/time.Duration(total) {
			return p
		}
	}
	return parts[len(parts)-1]
}
