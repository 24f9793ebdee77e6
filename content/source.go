package content

import "strconv"

// Source is where facts come from: an article, a class, a leaflet.
type Source struct {
	ID     string // empty for one cited in full by a user's own file
	Title  string
	Author string // may be empty
	Year   int    // 0 where not known
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
