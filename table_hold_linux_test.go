package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/creack/pty"
)

// lookTime is how long a hold is looked at.
const lookTime = 12 * time.Second

// beside measures the empty program.
func (t *table) beside() {
	s := t.sit(home(t.b), "empty")
	defer s.leave()
	s.until("empty")
	time.Sleep(2 * time.Second)
	t.idle, _ = s.usage(lookTime)
	t.idleMiB = s.mib()
}

// still is what a hold takes once the figure has arrived.
type still struct{ percent, bytes, mib float64 }

// farHome is a home of somebody who sits far away.
func (t *table) farHome() string {
	place := home(t.b)
	t.sitFar(place)
	return place
}

func (t *table) sitFar(home string) {
	state := strings.Replace(stateText(), "close = true\n", "", 1)
	if err := os.WriteFile(filepath.Join(home, "catcow", "state.toml"), []byte(state), 0o600); err != nil {
		t.b.Fatal(err)
	}
}

// toHold goes into the first hold, which is a long one.
func (s *seat) toHold() {
	s.until("\x1b[?1049h")
	time.Sleep(4 * time.Second)
	s.press("n")
	time.Sleep(200 * time.Millisecond)
	s.press("n")
	time.Sleep(6 * time.Second) // the figure has arrived
}

func (s *seat) still() (h still) {
	s.toHold()
	h.percent, h.bytes = s.usage(lookTime)
	h.mib = s.mib()
	return h
}

// restorative is the routine whose first hold is looked at.
const restorative = "low-back-restorative"

// silent is a session in cells and without a sound: still, paused.
type silent struct {
	still

	paused struct{ percent, bytes float64 }
	key    time.Duration
}

func (t *table) silent() (h silent) {
	s := t.sit(t.farHome(), "catcow", "start", restorative)
	defer s.leave()
	h.still = s.still()
	s.press(" ")
	time.Sleep(2 * time.Second)
	h.paused.percent, h.paused.bytes = s.usage(lookTime / 2)
	h.key = median(15, func() time.Duration { return s.key("c") })
	return h
}

// moving is the most that any way into a pose, or out of it, takes. Each is looked at in
// three sessions, and the middle one counts: of many windows one is disturbed by what else
// the machine does.
func (t *table) moving() (percent, bytes float64) {
	const ways, sessions = 12, 3
	var percents, sent [ways][]float64
	for range sessions {
		s := t.sit(t.farHome(), "catcow", "start", restorative)
		s.toHold()
		for way := range ways {
			s.press("n")
			p, b := s.usage(1500 * time.Millisecond)
			percents[way], sent[way] = append(percents[way], p), append(sent[way], b)
		}
		s.leave()
	}
	for way := range ways {
		slices.Sort(percents[way])
		slices.Sort(sent[way])
		percent, bytes = max(percent, percents[way][sessions/2]), max(bytes, sent[way][sessions/2])
	}
	return percent, bytes
}

// voice is a session with a voice of one's own and chimes, played by a program: both
// take what they read, and are no part of what is measured.
func (t *table) voice() still {
	place := withVoice(t.b, `cat >>"$0.said"`)
	t.sitFar(place)
	player := filepath.Join(place, "bin", "pw-play") // the first that is looked for
	script := "#!/bin/sh\n: >\"$0.heard\"\nexec cat >/dev/null\n"
	if err := errors.Join(os.Mkdir(filepath.Dir(player), 0o700), os.WriteFile(player, []byte(script), 0o700)); err != nil {
		t.b.Fatal(err)
	}
	s := t.sitAt(place, usualSize(), nil, "env", "-u", "CATCOW_VOICE_SAY", "-u", "CATCOW_CHIME_VOLUME", "PULSE_SERVER=unix:/none",
		"PATH="+filepath.Dir(player)+":"+os.Getenv("PATH"), "catcow", "start", restorative)
	defer s.leave()
	h := s.still()
	for _, file := range []string{filepath.Join(place, "voice.said"), player + ".heard"} {
		if _, err := os.Stat(file); err != nil {
			t.b.Fatalf("nothing was spoken or played: %v", err)
		}
	}
	return h
}

// pictures is a hold in each of the protocols for pictures. The first breath draws and
// sends what the next ones show again.
func (t *table) pictures() {
	for _, p := range []struct{ name, mode string }{{"kitty's protocol", "kitty"}, {"Sixel", "sixel"}} {
		answers := &pictureTerminal{}
		s := t.sitAt(t.farHome(), usualSize(), answers, "env", "CATCOW_FIGURE_MODE="+p.mode, "catcow", "start", restorative)
		s.toHold()
		for _, breath := range []string{"the first breath", "the next"} {
			percent, bytes := s.usage(lookTime)
			what := fmt.Sprintf(" in a still hold, %s, %s", p.name, breath)
			t.processor("processor"+what, percent, 5)
			t.row("bytes"+what, bytes/1000, 0, "kB/s", "≤ 300 kB/s", bytes <= 300_000)
			time.Sleep(4 * time.Second) // the last of its pictures may come late
		}
		s.leave()
		if answers.pictures.Load() == 0 {
			t.b.Fatalf("no picture in %s", p.name)
		}
	}
}

// sizes is the memory of a hold in terminals of every size, in characters and in pictures.
func (t *table) sizes() {
	kinds := []struct {
		name  string
		modes []string
	}{{"characters", []string{"quad", "ascii"}}, {"pictures", []string{"kitty", "sixel"}}}
	for _, kind := range kinds {
		var seats []*seat
		var names []string
		for _, size := range []pty.Winsize{{Rows: 10, Cols: 20}, {Rows: 60, Cols: 200}, {Rows: 130, Cols: 360}, {Rows: 5000, Cols: 5000}} {
			for _, mode := range kind.modes {
				names = append(names, fmt.Sprintf("%d×%d, %s", size.Cols, size.Rows, mode))
				seats = append(seats, t.sitAt(t.farHome(), &size, &pictureTerminal{}, "env", "CATCOW_FIGURE_MODE="+mode, "catcow", "start", restorative))
			}
		}
		most, at := mostMemory(seats, names)
		t.row(fmt.Sprintf("memory in a still hold at any size, the most in %s: %s", kind.name, at), most, 0, "MiB", "≤ 64 MiB", most <= 64)
	}
}

// mostMemory is the most that one of them takes in a hold, and which.
func mostMemory(seats []*seat, names []string) (most float64, at string) {
	var all sync.WaitGroup
	for _, s := range seats {
		all.Go(s.toHold)
	}
	all.Wait()
	for i, s := range seats {
		if mib := s.mib(); mib > most {
			most, at = mib, names[i]
		}
		s.leave()
	}
	return most, at
}
