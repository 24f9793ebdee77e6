package plain

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"catcow/guide"
	"catcow/tui"
)

// Run reads and writes what it is given, and gives the menu up at a word.
func TestRun(t *testing.T) {
	t.Parallel()
	o := builtin(t, "")
	var out bytes.Buffer
	o.In, o.Out = strings.NewReader("safety\nquit\n"), &out
	result, err := Run(t.Context(), o)
	if err != nil || result != (tui.Result{}) {
		t.Errorf("%+v, %v", result, err)
	}
	if said := out.String(); !strings.Contains(said, welcomeText) || !strings.HasSuffix(said, againText+"\n") {
		t.Errorf("%q", said)
	}
}

// closedPipe is an output that nobody reads any more.
type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) { return 0, errors.New("nobody reads") }

// Where nobody can read what is printed, nothing goes on.
func TestRun_EndsWithItsOutput(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"", "lower-back"} {
		o := builtin(t, id)
		o.In, o.Out = strings.NewReader("\n\n"), closedPipe{}
		result, err := Run(t.Context(), o)
		if err == nil || err.Error() != "nobody reads" || result.End == guide.Finished {
			t.Errorf("%q: %+v, %v", id, result, err)
		}
	}
}

// A fault of ours ends the run as one, with what was done until then.
func TestRun_TellsAFault(t *testing.T) {
	t.Parallel()
	o := builtin(t, "")
	var out bytes.Buffer
	o.In, o.Out = strings.NewReader("q\n"), &out
	o.Past = func() tui.Past { panic("a log with no leaves") }
	_, err := Run(t.Context(), o)
	if crash, ok := errors.AsType[*tui.CrashError](err); !ok || fmt.Sprint(crash.Value) != "a log with no leaves" || len(crash.Stack) == 0 {
		t.Errorf("%v", err)
	}
}
