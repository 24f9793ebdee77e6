package cli

import (
	"maps"
	"slices"

	"catcow/config"
	"catcow/content"
	"catcow/guide"
	"catcow/session"
	"catcow/sound"
	"catcow/sound/voice"
)

// settings are the user's, over the defaults, with what they said on the screen
// about themselves. Beside an error they are the defaults: a mistyped setting is no
// reason to show nothing.
func (a *app) settings() (config.Config, error) {
	defer a.waiting.await(config.Path())()
	cfg, err := config.Load(a.Defaults, a.Environ)
	if err != nil {
		cfg, _ = config.Decode(a.Defaults, "", nil, nil) // they are good; config's tests see to it
	}
	state, _ := a.state() // what is wrong with it is said where it is changed
	cfg.Profile = cfg.Profile.With(state.Profile)
	cfg.Session.Pace = paceFor(cfg, state.Sound)
	return cfg, err
}

// paceFor is the pace that every length is reckoned with: that of the settings, or of
// the voice that spoke latest where it is slower.
func paceFor(cfg config.Config, s config.SoundState) int {
	if s.Voice != nil && !*s.Voice || cfg.Voice.Say == "none" {
		return cfg.Session.Pace
	}
	kept := sound.State{Voice: s.Voiced, Pace: s.Paces[s.Voiced]}
	return guide.PacedBy(session.Options{Pace: cfg.Session.Pace}, kept).Pace
}

// cautionsFor are the conditions whose cautions are shown: those of the person, or
// all of them where nothing was said yet.
func (a *app) cautionsFor(cfg config.Config) []string {
	if state, _ := a.state(); cfg.Profile.Set || state.Profile.Set {
		return cfg.Profile.Avoid
	}
	return content.ConditionIDs()
}

// options are what the settings say about a plan.
func options(cfg config.Config) session.Options {
	return session.Options{
		Level:      cfg.Session.Level.Value,
		Breath:     session.Breath(cfg.Breath.Phases()),
		First:      session.Side(cfg.Session.FirstSide),
		Conditions: cfg.Profile.Avoid,
		Pace:       cfg.Session.Pace,
		Words:      session.Words(cfg.Session.Words),
		Moment:     cfg.Session.Moment,
	}
}

// soundSettings is what the settings say about what is heard, and what was
// changed about it during sessions.
func soundSettings(c config.Config, s config.State) sound.Settings {
	out := sound.Settings{
		Volume:       1,
		Muted:        s.Sound.Muted,
		ChimeVolume:  c.Chime.Volume,
		Off:          silent(c.Chime),
		Breath:       c.Chime.Breath,
		BreathVolume: c.Chime.BreathVolume,
		Speak:        c.Voice.Say != "none",
		Voice: voice.Settings{
			Engine: c.Voice.Engine, Command: c.Voice.Command, Piper: c.Voice.Piper, Model: c.Voice.Model,
			Name: c.Voice.Name, Rate: c.Voice.Rate,
		},
		VoiceVolume: c.Voice.Volume,
		Paces:       s.Sound.Paces,
	}
	if s.Sound.Volume != nil {
		out.Volume = *s.Sound.Volume
	}
	if s.Sound.Voice != nil {
		out.Speak = *s.Sound.Voice
	}
	return out
}

// silent is the chimes that are off.
func silent(c config.Chime) []sound.Chime {
	on := map[sound.Chime]bool{
		sound.GetReady: c.GetReady, sound.Start: c.Start, sound.Switch: c.Switch,
		sound.Halfway: c.Halfway, sound.End: c.End, sound.AllDone: c.AllDone,
	}
	maps.DeleteFunc(on, func(_ sound.Chime, on bool) bool { return on })
	return slices.Sorted(maps.Keys(on))
}
