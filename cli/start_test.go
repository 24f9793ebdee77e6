package cli

import (
	"context"
	"testing"

	"catcow/guide"
	"catcow/plain"
	"catcow/tui"
)

// Screens are for a terminal that can show them. Elsewhere, and where it is asked
// for, all goes line by line; a terminal that nobody can type at is refused.
func TestFrontEnd(t *testing.T) {
	for name, c := range map[string]struct {
		typed, shown bool
		environ      string
		args         []string
		want         string
	}{
		"terminal":           {true, true, "TERM=xterm", []string{"start", "lower-back"}, "screens"},
		"the menu":           {true, true, "TERM=xterm", nil, "screens"},
		"asked for":          {true, true, "TERM=xterm", []string{"start", "lower-back", "--plain"}, "plain, keys"},
		"menu, asked for":    {true, true, "TERM=xterm", []string{"--plain"}, "plain, keys"},
		"as the settings":    {true, true, "CATCOW_SCREEN_PLAIN=true", nil, "plain, keys"},
		"dumb":               {true, true, "TERM=dumb", nil, "plain"},
		"to a file":          {true, false, "TERM=xterm", nil, "plain, keys"},
		"no terminal at all": {false, false, "", []string{"start", "lower-back"}, "plain"},
		"nobody types":       {false, true, "TERM=xterm", nil, "refused"},
		"a pipe, asked for":  {false, true, "TERM=xterm", []string{"--plain"}, "plain"},
	} {
		u := newUser(t)
		u.app.Typed, u.app.Shown = c.typed, c.shown
		u.app.Environ = append(u.app.Environ, c.environ)
		got := "refused"
		u.app.Play = func(context.Context, tui.Options) (tui.Result, error) {
			got = "screens"
			return tui.Result{End: guide.Finished}, nil
		}
		u.app.Plain = func(_ context.Context, o plain.Options) (tui.Result, error) {
			if got = "plain"; o.Keys {
				got = "plain, keys"
			}
			return tui.Result{End: guide.Finished, Routine: "Lower Back"}, nil
		}
		code := u.call(c.args...)
		if got != c.want || (got == "refused") != (code == codeMisused) {
			t.Errorf("%s: %s, code %d, %s", name, got, code, u.stderr)
		}
		if got != "screens" && u.stdout.Len() > 0 {
			t.Errorf("%s: said twice: %s", name, u.stdout)
		}
	}
}
