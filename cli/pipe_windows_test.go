package cli

import (
	"bytes"
	"os"
	"testing"
)

// Who reads no further than the first page has seen no error.
func TestReaderGone(t *testing.T) {
	from, to, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	_ = from.Close()
	var errs bytes.Buffer
	p := Env{Version: func() string { return "v0" }, Stdout: to, Stderr: &errs}
	if code := Exit(&errs, p.Run(t.Context(), []string{"version"})); code != 1 || errs.String() != "" {
		t.Errorf("code %d, %q", code, errs.String())
	}
	_ = to.Close()
}
