package decode

import (
	"strings"
	"testing"
)

func TestNearest_NamesAWordOnlyIfItIsNear(t *testing.T) {
	words := []string{"each", "eacg", "alternate", "none", "größer"}
	for _, c := range []struct{ word, want string }{
		{"each", "each"},
		{"eacj", "each"},
		{"aech", "each"}, // two letters in each other's place are one slip
		{"ALTERNATE", "alternate"},
		{"alternating", "alternate"},
		{"gröser", "größer"},
		{"non", "none"},
		{"no", ""},
		{"n", ""},
		{"", ""},
		{"something-else", ""},
		{strings.Repeat("alternate", 100_000), ""},
	} {
		if got := Nearest(c.word, words); got != c.want {
			t.Errorf("Nearest(%.20q) = %q; want %q", c.word, got, c.want)
		}
	}
}

func TestClosest_NamesAWordHoweverUnlikeItIs(t *testing.T) {
	if got, slips := Closest("zzzzzz", []string{"none", "each"}); got != "none" || slips != 6 {
		t.Errorf("got %q, %d slips away", got, slips)
	}
	if got, _ := Closest("x", nil); got != "" {
		t.Errorf("got %q of no words", got)
	}
}
