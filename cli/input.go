package cli

import (
	"bufio"
	"context"
	"io"
	"strings"
)

// mostTyped is the most bytes of an answer to a question.
const mostTyped = 1 << 10

// input is the standard input until the context is done: who writes to it may never
// come to an end.
func (a *app) input(ctx context.Context) io.Reader {
	r, w := io.Pipe()
	context.AfterFunc(ctx, func() { _ = w.CloseWithError(ctx.Err()) })
	go func() {
		_, err := io.Copy(w, a.Stdin)
		_ = w.CloseWithError(err)
	}()
	return r
}

// readYes reads the answer to a question that was printed; nothing is no.
func (a *app) readYes(ctx context.Context) bool {
	if a.out.Flush() != nil {
		return false
	}
	answer, _ := bufio.NewReader(io.LimitReader(a.input(ctx), mostTyped)).ReadString('\n')
	return strings.HasPrefix(strings.ToLower(strings.TrimSpace(answer)), "y")
}
