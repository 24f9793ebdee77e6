package cli

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"time"
)

// json prints a value for programs.
func (a *app) json(v any) error {
	text, err := marshal(v, "")
	fmt.Fprintln(a.out, text)
	return err
}

// marshal is a value as JSON, its lines but the first behind a prefix.
func marshal(v any, prefix string) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetIndent(prefix, "  ")
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// seconds is a time in seconds, to the millisecond.
func seconds(d time.Duration) float64 {
	return math.Round(d.Seconds()*1000) / 1000
}

// list is a list that is never null.
func list[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}

func texts[T interface{ String() string }](l []T) []string {
	out := make([]string, len(l))
	for i := range l {
		out[i] = l[i].String()
	}
	return out
}
