package voice

import (
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"catcow/sound/mix"
)

// espeakHere is the real one.
func espeakHere(t *testing.T, s Settings) *Engine {
	t.Helper()
	if _, err := exec.LookPath(ESpeak); err != nil {
		t.Skip("needs the program espeak-ng:", err)
	}
	s.Engine = ESpeak
	e, err := Find(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(e.Close)
	return e
}

func rendered(t *testing.T, e *Engine, text string) mix.Clip {
	t.Helper()
	clip, err := e.Render(t.Context(), text)
	if err != nil {
		t.Fatal(err)
	}
	return clip
}

const eightWords = "slowly lower both of your knees down again"

func TestESpeakAtItsRate(t *testing.T) {
	last := time.Hour
	for _, rate := range []int{80, 140, 240} {
		clip := rendered(t, espeakHere(t, Settings{Rate: rate}), eightWords)
		want := time.Duration(float64(8*time.Minute) / float64(rate))
		if got := clip.Length(); got < want*6/10 || got > want*14/10 || got >= last {
			t.Errorf("8 words at %d a minute last %v, want about %v and less than %v", rate, got, want, last)
		}
		last = clip.Length()
	}
}

func TestESpeakSaysWhatItIsTold(t *testing.T) {
	e := espeakHere(t, Settings{})
	hello := rendered(t, e, "hello")
	if again := rendered(t, e, "hello"); !slices.Equal(hello.Samples, again.Samples) {
		t.Error("the same text sounds different")
	}
	if other := rendered(t, e, "jello"); slices.Equal(hello.Samples, other.Samples) {
		t.Error("another text sounds the same")
	}
	other := rendered(t, espeakHere(t, Settings{Name: "en-us+f3"}), "hello")
	if slices.Equal(hello.Samples, other.Samples) {
		t.Error("another voice sounds the same")
	}
	if hello.Rate != 22050 {
		t.Errorf("%d Hz", hello.Rate)
	}
	edge := hello.Rate / 20
	if quiet := trim(mix.Clip{Rate: hello.Rate, Samples: hello.Samples[:edge]}); len(quiet.Samples) == 0 {
		t.Error("it starts late")
	}
	if quiet := trim(mix.Clip{Rate: hello.Rate, Samples: hello.Samples[len(hello.Samples)-edge-1:]}); len(quiet.Samples) == 0 {
		t.Error("it ends late")
	}
}

// What looks like an option, SSML, phonemes or a command is words.
func TestESpeakObeysNoText(t *testing.T) {
	t.Chdir(t.TempDir())
	e := espeakHere(t, Settings{})
	for text, like := range map[string]string{
		"-w out.wav --version":                          "w out.wav --version",
		"<speak>slow <break time=\"9s\"/> down</speak>": "speak slow break time= 9s / down /speak",
		"$(touch out.wav) `touch out.wav` is a command": "(touch out.wav) touch out.wav is a command",
		"[[h@l'oU]]":            "h@l'oU",
		"one\x1b]0;title\aline": "one 0;title line",
		"lie down\n\n\n\n\nnow": "lie down now",
		"Drücke die Knie — naïvely, 5–10 s, at a 90° ½.": "Drücke die Knie — naïvely, 5–10 s, at a 90° ½.",
	} {
		got, want := rendered(t, e, text), rendered(t, e, like)
		if got.Length() < 300*time.Millisecond || !slices.Equal(got.Samples, want.Samples) {
			t.Errorf("%q lasts %v, %q lasts %v", text, got.Length(), like, want.Length())
		}
	}
	if made, err := filepath.Glob("*"); err != nil || len(made) > 0 {
		t.Errorf("made %q, %v", made, err)
	}
}

func TestESpeakWithoutSuchAVoice(t *testing.T) {
	espeakHere(t, Settings{})
	_, err := Find(t.Context(), Settings{Engine: ESpeak, Name: "nobody"})
	if err == nil || err.Error() != `espeak-ng: no voice "nobody"` {
		t.Error(err)
	}
}

func BenchmarkESpeakRender(b *testing.B) {
	if _, err := exec.LookPath(ESpeak); err != nil {
		b.Skip("needs the program espeak-ng:", err)
	}
	e, err := Find(b.Context(), Settings{Engine: ESpeak})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := e.Render(b.Context(), eightWords); err != nil {
			b.Fatal(err)
		}
	}
}
