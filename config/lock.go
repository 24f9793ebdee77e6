package config

import (
	"errors"
	"os"
)

// lock keeps everyone else out until release is called: other programs and other
// goroutines alike, since the lock belongs to the opened file. It ends with the
// program, however that ends. Where the file system knows no locks there is none.
func lock(path string) (release func(), err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	for range 400 { // two seconds
		if !held(f) {
			return func() {
				free(f)
				_ = f.Close()
			}, nil
		}
		pause()
	}
	_ = f.Close()
	return nil, errors.New(busy)
}
