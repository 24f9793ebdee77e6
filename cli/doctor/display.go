package doctor

import (
	"context"

	"catcow/awake"
	"catcow/config"
	"catcow/preference"
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

// motion finds out whether things move, and who says so.
func motion(ctx context.Context, cfg config.Screen) Finding {
	if cfg.Motion != "auto" {
		return motionFinding(cfg, preference.Motion{})
	}
	return motionFinding(cfg, preference.ReadMotion(ctx))
}

func motionFinding(cfg config.Screen, system preference.Motion) Finding {
	f := Finding{What: "motion", State: OK}
	switch {
	case cfg.Motion == "reduced":
		f.Found = staysStillSetText
	case cfg.Motion == "full":
		f.Found = movesSetText
	case system.Reduced:
		f.Found, f.Todo = systemText(staysStillText, system.From), movesAnywayText
	case system.From != "":
		f.Found = systemText(movesWantedText, system.From)
	default:
		f.Found, f.Todo = movesText, stillText
	}
	return f
}
