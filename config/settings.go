package config

import (
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// A setting is one key of the settings file and the field it fills.
type setting struct {
	name string // table.key
	kind kind
	set  setter
}

// settings lists every setting there is, bound to the fields of c, except those
// of the breath patterns, whose names are the user's.
func settings(c *Config) []setting {
	return slices.Concat(sessionSettings(c), soundSettings(c), screenSettings(c), personSettings(c))
}

func sessionSettings(c *Config) []setting {
	return []setting{
		{"session.level", aNumber, level(&c.Session.Level)},
		{"session.first_side", aText, choice(&c.Session.FirstSide, "right", "left")},
		{"session.pace", aNumber, whole(&c.Session.Pace, 80, 240)},
		{"session.moment", aText, moment(&c.Session.Moment)},
		{"session.advance", aText, choice(&c.Session.Advance, "auto", "manual")},
		{"session.check_in", aTruth, truth(&c.Session.CheckIn)},
		{chosen, aText, name(&c.Breath.Pattern, "the name of a pattern")},
	}
}

func soundSettings(c *Config) []setting {
	return []setting{
		{"voice.say", aText, choice(&c.Voice.Say, "all", "names", "none")},
		{engine, aText, choice(&c.Voice.Engine,
			"auto", "command", "piper", "espeak-ng", "say", "powershell", "spd-say", "none")},
		{command, aList, program(&c.Voice.Command, exampleCommand, false)},
		{"voice.piper", aList, program(&c.Voice.Piper, examplePiper, true)},
		{model, aText, path(&c.Voice.Model)},
		{"voice.name", aText, voiceName(&c.Voice.Name)},
		{"voice.rate", aNumber, whole(&c.Voice.Rate, 80, 240)},
		{"voice.volume", aNumber, fraction(&c.Voice.Volume)},
		{"voice.seconds", aTruth, truth(&c.Voice.Seconds)},
		{"chime.get_ready", aTruth, truth(&c.Chime.GetReady)},
		{"chime.start", aTruth, truth(&c.Chime.Start)},
		{"chime.switch", aTruth, truth(&c.Chime.Switch)},
		{"chime.halfway", aTruth, truth(&c.Chime.Halfway)},
		{"chime.end", aTruth, truth(&c.Chime.End)},
		{"chime.all_done", aTruth, truth(&c.Chime.AllDone)},
		{"chime.volume", aNumber, fraction(&c.Chime.Volume)},
		{"chime.breath", aTruth, truth(&c.Chime.Breath)},
		{"chime.breath_volume", aNumber, fraction(&c.Chime.BreathVolume)},
	}
}

func screenSettings(c *Config) []setting {
	return []setting{
		{"screen.theme", aText, choice(&c.Screen.Theme, "auto", "light", "dark")},
		{"screen.glyphs", aText, choice(&c.Screen.Glyphs, "auto", "unicode", "ascii")},
		{"screen.motion", aText, choice(&c.Screen.Motion, "full", "reduced")},
		{"screen.flash", aTruth, truth(&c.Screen.Flash)},
		{"screen.awake", aTruth, truth(&c.Screen.Awake)},
		{"screen.big", aTruth, truth(&c.Screen.Big)},
		{"figure.mode", aText, choice(&c.Figure.Mode,
			"auto", "kitty", "quad", "half", "sextant", "octant", "ansi16", "braille", "ascii", "none")},
		{"figure.pixels", aText, choice(&c.Figure.Pixels, "auto", "always", "never")},
	}
}

func personSettings(c *Config) []setting {
	return []setting{
		{avoid, aList, words(&c.Profile.Avoid, Conditions())},
		{"profile.regions", aList, words(&c.Profile.Regions, Regions())},
		{"profile.props", aList, words(&c.Profile.Props, Props())},
		{"goal.sessions", aNumber, whole(&c.Goal.Sessions, 1, 14)},
		{"goal.minutes", aNumber, whole(&c.Goal.Minutes, 5, 1000)},
	}
}

// Settings that are looked at together with others.
const (
	engine  = "voice.engine"
	command = "voice.command"
	model   = "voice.model"
	avoid   = "profile.avoid"
	chosen  = "breath.pattern"
)

// In the list of known keys a star stands for a name that the user chooses.
const (
	patterns   = "breath.patterns"
	anyPattern = patterns + ".*"
)

// known lists the keys of the settings file in its order.
func known(all []setting) []string {
	names := make([]string, 0, len(all)+2)
	for _, s := range all {
		names = append(names, s.name)
	}
	return append(names, anyPattern+".in", anyPattern+".out")
}

// children lists what may stand in a table: tables and settings, none if it is
// no table. The table above all has the empty name.
func children(known []string, table string) []string {
	var names []string
	for _, name := range known {
		if table != "" {
			var inside bool
			if name, inside = strings.CutPrefix(name, table+"."); !inside {
				continue
			}
		}
		child, _, _ := strings.Cut(name, ".")
		if !slices.Contains(names, child) {
			names = append(names, child)
		}
	}
	return names
}

// shape is the key as it stands in the list of known keys.
func shape(key toml.Key) string {
	if len(key) > 2 && key[:2].String() == patterns {
		return strings.TrimSuffix(anyPattern+"."+key[3:].String(), ".")
	}
	return key.String()
}
