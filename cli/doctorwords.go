package cli

import (
	"fmt"
	"strings"
)

// What the doctor says.

const (
	sayListen = "listen: a chime, and then a voice"
	sayHeard  = "Hello. This is how catcow sounds."

	sayNoScreen = "none here, so there are no screens"
	sayScreen   = "sessions need one; all that is text goes without"
	sayLarger   = "a little larger, please: 40 by 12 at least, 80 by 24 is what it is made for"

	sayAllColours = "all of them"
	say256Colours = "256"
	say16Colours  = "16"
	sayNoColours  = "none; nothing is told by colour alone"
	sayNoColorSet = "none, as NO_COLOR asks"
	sayTrueColour = "if your terminal has more, set COLORTERM=truecolor"

	sayUnicode  = "all of Unicode"
	sayASCIISet = "ASCII only, as your settings say"
	sayUTF8     = `use a locale whose name ends in UTF-8, or set glyphs = "unicode" under [screen]`

	sayPixels       = "drawn as a picture, if the terminal is what it says"
	sayCells        = "drawn in characters; kitty and ghostty show it as a picture"
	sayCellsSet     = "drawn in characters, as your settings say"
	sayCellsBetween = "drawn in characters: tmux and screen let no pictures through"
	sayCellsFar     = "drawn in characters, as the terminal is on another machine"
	sayAlways       = `if the line is quick, set pixels = "always" under [figure]`

	sayNoPlayer = "nothing here plays sound; sessions use the terminal's bell"
	sayMuted    = "it is muted: m in a session turns it on"
	sayVolume   = "its volume is 0: > in a session turns it up"
	sayNoVoice  = "nothing here speaks"
	sayVoiceSet = "none, as your settings say"
	sayVoiceOff = "it is off: v in a session turns it on"

	sayBothHeard    = "a chime was played and a line was spoken"
	sayChimeHeard   = "a chime was played"
	sayVoiceAlone   = "a line was spoken, but there was no chime"
	sayNothingHeard = "nothing"
	sayNotHeard     = "if you heard nothing, turn up the volume of the machine"
	sayFlash        = "set flash = true under [screen] to see changes"
	sayOtherVoice   = `choose another under engine in [voice]`
	sayTooSlow      = "it took too long"
	sayAgain        = "try again"

	sayStaysAwake = "stays on while a session plays"
	sayMaySleep   = "may go dark in a session, as your settings say"
	sayNoWay      = "goes dark when it likes, in a session too"
	saySleepOff   = "switch its sleep off in the settings of the system"

	sayAsTheyCome = "as they come"
	sayInit       = `"catcow config init" writes them to a file, for you to edit`
	sayRemembers  = "what you chose last is remembered"
)

// sayFinding is what stands before what was found.
func sayFinding(what string, s state) string { return fmt.Sprintf("%-9s %-4s  ", what, string(s)) }

func sayBuild(version, compiler, system, machine string) string {
	return fmt.Sprintf("%s, %s on %s/%s", version, compiler, system, machine)
}

func saySize(width, height int) string { return fmt.Sprintf("%d by %d", width, height) }

func sayASCII(name, value string) string {
	return fmt.Sprintf("ASCII only, as %s is %q", name, value)
}

// sayUsed is a way that works, and what was found of it.
func sayUsed(name, found string) string {
	if found == "" {
		return name
	}
	return name + ", " + found
}

func sayWay(w way) string {
	if w.Works {
		return sayUsed(w.Name+": works", w.Why)
	}
	return w.Name + ": " + w.Why
}

func sayVoiceFailed(name string) string { return strings.TrimSpace(name + " did not speak") }

func sayDeviceLost(name string) string { return strings.TrimSpace(name + " went away") }

func sayOwn(poses, routines int, dir string) string {
	if poses+routines == 0 {
		return "no poses or routines yet; they belong in " + dir
	}
	return plural(poses, "pose") + " and " + plural(routines, "routine") + " in " + dir
}

func sayNoLog(folder string) string { return "no sessions yet; they will be in " + folder }

func sayLog(sessions int, folder string, bytes int64) string {
	return fmt.Sprintf("%s in %s, %s", plural(sessions, "session"), folder, sayBytes(bytes))
}

// sayBytes is the size of a file, rounded up to kB below one MB.
func sayBytes(n int64) string {
	if n < 1e6 {
		return fmt.Sprintf("%d kB", (n+999)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
