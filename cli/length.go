package cli

import (
	"runtime"
	"time"

	"catcow/content"
	"catcow/fault"
	"catcow/session"
)

// measure gives the length of each routine without what does not suit the person of
// the options. A clinic has a thousand, so all processors work at it.
func measure(routines []content.Routine, o session.Options) []time.Duration {
	lengths := make([]time.Duration, len(routines))
	var all fault.Group
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		all.Go(func() {
			for i := w; i < len(routines); i += workers {
				told, _ := routines[i].Without(o.Conditions)
				lengths[i] = session.Compile(told, o).Length()
			}
		})
	}
	all.Wait()
	return lengths
}
