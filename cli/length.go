package cli

import (
	"runtime"
	"sync"
	"time"

	"catcow/content"
	"catcow/session"
)

// measure gives the length of each routine without what does not suit the person of
// the options. A clinic has a thousand, so all processors work at it.
func measure(routines []content.Routine, o session.Options) []time.Duration {
	lengths := make([]time.Duration, len(routines))
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(routines); i += workers {
				told, _ := routines[i].Without(o.Conditions)
				lengths[i] = session.Compile(told, o).Length()
			}
		})
	}
	wg.Wait()
	return lengths
}
