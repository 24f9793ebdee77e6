package history

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
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
		return result, fmt.Errorf("%s: is not a folder", folder)
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
		if err := t.exec(`INSERT INTO machine SELECT ? WHERE NOT EXISTS (SELECT 1 FROM machine)`, NewID()[:8]); err != nil {
			return err
		}
		_, err := t.one(`SELECT id FROM machine`, nil, &s.machine)
		return err
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
		return fileError{err, "read"}
	}
	known, err := s.isKnown(`name = ? AND size = ? AND time = ?`, name, info.Size(), info.ModTime().UnixNano())
	if err != nil || known {
		return err
	}
	text, err := readExportFile(path)
	if err != nil {
		return err
	}
	return change(s.ctx, s.db, func(t *tx) error {
		added, _, err := t.takeIn(text, s.now, false)
		if err != nil {
			return err
		}
		s.result.Added += added
		return s.remember(t, name, info, "")
	})
}

func (s *syncer) isKnown(where string, args ...any) (known bool, err error) {
	err = s.db.QueryRowContext(s.ctx, `SELECT count(*) > 0 FROM synced WHERE `+where, args...).Scan(&known)
	return known, err
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
	type month struct{ name, stamp string }
	months, err := list(s.ctx, s.db, func(m *month, scan func(...any) error) error {
		return scan(&m.name, &m.stamp)
	}, `SELECT month, group_concat(stamp, ' ') FROM (
			SELECT strftime('%Y-%m', started / 1000000000, 'unixepoch') AS month,
				printf('%d %d %d', count(*), max(changed), sum(changed % 1000003)) AS stamp FROM session GROUP BY 1
			UNION ALL SELECT strftime('%Y-%m', at / 1000000000, 'unixepoch'),
				printf('%d %d %d', count(*), max(at), sum(pain * 121 + enjoyment * 11 + activity)) FROM peg GROUP BY 1)
		GROUP BY month`)
	if err != nil {
		return err
	}
	for _, m := range months {
		if err := s.writeMonth(m.name, m.stamp); err != nil {
			return err
		}
	}
	return nil
}

func (s *syncer) writeMonth(month, stamp string) error {
	name := syncPrefix + s.machine + "-" + month + syncSuffix
	path := filepath.Join(s.folder, name)
	known, err := s.isKnown(`name = ? AND stamp = ?`, name, stamp)
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
	var text bytes.Buffer
	fmt.Fprintf(&text, `{"version":%d,`, documentVersion)
	err = look(s.ctx, s.db, func(from querier) error {
		return writeRecords(s.ctx, from, &text, `WHERE started >= ?1 AND started < ?2 `, `WHERE at >= ?1 AND at < ?2 `,
			first.UnixNano(), first.AddDate(0, 1, 0).UnixNano())
	})
	return text.Bytes(), err
}
