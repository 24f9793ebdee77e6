package voice

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// has makes only these programs be found.
func (s *stage) has(programs ...string) {
	self := s.look
	s.look = func(program string) (string, error) {
		if !slices.Contains(programs, filepath.Base(program)) {
			return "", exec.ErrNotFound
		}
		return self(program)
	}
}

func TestFindInOrder(t *testing.T) {
	model := filepath.Join(t.TempDir(), "-voice.onnx")
	if err := os.WriteFile(model, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, system, mode, has string
		settings                Settings
		want, skipped           string // an engine, and why it is not another
		err                     string
		none                    bool
	}{
		{name: "espeak-ng", has: "espeak-ng spd-say", want: ESpeak},
		{name: "RHVoice sounds better", has: "espeak-ng RHVoice-test spd-say", want: RHVoice},
		{name: "espeak-ng is better than a way to it", has: "espeak-ng spd-say", want: ESpeak},
		{
			name: "a voice that RHVoice has not", has: "espeak-ng RHVoice-test", settings: Settings{Name: "en-gb"}, want: ESpeak,
		},
		{
			name: "a voice that RHVoice alone could have", has: "RHVoice-test", settings: Settings{Name: "en-gb"},
			want: RHVoice, skipped: `rhvoice: no voice "en-gb"`,
		},
		{name: "a command first", has: "espeak-ng mine", settings: Settings{Command: []string{"mine"}}, want: Command},
		{
			name: "no command", has: "espeak-ng", settings: Settings{Command: []string{"mine"}},
			want: ESpeak, skipped: "command: no program mine is installed",
		},
		{name: "a model", has: "espeak-ng piper", settings: Settings{Model: model}, want: Piper},
		{name: "piper and no model", has: "espeak-ng piper", want: ESpeak},
		{
			name: "no model", has: "espeak-ng piper", settings: Settings{Model: "/nowhere.onnx"},
			want: ESpeak, skipped: "piper: no file " + absolute(t, "/nowhere.onnx"),
		},
		{
			name: "the mouse tool", mode: "impostor", has: "piper", settings: Settings{Model: model},
			err: "piper: " + notPiperText,
		},
		{name: "another espeak", mode: "impostor", has: "espeak-ng", err: "no voice: espeak-ng: " + notESpeakText, none: true},
		{name: "macOS", system: "darwin", has: "say", want: Say},
		{name: "say elsewhere", has: "say", none: true, err: "no voice: looked for rhvoice, espeak-ng and spd-say; " + Hint()},
		{name: "Windows", system: "windows", has: "powershell.exe", want: PowerShell},
		{name: "silence", has: "espeak-ng", settings: Settings{Engine: None}, none: true, err: "no voice"},
		{name: "one by name", system: "darwin", has: "say espeak-ng", settings: Settings{Engine: Say}, want: Say},
		{name: "one that is not there", has: "spd-say", settings: Settings{Engine: ESpeak}, err: "espeak-ng: no program espeak-ng is installed"},
		{name: "another system's", has: "say", settings: Settings{Engine: Say}, err: "say: it is a part of macOS and not to be had here"},
		{name: "a command without a program", settings: Settings{Engine: Command}, err: "command: " + noCommandText},
		{name: "piper without a model", has: "piper", settings: Settings{Engine: Piper}, err: "piper: " + noModelText},
		{name: "a voice that is an option", has: "espeak-ng", settings: Settings{Engine: ESpeak, Name: "-w"}, err: "espeak-ng: " + voiceNameText},
		{
			name: "a voice that is none", has: "espeak-ng", settings: Settings{Name: "a\nb"},
			want: ESpeak, skipped: "espeak-ng: " + voiceNameText,
		},
		{
			name: "no such voice", mode: "voiceless", has: "espeak-ng", settings: Settings{Engine: ESpeak, Name: "xx"},
			err: `espeak-ng: no voice "xx"`,
		},
		{name: "a voice of macOS", system: "darwin", has: "say", settings: Settings{Name: "eddy (English (UK))"}, want: Say},
		{
			name: "no such voice of macOS", system: "darwin", has: "say", settings: Settings{Name: "Alb"},
			want: Say, skipped: `say: no voice "Alb"`,
		},
		{name: "a voice of Windows", system: "windows", has: "powershell.exe", settings: Settings{Name: "Zira"}, want: PowerShell},
		{
			name: "no such voice of Windows", system: "windows", has: "powershell.exe",
			settings: Settings{Engine: PowerShell, Name: "Hal"}, err: `powershell: no voice "Hal"`,
		},
		{
			name: "a speaker of piper", has: "piper", settings: Settings{Engine: Piper, Model: model, Name: "amy"},
			err: "piper: " + speakerText,
		},
		{name: "broken", mode: "fail", has: "espeak-ng", none: true, err: "no voice: espeak-ng: exit status 1: [31mbroken[0m: no data"},
		{name: "mute", mode: "deaf", has: "espeak-ng", none: true, err: "no voice: espeak-ng: " + muteText},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.mode == "" {
				test.mode = "good"
			}
			s := newStage(t, test.mode)
			s.has(strings.Fields(test.has)...)
			if test.system != "" {
				s.system = test.system
			}
			e, err := s.find(t.Context(), test.settings)
			if test.err != "" {
				if err == nil || err.Error() != test.err || e != nil {
					t.Errorf("%v, want %q", err, test.err)
				}
				if errors.Is(err, ErrNone) != test.none {
					t.Errorf("%v is no voice: %v", err, !test.none)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(e.Close)
			if e.Name != test.want {
				t.Errorf("found %s, want %s", e.Name, test.want)
			}
			if e.Skipped != test.skipped {
				t.Errorf("skipped %q, want %q", e.Skipped, test.skipped)
			}
		})
	}
}

