package cli

import (
	"testing"

	"catcow/config"
)

// A change that the disk has not taken when the program leaves is told, one that it has
// is not.
func TestKeeper(t *testing.T) {
	newUser(t)
	var k keeper
	begun, hangs, done := make(chan struct{}), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		k.keep(func(*config.State) {
			close(begun)
			<-hangs
		})
	}()
	<-begun
	if err := k.trouble(); err == nil || err.Error() != keepLateText {
		t.Errorf("%v", err)
	}
	close(hangs)
	<-done
	if err := k.trouble(); err != nil {
		t.Errorf("%v", err)
	}
}
