package config

import (
	"os"
	"os/exec"
	"reflect"

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
	for _, s := range settings(reflect.ValueOf(&c).Elem()) {
		program, _ := reflect.TypeAssert[[]string](s.field)
		if s.tag.Get("program") == "" || installed(program) || s.String() == piper && c.Voice.Model == "" {
			continue
		}
		doc.Report(s.String(), "%s", noProgram(program[0]))
	}
	if path := c.Voice.Model; path != "" {
		if info, err := os.Stat(path); err != nil || info.IsDir() {
			doc.Report(model, "%s", noVoiceFile(path))
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
