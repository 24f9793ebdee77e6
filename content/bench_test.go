package content

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
)

func BenchmarkLoadBuiltin(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := Load(Builtin()); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}

// A clinic's whole stock: 5,000 poses as long as ours and 1,000 routines.
func BenchmarkLoad5000(b *testing.B) {
	pose, err := fs.ReadFile(builtin, "poses/cobra.toml")
	if err != nil {
		b.Fatal(err)
	}
	list := files{}
	for i := range 5000 {
		id := fmt.Sprintf("pose-%04d", i)
		list["poses/"+id+".toml"] = strings.Replace(string(pose), `"cobra"`, `"`+id+`"`, 1)
	}
	for i := range 1000 {
		items := make([]string, 8)
		for j := range items {
			items[j] = fmt.Sprintf(`{ pose = "pose-%04d", dose = "30s x3" }`, (i*8+j)%5000)
		}
		id := fmt.Sprintf("routine-%04d", i)
		list["routines/"+id+".toml"] = with(leastRoutine, `id = "`+id+`"`, "items = ["+strings.Join(items, ", ")+"]")
	}
	root := user(list)
	builtin, _ := Load(Builtin())
	poses, routines := len(builtin.Poses())+5000, len(builtin.Routines())+1000
	b.ReportAllocs()
	for b.Loop() {
		lib, problems := Load(Builtin(), root)
		if len(problems) > 0 || len(lib.Poses()) != poses || len(lib.Routines()) != routines {
			b.Fatal(len(lib.Poses()), len(lib.Routines()), problems)
		}
	}
}
