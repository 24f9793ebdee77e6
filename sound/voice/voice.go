// Package voice finds a speech engine of the machine and drives it: text in, sound out.
//
// Its rules: text is never an argument, so nothing of it can become an option or a command. Nothing that is started
// outlives the call that needed it, except what [Engine.Close] ends. Nothing that a program prints reaches the terminal.
// Whatever a program does, a call is over within a tenth of a second of its context.
package voice

import (
	"context"

	"catcow/sound/mix"
)

// The engines, as the settings name them, in the order in which [Auto] tries them: that of how they sound.
const (
	Auto       = "auto"       // the first of these that works
	Command    = "command"    // a program of the user's own
	Piper      = "piper"      // neural voices; the user has a model
	Say        = "say"        // part of macOS
	RHVoice    = "rhvoice"    // recorded voices, on Linux
	PowerShell = "powershell" // the voices of Windows, through Windows PowerShell 5.1
	SpeechD    = "spd-say"    // Speech Dispatcher, as Linux desktops have it
	ESpeak     = "espeak-ng"  // small, quick, everywhere
	None       = "none"       // silence
)

// Settings is which voice, and how it speaks.
type Settings struct {
	Engine  string   // one of the names above; "" is Auto
	Command []string // program and arguments for Command: text arrives on its standard input; it speaks, and exits. Auto tries it first
	Piper   []string // program and arguments of piper, such as python3 -m piper; nil is piper
	Model   string   // path of the piper model, an .onnx file; Auto tries piper only if this is set
	Name    string   // of the engine's voice, or the number of the piper model's speaker; "" for its own
	Rate    int      // words a minute, 80 to 240; 0 is 140
	Volume  float64  // 0 to 1, for engines that speak by themselves
}

// Engine is a speech engine that works. It is for one goroutine at a time.
type Engine struct {
	Name string // as in the settings
	// ID tells this voice from every other, at this rate: what is measured of one is true of no other.
	ID string
	// Skipped is why something that the settings ask for could not be had, where [Auto] found something else instead; ""
	// mostly. It is one line, to be told once.
	Skipped string
	// Render gives the text as sound, without silence before and after it. An empty clip is no error: there may be nothing
	// in a text that can be said. It is nil where there is only Speak.
	Render func(ctx context.Context, text string) (mix.Clip, error)
	// Speak speaks the text through the engine's own sound and returns when it is spoken. When the context is over the
	// voice is silent and its process gone within a tenth of a second. It is nil where there is Render.
	Speak func(ctx context.Context, text string) error
	// Close ends what is kept alive. It may be called again.
	Close func()

	version string
}

// guard sees to it that nothing of a text steers the engine.
func (e *Engine) guard() {
	if render := e.Render; render != nil {
		e.Render = func(ctx context.Context, text string) (clip mix.Clip, err error) {
			if text = plain(text); text != "" {
				clip, err = render(ctx, text)
			}
			return trim(clip), err
		}
	}
	if speak := e.Speak; speak != nil {
		e.Speak = func(ctx context.Context, text string) (err error) {
			if text = plain(text); text != "" {
				err = speak(ctx, text)
			}
			return err
		}
	}
	if e.Close == nil {
		e.Close = func() {}
	}
}
