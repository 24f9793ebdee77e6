package history

import (
	"encoding/json"
	"path/filepath"
	"testing"
	"time"

	"github.com/ncruces/go-sqlite3/driver"
)

// benchSetup waits for the disk as the program does.
func benchSetup() setup { return setup{steps: schema(), busy: time.Second} }

// grow makes a log of many sessions, four a day until now, each with 20 stages of
// ten poses and a rating before and after. The database writes them itself.
func grow(tb testing.TB, folder string, c *clock, count int) {
	tb.Helper()
	mustClose(tb, mustOpenWith(tb, folder, c, benchSetup()))
	db, err := driver.Open(filepath.Join(folder, fileName))
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	db.SetMaxOpenConns(1)
	var d detail
	for i := range 20 {
		d.Stages = append(d.Stages, aStage(i, c.Now()))
	}
	text, err := json.Marshal(d)
	if err != nil {
		tb.Fatal(err)
	}
	for _, step := range []string{
		`PRAGMA synchronous = off`,
		`PRAGMA cache_size = -100000`,
		`BEGIN`,
		`CREATE TEMP TABLE args (count, today, now, stages)`,
		`WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i, args WHERE n < count)
			INSERT INTO session SELECT n, printf('BENCH%020d', n), 'lower-back', 'Lower back',
				now - (count - n) * 21600000000000, 'CET', 3600, today - (count - n) / 4, now - (count - n) * 21600000000000 + 600000000000,
				'finished', 600000, 600000, 10, 10, 20, 20, '', n % 8, (n + 3) % 7, 'hips', 0, 1, '', 0, now, stages FROM i, args`,
		`WITH RECURSIVE k(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM k WHERE n < 9)
			INSERT INTO pose SELECT s.n, printf('pose-%d', k.n), s.started, s.day, 1, (s.n + k.n) % 11 = 0, (s.n + k.n) % 13 = 0, 5, 0, s.started, 0
			FROM session s, k`,
		`INSERT INTO peg SELECT min(started), 'CET', 3600, day, 5, 4, 3 FROM session GROUP BY day / 7`,
		`INSERT INTO day SELECT day, count(*), sum(played), sum(pain_before), count(*), sum(pain_after), count(*) FROM session GROUP BY day`,
		`DROP TABLE args`,
		`COMMIT`,
	} {
		if _, err := db.ExecContext(tb.Context(), step); err != nil {
			tb.Fatalf("%v: %s", err, step)
		}
		if step[:4] == "CREA" {
			if _, err := db.ExecContext(tb.Context(), `INSERT INTO args VALUES (?, ?, ?, ?)`, count, dayOf(c.Now()), c.Now().UnixNano(), string(text)); err != nil {
				tb.Fatal(err)
			}
		}
	}
}

// What the benchmark makes is what the log would have made.
func TestGrow(t *testing.T) {
	folder, c := t.TempDir(), newClock()
	grow(t, folder, c, 200)
	l := mustOpen(t, folder, c)
	if got := sessions(t, l); len(got) != 200 || got[0].Next != 20 || *got[0].Before != 0 {
		t.Errorf("%d, %+v", len(got), got[:1])
	}
	p, err := l.Progress(t.Context(), 12)
	if err != nil || p.Sessions != 200 || p.Played != 2000*time.Minute || len(p.Hurt) != 10 || !p.Pain.Known {
		t.Errorf("%+v %v", p, err)
	}
	mustClose(t, l)
	intact(t, folder)
}

// The progress screen of 100,000 sessions is there within 100 ms, and the start
// does not depend on how many there are.
func BenchmarkHundredThousand(b *testing.B) {
	folder, c := b.TempDir(), newClock()
	grow(b, folder, c, 100_000)
	b.Logf("%d MB", fileSize(filepath.Join(folder, fileName))>>20)
	empty := b.TempDir()
	mustClose(b, mustOpenWith(b, empty, c, benchSetup()))
	for _, at := range []struct{ name, folder string }{{"Open", folder}, {"OpenEmpty", empty}} {
		b.Run(at.name, func(b *testing.B) {
			for b.Loop() {
				mustClose(b, mustOpenWith(b, at.folder, c, benchSetup()))
			}
		})
	}
	l := mustOpenWith(b, folder, c, benchSetup())
	for _, weeks := range []struct {
		name  string
		count int
	}{{"Progress12Weeks", 12}, {"Progress5Years", 260}, {"ProgressAll", 5000}} {
		b.Run(weeks.name, func(b *testing.B) {
			for b.Loop() {
				if p, err := l.Progress(b.Context(), weeks.count); err != nil || p.Sessions < 100_000 {
					b.Fatal(p.Sessions, err)
				}
			}
		})
	}
	b.Run("OpenAndProgress", func(b *testing.B) {
		for b.Loop() {
			l := mustOpenWith(b, folder, c, benchSetup())
			if _, err := l.Progress(b.Context(), 12); err != nil {
				b.Fatal(err)
			}
			mustClose(b, l)
		}
	})
	b.Run("Poses", func(b *testing.B) {
		for b.Loop() {
			if all, err := l.Poses(b.Context(), c.Now()); err != nil || len(all) != 10 {
				b.Fatal(all, err)
			}
		}
	})
	b.Run("Unfinished", func(b *testing.B) {
		for b.Loop() {
			l.Unfinished(b.Context())
		}
	})
	b.Run("Stage", func(b *testing.B) {
		s := begin(l, c)
		for i := 0; b.Loop(); i++ {
			s.Stages = s.Stages[:min(i%60, len(s.Stages))]
			addStage(l, s, aStage(i%9, c.Now()))
			if err := l.flush(b.Context(), false); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("Save", func(b *testing.B) { // what the caller waits for
		s := begin(l, c)
		play(l, c, s, 0, 9)
		for b.Loop() {
			l.Save(*s)
		}
	})
}
