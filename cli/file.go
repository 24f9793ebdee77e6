package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"catcow/decode"
	"catcow/file"
)

func alreadyThere(path string) error {
	return fmt.Errorf("%s is already there; --force replaces it", path)
}

func isFolder(path string) error { return fmt.Errorf("%s is a folder; want a file", path) }

func notWritten(path string, err error) error {
	return fmt.Errorf("cannot write %s: %w", path, decode.Cause(err))
}

func unreadable(path string, err error) error {
	return fmt.Errorf("%s: cannot be read: %w", path, decode.Cause(err))
}

// output is the file that a command is to write, as its flags say.
type output struct {
	file  string // "" and "-" are the standard output
	force bool
}

// outputFlags are -o and --force. The file may have to have an ending.
func outputFlags(c *cobra.Command, usage string, endings ...string) *output {
	o := &output{}
	c.Flags().StringVarP(&o.file, "output", "o", "", usage)
	if len(endings) > 0 {
		_ = c.MarkFlagFilename("output", endings...) // it is there
	} else {
		complete(c, "output", cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault)) // any file
	}
	c.Flags().BoolVar(&o.force, "force", false, "even if FILE is there already")
	return o
}

// check refuses to replace nothing.
func (o output) check() error {
	if o.force && o.file == "" {
		return misused("--force: want -o FILE beside it")
	}
	return nil
}

// put writes to the file that was asked for, and says so in a line.
func (a *app) put(o output, line string, write func(io.Writer) error) error {
	if o.file == "" || o.file == "-" {
		return write(a.out)
	}
	defer a.waiting.await(o.file)()
	if err := putFile(o.file, o.force, write); err != nil {
		return err
	}
	a.print(line)
	return nil
}

// putFile makes a file as a whole or not at all: what is written appears under
// the name when all of it is on the disk. A file that is there already is left
// alone unless it may be replaced. It is for the eyes of its owner.
func putFile(path string, replace bool, write func(io.Writer) error) error {
	if replace {
		if to, err := filepath.EvalSymlinks(path); err == nil {
			path = to // the file itself is replaced, not what leads to it
		}
	}
	if err := vacant(path, replace); err != nil {
		return err
	}
	var failed error // not of the disk
	err := file.Write(path, replace, func(w io.Writer) error {
		failed = write(w)
		return failed
	})
	switch {
	case failed != nil:
		return failed
	case errors.Is(err, fs.ErrExist):
		return alreadyThere(path)
	case err != nil:
		return notWritten(path, err)
	}
	return nil
}

// vacant looks at what is in the place of a file.
func vacant(path string, replace bool) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return notWritten(path, err)
	case info.IsDir():
		return isFolder(path)
	case !replace:
		return alreadyThere(path)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is not a file; want another name", path)
	}
	return nil
}
