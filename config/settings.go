package config

import (
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"catcow/content"
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
	return []setting{
		{"session.level", numberKind, level(&c.Session.Level)},
		{"session.first_side", textKind, choice(&c.Session.FirstSide, "right", "left")},
		{"session.words", textKind, choice(&c.Session.Words, "auto", "full", "brief")},
		{"session.pace", numberKind, whole(&c.Session.Pace, 80, 240)},
		{"session.moment", textKind, moment(&c.Session.Moment)},
		{"session.advance", textKind, choice(&c.Session.Advance, "auto", "manual")},
		{"session.check_in", boolKind, boolean(&c.Session.CheckIn)},
		{chosen, textKind, name(&c.Breath.Pattern, "the name of a pattern")},
		{"voice.say", textKind, choice(&c.Voice.Say, "all", "names", "none")},
		{engine, textKind, choice(&c.Voice.Engine,
			"auto", "command", "piper", "say", "rhvoice", "powershell", "spd-say", "espeak-ng", "none")},
		{command, listKind, program(&c.Voice.Command, exampleCommand, false)},
		{"voice.piper", listKind, program(&c.Voice.Piper, examplePiper, true)},
		{model, textKind, path(&c.Voice.Model, "the path of a voice for piper")},
		{"voice.name", textKind, voiceName(&c.Voice.Name)},
		{"voice.rate", numberKind, whole(&c.Voice.Rate, 80, 240)},
		{"voice.volume", numberKind, fraction(&c.Voice.Volume)},
		{"voice.seconds", boolKind, boolean(&c.Voice.Seconds)},
		{"chime.get_ready", boolKind, boolean(&c.Chime.GetReady)},
		{"chime.start", boolKind, boolean(&c.Chime.Start)},
		{"chime.switch", boolKind, boolean(&c.Chime.Switch)},
		{"chime.halfway", boolKind, boolean(&c.Chime.Halfway)},
		{"chime.end", boolKind, boolean(&c.Chime.End)},
		{"chime.all_done", boolKind, boolean(&c.Chime.AllDone)},
		{"chime.volume", numberKind, fraction(&c.Chime.Volume)},
		{"chime.breath", boolKind, boolean(&c.Chime.Breath)},
		{"chime.breath_volume", numberKind, fraction(&c.Chime.BreathVolume)},
		{"screen.theme", textKind, choice(&c.Screen.Theme, "auto", "light", "dark", "contrast")},
		{"screen.glyphs", textKind, choice(&c.Screen.Glyphs, "auto", "unicode", "ascii")},
		{"screen.motion", textKind, choice(&c.Screen.Motion, "auto", "full", "reduced")},
		{"screen.plain", boolKind, boolean(&c.Screen.Plain)},
		{"screen.flash", boolKind, boolean(&c.Screen.Flash)},
		{"screen.awake", boolKind, boolean(&c.Screen.Awake)},
		{"screen.close", boolKind, boolean(&c.Screen.Close)},
		{"figure.mode", textKind, choice(&c.Figure.Mode,
			"auto", "kitty", "sixel", "quad", "half", "sextant", "octant", "ansi16", "braille", "ascii", "none")},
		{"figure.pixels", textKind, choice(&c.Figure.Pixels, "auto", "always", "never")},
		{avoid, listKind, words(&c.Profile.Avoid, content.ConditionIDs())},
		{"profile.regions", listKind, words(&c.Profile.Regions, content.Regions())},
		{"profile.props", listKind, words(&c.Profile.Props, content.Props())},
		{"goal.sessions", numberKind, whole(&c.Goal.Sessions, 1, 14)},
		{"goal.minutes", numberKind, whole(&c.Goal.Minutes, 5, 1000)},
		{hidden, listKind, names(&c.Content.Hide)},
		{"history.sync", textKind, path(&c.History.Sync, "the path of a folder")},
		{"hooks.start", listKind, program(&c.Hooks.Start, exampleHook, false)},
		{"hooks.stage", listKind, program(&c.Hooks.Stage, exampleHook, false)},
		{"hooks.end", listKind, program(&c.Hooks.End, exampleHook, false)},
	}
}

// Settings that are looked at together with others.
const (
	engine  = "voice.engine"
	command = "voice.command"
	model   = "voice.model"
	avoid   = "profile.avoid"
	chosen  = "breath.pattern"
	hidden  = "content.hide"
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
