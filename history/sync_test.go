package history

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"
)

// island is a machine with its copy of the folder.
type island struct {
	log    *Log
	folder string
	open   *Session // one that is under way
}

func newIslands(t *testing.T, c *clock, count int) []*island {
	t.Helper()
	var all []*island
	for range count {
		all = append(all, &island{log: mustOpen(t, t.TempDir(), c), folder: t.TempDir()})
	}
	return all
}

func (i *island) sync(t *testing.T) Synced {
	t.Helper()
	result, err := i.log.Sync(t.Context(), i.folder)
	mustDo(t, err)
	return result
}

// play does something that is logged.
func (i *island) play(c *clock, random *rand.Rand) {
	c.add(time.Duration(random.IntN(30*60)) * time.Minute)
	switch {
	case i.open != nil && random.IntN(2) == 0:
		play(i.log, c, i.open, i.open.Next, min(i.open.Next+1+random.IntN(4), 9))
		if i.open.Next == 9 || random.IntN(3) == 0 {
			finish(i.log, i.open, Finished)
			i.open = nil
		}
	case i.open == nil && random.IntN(3) == 0:
		i.open = begin(i.log, c)
	case random.IntN(4) == 0:
		i.log.SavePEG(PEG{At: c.Now(), Pain: random.IntN(11), Enjoyment: 3, Activity: 4})
	default:
		s := another(i.log, c)
		rateAfter(i.log, &s, random.IntN(11))
	}
}

// written are the files of a machine in its folder.
func (i *island) written(t *testing.T) []string {
	t.Helper()
	var id string
	if err := i.log.db.QueryRowContext(t.Context(), `SELECT id FROM machine`).Scan(&id); err != nil {
		return nil
	}
	return glob(i.folder, syncPrefix+id+"-????-??.json")
}

// carry brings one of the files of a machine to another: whole, in part, or as a
// copy that another program made.
func (i *island) carry(t *testing.T, to *island, random *rand.Rand) {
	t.Helper()
	files := i.written(t)
	if len(files) == 0 || to == i {
		return
	}
	path := files[random.IntN(len(files))]
	text, err := os.ReadFile(path)
	mustDo(t, err)
	name := filepath.Base(path)
	switch random.IntN(4) {
	case 0:
		text = text[:random.IntN(len(text))]
	case 1:
		name = strings.TrimSuffix(name, ".json") + fmt.Sprintf(" (conflicted copy %d).json", random.IntN(3))
	}
	mustDo(t, os.WriteFile(filepath.Join(to.folder, name), text, 0o600))
}

// syncAll carries everything everywhere.
func syncAll(t *testing.T, all []*island) {
	t.Helper()
	for range 2 {
		for _, i := range all {
			i.sync(t)
		}
		for _, from := range all {
			for _, path := range from.written(t) {
				for _, to := range all {
					if to != from {
						copyTo(t, path, filepath.Join(to.folder, filepath.Base(path)))
					}
				}
			}
		}
	}
	for _, i := range all {
		i.sync(t)
	}
}

func copyTo(t *testing.T, from, to string) {
	t.Helper()
	text, err := os.ReadFile(from)
	mustDo(t, err, os.WriteFile(to, text, 0o600))
}

// Three machines, whatever is carried when, in part and twice, come to know the
// same; so levels and progress are the same. SLOW_TESTS makes it a hundred times, and
// ORDERS=1000 a thousand.
func TestSyncInAnyOrder(t *testing.T) {
	times := 6
	if os.Getenv(slowKey) != "" {
		times = 100
	}
	if n, err := strconv.Atoi(os.Getenv("ORDERS")); err == nil {
		times = n
	}
	random, seed := newRandom(t)
	for range times {
		c := newClock()
		all := newIslands(t, c, 3)
		for range 25 {
			i := all[random.IntN(3)]
			switch random.IntN(4) {
			case 0, 1:
				i.play(c, random)
			case 2:
				i.sync(t)
			case 3:
				i.carry(t, all[random.IntN(3)], random)
			}
		}
		syncAll(t, all)
		want, progress := export(t, all[0].log, JSON, time.Time{}), mustProgress(t, all[0].log)
		rungs := rungsOf(t, all[0].log)
		for _, i := range all[1:] {
			if got := export(t, i.log, JSON, time.Time{}); got != want {
				t.Fatalf("seed %d: they know\n%s\nand\n%s", seed, want, got)
			}
			if got := mustProgress(t, i.log); !reflect.DeepEqual(got, progress) {
				t.Fatalf("seed %d: progress %+v and %+v", seed, progress, got)
			}
			if got := rungsOf(t, i.log); !reflect.DeepEqual(got, rungs) {
				t.Fatalf("seed %d: levels %v and %v", seed, rungs, got)
			}
		}
		for _, i := range all {
			if again := i.sync(t); again.Added != 0 || again.Written != 0 {
				t.Fatalf("seed %d: %+v although all is known", seed, again)
			}
			noTrouble(t, i.log)
			intact(t, i.log.folder)
			mustClose(t, i.log)
		}
	}
}

