package history

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"catcow/decode"
	"catcow/file"
)

// Two machines come together through a folder that something else carries. Each
// writes files that no other writes: what it knows of one month, as an export that is
// replaced as a whole. What others wrote is taken in like any export: twice, late, in
// any order, under the name of a conflicting copy. So all of them come to know the
// same, and nothing has to be decided.

const (
	syncPrefix = "catcow-"
	syncSuffix = ".json"
	settled    = 2 * time.Second // after which the time of a file tells a change
)

// Synced is what came of bringing machines together.
type Synced struct {
	Added   int      // sessions and PEG answers that came in or were brought up to date
	Written int      // files
	Left    []string // files that cannot be taken in, yet: half copied, or by a newer program
}

// Sync takes in what other machines left in a folder, and leaves what is known here
// for them. Files that cannot be read as a whole are left for another time. The
// error says that the folder or the log cannot be read or written.
func (l *Log) Sync(ctx context.Context, folder string) (Synced, error) {
	var result Synced
	if info, err := os.Stat(folder); err != nil {
		return result, syncError(folder, err)
	} else if !info.IsDir() {
		return result, fmt.Errorf("%s: %s", folder, noFolderText)
	}
	err := l.write(ctx, func(db *sql.DB) error {
		s := &syncer{ctx: ctx, db: db, folder: folder, now: l.now(), result: &result}
		if err := s.readMachine(); err != nil {
			return err
		}
		if err := s.takeIn(); err != nil {
			return err
		}
		return s.writeMonths()
	})
	return result, err
}

// syncer holds no transaction while it waits for the folder, which may be far away.
type syncer struct {
	ctx     context.Context
	db      *sql.DB
	folder  string
	now     time.Time
	machine string
	result  *Synced
}

// syncError is about the folder, or a file in it, rather than about the log.
func syncError(path string, err error) error {
	return fmt.Errorf("%s: %s", clean(path, limitText), reason(err))
}

// readMachine finds by which name this machine writes.
func (s *syncer) readMachine() error {
	return change(s.ctx, s.db, func(t *tx) error {
		found, err := t.one(`SELECT id FROM machine`, nil, &s.machine)
		if err != nil || found {
			return err
		}
		s.machine = NewID()[:8]
		return t.exec(`INSERT INTO machine VALUES (?)`, s.machine)
	})
}

// takeIn takes in every file that changed since it was taken in last, our own too:
// the log may be an older copy of itself.
func (s *syncer) takeIn() error {
	entries, err := os.ReadDir(s.folder)
	if err != nil {
		return syncError(s.folder, err)
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, syncPrefix) || !strings.HasSuffix(name, syncSuffix) || !e.Type().IsRegular() {
			continue
		}
		err := s.takeFile(name)
		switch {
		case errors.As(err, &fault{}), errors.As(err, &fileError{}):
			s.result.Left = append(s.result.Left, name)
		case err != nil:
			return err
		}
	}
	return nil
}

func (s *syncer) takeFile(name string) error {
	path := filepath.Join(s.folder, name)
	info, err := os.Stat(path)
	if err != nil {
		return fileError{err}
	}
	known, err := s.isKnown(`SELECT 1 FROM synced WHERE name = ? AND size = ? AND time = ?`, name, info.Size(), info.ModTime().UnixNano())
	if err != nil || known {
		return err
	}
	text, err := decode.ReadFile(os.DirFS(s.folder), name, limitImport)
	if err != nil {
		return fileError{err}
	}
	return change(s.ctx, s.db, func(t *tx) error {
		in := &importer{tx: t, now: s.now}
		if err := in.take(text); err != nil {
			return err
		}
		s.result.Added += in.added
		return s.remember(t, name, info, "")
	})
}

func (s *syncer) isKnown(query string, args ...any) (bool, error) {
	err := s.db.QueryRowContext(s.ctx, query, args...).Scan(new(int64))
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// remember notes that a file is taken in, or written, as it is now. What changed a
// moment ago may change again within what its time can tell.
func (s *syncer) remember(t *tx, name string, info fs.FileInfo, stamp string) error {
	at := info.ModTime().UnixNano()
	if s.now.Sub(info.ModTime()) < settled {
		at = 0
	}
	return t.exec(`REPLACE INTO synced VALUES (?, ?, ?, ?)`, name, info.Size(), at, stamp)
}

// writeMonths writes the months of which something changed since they were written.
func (s *syncer) writeMonths() error {
	stamps := map[string]string{}
	for _, query := range []string{
		`SELECT strftime('%Y-%m', started / 1000000000, 'unixepoch'), printf('%d %d %d', count(*), max(changed), sum(changed % 1000003))
			FROM session GROUP BY 1`,
		`SELECT strftime('%Y-%m', at / 1000000000, 'unixepoch'), printf(' %d %d %d', count(*), max(at),
			sum(pain * 121 + enjoyment * 11 + activity)) FROM peg GROUP BY 1`,
	} {
		if err := rows(s.ctx, s.db, func(scan func(...any) error) error {
			var month, stamp string
			err := scan(&month, &stamp)
			stamps[month] += stamp
			return err
		}, query); err != nil {
			return err
		}
	}
	for _, month := range slices.Sorted(maps.Keys(stamps)) {
		if err := s.writeMonth(month, stamps[month]); err != nil {
			return err
		}
	}
	return nil
}

func (s *syncer) writeMonth(month, stamp string) error {
	name := syncPrefix + s.machine + "-" + month + syncSuffix
	path := filepath.Join(s.folder, name)
	known, err := s.isKnown(`SELECT 1 FROM synced WHERE name = ? AND stamp = ?`, name, stamp)
	if err != nil || known && fileExists(path) {
		return err
	}
	text, err := s.readMonth(month)
	if err != nil {
		return err
	}
	if old, err := decode.ReadFile(os.DirFS(s.folder), name, limitImport); err != nil || !bytes.Equal(old, text) {
		if err := file.Replace(path, text); err != nil {
			return syncError(path, err)
		}
		s.result.Written++
	}
	info, err := os.Stat(path)
	if err != nil {
		return syncError(path, err)
	}
	return change(s.ctx, s.db, func(t *tx) error { return s.remember(t, name, info, stamp) })
}

// readMonth reads what is known of a month, in one form: machines that know the same
// write the same.
func (s *syncer) readMonth(month string) ([]byte, error) {
	first, err := time.Parse("2006-01", month)
	if err != nil {
		return nil, err
	}
	from, to := first.UnixNano(), first.AddDate(0, 1, 0).UnixNano()
	d := document{Version: documentVersion}
	err = look(s.ctx, s.db, func(in querier) error {
		if err := eachRecord(s.ctx, in, true, func(r record) error {
			d.Sessions = append(d.Sessions, r)
			d.Exported = latest(d.Exported, r.Changed)
			return nil
		}, `WHERE started >= ? AND started < ? `+oldestFirst, from, to); err != nil {
			return err
		}
		return eachPEG(s.ctx, in, func(p pegRecord) error {
			d.PEG = append(d.PEG, p)
			return nil
		}, `WHERE at >= ? AND at < ? ORDER BY at`, from, to)
	})
	if err != nil {
		return nil, err
	}
	return json.Marshal(d)
}
