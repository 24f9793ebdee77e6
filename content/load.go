package content

import (
	"embed"
	"io/fs"
	"maps"
	"runtime"
	"slices"
	"sync"
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
// with any file is in the [Problems], which are empty if all is well; the files
// that have none are in the library all the same.
func Load(roots ...Root) (*Library, Problems) {
	lib := &Library{sources: map[string]Source{}, at: map[string]int{}, under: map[string]Pose{}}
	drafts := map[string]*draft{}
	var problems Problems
	for _, root := range roots {
		for _, doc := range root.documents("sources.toml") {
			doc.readSources(lib.sources)
			problems = append(problems, doc.problems...)
		}
		poses := root.documents("poses/*.toml")
		read := parallel(poses, func(t *table) Pose {
			p := readPose(t, lib.sources)
			p.Builtin, p.File = root.Builtin, t.doc.file
			return p
		})
		lib.addPoses(poses, read, root)
		for _, doc := range poses {
			problems = append(problems, doc.problems...)
		}
		routines := root.documents("routines/*.toml")
		drafted := parallel(routines, func(t *table) draft { return readRoutine(t, lib.sources) })
		addDrafts(drafts, routines, drafted, root, &problems)
	}
	r := resolver{lib: lib, drafts: drafts}
	for _, id := range slices.Sorted(maps.Keys(drafts)) {
		if d := r.whole(id); d != nil {
			lib.routines = append(lib.routines, d.routine)
		}
		for d := drafts[id]; d != nil; d = d.under {
			problems = append(problems, d.doc.problems...)
		}
	}
	lib.sort()
	problems = append(problems, r.misfits...)
	problems.sort()
	return lib, problems
}

// addDrafts keeps the routines that were read whole; the others' problems are
// passed on.
func addDrafts(drafts map[string]*draft, docs []*document, read []draft, root Root, problems *Problems) {
	from := map[string]string{}
	for i, doc := range docs {
		d := read[i]
		id := d.routine.ID
		if first, taken := from[id]; taken {
			doc.bad("id", "%q is taken by %s; want another id", id, first)
		}
		if len(doc.problems) > 0 {
			*problems = append(*problems, doc.problems...)
			continue
		}
		from[id] = doc.file
		d.routine.Builtin, d.routine.File = root.Builtin, doc.file
		d.under = drafts[id]
		drafts[id] = &d
	}
}

// addPoses keeps the poses that were read whole.
func (l *Library) addPoses(docs []*document, read []Pose, root Root) {
	from := map[string]string{}
	l.poses = slices.Grow(l.poses, len(docs))
	for i, doc := range docs {
		p := read[i]
		if first, taken := from[p.ID]; taken {
			doc.bad("id", "%q is taken by %s; want another id", p.ID, first)
		}
		if root.Builtin && len(p.Source) == 0 && len(doc.problems) == 0 {
			doc.bad("", "no source; want where its facts come from")
		}
		if len(doc.problems) > 0 {
			continue
		}
		from[p.ID] = doc.file
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

// parallel reads the documents on all processors, keeping their order. One that
// does not parse gives the zero value.
func parallel[T any](docs []*document, read func(*table) T) []T {
	out := make([]T, len(docs))
	var wg sync.WaitGroup
	workers := min(runtime.GOMAXPROCS(0), len(docs))
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(docs); i += workers {
				if keys := docs[i].keys(); keys != nil {
					out[i] = read(docs[i].table("", keys))
				}
			}
		})
	}
	wg.Wait()
	return out
}
