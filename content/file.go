package content

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"catcow/decode"
)

// file is a file of a root. It has no keys before it was parsed.
type file struct {
	*decode.Document

	fsys    fs.FS
	name    string   // in fsys
	drawing *drawing // the figure of a pose; nil for none
}

func newFile(fsys fs.FS, name, shown string) *file {
	return &file{Document: &decode.Document{File: shown}, fsys: fsys, name: name}
}

// files is the files of a root that match a pattern, in order of name.
func (r Root) files(pattern string) []*file {
	if r.FS == nil {
		return nil
	}
	dir, base := path.Split(pattern)
	dir = path.Clean(dir)
	var all []*file
	entries, err := fs.ReadDir(r.FS, dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		f := newFile(r.FS, dir, r.join(dir))
		f.Report("", "cannot be read: %v", decode.Cause(err))
		all = append(all, f)
	}
	for _, e := range entries {
		if ok, _ := path.Match(base, e.Name()); !ok || e.Name()[0] == '.' { // an editor's, not the user's
			continue
		}
		name := path.Join(dir, e.Name())
		all = append(all, newFile(r.FS, name, r.join(name)))
	}
	return all
}

func (r Root) join(name string) string {
	if r.Builtin {
		return path.Join(r.Dir, name)
	}
	return filepath.Join(r.Dir, filepath.FromSlash(name))
}

// idOr is the id that the file has, or should have had.
func (f *file) idOr(id string) string {
	if id != "" {
		return id
	}
	return strings.TrimSuffix(path.Base(f.name), ".toml")
}

// PassedOver is what lies among the poses and routines of a folder and is not
// read, each with what it should have been.
func (r Root) PassedOver() decode.Problems {
	var all decode.Problems
	for _, dir := range append([]string{"."}, folders()...) {
		entries, _ := fs.ReadDir(r.FS, dir) // a folder that cannot be read is reported by Load
		for _, e := range entries {
			want := passedOver(dir, e)
			if near := nearFolder(dir, e); near != "" && !r.isSame(e.Name(), near) {
				want = "is a folder and passed over; want its files in " + near
			}
			if near := nearFile(dir, e); near != "" && !r.isSame(e.Name(), near) {
				want = "is passed over; want the name " + near
			}
			if want != "" {
				all = append(all, decode.Problem{File: r.join(path.Join(dir, e.Name())), Text: want})
			}
		}
	}
	return all
}

// passedOver says why an entry of one of our folders is not read; nothing if it
// is, or is none of our business.
func passedOver(dir string, e fs.DirEntry) string {
	name := e.Name()
	isTOML := path.Ext(name) == ".toml"
	switch {
	case dir == "." && isElsewhereRead(name):
	case dir == "." && !strings.Contains(strings.ToLower(name), ".toml"):
	case dir == "." && isTOML:
		return "is passed over; want it in poses or routines"
	case isTOML && name[0] == '.':
		return "is passed over; want a name that does not begin with a dot"
	case isTOML:
	case e.IsDir():
		return "is a folder and passed over; want its files beside it"
	default:
		return "is passed over; want a name that ends in .toml"
	}
	return ""
}

// folders are those of poses and of routines.
func folders() []string { return []string{"poses", "routines"} }

// nearFolder is the one of our folders that a folder beside them was meant to be; "" for
// none.
func nearFolder(dir string, e fs.DirEntry) string {
	if dir != "." || !e.IsDir() || slices.Contains(folders(), e.Name()) {
		return ""
	}
	return decode.Nearest(strings.ToLower(e.Name()), folders())
}

// nearFile is the one of the files beside our folders that a file there was meant to be;
// "" for none.
func nearFile(dir string, e fs.DirEntry) string {
	stem, _, isTOML := strings.Cut(strings.ToLower(e.Name()), ".toml")
	if dir != "." || e.IsDir() || !isTOML || isElsewhereRead(e.Name()) {
		return ""
	}
	near := decode.Nearest(stem, []string{"config", "sources"})
	if near != "" {
		near += ".toml"
	}
	return near
}

// isSame reports whether two names are of one file, as on a disk that ignores case.
func (r Root) isSame(a, b string) bool {
	one, err := fs.Stat(r.FS, a)
	other, otherErr := fs.Stat(r.FS, b)
	return err == nil && otherErr == nil && os.SameFile(one, other)
}

// isElsewhereRead reports whether a file is one of those that lie beside the folders. What
// catcow remembers is there where a system has one folder for everything.
func isElsewhereRead(name string) bool {
	return name == "config.toml" || name == "sources.toml" || strings.HasPrefix(name, "state.toml")
}

// text is what the file holds, if it is one that a person could have written.
func (f *file) text() string {
	b, err := decode.ReadFile(f.fsys, f.name, largestFile)
	text := ""
	if err == nil {
		text, err = decode.Text(b)
	}
	_, large := errors.AsType[decode.SizeError](err)
	_, strange := errors.AsType[decode.EncodingError](err)
	switch {
	case large:
		f.Report("", "%v; want at most %d kB", err, largestFile>>10)
	case strange || errors.Is(err, decode.ErrNotFile):
		f.Report("", "%v; want a TOML file", err)
	case err != nil:
		f.Report("", "%v", err)
	}
	return text
}

// parse reads the file and gives its table; nil if it cannot. The tables of a
// figure at its end are left for when they are wanted.
func (f *file) parse() *decode.Table {
	if f.Keys != nil {
		return f.Table()
	}
	if len(f.Problems) > 0 {
		return nil
	}
	text := f.text()
	if len(f.Problems) > 0 {
		return nil
	}
	head, tail := cutFigure(text)
	f.Document = decode.Parse(f.File, head)
	if f.Keys == nil && tail != "" { // the cut may have been a bad one
		tail = ""
		f.Document = decode.Parse(f.File, text)
	}
	if f.Keys == nil {
		return nil
	}
	if tail != "" {
		f.drawing = &drawing{file: f.File, head: head, text: tail}
	} else if _, ok := f.Keys["figure"].(map[string]any); ok {
		f.drawing = &drawing{file: f.File, text: text}
	}
	return f.Table()
}

func (f *file) readSources(into map[string]Source) {
	t := f.parse()
	if t == nil {
		return
	}
	for _, id := range slices.Sorted(maps.Keys(f.Keys)) {
		before := len(f.Problems)
		st := t.Table(id, "a table with title and author")
		if len(f.Problems) > before {
			continue
		}
		s := readSource(st)
		s.ID = id
		if len(f.Problems) == before {
			into[id] = s
		}
	}
}

// readSource reads what a source is, but for its id.
func readSource(t *decode.Table) Source {
	s := Source{
		Title:   t.Need("title", longestText, "the title of the source"),
		Author:  t.Line("author", longestText),
		Year:    t.Int("year", 0, 9999, "a year such as 2018"),
		Address: t.Line("address", longestText),
		Read:    t.Date("read"),
		Note:    t.Line("note", longestText),
	}
	t.ReportUnknown()
	return s
}

// readID reads a name for files and commands.
func readID(t *decode.Table) string {
	const want = `lower-case letters, digits and dashes, such as "supine-twist"`
	id := t.Need("id", longestName, want)
	if id != "" && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		t.Report("id", "%q; want %s", id, want)
		return ""
	}
	return id
}
