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
	writing sync.Mutex
	err     error // the first
}

func (k *keeper) keep(change func(*config.State)) {
	k.writing.Lock()
	defer k.writing.Unlock()
	k.err = cmp.Or(k.err, config.UpdateState(change))
}

// trouble is what went wrong; what is still being written has.
func (k *keeper) trouble() error {
	if !k.writing.TryLock() {
		return errors.New(keepLateText)
	}
	defer k.writing.Unlock()
	return k.err
}
