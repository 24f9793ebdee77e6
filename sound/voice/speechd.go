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
func (m machine) speechD(ctx context.Context, s Settings) (*Engine, error) {
	path, err := m.path(SpeechD)
	if err != nil {
		return nil, err
	}
	name, err := s.voice()
	if err != nil {
		return nil, err
	}
	printed, err := program{path: path, args: []string{"--version"}}.run(ctx, "", mostSaid)
	if err != nil {
		return nil, err
	}
	d := &dispatcher{
		starter: program{path: path, args: []string{"-O"}},
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
	if err := d.check(ctx, name); err != nil {
		d.close()
		return nil, err
	}
	if name != "" {
		d.opening = append(d.opening, "SET SELF SYNTHESIS_VOICE "+name)
		d.close() // to open it with the voice
	}
	return &Engine{
		version: strings.TrimPrefix(quoted(string(printed)), "spd-say "),
		speak:   d.speak,
		end:     d.close,
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

// check makes sure that there is something that speaks, and the voice of that name.
func (d *dispatcher) check(ctx context.Context, name string) error {
	if err := d.open(ctx); err != nil {
		return err
	}
	free := d.server.until(ctx)
	defer free()
	modules, err := d.server.ask("LIST OUTPUT_MODULES")
	if err != nil {
		return err
	}
	// The dummy plays a recording that says that there is nothing else.
	if modules = slices.DeleteFunc(modules, func(m string) bool { return m == "dummy" }); len(modules) == 0 {
		return errors.New(noSpeakingText)
	}
	if name == "" {
		return nil
	}
	voices, err := d.server.ask("LIST SYNTHESIS_VOICES")
	if err != nil {
		return err
	}
	for _, voice := range voices { // name, language and variant, with tabs between them
		if known, _, _ := strings.Cut(voice, "\t"); known == name {
			return nil
		}
	}
	return noSuchVoice(name)
}
