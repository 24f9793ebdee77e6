package cli

import (
	"context"

	"catcow/awake"
	"catcow/config"
)

// lookAtAwake tries what keeps the display from sleeping, for a moment.
func lookAtAwake(ctx context.Context, cfg config.Screen) finding {
	if !cfg.Awake {
		return finding{what: "display", state: good, found: maySleepText}
	}
	return displayFinding(awake.Ways(ctx))
}

// displayFinding is what is said about the ways. One that works is enough.
func displayFinding(ways []awake.Way) finding {
	f := finding{what: "display", state: note, found: noWayText, todo: sleepOffText}
	for i, w := range ways {
		f.ways = append(f.ways, way{w.Name, w.Works, w.Why})
		switch {
		case w.Works && f.state == note:
			f.state, f.found, f.todo = good, staysAwakeText, ""
		case i == 0 && w.Todo != "":
			f.todo = w.Todo
		}
	}
	return f
}
