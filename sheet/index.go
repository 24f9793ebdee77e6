package sheet

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"catcow/content"
	"catcow/decode"
)

// index finds poses by any of their names.
type index struct {
	ids   map[string]bool
	names map[string]content.Pose // by key; the zero pose where it could be two
	stems map[string]content.Pose // by the stems of its words, likewise
	words []namedWords            // each name in words, for one that was cut short
}

// namedWords is a name of a pose in the stems of its words.
type namedWords struct {
	words []string
	pose  content.Pose
}

func newIndex(lib *content.Library) index {
	x := index{ids: map[string]bool{}, names: map[string]content.Pose{}, stems: map[string]content.Pose{}}
	poses := lib.AllPoses() // a sheet may well name one that is hidden
	for i := range poses {
		p := poses[i]
		x.ids[p.ID] = true
		p, _ = p.As("")
		for _, name := range append([]string{p.ID, p.Name, p.Sanskrit}, p.Aliases...) {
			put(x.names, keyOf(name), p)
			x = x.withWords(stemsOf(name), p)
			if words := stemsOf(withoutKind(name)); len(words) > 1 { // "resting pose" is no rest
				x = x.withWords(words, p)
			}
		}
		put(x.names, keyOf(withoutKind(p.Name)), p)
	}
	for short, id := range asClinicsWrite() {
		if p, there := x.names[keyOf(id)]; there && p.ID != "" {
			put(x.names, keyOf(short), p)
			x = x.withWords(stemsOf(short), p)
		}
	}
	return x
}

// put adds a pose under a key, and the zero pose where another one has it.
func put(to map[string]content.Pose, key string, p content.Pose) {
	if key == "" {
		return
	}
	if q, there := to[key]; there && q.ID != p.ID {
		p = content.Pose{}
	}
	to[key] = p
}

// withWords is the index with one name more, in the stems of its words.
func (x index) withWords(words []string, p content.Pose) index {
	put(x.stems, strings.Join(words, " "), p)
	if len(words) > 1 {
		x.words = append(x.words, namedWords{words, p})
	}
	return x
}

// asClinicsWrite is what clinics call poses that have other names in books of yoga.
func asClinicsWrite() map[string]string {
	return map[string]string{
		"sktc": "single-knee-to-chest", "single knee hug": "single-knee-to-chest", "knee to chest single": "single-knee-to-chest",
		"legs on a chair 90/90": "legs-on-chair", "90/90 legs on a chair": "legs-on-chair", "90/90 rest": "legs-on-chair",
		"dktc": "double-knee-to-chest", "poe": "sphinx",
		"ltr": "knee-rolls", "lower trunk rotation": "knee-rolls", "lumbar roll": "knee-rolls", "knee drop": "knee-rolls", "knee rock": "knee-rolls",
		"knee sway": "knee-rolls", "knees side to side": "knee-rolls",
		"neck side flexion": "lateral-neck-flexion", "neck lateral flexion": "lateral-neck-flexion",
		"hug knees to chest": "double-knee-to-chest", "hug both knees to chest": "double-knee-to-chest", "hug both knees into chest": "double-knee-to-chest",
		"hug both knees in to chest": "double-knee-to-chest", "hug both knees in": "double-knee-to-chest", "bring both knees to chest": "double-knee-to-chest",
		"ppt": "pelvic-tilt", "tra activation": "abdominal-draw",
		"quadruped alt arm leg": "bird-dog", "quadruped alternate arm leg": "bird-dog", "quadruped alt ue le": "bird-dog", "quadruped ue le lift": "bird-dog",
		"opposite arm leg raise": "bird-dog", "opposite arm leg lift": "bird-dog", "opposite arm leg reach": "bird-dog",
	}
}

func (x index) has(id string) bool { return x.ids[id] }

// find is the pose with that name, or with that name but for what does not tell
// poses apart: the plural, the form of a word, or a word such as "stretch".
func (x index) find(name string) (content.Pose, bool) {
	name = inFull(strings.ReplaceAll(name, "&", " and "))
	for _, n := range spellings(name) {
		if p, ok := x.names[keyOf(n)]; ok {
			return p, p.ID != ""
		}
	}
	for _, words := range [][]string{stemsOf(name), stemsOf(withoutKind(name)), withoutWay(stemsOf(name))} {
		if p, ok := x.stems[strings.Join(words, " ")]; ok {
			return p, p.ID != ""
		}
	}
	if p, ok := x.inPosition(name); ok {
		return p, ok
	}
	return x.cutShort(stemsOf(withoutKind(name)))
}

