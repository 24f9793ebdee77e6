package content

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// document is the file a table stands in.
type document struct {
	file     string
	src      string
	index    map[string]int // made when the first problem is noted
	problems Problems
}

// bad notes a problem at a key path of the file.
func (d *document) bad(path, format string, args ...any) {
	if d.index == nil {
		d.index = lineIndex(d.src)
	}
	d.problems = append(d.problems, Problem{
		File: d.file,
		Line: d.index[path],
		Key:  path,
		Text: fmt.Sprintf(format, args...),
	})
}

// documents is the files of a root that match a pattern, in order of name.
func (r Root) documents(pattern string) []*document {
	names, err := fs.Glob(r.FS, pattern)
	if err != nil {
		return nil
	}
	slices.Sort(names)
	docs := make([]*document, len(names))
	for i, name := range names {
		docs[i] = &document{file: r.join(name)}
		docs[i].src = docs[i].open(r.FS, name)
	}
	return docs
}

func (r Root) join(name string) string {
	if r.Builtin {
		return path.Join(r.Dir, name)
	}
	return filepath.Join(r.Dir, filepath.FromSlash(name))
}

// open reads a file, if it is one a person could have written.
func (d *document) open(fsys fs.FS, name string) string {
	f, err := fsys.Open(name)
	if err != nil {
		d.bad("", "cannot be read: %v", cause(err))
		return ""
	}
	defer func() { _ = f.Close() }()
	text, err := io.ReadAll(io.LimitReader(f, largestFile+1))
	switch {
	case err != nil:
		d.bad("", "cannot be read: %v", cause(err))
	case len(text) > largestFile:
		d.bad("", "is too large; want at most %d kB", largestFile>>10)
	case !utf8.Valid(text):
		d.bad("", "is not UTF-8 text; want a TOML file")
	default:
		return string(text)
	}
	return ""
}

// cause is the error without the name of the file, which is said already.
func cause(err error) error {
	if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// keys parses the file's TOML; nil if it cannot be parsed.
func (d *document) keys() map[string]any {
	if len(d.problems) > 0 {
		return nil
	}
	keys := map[string]any{}
	if _, err := toml.Decode(d.src, &keys); err != nil {
		p := Problem{File: d.file, Text: err.Error()}
		if pe := (toml.ParseError{}); errors.As(err, &pe) {
			p.Line, p.Text = pe.Position.Line, pe.Message
			if pe.LastKey != "" {
				p.Key = pe.LastKey
			}
		}
		d.problems = append(d.problems, p)
		return nil
	}
	return keys
}

func (d *document) readSources(into map[string]Source) {
	for id, v := range d.keys() {
		m, ok := v.(map[string]any)
		if !ok {
			d.bad(id, "is %s; want a table with title and author", kind(v))
			continue
		}
		t := d.table(id+".", m)
		s := Source{
			ID:     id,
			Title:  t.need("title", longestText, "the title of the source"),
			Author: t.line("author", longestText),
			Year:   t.year("year"),
		}
		t.rest()
		into[id] = s
	}
}
