package figure_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"catcow/figure"
)

// builtins are the built-in poses, "id" or "id/variant", right and left.
func builtins(tb testing.TB) map[string][2]figure.Set {
	tb.Helper()
	files, err := filepath.Glob(filepath.Join("..", "content", "poses", "*.toml"))
	if err != nil || len(files) == 0 {
		tb.Fatal("no built-in poses", err)
	}
	out := map[string][2]figure.Set{}
	for _, file := range files {
		f, _ := figure.Parse(table(tb, file))
		if f == nil {
			tb.Fatal(file)
		}
		for _, variant := range append(f.Variants(), "") {
			var sets [2]figure.Set
			for side := range figure.Side(2) {
				sets[side], _ = f.Postures(variant, side)
			}
			name := strings.TrimSuffix(filepath.Base(file), ".toml")
			out[strings.TrimSuffix(name+"/"+variant, "/")] = sets
		}
	}
	return out
}

// pairs are the poses that follow one another in the built-in routines; the first of each comes after "".
func pairs(tb testing.TB) [][2]string {
	tb.Helper()
	files, err := filepath.Glob(filepath.Join("..", "content", "routines", "*.toml"))
	if err != nil || len(files) == 0 {
		tb.Fatal("no built-in routines", err)
	}
	var out [][2]string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		var r struct{ Items []struct{ Pose, Then string } }
		if _, err := toml.Decode(string(text), &r); err != nil {
			tb.Fatal(file, err)
		}
		last := ""
		for _, item := range r.Items {
			out = append(out, [2]string{last, item.Pose})
			last = item.Pose
			if item.Then != "" {
				last = item.Then
			}
		}
	}
	slices.SortFunc(out, func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(out)
}

// sides are the sides that a pose is done on; one that has none is done as it is written.
func sides(sets *[2]figure.Set) []figure.Side {
	if sets[0].In.Joints() == sets[1].In.Joints() {
		return []figure.Side{figure.Right}
	}
	return []figure.Side{figure.Right, figure.Left}
}

// of is the built-in pose with the name, without the variant if that has no figure of its own.
func of(tb testing.TB, all map[string][2]figure.Set, name string) [2]figure.Set {
	tb.Helper()
	for _, n := range [2]string{name, strings.Split(name, "/")[0]} {
		if sets, ok := all[n]; ok {
			return sets
		}
	}
	tb.Fatal("no pose", name)
	return [2]figure.Set{}
}