func absolute(t *testing.T, path string) string {
	t.Helper()
	path, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// What each engine is told, and that the text is never among its arguments.
func TestArguments(t *testing.T) {
	model := filepath.Join(t.TempDir(), "-voice.onnx")
	if err := os.WriteFile(model, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	const text = "-o --help $(touch x) [[slnc 9]] <speak>it's</speak>"
	tests := []struct {
		name, system string
		settings     Settings
		renders      bool
		want         string // %s stands for the name of a file
		heard        string
	}{
		{
			name: "espeak-ng renders", settings: Settings{Engine: ESpeak, Name: "en-gb+f3", Rate: 120},
			renders: true, want: "--stdout --stdin -b 1 -s 120 -v en-gb+f3",
		},
		{
			name: "piper", settings: Settings{Engine: Piper, Piper: []string{"python3", "-m", "piper"}, Model: model, Rate: 85, Name: "2"},
			renders: true, want: "-m piper --model " + model + " --length_scale 2.000 --speaker 2 --output_file %s", heard: "\n",
		},
		{name: "RHVoice", settings: Settings{Engine: RHVoice, Rate: 90}, renders: true, want: "-o /dev/stdout -r 50"},
		{
			name: "say renders", system: "darwin", settings: Settings{Engine: Say, Name: "Albert"},
			renders: true, want: "-r 140 -v Albert --file-format=WAVE --data-format=LEI16@22050 -f - -o %s", heard: "\n",
		},
		{
			name: "a command", settings: Settings{Command: []string{"speaker", "-x"}}, want: "-x", heard: "\n",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newStage(t, "good")
			if test.system != "" {
				s.system = test.system
			}
			e := s.engine(test.settings, "good")
			if test.renders {
				clip, err := e.Render(t.Context(), text)
				if err != nil || clip.Length() == 0 {
					t.Fatalf("%v of sound, %v", clip.Length(), err)
				}
			} else if err := e.Speak(t.Context(), text); err != nil {
				t.Fatal(err)
			}
			calls := s.calls()
			if len(calls) != 1 {
				t.Fatalf("called as %q", calls)
			}
			head, tail, _ := strings.Cut(test.want, "%s")
			got := strings.Join(calls[0].Args, " ")
			if !strings.HasPrefix(got, head) || !strings.HasSuffix(got, tail) {
				t.Errorf("called as %q, want %q", got, test.want)
			}
			if heard := "-o --help (touch x) slnc 9 speak it's /speak" + test.heard; calls[0].Text != heard {
				t.Errorf("heard %q, want %q", calls[0].Text, heard)
			}
			left, err := filepath.Glob(filepath.Join(s.mark, "*"))
			if err != nil || len(left) > 0 {
				t.Errorf("files left behind: %q, %v", left, err)
			}
		})
	}
}

func TestCandidates(t *testing.T) {
	s := newStage(t, "good")
	s.has("espeak-ng", "piper", "say", "powershell.exe")
	tests := map[string][]string{
		"linux":   {"piper: -: " + noModelText, "rhvoice: -: no program RHVoice-test is installed", "espeak-ng: 9.87", "spd-say: -: no program spd-say is installed"},
		"darwin":  {"piper: -: " + noModelText, "say: 2 voices", "espeak-ng: 9.87"},
		"windows": {"piper: -: " + noModelText, "powershell: PowerShell 5.1.fake", "espeak-ng: 9.87"},
	}
	for system, want := range tests {
		s.system = system
		var got []string
		for _, c := range s.candidates(Settings{}) {
			there, err := c.Look(t.Context())
			if err != nil {
				there = "-: " + err.Error()
			}
			got = append(got, c.Name+": "+there)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", system, got, want)
		}
		if hint := hintText(system); hint == "" || strings.Contains(hint, "\n") {
			t.Errorf("%s: %q", system, hint)
		}
	}
}

// What is measured of one voice at one rate is true of no other.
func TestIDsDiffer(t *testing.T) {
	seen := map[string]bool{}
	for _, id := range []string{
		Settings{}.id(ESpeak), Settings{Rate: 150}.id(ESpeak), Settings{Name: "en-gb"}.id(ESpeak), Settings{}.id(Say),
		Settings{Model: "/a/amy.onnx"}.id(Piper), Settings{Model: "/a/joe.onnx"}.id(Piper), Settings{Model: "/a/joe.onnx", Name: "2"}.id(Piper),
		Settings{Command: []string{"speak"}}.id(Command), Settings{Command: []string{"speak", "-x"}}.id(Command),
	} {
		if seen[id] || id == "" || strings.TrimSpace(id) != id {
			t.Errorf("%q is taken", id)
		}
		seen[id] = true
	}
}
