package content

import (
	"embed"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"catcow/decode"
	"catcow/fault"
)

//go:embed sources.toml poses routines
var builtin embed.FS

// Root is a folder with poses and routines in it, or single files that lie
// anywhere.
type Root struct {
	FS      fs.FS
	Dir     string // shown before the names of its files
	Builtin bool
	Files   []string // the folder is not looked at if there are any
}

// Builtin is the poses and routines that come with the program.
func Builtin() Root { return Root{FS: builtin, Dir: "content", Builtin: true} }

// Load reads poses, routines and sources from the roots, each later one laid
// over those before it by id. A folder that is not there is empty. What is wrong
// with any file is in the [decode.Problems], which are empty if all is well; the
// files that have none are in the library all the same.
func Load(roots ...Root) (*Library, decode.Problems) {
	lib := &Library{
		sources: map[string]Source{}, at: map[string]int{}, under: map[string]Pose{},
		brokenPoses: map[string]decode.Problem{}, brokenRoutines: map[string]decode.Problem{},
	}
	drafts := map[string]*draft{}
	var problems decode.Problems
	for _, root := range roots {
		for _, f := range root.files("sources.toml") {
			f.readSources(lib.sources)
			problems = append(problems, f.Problems...)
		}
		poses, routines := root.posesAndRoutines()
		read := parallel(poses, func(f *file, t *decode.Table) Pose {
			p := readPose(f, t, lib.sources)
			p.Builtin, p.File = root.Builtin, f.File
			return p
		})
		lib.addPoses(poses, read, root)
		for _, f := range poses {
			problems = append(problems, f.Problems...)
		}
		drafted := parallel(routines, func(f *file, t *decode.Table) draft { return readRoutine(f, t, lib.sources) })
		problems = append(problems, lib.addDrafts(drafts, routines, drafted, root)...)
	}
	r := resolver{lib: lib, drafts: drafts}
	for _, id := range slices.Sorted(maps.Keys(drafts)) {
		if d := r.resolve(id); d != nil {
			lib.routines = append(lib.routines, d.routine)
		}
		if d := drafts[id]; !d.routine.Builtin && len(d.file.Problems) > 0 {
			lib.brokenRoutines[id] = d.file.Problems[0]
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

// posesAndRoutines are the files of a root. Of single ones a routine is what has
// items.
func (r Root) posesAndRoutines() (poses, routines []*file) {
	if len(r.Files) == 0 {
		return r.files("poses/*.toml"), r.files("routines/*.toml")
	}
	for _, name := range r.Files {
		f := newFile(os.DirFS(filepath.Dir(name)), filepath.Base(name), name)
		if t := f.parse(); t != nil && t.Has("items") {
			routines = append(routines, f)
		} else {
			poses = append(poses, f)
		}
	}
	return poses, routines
}

// addDrafts keeps the routines that were read: what those with problems name is looked up
// too, so that all that is wrong is said at once. It gives the problems of the others.
func (l *Library) addDrafts(drafts map[string]*draft, files []*file, read []draft, root Root) decode.Problems {
	var problems decode.Problems
	good := map[string]string{}
	for i, f := range files {
		d := read[i]
		id := f.idOr(d.routine.ID)
		first, taken := good[id]
		if taken {
			f.Report("id", "%q is taken by %s; want another id", id, first)
		}
		if len(f.Problems) > 0 {
			l.brokenRoutines[id] = f.Problems[0]
		} else {
			good[id] = f.File
		}
		if taken || d.file == nil {
			problems = append(problems, f.Problems...)
			continue
		}
		d.routine.Builtin, d.routine.File = root.Builtin, f.File
		d.under = drafts[id]
		drafts[id] = &d
	}
	for id := range good {
		delete(l.brokenRoutines, id)
	}
	return problems
}

// addPoses keeps the poses that were read whole.
func (l *Library) addPoses(files []*file, read []Pose, root Root) {
	good := map[string]string{}
	l.poses = slices.Grow(l.poses, len(files))
	for i, f := range files {
		p := read[i]
		if first, taken := good[p.ID]; taken {
			f.Report("id", "%q is taken by %s; want another id", p.ID, first)
		}
		if root.Builtin && len(p.Source) == 0 && len(f.Problems) == 0 {
			f.Report("", "no source; want where its facts come from")
		}
		if len(f.Problems) > 0 {
			l.brokenPoses[f.idOr(p.ID)] = f.Problems[0]
			l.brokenFigures = append(l.brokenFigures, f.drawing)
			continue
		}
		good[p.ID] = f.File
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
	for id := range good {
		delete(l.brokenPoses, id)
	}
}

// parallel reads the files on all processors, keeping their order. One that
// does not parse gives the zero value.
func parallel[T any](files []*file, read func(*file, *decode.Table) T) []T {
	out := make([]T, len(files))
	fault.Each(len(files), func(i int) {
		if t := files[i].parse(); t != nil {
			out[i] = read(files[i], t)
		}
	})
	return out
}
