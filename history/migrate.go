package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// migrate brings a database to the version of the program, step by step in one
// transaction, after a copy of it has been made beside it, and what follows from its
// sessions to the rules of the program. One that is newer is left alone.
func migrate(ctx context.Context, db *sql.DB, path string, steps []string) error {
	version, backup := 0, ""
	err := db.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version)
	if err != nil {
		return err
	}
	switch {
	case version == len(steps):
		return nil
	case version > len(steps):
		return hopelessError{fmt.Errorf(newerText, version)}
	case version > 0:
		if backup, err = backUp(ctx, db, path, version); err != nil {
			return err
		}
	}
	err = change(ctx, db, func(t *tx) error {
		for _, step := range steps[version:] {
			if _, err := t.tx.ExecContext(ctx, step); err != nil {
				return err
			}
		}
		if _, err := t.tx.ExecContext(ctx, fmt.Sprintf(`PRAGMA user_version = %d`, len(steps))); err != nil {
			return err
		}
		return t.rederive()
	})
	if err != nil && backup != "" {
		_ = os.Remove(backup) // of what is as it was
	}
	return err
}

// backUp makes a copy of a database of an older version. A half copy, from a
// program that was killed over it, is made anew; so it gets its name when it is
// whole.
func backUp(ctx context.Context, db *sql.DB, path string, version int) (string, error) {
	half := path + ".backup-half"
	if err := os.Remove(half); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", fileError{err, "copied"}
	}
	if err := makeFile(half); err != nil {
		return "", err
	}
	if _, err := db.ExecContext(ctx, `VACUUM INTO ?`, half); err != nil {
		return "", err
	}
	whole := unusedPath(fmt.Sprintf("%s.v%d-backup", path, version))
	if err := os.Rename(half, whole); err != nil {
		return "", fileError{err, "copied"}
	}
	return whole, nil
}

// unusedPath is a path that no file has yet.
func unusedPath(path string) string {
	unused := path
	for n := 2; fileExists(unused); n++ {
		unused = fmt.Sprintf("%s-%d", path, n)
	}
	return unused
}
