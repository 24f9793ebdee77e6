package config

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"
)

// replace writes a file beside the one at path and renames it over it. The file
// may be read by its owner alone.
func replace(path string, text []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), "state-*.tmp")
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Sync() // or a power cut may leave an empty file under the new name
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
		pause()
	}
	return err
}

// pause waits for as long as others hold a small file.
func pause() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	<-ctx.Done()
}
