package content

import (
	"embed"
	"io/fs"
	"maps"
	"runtime"
	"slices"
	"sync"

	"catcow/decode"
)

//go:embed sources.toml poses routines
var builtin embed.FS

// Root is a folder with poses and routines in it.
type Root struct {
	FS      fs.FS
	Dir     string // shown before the names of its files
	Builtin bool
}

// Builtin is the poses and routines that come with the program.
func Builtin() Root { return Root{FS: builtin, Dir: "content", Builtin: true} }

// Load reads poses, routines and sources from the roots, each later one laid
// over those before it by id. A folder that is not there is empty. What is wrong
// with any file is in the [decode.Problems], which are empty if all is well; the files
// that have none are in the library all the same.
func Load(roots ...Root) (*Library, decode.Problems) {
	lib := &Library{sources: map[string]Source{}, at: map[string]int{}, under: map[string]Pose{}}
	drafts := map[string]*draft{}
	var problems decode.Problems
	for _, root := range roots {
		for _, f := range root.files("sources.toml") {
			f.readSources(lib.sources)
			problems = append(problems, f.Problems...)
		}
		poses := root.files("poses/*.toml")
		read := parallel(poses, func(f *file, t *decode.Table) Pose {
			p := readPose(f, t, lib.sources)
			p.Builtin, p.File = root.Builtin, f.File
			return p
		})
		lib.addPoses(poses, read, root)
		for _, f := range poses {
			problems = append(problems, f.Problems...)
		}
		routines := root.files("routines/*.toml")
		drafted := parallel(routines, func(f *file, t *decode.Table) draft { return readRoutine(f, t, lib.sources) })
		addDrafts(drafts, routines, drafted, root, &problems)
	}
	r := resolver{lib: lib, drafts: drafts}
	for _, id := range slices.Sorted(maps.Keys(drafts)) {
		if d := r.resolve(id); d != nil {
			lib.routines = append(lib.routines, d.routine)
		}
		for d := drafts[id]; d != nil; d = d.under {
			problems = append(problems, d.file.Problems...)
		}
	}
	lib.sort()
	problems = append(problems, r.misfits...)
	problems.Sort()
	return lib, problems
}

// addDrafts keeps the routines that were read whole; the others' problems are
// passed on.
func addDrafts(drafts map[string]*draft, files []*file, read []draft, root Root, problems *decode.Problems) {
	from := map[string]string{}
	for i, f := range files {
		d := read[i]
		id := d.routine.ID
		if first, taken := from[id]; taken {
			f.Report("id", "%q is taken by %s; want another id", id, first)
		}
		if len(f.Problems) > 0 {
			*problems = append(*problems, f.Problems...)
			continue
		}
		from[id] = f.File
		d.routine.Builtin, d.routine.File = root.Builtin, f.File
		d.under = drafts[id]
		drafts[id] = &d
	}
}

// addPoses keeps the poses that were read whole.
func (l *Library) addPoses(files []*file, read []Pose, root Root) {
	from := map[string]string{}
	l.poses = slices.Grow(l.poses, len(files))
	for i, f := range files {
		p := read[i]
		if first, taken := from[p.ID]; taken {
			f.Report("id", "%q is taken by %s; want another id", p.ID, first)
		}
		if root.Builtin && len(p.Source) == 0 && len(f.Problems) == 0 {
			f.Report("", "no source; want where its facts come from")
		}
		if len(f.Problems) > 0 {
			continue
		}
		from[p.ID] = f.File
		if j, shadowed := l.at[p.ID]; shadowed {
			if l.poses[j].Builtin {
				l.under[p.ID] = l.poses[j]
			}
			l.poses[j] = p
		} else {
			l.at[p.ID] = len(l.poses)
			l.poses = append(l.poses, p)
		}
	}
}

// parallel reads the files on all processors, keeping their order. One that
// does not parse gives the zero value.
func parallel[T any](files []*file, read func(*file, *decode.Table) T) []T {
	out := make([]T, len(files))
	var wg sync.WaitGroup
	workers := min(runtime.GOMAXPROCS(0), len(files))
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(files); i += workers {
				if t := files[i].parse(); t != nil {
					out[i] = read(files[i], t)
				}
			}
		})
	}
	wg.Wait()
	return out
}
