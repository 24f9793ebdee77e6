// Package file writes files as a whole or not at all.
package file

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// HalfSuffix ends the names of files that are not written to their end. Where a
// program was killed over one, it stays.
const HalfSuffix = ".half"

// longestName is the most bytes of a name that are in that of its half: no file system
// takes more than 255 for both.
const longestName = 200

// Replace puts a text under the name of a file, in place of what is there. Only its
// owner may read it. Who reads the file finds the one text or the other, also after
// the program was killed or the power was cut.
func Replace(path string, text []byte) error { return Write(path, true, from(text)) }

// Create is Replace for a name that nothing has yet: the error is [fs.ErrExist] where
// something has it.
func Create(path string, text []byte) error { return Write(path, false, from(text)) }

func from(text []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	}
}

// Write is [Replace], or [Create] where nothing may be replaced, for what is written bit
// by bit.
func Write(path string, replace bool, write func(io.Writer) error) error {
	name := filepath.Base(path)
	name = strings.ToValidUTF8(name[:min(len(name), longestName)], "")
	f, err := os.CreateTemp(filepath.Dir(path), name+".*"+HalfSuffix)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(f.Name()) }() // it has its name by then, or none is wanted
	err = write(f)
	if err == nil {
		err = f.Sync() // or a power cut may leave an empty file under the name
	}
	err = errors.Join(err, f.Close())
	switch {
	case err != nil:
		return err
	case replace:
		return rename(f.Name(), path)
	}
	return link(f.Name(), path)
}

// link gives a file a name that nothing has. Where someone was quicker it fails; on a file
// system without links that is only looked for.
func link(from, to string) error {
	err := os.Link(from, to)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(to); err == nil {
		return fs.ErrExist
	}
	return rename(from, to)
}

// rename tries for a while: on Windows a file that someone is reading just now
// cannot be replaced.
func rename(from, to string) (err error) {
	for range 10 {
		if err = os.Rename(from, to); err == nil {
			return nil
		}
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
		<-ctx.Done()
		cancel()
	}
	return err
}