// Answers of one instant come to be the same everywhere, whichever came first.
func TestSyncAnswersOfOneInstant(t *testing.T) {
	c := newClock()
	all := newIslands(t, c, 2)
	for n, i := range all {
		i.log.SavePEG(PEG{At: c.Now(), Pain: 4 - n, Enjoyment: 3, Activity: 4})
		i.log.SavePEG(PEG{At: c.Now().Add(-time.Hour), Pain: 3, Enjoyment: 3 + n, Activity: 4})
	}
	syncAll(t, all)
	one, two := export(t, all[0].log, JSON, time.Time{}), export(t, all[1].log, JSON, time.Time{})
	if one != two || !strings.Contains(one, `"pain":4,"enjoyment":3`) || !strings.Contains(one, `"pain":3,"enjoyment":4`) {
		t.Errorf("they know\n%s\nand\n%s", one, two)
	}
}

func mustProgress(t *testing.T, l *Log) Progress {
	t.Helper()
	p, err := l.Progress(t.Context(), 20)
	mustDo(t, err)
	return p
}

// What is known is neither read nor written again, and a file that changed is.
func TestSyncReadsWhatChanged(t *testing.T) {
	c := newClock()
	c.set(time.Now().Add(time.Hour))
	all := newIslands(t, c, 2)
	one, two := all[0], all[1]
	two.folder = one.folder
	s := another(one.log, c)
	if got := one.sync(t); got.Written != 1 || got.Added != 0 {
		t.Errorf("%+v", got)
	}
	if got := two.sync(t); got.Written != 1 || got.Added != 1 {
		t.Errorf("%+v", got)
	}
	wantSessions(t, two.log, s)
	if _, ok := two.log.Unfinished(t.Context()); ok {
		t.Error("offers what was done elsewhere")
	}
	if got := one.sync(t); got.Written != 0 || got.Added != 0 {
		t.Errorf("%+v", got)
	}
	for _, path := range glob(one.folder, "*") { // it would not be found if it were read
		info, err := os.Stat(path)
		mustDo(t, err, os.WriteFile(path, []byte(strings.Repeat(" ", int(info.Size()))), 0o600), os.Chtimes(path, info.ModTime(), info.ModTime()))
	}
	for _, i := range all {
		if got := i.sync(t); got.Written != 0 || got.Added != 0 || len(got.Left) != 0 {
			t.Errorf("%+v", got)
		}
	}
	mustDo(t, os.Remove(one.written(t)[0]))
	if got := one.sync(t); got.Written != 1 || len(got.Left) != 0 {
		t.Errorf("%+v", got)
	}
	if got := glob(one.folder, "*"); len(got) != 2 {
		t.Errorf("%v", got)
	}
}

// What is no folder, or holds other things, is said, or left alone.
func TestSyncFolder(t *testing.T) {
	c := newClock()
	i := newIslands(t, c, 1)[0]
	another(i.log, c)
	path := filepath.Join(i.folder, "file")
	mustDo(t, os.WriteFile(path, nil, 0o600))
	for folder, want := range map[string]string{path: "is not a folder", filepath.Join(path, "x"): "", filepath.Join(i.folder, "missing"): ""} {
		_, err := i.log.Sync(t.Context(), folder)
		oneLine(t, err, want)
	}
	evil := map[string]string{
		"catcow-X-2026-11.json":      `{"version":1,"sessions":[{"id":"../x"}]}`,
		"catcow-Y-2026-11.json":      `{"version":2}`,
		"catcow-Z.json":              "<<<<<<< HEAD\n{}",
		"catcow-0-2026-11.json.half": "{",
		"notes.json":                 "{}",
	}
	for name, text := range evil {
		mustDo(t, os.WriteFile(filepath.Join(i.folder, name), []byte(text), 0o600))
	}
	mustDo(t, os.Mkdir(filepath.Join(i.folder, "catcow-folder.json"), 0o700))
	if got := i.sync(t); got.Added != 0 || got.Written != 1 || len(got.Left) != 3 {
		t.Errorf("%+v", got)
	}
	if got := len(sessions(t, i.log)); got != 1 {
		t.Errorf("%d sessions", got)
	}
	for name, text := range evil {
		if got, err := os.ReadFile(filepath.Join(i.folder, name)); err != nil || string(got) != text {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// A log that is restored from an older copy of itself gets back what it had.
func TestSyncAfterARestore(t *testing.T) {
	c := newClock()
	i := newIslands(t, c, 1)[0]
	first := another(i.log, c)
	i.sync(t)
	noTrouble(t, i.log)
	mustClose(t, i.log)
	path := filepath.Join(i.log.folder, fileName)
	older := filepath.Join(t.TempDir(), "older")
	copyTo(t, path, older)
	l := mustOpen(t, i.log.folder, c)
	second := another(l, c)
	_, err := l.Sync(t.Context(), i.folder)
	mustDo(t, err)
	mustClose(t, l)
	mustDo(t, os.Rename(older, path))
	l = mustOpen(t, i.log.folder, c)
	wantSessions(t, l, first)
	_, err = l.Sync(t.Context(), i.folder)
	mustDo(t, err)
	wantSessions(t, l, first, second)
}
