package fault

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

func breakDown() { panic("a bell with no clapper") }

func TestCatch(t *testing.T) {
	told := make(chan string, 1)
	ctx := With(t.Context(), func(value any, stack []byte) { told <- fmt.Sprint(value, string(stack)) })
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() {
		defer Catch(ctx)
		breakDown()
	}()
	if got := <-told; !strings.Contains(got, "no clapper") || !strings.Contains(got, "breakDown") {
		t.Errorf("told %q", got)
	}
	func() {
		defer Catch(ctx)
	}()
	if len(told) > 0 {
		t.Errorf("told %q of no panic", <-told)
	}
}

// Where nobody is told, a panic is not lost.
func TestCatchWithoutAReport(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("the panic is lost")
		}
	}()
	defer Catch(With(t.Context(), nil))
	breakDown()
}

func TestGroup(t *testing.T) {
	defer func() {
		p := recover()
		if fmt.Sprint(p) != "a bell with no clapper" || !strings.Contains(string(Stack(p)), "breakDown") {
			t.Errorf("%v from\n%s", p, Stack(p))
		}
	}()
	var g Group
	g.Go(func() {})
	g.Go(breakDown)
	g.Wait()
	t.Error("it did not panic")
}
