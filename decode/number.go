package decode

import (
	"fmt"
	"math"
	"slices"
)

// Int is a whole number from low to high; want names it.
func (t *Table) Int(key string, low, high int, want string) int {
	n, ok := value[int64](t, key, want)
	if ok && (n < int64(low) || n > int64(high)) {
		t.Report(key, "is %d; want %s", n, want)
		return 0
	}
	return int(n)
}

// Number is a number of at most so much above zero or below, or what it is otherwise.
func (t *Table) Number(key string, otherwise, most float64) float64 {
	t.read = append(t.read, key)
	if !t.Has(key) {
		return otherwise
	}
	x, _ := t.number(key, t.keys[key], most)
	return x
}

// number is a value that is a number of at most so much, false with 0 if it is none.
func (t *Table) number(key string, v any, most float64) (float64, bool) {
	x, ok := v.(float64)
	if n, isWhole := v.(int64); isWhole {
		x, ok = float64(n), true
	}
	switch {
	case !ok || math.IsNaN(x) || math.IsInf(x, 0):
		t.Report(key, "is %s; want a number", kind(v))
	case math.Abs(x) > most:
		t.Report(key, "is %v; want at most %v", x, most)
	default:
		return x, true
	}
	return 0, false
}

// Numbers is a list of numbers of at most so much, how many of them one of the counts;
// nil if there is none or something is wrong.
func (t *Table) Numbers(key string, most float64, counts ...int) []float64 {
	want := fmt.Sprintf("a list of %d numbers", counts[0])
	list, ok := value[[]any](t, key, want)
	if ok && !slices.Contains(counts, len(list)) {
		t.Report(key, "is a list of %d; want %s", len(list), want)
		return nil
	}
	var out []float64
	for i, v := range list {
		if x, ok := t.number(Element(key, i), v, most); ok {
			out = append(out, x)
		}
	}
	if len(out) < len(list) {
		return nil
	}
	return out
}
