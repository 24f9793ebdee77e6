package content

import (
	"slices"
	"strconv"
	"strings"
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
	year := ""
	if s.Year != 0 {
		year = strconv.Itoa(s.Year)
	}
	return joinKnown(", ", s.Title, s.Author, year)
}

// Where is the address of the source, the day it was read and how; "" where
// nothing of it is known.
func (s Source) Where() string {
	read := ""
	if !s.Read.IsZero() {
		read = "read " + s.Read.Format(time.DateOnly)
	}
	return joinKnown("; ", s.Address, read, s.Note)
}

func joinKnown(sep string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), sep)
}
