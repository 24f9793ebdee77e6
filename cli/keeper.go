package cli

import (
	"cmp"
	"errors"
	"sync"

	"catcow/config"
)

// keepLateText is about a change of what is remembered that the disk did not take in time.
const keepLateText = "what is remembered between two starts is not written: the disk does not answer; look at the disk of your home folder"

// keeper writes what is remembered between two starts. A disk that does not answer may
// hold up a change beyond the end of the screens.
type keeper struct {
	mu      sync.Mutex
	writing int
	err     error // the first
}

func (k *keeper) keep(change func(*config.State)) {
	k.mu.Lock()
	k.writing++
	k.mu.Unlock()
	err := config.UpdateState(change)
	k.mu.Lock()
	defer k.mu.Unlock()
	k.writing--
	k.err = cmp.Or(k.err, err)
}

// trouble is what went wrong; what is still being written has.
func (k *keeper) trouble() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.writing > 0 {
		return errors.New(keepLateText)
	}
	return k.err
}
