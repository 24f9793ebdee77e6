package config

import (
	"slices"

	"catcow/content"
)

// ProfileAnswers is what a person said about themselves on the screen. It is kept
// with the [State], because the settings file is theirs alone to write: their
// comments would be lost.
type ProfileAnswers struct {
	Avoid []string `toml:"avoid"` // some of [content.Conditions], by their ids
	Props []string `toml:"props"` // at hand
	Set   bool     `toml:"set"`   // the question was answered, be it with nothing to avoid
}

// With returns the profile with what was said on the screen, unless the settings
// say themselves what to avoid.
func (p Profile) With(said ProfileAnswers) Profile {
	if !p.Set {
		p.Avoid = slices.Clone(said.Avoid)
		if said.Set {
			p.Props = append([]string{}, said.Props...)
		}
	}
	return p
}

// tidy keeps the words that are known. One that is not was said to a catcow of
// another version, so the answer has to be asked for again.
func (p *ProfileAnswers) tidy() {
	avoid := knownOf(p.Avoid, content.ConditionIDs())
	p.Set = p.Set && len(avoid) == len(p.Avoid)
	p.Avoid, p.Props = avoid, knownOf(p.Props, content.Props())
}

// knownOf is the words that a vocabulary has.
func knownOf(words, vocabulary []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(word string) bool { return !slices.Contains(vocabulary, word) })
}
