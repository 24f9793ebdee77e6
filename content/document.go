package content

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// document is the file a table stands in.
type document struct {
	fsys     fs.FS
	name     string
	file     string // the name as it is shown
	src      string
	index    map[string]int // made when the first problem is noted
	drawing  *drawing       // the figure of a pose; nil for none
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
	dir, base := path.Split(pattern)
	dir = path.Clean(dir)
	var docs []*document
	entries, err := fs.ReadDir(r.FS, dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		d := &document{file: r.join(dir)}
		d.bad("", "cannot be read: %v", cause(err))
		docs = append(docs, d)
	}
	for _, e := range entries {
		if ok, _ := path.Match(base, e.Name()); !ok || e.Name()[0] == '.' { // an editor's, not the user's
			continue
		}
		name := path.Join(dir, e.Name())
		d := &document{fsys: r.FS, name: name, file: r.join(name)}
		if t := e.Type(); !t.IsRegular() && t&fs.ModeSymlink == 0 {
			d.bad("", "is not a file; want a TOML file")
		}
		docs = append(docs, d)
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
func (d *document) open() string {
	f, err := d.fsys.Open(d.name)
	if err != nil {
		d.bad("", "cannot be read: %v", cause(err))
		return ""
	}
	defer func() { _ = f.Close() }()
	var b bytes.Buffer
	b.Grow(quickFile)
	_, err = b.ReadFrom(io.LimitReader(f, largestFile+1))
	text := b.String()
	switch {
	case err != nil:
		d.bad("", "cannot be read: %v", cause(err))
	case len(text) > largestFile:
		d.bad("", "is too large; want at most %d kB", largestFile>>10)
	case !utf8.ValidString(text):
		d.bad("", "is not UTF-8 text; want a TOML file")
	default:
		return strings.TrimPrefix(text, "\ufeff")
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

// keys reads the file and parses its TOML; nil if it cannot be. The tables of a
// figure at its end are left for when they are wanted.
func (d *document) keys() map[string]any {
	if len(d.problems) == 0 {
		d.src = d.open()
	}
	if len(d.problems) > 0 {
		return nil
	}
	head, tail := cutFigure(d.src)
	keys, wrong := parse(head)
	if wrong != nil && tail != "" { // the cut may have been a bad one
		tail = ""
		keys, wrong = parse(d.src)
	}
	if wrong != nil {
		wrong.File = d.file
		d.problems = append(d.problems, *wrong)
		return nil
	}
	if tail != "" {
		d.drawing = &drawing{file: d.file, text: tail, above: strings.Count(head, "\n")}
	} else if _, ok := keys["figure"].(map[string]any); ok {
		d.drawing = &drawing{file: d.file, text: d.src}
	}
	return keys
}

// parse is the keys of a TOML text, or what is wrong with it.
func parse(text string) (map[string]any, *Problem) {
	if len(text) > quickFile && tooDeep(text) {
		return nil, &Problem{Text: "is nested too deep; want plain keys and tables"}
	}
	var keys any // not a map, which the decoder would copy
	if _, err := toml.Decode(text, &keys); err != nil {
		if pe := (toml.ParseError{}); errors.As(err, &pe) {
			return nil, &Problem{Line: pe.Position.Line, Key: pe.LastKey, Text: plain(pe.Message)}
		}
		return nil, &Problem{Text: err.Error()}
	}
	return keys.(map[string]any), nil
}

// plain is a message of the decoder in the manner of ours: no capital, no full
// stop.
func plain(message string) string {
	if len(message) > 1 && unicode.IsLower(rune(message[1])) {
		message = strings.ToLower(message[:1]) + message[1:]
	}
	return strings.TrimSuffix(message, ".")
}

func (d *document) readSources(into map[string]Source) {
	keys := d.keys()
	for _, id := range slices.Sorted(maps.Keys(keys)) {
		v := keys[id]
		m, ok := v.(map[string]any)
		if !ok {
			d.bad(id, "is %s; want a table with title and author", kind(v))
			continue
		}
		before := len(d.problems)
		t := d.table(id+".", m)
		s := Source{
			ID:      id,
			Title:   t.need("title", longestText, "the title of the source"),
			Author:  t.line("author", longestText),
			Year:    t.year("year"),
			Address: t.line("address", longestText),
			Read:    t.date("read"),
			Note:    t.line("note", longestText),
		}
		t.rest()
		if len(d.problems) == before {
			into[id] = s
		}
	}
}
