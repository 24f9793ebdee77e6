//go:build !linux && !freebsd && !openbsd && !netbsd

package media

import (
	"context"
	"time"
)

// Control does nothing: there is no way on this system.
type Control struct{}

// Open gives a Control that never calls handle.
func Open(_ context.Context, _ func() time.Time, _ func(Command)) (*Control, error) {
	return &Control{}, nil
}

// Update does nothing.
func (c *Control) Update(State) {}

// Close does nothing.
func (c *Control) Close() {}
