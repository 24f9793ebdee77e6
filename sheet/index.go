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
}

func newIndex(lib *content.Library) index {
	x := index{map[string]bool{}, map[string]content.Pose{}}
	add := func(key string, p content.Pose) {
		if q, there := x.names[key]; there && q.ID != p.ID {
			p = content.Pose{}
		}
		x.names[key] = p
	}
	poses := lib.Poses()
	for i := range poses {
		p := poses[i]
		x.ids[p.ID] = true
		p, _ = p.As("")
		for _, name := range append([]string{p.ID, p.Name, p.Sanskrit}, p.Also...) {
			if key := keyOf(name); key != "" {
				add(key, p)
			}
		}
		add(keyOf(withoutKind(p.Name)), p)
	}
	for short, id := range map[string]string{ // as clinics write
		"sktc": "single-knee-to-chest", "dktc": "double-knee-to-chest", "poe": "sphinx", "ltr": "knee-rolls", "ppt": "pelvic-tilt",
		"traactivation": "abdominal-draw", "quadrupedaltarmleg": "bird-dog", "quadrupedalternatearmleg": "bird-dog", "quadrupedaltuele": "bird-dog",
	} {
		if p, there := x.names[keyOf(id)]; there {
			add(short, p)
		}
	}
	return x
}

func (x index) has(id string) bool { return x.ids[id] }

// find is the pose with that name, or with that name but for what does not tell
// poses apart: the plural, or a word such as "stretch".
func (x index) find(name string) (content.Pose, bool) {
	name = strings.ReplaceAll(name, "&", " and ")
	for _, n := range []string{name, singular(name), withoutKind(name), singular(withoutKind(name))} {
		if p, ok := x.names[keyOf(n)]; ok {
			return p, p.ID != ""
		}
	}
	return x.inPosition(name)
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
	for _, n := range []string{rest, singular(rest), withoutKind(rest), singular(withoutKind(rest))} {
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
		if len(w) > 3 && !strings.HasSuffix(w, "ss") {
			words[i] = strings.TrimSuffix(w, "s")
		}
	}
	return strings.Join(words, " ")
}

// withoutKind leaves out the words that say what sort of thing a name is.
func withoutKind(name string) string {
	kinds := []string{"stretch", "stretches", "pose", "poses", "exercise", "exercises", "yoga", "the", "a", "position", "gentle", "gently", "slow", "slowly", "some", "and"}
	words := slices.DeleteFunc(strings.Fields(name), func(w string) bool { return slices.Contains(kinds, strings.ToLower(w)) })
	return strings.Join(words, " ")
}
