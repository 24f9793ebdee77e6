package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"catcow/config"
	"catcow/plain"
	"catcow/tui"
)

// user is somebody at home, who calls the program again and again.
type user struct {
	*testing.T

	app    *app
	stdout *bytes.Buffer
	stderr *bytes.Buffer
}

func newUser(t *testing.T) *user {
	t.Helper()
	a, out := home(t)
	a.Defaults = defaults(t)
	errs := &bytes.Buffer{}
	a.Stderr = errs
	a.Play = func(context.Context, tui.Options) (tui.Result, error) { return tui.Result{}, nil }
	a.Plain = func(context.Context, plain.Options) (tui.Result, error) { return tui.Result{}, nil }
	return &user{t, a, out, errs}
}

// call runs a command and gives its exit code.
func (u *user) call(args ...string) int {
	u.Helper()
	u.stdout.Reset()
	u.stderr.Reset()
	return Exit(u.stderr, u.app.Run(u.Context(), args))
}

// write makes one of the user's own files.
func (u *user) write(name, text string) string {
	u.Helper()
	path := filepath.Join(config.Dir(), name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
		u.Fatal(err)
	}
	return path
}

const ownPose = `id = "tree"
name = "Tree"
position = "standing"
regions = ["legs"]
sides = "each"
steps = ["Stand on your {side} leg."]
dose = "30s each side"
`

const ownRoutine = `id = "woods"
name = "Woods"
regions = ["legs"]
items = [{ pose = "tree" }, { pose = "cat-cow", dose = "60s", then = "childs-pose/wide-knees" }]
`
