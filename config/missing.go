package config

import (
	"os"
	"os/exec"

	"catcow/decode"
)

// Missing is what settings name and this machine does not have: programs, and
// the file of a voice. The lines are those of the settings file, for what stands in it.
func Missing(c Config, path string) decode.Problems {
	text := ""
	if b, err := readFile(path); err == nil {
		text, _ = decode.Text(b) // which is none, where there is no good text
	}
	doc := decode.Parse(path, text)
	doc.Problems = nil // which were told where the settings were read
	for _, named := range []struct {
		key     string
		program []string
	}{
		{command, c.Voice.Command},
		{"hooks.start", c.Hooks.Start},
		{"hooks.stage", c.Hooks.Stage},
		{"hooks.end", c.Hooks.End},
	} {
		if !installed(named.program) {
			doc.Report(named.key, "%s", noProgram(named.program[0]))
		}
	}
	if c.Voice.Model != "" {
		if !installed(c.Voice.Piper) {
			doc.Report("voice.piper", "%s", noProgram(c.Voice.Piper[0]))
		}
		if info, err := os.Stat(c.Voice.Model); err != nil || info.IsDir() {
			doc.Report(model, "%s", noVoiceFile(c.Voice.Model))
		}
	}
	return doc.Problems
}

// installed reports whether there is a program; none at all counts as there.
func installed(program []string) bool {
	if len(program) == 0 {
		return true
	}
	_, err := exec.LookPath(program[0])
	return err == nil
}
