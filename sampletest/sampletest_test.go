package sampletest

import "testing"

// A sample is one in so many, and none is left out for good.
func TestOneIn(t *testing.T) {
	t.Setenv("SLOW_TESTS", "")
	t.Setenv("SAMPLE", "")
	seen := map[int]bool{}
	for range 500 {
		chosen, count := OneIn(t, 3), 0
		for i := range 12 {
			if chosen(i) {
				count++
				seen[i] = true
			}
		}
		if count != 4 {
			t.Fatalf("%d of 12", count)
		}
	}
	if len(seen) != 12 {
		t.Errorf("only %v are ever looked at", seen)
	}
}

func TestOneIn_ChoosesAgain(t *testing.T) {
	t.Setenv("SLOW_TESTS", "")
	t.Setenv("SAMPLE", "2")
	for range 20 {
		if chosen := OneIn(t, 3); chosen(0) || chosen(1) || !chosen(2) || !chosen(5) {
			t.Fatal("want the ones that SAMPLE names")
		}
	}
}

func TestOneIn_IsAllWhereTestsMayBeSlow(t *testing.T) {
	t.Setenv("SLOW_TESTS", "1")
	chosen := OneIn(t, 3)
	for i := range 12 {
		if !chosen(i) {
			t.Errorf("%d is left out", i)
		}
	}
}
