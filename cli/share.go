package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/content"
	"catcow/decode"
	"catcow/file"
	"catcow/sheet"
)

func (a *app) shareCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "share ROUTINE",
		Short: "a routine of your own in one file, for somebody else",
		Long: `Print a routine of your own in one file, with the poses and routines of your own
that are in it, or write it to a file. Whoever gets it takes it in with
"catcow import".`,
		Example: `  catcow share woods -o woods.catcow.toml
  catcow import woods.catcow.toml`,
		Args:              oneArg("ROUTINE"),
		ValidArgsFunction: firstOnly(a.completeRoutine),
	}
	to := outputFlags(c, "write it to this `FILE`")
	c.RunE = func(_ *cobra.Command, args []string) error { return a.share(args[0], *to) }
	return c
}

// shared is a routine in one file.
type shared struct {
	Share int          `toml:"share"` // the version of the form
	File  []sheet.File `toml:"file"`
}

func (a *app) share(name string, to output) error {
	lib, _ := a.library()
	r, err := lib.Routine(name)
	if err != nil {
		return usage(err)
	}
	if r.Builtin {
		return misused("%s comes with catcow; want a routine of your own", r.ID)
	}
	defer a.waiting.await(config.Dir())()
	pack := shared{Share: 1}
	if err := pack.add(lib, r, map[string]bool{}); err != nil {
		return err
	}
	return a.put(to, fmt.Sprintf("wrote %s to %s", r.ID, to.file), func(w io.Writer) error {
		fmt.Fprintln(w, `# A routine for catcow, with all it needs: "catcow import" takes it in.`)
		return toml.NewEncoder(w).Encode(pack)
	})
}

// add puts a routine into the file, and before it what of the user's own it
// needs.
func (s *shared) add(lib *content.Library, r content.Routine, done map[string]bool) error {
	for _, p := range r.Poses() {
		if p.Builtin {
			continue
		}
		if err := s.addFile("poses/"+p.ID+".toml", p.File, done); err != nil {
			return err
		}
	}
	for _, id := range r.Within {
		if in, err := lib.Routine(id); err == nil && !in.Builtin && !done["routines/"+id+".toml"] {
			if err := s.add(lib, in, done); err != nil {
				return err
			}
		}
	}
	return s.addFile("routines/"+r.ID+".toml", r.File, done)
}

func (s *shared) addFile(name, path string, done map[string]bool) error {
	if done[name] {
		return nil
	}
	done[name] = true
	b, err := decode.ReadFile(os.DirFS(filepath.Dir(path)), filepath.Base(path), largestSheet)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	text, err := decode.Text(b)
	s.File = append(s.File, sheet.File{Name: name, Text: text})
	return err
}

// unpack gives the files of a routine that was shared, and reports whether it is
// one.
func unpack(shown string, b []byte) (files []sheet.File, isShared bool, err error) {
	text, err := decode.Text(b)
	if err != nil {
		return nil, false, nil
	}
	if _, isShared = decode.Parse(shown, text).Keys["share"]; !isShared {
		return nil, false, nil
	}
	var s shared
	if _, err := toml.Decode(text, &s); err != nil {
		return nil, true, fmt.Errorf("%s: is damaged", shown)
	}
	if s.Share != 1 || len(s.File) == 0 {
		return nil, true, fmt.Errorf("%s: was made by a newer catcow, or is damaged", shown)
	}
	name := regexp.MustCompile(`^(poses|routines)/[a-z0-9-]+\.toml$`)
	for _, f := range s.File {
		if !name.MatchString(f.Name) {
			return nil, true, fmt.Errorf("%s: has a file %q; want one in poses or routines", shown, f.Name)
		}
	}
	return s.File, true, nil
}

// install puts files among the user's own, all of them or none, and gives their
// paths. One that is there already with the same words is left.
func install(files []sheet.File) (written []string, err error) {
	if err := checkTogether(files); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			for _, path := range written {
				_ = os.Remove(path)
			}
			written = nil
		}
	}()
	for _, f := range files {
		path := filepath.Join(config.Dir(), filepath.FromSlash(f.Name))
		if b, err := decode.ReadFile(os.DirFS(filepath.Dir(path)), filepath.Base(path), largestSheet); err == nil && string(b) == f.Text {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return written, notWritten(path, err)
		}
		err := file.Create(path, []byte(f.Text))
		switch {
		case errors.Is(err, fs.ErrExist):
			return written, fmt.Errorf("%s is already there; want another name, or move it away first", path)
		case err != nil:
			return written, notWritten(path, err)
		}
		written = append(written, path)
	}
	return written, nil
}

// checkTogether checks files as if they were among the user's own.
func checkTogether(files []sheet.File) error {
	dir, err := os.MkdirTemp("", "catcow-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(f.Text), 0o600)); err != nil {
			return notWritten(path, err)
		}
	}
	problems := newProblems(content.Root{FS: os.DirFS(dir), Dir: config.Dir()})
	if len(problems) > 0 {
		return problems
	}
	return nil
}
