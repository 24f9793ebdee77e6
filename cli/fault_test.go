package cli

import (
	"context"
	"os"
	"strings"
	"testing"

	"catcow/fault"
	"catcow/guide"
	"catcow/plain"
	"catcow/tui"
)

func breakDown() { panic("a drum with no skin") }

// A panic has what is shown leave as for a hangup. One line says what there is to say,
// and a report tells where it was.
func TestFaultsLeaveInOrder(t *testing.T) {
	beside := func(ctx context.Context) tui.Result {
		go func() {
			defer fault.Catch(ctx)
			breakDown()
		}()
		<-ctx.Done()
		return tui.Result{End: guide.Interrupted}
	}
	for name, arrange := range map[string]struct {
		args []string
		do   func(a *app)
	}{
		"beside the screens": {[]string{"start", "lower-back"}, func(a *app) {
			a.Play = func(ctx context.Context, _ tui.Options) (tui.Result, error) { return beside(ctx), nil }
		}},
		"beside the lines": {[]string{"start", "lower-back", "--plain"}, func(a *app) {
			a.Plain = func(ctx context.Context, _ plain.Options) (tui.Result, error) { return beside(ctx), nil }
		}},
		"in a command": {[]string{"today"}, func(a *app) { a.Now = nil }},
	} {
		t.Run(name, func(t *testing.T) {
			u := newUser(t)
			u.app.Typed, u.app.Shown = true, true
			u.app.Environ = append(u.app.Environ, "TERM=xterm")
			arrange.do(u.app)
			if code := u.call(arrange.args...); code != codeFailed {
				t.Errorf("exit code %d", code)
			}
			says := u.stderr.String()
			if !strings.Contains(says, "catcow: something went wrong: ") || strings.Count(says, "something") != 1 || strings.Contains(says, "goroutine") {
				t.Errorf("says %q", says)
			}
			_, path, _ := strings.Cut(strings.TrimSpace(says), "the report is in ")
			report, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(name, "beside") && !strings.Contains(string(report), "breakDown") {
				t.Errorf("the report is\n%s", report)
			}
		})
	}
}
