package doctor

import (
	"fmt"
	"strings"

	"catcow/page"
)

// What the doctor says.

const (
	heardText = "Hello. This is how catcow sounds."

	noScreenText = "none here, so there are no screens"
	screenText   = "sessions need one; all that is text goes without"
	largerText   = "a little larger, please: 40 by 12 at least, 80 by 24 is what it is made for"

	allColoursText = "all of them"
	colours256Text = "256"
	colours16Text  = "16"
	noColoursText  = "none; nothing is told by colour alone"
	noColorSetText = "none, as NO_COLOR asks"
	trueColourText = "if your terminal has more, set COLORTERM=truecolor"

	unicodeText  = "all of Unicode"
	asciiSetText = "ASCII only, as your settings say"
	utf8Text     = `use a locale whose name ends in UTF-8, or set glyphs = "unicode" under [screen]`

	pixelsText       = "drawn as a picture, in "
	cellsText        = "drawn in characters; terminals with kitty's graphics or with Sixel show it as a picture"
	cellsSetText     = "drawn in characters, as your settings say"
	cellsBetweenText = "drawn in characters: tmux and screen let no pictures through"
	cellsFarText     = "drawn in characters, as the terminal is on another machine"
	alwaysText       = `if the line is quick, set pixels = "always" under [figure]`

	noPlayerText = "nothing here plays sound; sessions use the terminal's bell"
	mutedText    = "it is muted: m in a session turns it on"
	volumeText   = "its volume is 0: > in a session turns it up"
	noVoiceText  = "nothing here speaks"
	voiceSetText = "none, as your settings say"
	voiceOffText = "it is off: v in a session turns it on"

	bothHeardText    = "a chime was played and a line was spoken"
	chimeHeardText   = "a chime was played"
	voiceAloneText   = "a line was spoken, but there was no chime"
	nothingHeardText = "nothing"
	notHeardText     = "if you heard nothing, turn up the volume of the machine"
	flashText        = "set flash = true under [screen] to see changes"
	otherVoiceText   = `choose another under engine in [voice]`
	tooSlowText      = "it took too long"
	againText        = "try again"

	staysAwakeText = "stays on while a session plays"
	maySleepText   = "may go dark in a session, as your settings say"
	noWayText      = "goes dark when it likes, in a session too"
	sleepOffText   = "switch its sleep off in the settings of the system"

	movesText         = "moves"
	movesWantedText   = "moves, as the system has it"
	movesSetText      = "moves, as your settings say"
	staysStillText    = "nothing moves but the numbers, as the system wants it"
	staysStillSetText = "nothing moves but the numbers, as your settings say"
	stillText         = `if it is unpleasant, set motion = "reduced" under [screen]`
	movesAnywayText   = `to have it move all the same, set motion = "full" under [screen]`

	asTheyComeText = "as they come"
	initText       = `"catcow config init" writes them to a file, for you to edit`
	remembersText  = "what you chose last is remembered"
)

func buildText(version, compiler, system, machine string) string {
	return fmt.Sprintf("%s, %s on %s/%s", version, compiler, system, machine)
}

func sizeText(width, height int) string { return fmt.Sprintf("%d by %d", width, height) }

// systemText is what the system says, and where.
func systemText(found, from string) string { return found + " (" + from + ")" }

func asciiText(name, value string) string {
	return fmt.Sprintf("ASCII only, as %s is %q", name, value)
}

// usedText is a way that works, and what was found of it.
func usedText(name, found string) string {
	if found == "" {
		return name
	}
	return name + ", " + found
}

func voiceFailedText(name string) string { return strings.TrimSpace(name + " did not speak") }

func deviceLostText(name string) string { return strings.TrimSpace(name + " went away") }

// ProblemsText counts what is wrong with files.
func ProblemsText(n int) string {
	return page.Plural(n, "problem", "problems") + " in your own files; catcow check lists them"
}

func ownText(poses, routines int, dir string) string {
	if poses+routines == 0 {
		return "no poses or routines yet; they belong in " + dir
	}
	return page.Plural(poses, "pose", "poses") + " and " + page.Plural(routines, "routine", "routines") + " in " + dir
}

func noLogText(folder string) string { return "no sessions yet; they will be in " + folder }

func logText(sessions int, folder string, bytes int64) string {
	return fmt.Sprintf("%s in %s, %s", page.Plural(sessions, "session", "sessions"), folder, bytesText(bytes))
}

// bytesText is the size of a file, rounded up to kB below one MB.
func bytesText(n int64) string {
	if n < 1e6 {
		return fmt.Sprintf("%d kB", (n+999)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
