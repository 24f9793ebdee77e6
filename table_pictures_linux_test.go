package main

import (
	"fmt"
	"regexp"
	"strings"
	"sync/atomic"
)

// pictureTerminal is what a terminal says that shows pictures, by kitty's protocol and
// in Sixel, in cells of 8 by 16 points.
type pictureTerminal struct {
	pictures atomic.Int64

	rest  string // the beginning of what has not come yet
	image string // the id of the one whose pieces come
}

// asked is what is to be answered, and each picture.
var asked = regexp.MustCompile(`\x1b\[>0?q|\x1b\[16t|\x1b\[0?c|\x1b_G([^;\x1b]*)[^\x1b]*\x1b\\|\x1bP[0-9;]*q[^\x1b]*\x1b\\`)

// unfinished is a question or a picture whose end has not come.
var unfinished = regexp.MustCompile(`\x1b(\[[>0-9]*|_[^\x1b]*\x1b?|P[^\x1b]*\x1b?)?$`)

// answer takes what is written to it, and gives what it says.
func (p *pictureTerminal) answer(written []byte) string {
	text := p.rest + string(written)
	p.rest = unfinished.FindString(text)
	var b strings.Builder
	for _, m := range asked.FindAllStringSubmatch(strings.TrimSuffix(text, p.rest), -1) {
		switch {
		case strings.HasSuffix(m[0], "q"):
			b.WriteString("\x1bP>|kitty(0.42.0)\x1b\\")
		case strings.HasSuffix(m[0], "t"):
			b.WriteString("\x1b[6;16;8t")
		case strings.HasSuffix(m[0], "c"):
			b.WriteString("\x1b[?62;4c")
		case strings.HasPrefix(m[0], "\x1bP"):
			p.pictures.Add(1)
		default:
			b.WriteString(p.graphics(m[1]))
		}
	}
	return b.String()
}

// graphics takes a piece of a picture, and says that it has it all.
func (p *pictureTerminal) graphics(options string) string {
	var action, more string
	for o := range strings.SplitSeq(options, ",") {
		switch name, value, _ := strings.Cut(o, "="); name {
		case "a":
			action = value
		case "i":
			p.image = value
		case "m":
			more = value
		case "q":
			return ""
		}
	}
	if more == "1" {
		return ""
	}
	if action != "q" {
		p.pictures.Add(1)
	}
	return fmt.Sprintf("\x1b_Gi=%s;OK\x1b\\", p.image)
}
