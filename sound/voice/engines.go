package voice

import (
	"context"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"time"
)

// machine is where engines are looked for.
type machine struct {
	system string // as [runtime.GOOS]
	look   func(program string) (path string, err error)
	getenv func(name string) string
}

// thisMachine is the one we run on.
func thisMachine() machine {
	return machine{runtime.GOOS, exec.LookPath, os.Getenv}
}

// kind is one kind of engine, and how to have one.
type kind struct {
	name    string
	systems []string // where it can be; nil for everywhere
	find    func(machine, context.Context, Settings) (*Engine, error)
}

// kinds are all of them, in the order of how they sound.
func kinds() []kind {
	unix := []string{"linux", "freebsd", "netbsd", "openbsd", "dragonfly"}
	return []kind{
		{Command, nil, machine.command},
		{Piper, nil, machine.piper},
		{Say, []string{"darwin"}, machine.say},
		{RHVoice, unix, machine.rhVoice},
		{PowerShell, []string{"windows"}, machine.powerShell},
		{SpeechD, unix, machine.speechD},
		{ESpeak, nil, machine.espeak},
	}
}

// kinds are those that may be here, in the order in which they are tried. Speech Dispatcher is a way to many engines; unless
// it is set up for another, it leads to espeak-ng, which is better spoken to itself: then it can be timed.
func (m machine) kinds(s Settings) []kind {
	all := slices.DeleteFunc(kinds(), func(k kind) bool {
		return !k.on(m.system) || k.name == Command && len(s.Command) == 0
	})
	if at := slices.IndexFunc(all, func(k kind) bool { return k.name == SpeechD }); at >= 0 && m.speechModule() == "" {
		all[at], all[at+1] = all[at+1], all[at]
	}
	return all
}

func (k kind) on(system string) bool { return k.systems == nil || slices.Contains(k.systems, system) }

// Candidate is a kind of engine that this platform can have.
type Candidate struct {
	Name string // as in the settings
	// Look makes sure that it works, and gives its version or another word about it; or why it cannot be used.
	Look func(ctx context.Context) (there string, err error)
}

// Candidates are the engines that this platform can have, in the order in which [Auto] tries them, with these settings.
func Candidates(s Settings) []Candidate { return thisMachine().candidates(s) }

func (m machine) candidates(s Settings) []Candidate {
	var all []Candidate
	for _, k := range m.kinds(s) {
		all = append(all, Candidate{k.name, func(ctx context.Context) (string, error) { return m.probe(ctx, k, s) }})
	}
	return all
}

// probe finds an engine, and lets it go.
func (m machine) probe(ctx context.Context, k kind, s Settings) (there string, err error) {
	e, err := m.try(ctx, k, s)
	if err != nil {
		return "", about("", err)
	}
	e.Close()
	return e.version, nil
}

// names are all that Settings.Engine may be.
func names() []string {
	all := []string{Auto}
	for _, k := range kinds() {
		all = append(all, k.name)
	}
	return append(all, None)
}

// answerTime is how long a program may take to say who it is; a cold Python with its libraries is the slowest of them.
const answerTime = 15 * time.Second

// Hint is what to do on this platform to have a voice: one line.
func Hint() string { return hintText(runtime.GOOS) }

// path finds a program.
func (m machine) path(program string) (string, error) {
	path, err := m.look(program)
	if err != nil { // not there, not a program, or only in the folder we happen to be in
		return "", notInstalled(printable(program))
	}
	return path, nil
}

// notInstalled is a program that is not there.
type notInstalled string

func (n notInstalled) Error() string { return notInstalledText(string(n)) }

// noSuchVoice is the name of a voice that an engine does not have.
type noSuchVoice string

func (n noSuchVoice) Error() string { return noSuchVoiceText(printable(string(n))) }

// voice is the name of the voice wanted; "" for the engine's own.
func (s Settings) voice() (string, error) {
	if s.Name != "" && !named(s.Name) {
		return "", errVoiceName
	}
	return s.Name, nil
}
