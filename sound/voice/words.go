package voice

import (
	"fmt"
	"strings"
)

const (
	noVoiceText  = "no voice"
	lateText     = "it did not answer in time"
	tooMuchText  = "it gives more than any line needs"
	notWAVText   = "it makes no sound that can be read; want a WAV file"
	muteText     = "it makes no sound"
	hasEndedText = "it has ended"

	noCommandText  = "no program is named; name one in the settings"
	noModelText    = "no model is named; name an .onnx file in the settings"
	notPiperText   = "it is another program of that name; want the speech engine piper"
	speakerText    = "the voice of a piper model is the number of its speaker; want a number like 0"
	notESpeakText  = "it is another program of that name; want espeak-ng"
	noSpeakingText = "it has no module that speaks; install one, such as speech-dispatcher-espeak-ng"
	voiceNameText  = "that is no name of a voice; want at most 80 letters, digits, spaces and . _ + / ( ) -, and no - in front"
)

func notInstalledText(program string) string { return "no program " + program + " is installed" }

func notHereText(system string) string {
	return "it is a part of " + system + " and not to be had here"
}

func noSuchVoiceText(name string) string { return fmt.Sprintf("no voice %q", name) }

func noFileText(path string) string { return "no file " + printable(path) }

func speaksWithText(module string) string { return ", speaks with " + printable(module) }

func serverText(reply string) string { return "it answers " + quoted(reply) }

func lookedForText(looked []string) string {
	return "looked for " + list(looked) + "; " + Hint()
}

func voicesText(n int) string {
	if n == 1 {
		return "1 voice"
	}
	return fmt.Sprintf("%d voices", n)
}

func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// hintText is what to do on a system that has no voice.
func hintText(system string) string {
	switch system {
	case "darwin":
		return "macOS has a voice of its own; see System Settings, Accessibility, Spoken Content"
	case "windows":
		return "Windows has voices of its own; see Settings, Time and language, Speech"
	}
	return "install espeak-ng, or RHVoice, which sounds better, with the system's package manager, for example: sudo apt install espeak-ng"
}
