package voice

import (
	"cmp"
	"math"
)

const usualRate = 140

// wanted is the rate in words a minute.
func (s Settings) wanted() int { return cmp.Or(s.Rate, usualRate) }

// piperNatural is the words a minute of a piper model at its own pace. Models differ; most are trained on people reading
// aloud, whose pace this is.
const piperNatural = 170

// lengthScale is how much longer than by itself piper makes each sound: the inverse of how much faster it is to speak.
func (s Settings) lengthScale() float64 { return piperNatural / float64(s.wanted()) }

// sapiNatural is the words a minute of a Windows voice at rate 0. Voices differ.
const sapiNatural = 175

// sapiRate is -10 to 10, where each step multiplies the speed by the 10th root of 3 (SAPI 5, "TTS Engine
// Characteristics"): 10 is three times the voice's own, -10 a third.
func (s Settings) sapiRate() int {
	steps := 10 * math.Log(float64(s.wanted())/sapiNatural) / math.Log(3)
	return int(math.Round(max(-10, min(10, steps))))
}

// The pace of the espeak-ng module of Speech Dispatcher at -100, 0 and 100, in words a minute, as in the espeak-ng.conf
// that it comes with.
const (
	spdSlowest = 80
	spdNatural = 170
	spdFastest = 449
)

// spdRate is -100 to 100, in a straight line on each side of 0 (Speech Dispatcher, modules/espeak.c). Other modules take
// the same numbers and make of them what they like.
func (s Settings) spdRate() int {
	rate := float64(s.wanted() - spdNatural)
	if rate < 0 {
		return int(math.Round(100 * rate / (spdNatural - spdSlowest)))
	}
	return int(math.Round(100 * rate / (spdFastest - spdNatural)))
}

// spdVolume is -100 to 100, where 100 is the loudest and what a message has by itself.
func (s Settings) spdVolume() int { return 2*int(math.Round(100*s.Volume)) - 100 }
