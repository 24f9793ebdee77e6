// Package preference asks the system what a person has chosen there for every program.
//
//	Linux, BSD   the desktop's settings portal, over D-Bus; GNOME's own settings without one
//	macOS        the defaults of Accessibility
//	Windows      SystemParametersInfo
package preference

import (
	"context"
	"time"
)

// mostAsking is how long a system has to answer.
const mostAsking = time.Second

// Motion is what the system says about things that move on a screen.
type Motion struct {
	// Reduced is that there should be as little of it as can be.
	Reduced bool
	// From is the setting that says so, or that says otherwise; "" where the system
	// says nothing.
	From string
}

// ReadMotion asks whether things should move. It takes a second at most, less if
// the context ends before.
func ReadMotion(ctx context.Context) Motion {
	ctx, cancel := context.WithTimeout(ctx, mostAsking)
	defer cancel()
	return readMotion(ctx)
}
