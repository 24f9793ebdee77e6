package voice

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// speechD is Speech Dispatcher, spoken to over its socket: a spd-say that is killed leaves its text to be spoken to the
// end. It is a service of the desktop and not ours: started if it does not run, and left to end by itself.
func (m machine) speechD(ctx context.Context, s Settings, p program) (*Engine, error) {
	printed, err := p.with("--version").run(ctx, "", mostPrinted)
	if err != nil {
		return nil, err
	}
	starter := p.with("-O")
	starter.service = true
	d := &dispatcher{
		starter: starter,
		opening: []string{
			"SET SELF CLIENT_NAME user:catcow:voice",
			"SET SELF SSML_MODE off",
			"SET SELF LANGUAGE en",
			"SET SELF RATE " + strconv.Itoa(s.spdRate()),
			"SET SELF VOLUME " + strconv.Itoa(s.spdVolume()),
			"SET SELF NOTIFICATION END on",
			"SET SELF NOTIFICATION CANCEL on",
		},
	}
	d.network, d.address = m.speechAddress()
	module, err := d.check(ctx, s.Name)
	if err != nil {
		d.close()
		return nil, err
	}
	if s.Name != "" {
		d.opening = append(d.opening, "SET SELF SYNTHESIS_VOICE "+s.Name)
		d.close() // to open it with the voice
	}
	return &Engine{
		version: strings.TrimPrefix(quoted(string(printed)), "spd-say ") + module,
		Speak:   d.speak,
		Close:   d.close,
	}, nil
}

// speechAddress is where the server listens (libspeechd, "Address specification").
func (m machine) speechAddress() (network, address string) {
	method, address, _ := strings.Cut(m.getenv("SPEECHD_ADDRESS"), ":")
	switch {
	case method == "inet_socket" && address == "":
		return "tcp", "127.0.0.1:6560"
	case method == "inet_socket":
		return "tcp", address
	case method == "unix_socket" && address != "":
		return "unix", address
	}
	folder := m.getenv("XDG_RUNTIME_DIR")
	if folder == "" {
		folder, _ = os.UserCacheDir() // without one there is no server to be found either
	}
	return "unix", filepath.Join(folder, "speech-dispatcher", "speechd.sock")
}

// speechModule is the engine that Speech Dispatcher is set up to speak with: by the user, or else by the system. It is ""
// where that is espeak-ng or nothing is said.
func (m machine) speechModule() string {
	home := m.getenv("XDG_CONFIG_HOME")
	if home == "" {
		home = filepath.Join(m.getenv("HOME"), ".config")
	}
	for _, folder := range []string{home, "/etc"} {
		path := filepath.Join(folder, "speech-dispatcher", "speechd.conf")
		if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() { // a pipe would be waited for
			continue
		}
		file, err := os.ReadFile(path)
		if err != nil {
			continue
		}
		for line := range strings.Lines(string(file)) {
			if words := strings.Fields(line); len(words) > 1 && words[0] == "DefaultModule" {
				name := strings.Trim(words[1], `"`)
				if strings.HasPrefix(name, "espeak") {
					return ""
				}
				return name
			}
		}
	}
	return ""
}

// check makes sure that there is something that speaks, and the voice of that name. It gives a word about what speaks.
func (d *dispatcher) check(ctx context.Context, name string) (module string, err error) {
	if err := d.open(ctx); err != nil {
		return "", err
	}
	free := d.until(ctx)
	defer free()
	modules, err := d.ask("LIST OUTPUT_MODULES")
	if err != nil {
		return "", err
	}
	// The dummy plays a recording that says that there is nothing else.
	if modules = slices.DeleteFunc(modules, func(m string) bool { return m == "dummy" }); len(modules) == 0 {
		return "", errors.New(noSpeakingText)
	}
	if set, err := d.ask("GET OUTPUT_MODULE"); err == nil && len(set) > 0 {
		module = speaksWithText(set[0])
	}
	if name == "" {
		return module, nil
	}
	voices, err := d.ask("LIST SYNTHESIS_VOICES")
	if err != nil {
		return "", err
	}
	for _, voice := range voices { // name, language and variant, with tabs between them
		if known, _, _ := strings.Cut(voice, "\t"); known == name {
			return module, nil
		}
	}
	return "", noSuchVoice(name)
}
