package voice

import (
	"context"
	"errors"
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
	command []string // the program, and arguments that it always has
	find    func(machine, context.Context, Settings, program) (*Engine, error)
}

// engines are all of them, in the order of how they sound.
func (m machine) engines(s Settings) []kind {
	unix := []string{"linux", "freebsd", "netbsd", "openbsd", "dragonfly"}
	piper := s.Piper
	if len(piper) == 0 {
		piper = []string{"piper"}
	}
	return []kind{
		{Command, nil, s.Command, machine.command},
		{Piper, nil, piper, machine.piper},
		{Say, []string{"darwin"}, []string{Say}, machine.say},
		{RHVoice, unix, []string{"RHVoice-test"}, machine.rhVoice},
		{PowerShell, []string{"windows"}, m.sapiCommand(), machine.powerShell},
		{SpeechD, unix, []string{SpeechD}, machine.speechD},
		{ESpeak, nil, []string{ESpeak}, machine.espeak},
	}
}

// kinds are those that may be here, in the order in which they are tried. Speech Dispatcher is a way to many engines; unless
// it is set up for another, it leads to espeak-ng, which is better spoken to itself: then it can be timed.
func (m machine) kinds(s Settings) []kind {
	all := slices.DeleteFunc(m.engines(s), func(k kind) bool {
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
		all = append(all, Candidate{k.name, func(ctx context.Context) (string, error) {
			e, err := m.try(ctx, k, s)
			if err != nil {
				return "", err
			}
			e.Close()
			return e.version, nil
		}})
	}
	return all
}

// answerTime is how long a program may take to say who it is; a cold Python with its libraries is the slowest of them.
const answerTime = 15 * time.Second

// Hint is what to do on this platform to have a voice: one line.
func Hint() string { return hintText(runtime.GOOS) }

// program finds the one that a kind of engine needs.
func (m machine) program(k kind) (program, error) {
	if len(k.command) == 0 {
		return program{}, errors.New(noCommandText)
	}
	path, err := m.look(k.command[0])
	if err != nil { // not there, not a program, or only in the folder we happen to be in
		return program{}, notInstalled(printable(k.command[0]))
	}
	return program{path: path, args: k.command[1:]}, nil
}

// with is the program with more arguments.
func (p program) with(args ...string) program {
	p.args = slices.Concat(p.args, args)
	return p
}

// withVoice is the program with the name of a voice, if there is one.
func (p program) withVoice(flag, name string) program {
	if name == "" {
		return p
	}
	return p.with(flag, name)
}

// notInstalled is a program that is not there.
type notInstalled string

func (n notInstalled) Error() string { return notInstalledText(string(n)) }

// noSuchVoice is the name of a voice that an engine does not have.
type noSuchVoice string

func (n noSuchVoice) Error() string { return noSuchVoiceText(printable(string(n))) }
