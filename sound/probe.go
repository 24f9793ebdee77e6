package sound

import (
	"context"
	"runtime"
	"sync"

	"catcow/sound/device"
)

// Found is one way to play sound that was looked for.
type Found struct {
	// Name is that of State.Device.
	Name string
	// Works says that it can be used.
	Works bool
	// Why is what was found, where it works: an address, a path. Else what is
	// missing.
	Why string
}

// Devices looks for every way to play sound, in the order in which they are
// tried: the first that works is the one that is used. Programs are given half a
// second of silence to play. It is over in two seconds, or with ctx.
func Devices(ctx context.Context) []Found { return lookAt(ctx, device.Backends()) }

func lookAt(ctx context.Context, backends []device.Backend) []Found {
	out := make([]Found, len(backends))
	var all sync.WaitGroup
	for i, b := range backends {
		all.Go(func() {
			there, err := b.Look(ctx)
			out[i] = Found{Name: b.Name, Works: err == nil, Why: there}
			if err != nil {
				out[i].Why = err.Error()
			}
		})
	}
	all.Wait()
	return out
}

// DeviceHint says what to do on this platform where nothing plays sound.
func DeviceHint() string { return sayDeviceHint(runtime.GOOS) }
