package config

import (
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// A setting is one key of the settings file and the field it fills.
type setting struct {
	name string // table.key
	read reader // for the text of a variable
	set  setter
}

// settings lists every setting there is, bound to the fields of c, except those
// of the breath patterns, whose names are the user's.
func settings(c *Config) []setting {
	return slices.Concat(sessionSettings(c), soundSettings(c), screenSettings(c), personSettings(c))
}

func sessionSettings(c *Config) []setting {
	return []setting{
		{"session.level", asNumber, level(&c.Session.Level)},
		{"session.first_side", asText, choice(&c.Session.FirstSide, "right", "left")},
		{"session.pace", asNumber, whole(&c.Session.Pace, 80, 240)},
		{"session.moment", asText, moment(&c.Session.Moment)},
		{"session.advance", asText, choice(&c.Session.Advance, "auto", "manual")},
		{"session.check_in", asTruth, truth(&c.Session.CheckIn)},
		{chosen, asText, text(&c.Breath.Pattern, wantPattern)},
	}
}

func soundSettings(c *Config) []setting {
	return []setting{
		{"voice.say", asText, choice(&c.Voice.Say, "all", "names", "none")},
		{engine, asText, choice(&c.Voice.Engine,
			"auto", "command", "piper", "espeak-ng", "say", "powershell", "spd-say", "none")},
		{command, asList, program(&c.Voice.Command, exampleCommand, false)},
		{"voice.piper", asList, program(&c.Voice.Piper, examplePiper, true)},
		{model, asText, path(&c.Voice.Model)},
		{"voice.name", asText, voiceName(&c.Voice.Name)},
		{"voice.rate", asNumber, whole(&c.Voice.Rate, 80, 240)},
		{"voice.volume", asNumber, fraction(&c.Voice.Volume)},
		{"voice.seconds", asTruth, truth(&c.Voice.Seconds)},
		{"chime.get_ready", asTruth, truth(&c.Chime.GetReady)},
		{"chime.start", asTruth, truth(&c.Chime.Start)},
		{"chime.switch", asTruth, truth(&c.Chime.Switch)},
		{"chime.halfway", asTruth, truth(&c.Chime.Halfway)},
		{"chime.end", asTruth, truth(&c.Chime.End)},
		{"chime.all_done", asTruth, truth(&c.Chime.AllDone)},
		{"chime.volume", asNumber, fraction(&c.Chime.Volume)},
		{"chime.breath", asTruth, truth(&c.Chime.Breath)},
		{"chime.breath_volume", asNumber, fraction(&c.Chime.BreathVolume)},
	}
}

func screenSettings(c *Config) []setting {
	return []setting{
		{"screen.theme", asText, choice(&c.Screen.Theme, "auto", "light", "dark")},
		{"screen.glyphs", asText, choice(&c.Screen.Glyphs, "auto", "unicode", "ascii")},
		{"screen.motion", asText, choice(&c.Screen.Motion, "full", "reduced")},
		{"screen.flash", asTruth, truth(&c.Screen.Flash)},
		{"screen.awake", asTruth, truth(&c.Screen.Awake)},
		{"screen.big", asTruth, truth(&c.Screen.Big)},
		{"figure.mode", asText, choice(&c.Figure.Mode,
			"auto", "kitty", "quad", "half", "sextant", "octant", "ansi16", "braille", "ascii", "none")},
		{"figure.pixels", asText, choice(&c.Figure.Pixels, "auto", "always", "never")},
	}
}

func personSettings(c *Config) []setting {
	return []setting{
		{avoid, asList, words(&c.Profile.Avoid, Conditions())},
		{"profile.regions", asList, words(&c.Profile.Regions, Regions())},
		{"profile.props", asList, words(&c.Profile.Props, Props())},
		{"goal.sessions", asNumber, whole(&c.Goal.Sessions, 1, 14)},
		{"goal.minutes", asNumber, whole(&c.Goal.Minutes, 5, 1000)},
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
