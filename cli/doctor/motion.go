package doctor

import (
	"context"

	"catcow/config"
	"catcow/preference"
)

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
