// Package file writes files as a whole or not at all.
package file

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"
)

// HalfSuffix ends the names of files that are not written to their end. Where a
// program was killed over one, it stays.
const HalfSuffix = ".half"

// Replace puts a text under the name of a file, in place of what is there. Only its
// owner may read it. Who reads the file finds the one text or the other, also after
// the program was killed or the power was cut.
func Replace(path string, text []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*"+HalfSuffix)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Sync() // or a power cut may leave an empty file under the name
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
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