// spellings are a name as it is, in the singular, and both without the word for its kind.
func spellings(name string) []string {
	return []string{name, singular(name), withoutKind(name), singular(withoutKind(name))}
}

// inFull is a name with the words that clinics cut short in full, and without the
// two ways of a movement that goes both.
func inFull(name string) string {
	short := map[string]string{
		"cx": "neck", "cerv": "neck", "cervical": "neck", "tx": "thoracic", "lx": "lumbar", "sh": "shoulder", "sh.": "shoulder", "shld": "shoulder", "shldr": "shoulder",
		"sf": "side flexion", "lat": "lateral", "flex": "flexion", "ext": "extension", "rot": "rotation", "rot.": "rotation",
	}
	words := slices.DeleteFunc(strings.Fields(name), isBothWays)
	for i, w := range words {
		if full, ok := short[strings.ToLower(w)]; ok {
			words[i] = full
		}
	}
	return strings.Join(words, " ")
}

func hasBothWays(name string) bool { return slices.ContainsFunc(strings.Fields(name), isBothWays) }

// isBothWays reports whether a word is such as "fwd/bwd".
func isBothWays(word string) bool {
	return slices.Contains([]string{"fwd/bwd", "bwd/fwd", "fwds/bwds", "forward/backward", "forwards/backwards"}, strings.ToLower(word))
}

// cutShort is the only pose that has a name of which the words are the beginnings:
// "pelv tilt".
func (x index) cutShort(words []string) (content.Pose, bool) {
	const least = 3 // letters
	var found content.Pose
	for _, n := range x.words {
		if len(n.words) != len(words) {
			continue
		}
		begins := true
		for i, w := range words {
			begins = begins && (w == n.words[i] || len(w) >= least && strings.HasPrefix(n.words[i], w))
		}
		switch {
		case begins && found.ID != "" && found.ID != n.pose.ID:
			return content.Pose{}, false
		case begins:
			found = n.pose
		}
	}
	return found, found.ID != ""
}

// inPosition is the pose whose name has the position before it that the pose has
// anyway: "supine piriformis stretch".
func (x index) inPosition(name string) (content.Pose, bool) {
	first, rest, _ := strings.Cut(name, " ")
	positions := map[string]content.Position{"supine": content.Supine, "seated": content.Chair, "standing": content.Standing, "quadruped": content.AllFours}
	position, ok := positions[strings.ToLower(first)]
	if !ok {
		return content.Pose{}, false
	}
	for _, n := range spellings(rest) {
		if p, there := x.names[keyOf(n)]; there && p.ID != "" && p.Position == position {
			return p, true
		}
	}
	return content.Pose{}, false
}

// findSided is the pose that a name means when it is done on each side.
func (x index) findSided(name string) (content.Pose, bool) {
	if key := keyOf(singular(name)); key != "kneehug" && key != "kneehugstretch" {
		return content.Pose{}, false
	}
	return x.find("single-knee-to-chest")
}

// nearest says which known name an unknown one is like.
func (x index) nearest(name string) string {
	near, slips := decode.Closest(keyOf(name), slices.Sorted(maps.Keys(x.names)))
	if p := x.names[near]; p.ID != "" && slips <= max(1, len(near)/8) && len(near) > 5 {
		return fmt.Sprintf("a pose of your own; if you mean %s, write that", p.Name)
	}
	return "a pose of your own"
}

// keyOf is a name without what people write differently: capitals, dashes,
// spaces, apostrophes.
func keyOf(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

func singular(name string) string {
	words := strings.Fields(strings.ReplaceAll(name, "-", " "))
	for i, w := range words {
		if len(w) > 2 && !strings.HasSuffix(w, "ss") {
			words[i] = strings.TrimSuffix(w, "s")
		}
	}
	return strings.Join(words, " ")
}

// withoutKind leaves out the words that say what sort of thing a name is.
func withoutKind(name string) string {
	kinds := []string{"stretch", "stretches", "str", "pose", "poses", "exercise", "exercises", "yoga", "the", "a", "position", "gentle", "gently", "slow", "slowly", "some", "and"}
	words := slices.DeleteFunc(strings.Fields(name), func(w string) bool { return slices.Contains(kinds, strings.ToLower(w)) })
	return strings.Join(words, " ")
}
