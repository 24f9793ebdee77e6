package content

import (
	"strconv"
	"time"
)

// Source is where facts come from: an article, a class, a leaflet.
type Source struct {
	ID      string // empty for one cited in full by a user's own file
	Title   string
	Author  string    // may be empty
	Year    int       // 0 where not known
	Address string    // where it can be read, without the scheme; may be empty
	Read    time.Time // the day it was last read; zero where it was not read again
	Note    string    // how it was read, where that was not the page itself
}

// String names the source as a reader would cite it.
func (s Source) String() string {
	text := s.Title
	if s.Author != "" {
		text += ", " + s.Author
	}
	if s.Year != 0 {
		text += ", " + strconv.Itoa(s.Year)
	}
	return text
}

// Where is the address of the source, the day it was read and how; "" where
// nothing of it is known.
func (s Source) Where() string {
	text := s.Address
	add := func(more string) {
		if text != "" && more != "" {
			text += "; "
		}
		text += more
	}
	if !s.Read.IsZero() {
		add("read " + s.Read.Format(time.DateOnly))
	}
	add(s.Note)
	return text
}
