package cli

import (
	"slices"
	"testing"

	"catcow/config"
)

func TestNumberTakesNumbersInBoundsOnly(t *testing.T) {
	for s, good := range map[string]bool{
		"0": true, "1": true, "0.5": true, " .25 ": true, "1e-3": true, "-0": true,
		"-0.001": false, "1.001": false, "NaN": false, "inf": false, "-Inf": false, "1e999": false, "": false, "half": false, "0,5": false,
	} {
		n := 7.0
		if err := number(&n, 0, 1)(s); (err == nil) != good {
			t.Errorf("%q: %v", s, err)
		}
		if good == (n == 7) {
			t.Errorf("%q: the number is %v", s, n)
		}
	}
}

func TestWholeNumberTakesWholeNumbersInBoundsOnly(t *testing.T) {
	for s, good := range map[string]bool{"0": true, " 12 ": true, "99": true, "100": false, "-1": false, "1.0": false, "": false, "1e1": false} {
		var n int
		if err := wholeNumber(&n, 0, 99)(s); (err == nil) != good {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func TestLevelTakesANumberOrAuto(t *testing.T) {
	for s, want := range map[string]config.Level{
		"0": {}, "0.5": {Value: 0.5}, " 1 ": {Value: 1}, "auto": {Auto: true}, " auto": {Auto: true},
	} {
		var l *config.Level
		if err := level(&l)(s); err != nil || l == nil || *l != want {
			t.Errorf("%q: %+v, %v; want %+v", s, l, err, want)
		}
	}
	for _, s := range []string{"", "1.1", "NaN", "automatic", "AUTO"} {
		var l *config.Level
		if err := level(&l)(s); err == nil || err.Error() != "want a number from 0 to 1, or auto" || l != nil {
			t.Errorf("%q: %+v, %v", s, l, err)
		}
	}
}

// The last word on the level counts.
func TestLevelOfTheFlagBeatsTheSettings(t *testing.T) {
	cfg := config.Config{Session: config.Session{Level: config.Level{Value: 0.5}}}
	for flag, want := range map[string]float64{"": 0.5, "0.25": 0.25, "auto": 0} {
		var ch choice
		if flag != "" {
			if err := level(&ch.level)(flag); err != nil {
				t.Fatal(err)
			}
		}
		over, err := ch.over(cfg)
		if o := options(over); err != nil || o.Level != want || over.Session.Level.Auto != (flag == "auto") {
			t.Errorf("%q: %v, %v; want %v", flag, o.Level, err, want)
		}
	}
}

func TestPoseNamesMayHaveSpacesAndBeRepeated(t *testing.T) {
	var names []string
	for _, s := range []string{"cobra, cat-cow", "sphinx,"} {
		if err := poseNames(&names)(s); err != nil {
			t.Fatal(err)
		}
	}
	if want := []string{"cobra", "cat-cow", "sphinx"}; !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}
