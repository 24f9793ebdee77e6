package fault

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"
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

// What never comes back is waited for as long as it may take. A panic is brought to who waits.
func TestWithin(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start, hangs := time.Now(), make(chan struct{})
		if Within(t.Context(), time.Second, func(context.Context) { <-hangs }) || time.Since(start) != time.Second {
			t.Errorf("what hangs was waited for %v", time.Since(start))
		}
		close(hangs)
		if !Within(t.Context(), time.Second, func(context.Context) {}) {
			t.Error("what is over hangs")
		}
		defer func() {
			if p := recover(); fmt.Sprint(p) != "a bell with no clapper" {
				t.Errorf("panic %v", p)
			}
		}()
		Within(t.Context(), time.Second, func(context.Context) { breakDown() })
		t.Error("it did not panic")
	})
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

// Each of them is done once, and who asked for it gets the panic of one.
func TestEach(t *testing.T) {
	for _, n := range []int{0, 1, 2, 1000} {
		done := make([]int, n)
		Each(n, func(i int) { done[i]++ })
		for i, times := range done {
			if times != 1 {
				t.Errorf("%d of %d was done %d times", i, n, times)
			}
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("a panic was lost")
		}
	}()
	Each(3, func(i int) { panic(i) })
}
