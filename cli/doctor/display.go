package doctor

import (
	"context"

	"catcow/awake"
	"catcow/config"
)

// display tries what keeps the display from sleeping, for a moment.
func display(ctx context.Context, cfg config.Screen) Finding {
	if !cfg.Awake {
		return Finding{What: "display", State: OK, Found: maySleepText}
	}
	return displayFinding(awake.Ways(ctx))
}

// displayFinding is what the ways come to. One that works is enough.
func displayFinding(ways []awake.Way) Finding {
	f := Finding{What: "display", State: Note, Found: noWayText, Todo: sleepOffText}
	for i, w := range ways {
		f.Ways = append(f.Ways, Way{w.Name, w.Works, w.Why})
		switch {
		case w.Works && f.State == Note:
			f.State, f.Found, f.Todo = OK, staysAwakeText, ""
		case i == 0 && w.Todo != "":
			f.Todo = w.Todo
		}
	}
	return f
}
