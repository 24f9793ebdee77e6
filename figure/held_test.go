package figure_test

import (
	"flag"
	"fmt"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"catcow/figure"
	"catcow/figure/figuretest"
)

var (
	heldTo   = flag.String("held", "", "write every held posture as a picture of its own, without its name, into this folder")
	heldKey  = flag.String("held-key", "", "and which picture is which into this file")
	heldSeed = flag.Uint64("held-seed", 1, "another order")
)

// TestHeld draws every held posture as it is seen while it is held, in an order that gives no hint, to ask somebody what they see.
func TestHeld(t *testing.T) {
	shots := heldPostures(t)
	if len(shots) < 40 {
		t.Fatalf("%d held postures", len(shots))
	}
	rnd := rand.New(rand.NewPCG(*heldSeed, 0))
	rnd.Shuffle(len(shots), func(i, j int) { shots[i], shots[j] = shots[j], shots[i] })
	theme := figure.DarkTheme()
	r := &figure.Renderer{}
	var key strings.Builder
	for i := range shots {
		tile := simulate(r.Draw(&shots[i].p, figure.View{}, figure.Size{W: 52, H: 19}, figure.Quad, &theme, .5), &theme)
		if plain(tile) {
			t.Errorf("%s: nothing is drawn", shots[i].label)
		}
		fmt.Fprintf(&key, "%02d %s\n", i+1, shots[i].label)
		if *heldTo == "" {
			continue
		}
		f, err := os.Create(filepath.Join(*heldTo, fmt.Sprintf("%02d.png", i+1)))
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(f, tile); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if *heldKey != "" {
		if err := os.WriteFile(*heldKey, []byte(key.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// heldPostures are all postures that some pose or variant is held in, each once.
func heldPostures(t *testing.T) []labelled {
	t.Helper()
	files, err := filepath.Glob("../content/poses/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	var out []labelled
	seen := map[string]bool{}
	for _, file := range files {
		tab := figuretest.Table(t, file)
		if tab == nil {
			continue
		}
		f, problems := figure.Parse(tab)
		if f == nil {
			t.Fatalf("%s: %v", file, problems)
		}
		for _, variant := range f.Variants() {
			set, _ := f.Postures(variant, figure.Right)
			for _, p := range []figure.Posture{set.In, set.Out} {
				label := strings.TrimSuffix(filepath.Base(file), ".toml") + "/" + p.ID
				if !seen[label] {
					seen[label] = true
					out = append(out, labelled{label, p})
				}
			}
		}
	}
	return out
}
