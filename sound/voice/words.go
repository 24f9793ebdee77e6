package voice

import (
	"fmt"
	"strings"
)

const (
	sayNoVoice  = "no voice"
	sayNoRender = "it can only speak by itself"
	sayNoSpeak  = "it only makes sound for others to play"
	sayClosed   = "it was closed"
	sayLate     = "it did not answer in time"
	sayStopped  = "it was stopped"
	sayTooMuch  = "it gives more than any line needs"
	sayNotWAV   = "it makes no sound that can be read; want a WAV file"
	sayMute     = "it makes no sound"
	sayHasEnded = "it has ended"

	sayNoCommand  = "no program is named; name one in the settings"
	sayNoModel    = "no model is named; name an .onnx file in the settings"
	sayNotPiper   = "it is another program of that name; want the speech engine piper"
	saySpeaker    = "the voice of a piper model is the number of its speaker; want a number like 0"
	sayNotESpeak  = "it is another program of that name; want espeak-ng"
	sayNoSpeaking = "it has no module that speaks; install one, such as speech-dispatcher-espeak-ng"
	sayVoiceName  = "that is no name of a voice; want at most 80 letters, digits, spaces and . _ + / ( ) -, and no - in front"
)

func sayNotInstalled(program string) string { return "no program " + program + " is installed" }

func sayNotHere(system string) string { return "it is a part of " + system + " and not to be had here" }

func sayNoSuchVoice(name string) string { return fmt.Sprintf("no voice %q", name) }

func sayNoFile(path string) string { return "no file " + printable(path) }

func sayServer(reply string) string { return "it answers " + quoted(reply) }

func sayUnknown(engine string) string {
	return fmt.Sprintf("no engine %q; want one of %s", engine, strings.Join(names(), ", "))
}

func sayLookedFor(looked []string) string {
	return "looked for " + list(looked) + "; " + Hint()
}

func sayVoices(n int) string {
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

// sayHint is what to do on a system that has no voice.
func sayHint(system string) string {
	switch system {
	case "darwin":
		return "macOS has a voice of its own; see System Settings, Accessibility, Spoken Content"
	case "windows":
		return "Windows has voices of its own; see Settings, Time and language, Speech"
	}
	return "install espeak-ng with the system's package manager, for example: sudo apt install espeak-ng"
}
