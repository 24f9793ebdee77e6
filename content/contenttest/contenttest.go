// Package contenttest is what tests of content, and of what is made of it, hold it against.
package contenttest

import "regexp"

// Forbidden is the words that nobody with a condition may be told where a pose stays in, by the ids of the conditions.
func Forbidden() map[string]*regexp.Regexp {
	head := `\bhead hangs?\b|forehead (sink|on the mat)|bolster under|lay a bolster|legs travel up the wall`
	words := map[string]string{
		"osteoporosis": `chin to (the |your )?chest|chin sinks?|\bfold(ing)? (forward|up)|roll (up|down)|head last|forehead on the mat|nearer\b|lies over your thighs|` +
			`lower both knees|rounds up|sink your hips back|hang a little more|back flattens|flat back|low back (flat|meets)|back is flat|(meet|met) the (wall|ground)|` +
			`over your belly|drawing in|to heels|knee to chest`,
		"pregnancy":               `on your (back|belly)|belly sinks|as you arch|arching in turn|within the width of your hips|lies over your thighs|knees together`,
		"neck-injury":             `\bchin\b|look up|look to|eyes look|turn your head|head (go|tilt|hang|sink)s?|forehead sink|weight rest on your shoulders`,
		"high-blood-pressure":     `\bhead hangs?\b|forehead (sink|on the mat)|lay a bolster|to heels`,
		"glaucoma":                head + `|to heels`,
		"no-head-down":            head + `|to heels`,
		"sore-wrists":             `hands and knees|wrists under|press(ing)? (down evenly |with the whole of |.*)?(both |your )?hands|set your palms|walk your hands|hold your back with`,
		"sore-knees":              `(back|back to|back on|back towards|settle towards) your heels|to heels|hold your (\{side\} )?shins?\b|sink your hips back`,
		"sore-shoulder":           `\barms? (wide|forward|out|slide)|open (your arms|them) wide|reach your (arms|\{side\} hand over)|like a T|weight rest on your shoulders|walk your hands forward`,
		"leg-pain":                `nearer\b|straight legs|fold(ing)? (forward|up)|head hang|chest sinking|chest and arms sink|forehead on the mat|chin to chest|rounds up|towards the ceiling|lower both knees|hang a little more|knees? (up )?(to|towards) (your )?chest|legs grow tired|over your belly|drawing in|to heels`,
		"hip-replacement":         `nearer\b|sink your hips back|hips back|lean on each other|knees? .*towards your (\{other\} shoulder|chest)|bottom (near|close to) the wall|fold forward|lower both knees`,
		"worse-when-bending":      `\b(round(s|ing)?|round one)\b|fold(ing)? (forward|up)|nearer\b|sink your hips back|chin to chest|draw (both|your) knees? towards your chest|knees up slowly to your chest|draw your \{side\} knee gently|back flattens|flat back|low back (flat|meets)|back is flat|(meet|met) the (wall|ground)|over your belly|to heels`,
		"worse-when-arching":      `\barch\b|arching in turn|belly sinks|look up|chest rises`,
		"cannot-get-to-the-floor": `\bmat\b|hands and knees|kneel`,
	}
	all := map[string]*regexp.Regexp{}
	for id, w := range words {
		all[id] = regexp.MustCompile(`(?i)` + w)
	}
	return all
}
