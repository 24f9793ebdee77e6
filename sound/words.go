package sound

import "strings"

// typicalLines are what the pace of a voice is measured with: lines as they are in the
// pose files, of 10 to 14 words.
func typicalLines() []string {
	return []string{
		"Lie on your back with both knees bent and your feet flat.",
		"Draw your right knee gently towards your chest and hold behind your thigh.",
		"Next: Child's Pose. Bring your knees together and sit back on your heels.",
		"Breathe out slowly, and let both shoulders sink down into the mat.",
	}
}

func deviceHintText(system string) string {
	switch system {
	case "darwin":
		return "choose an output in System Settings, Sound, and make sure that other programs can be heard"
	case "windows":
		return "choose an output in Settings, System, Sound, and make sure that other programs can be heard"
	}
	return "install pulseaudio-utils, pipewire or alsa-utils, and make sure that other programs can be heard"
}

// String is what is wrong, and what to do about it; "" for nothing.
func (t Trouble) String() string {
	return [...]string{
		NoTrouble:   "",
		NoVoice:     "no voice found; catcow doctor says what to install",
		VoiceFailed: "the voice stopped working; the words stay on the screen",
		NoDevice:    "nothing here plays sound; catcow doctor says what to install",
		DeviceLost:  "the sound went away; it is looked for with the next chime",
	}[t]
}

// bestOfText is why a voice is used, among those that work, the best first.
func bestOfText(names []string) string {
	return "of those here it sounds best: " + strings.Join(names, ", then ")
}

// noTimeText is about a voice that was not looked at.
const noTimeText = "not looked at: the ones before took too long"

// ChimesText tells what each chime means, by how many notes it has and which way they go.
func ChimesText() string {
	return "The chimes: two alike: get ready; two up: begin; three, down and up: change sides; " +
		"one high: halfway; two down: come out; four up: all done."
}
