package history

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"catcow/decode"
)

// limitImport is how many bytes a file may have: more than a lifetime of sessions.
const limitImport = 128 << 20

// Import takes in what [Log.Export] wrote as JSON, here or on another machine:
// all of it or, with an error that names the place, nothing. What is known is
// left as it is, unless it changed later than what is here; so a file may be
// taken in twice, and two machines may take in each other's. It may be UTF-8 or
// UTF-16, with or without a mark.
//
// It gives how many sessions and PEG answers were added or brought up to date,
// and how many were known.
func (l *Log) Import(ctx context.Context, r io.Reader) (added, known int, err error) {
	text, err := readExport(r)
	if err != nil {
		return 0, 0, err
	}
	err = l.write(ctx, func(db *sql.DB) error {
		return change(ctx, db, func(t *tx) (err error) {
			added, known, err = t.takeIn(text, l.now(), false)
			return err
		})
	})
	if err != nil {
		return 0, 0, err
	}
	return added, known, nil
}

// IsBadExport reports whether an error of [Log.Import] is about what was to be taken in, and
// not about the log.
func IsBadExport(err error) bool { return errors.As(err, &fault{}) }

// readExport reads an export, before a transaction begins: it may take its time.
func readExport(r io.Reader) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, limitImport+1))
	if err != nil {
		return nil, fault{wholeFile, clean(err.Error(), limitName)}
	}
	if len(text) > limitImport {
		return nil, fault{wholeFile, largeText}
	}
	return text, nil
}

func readExportFile(path string) ([]byte, error) {
	text, err := decode.ReadFile(os.DirFS(filepath.Dir(path)), filepath.Base(path), limitImport) // a pipe is not waited for
	if err != nil {
		return nil, fileError{err, "read"}
	}
	return text, nil
}

// takeIn takes in an export, wherever it comes from. What a later program may have
// added to it is passed over. What is our own was played on this machine, and may go
// on here.
func (t *tx) takeIn(raw []byte, now time.Time, own bool) (added, known int, err error) {
	var d struct {
		Version  int               `json:"version"`
		Sessions []json.RawMessage `json:"sessions"`
		PEG      []json.RawMessage `json:"peg"`
	}
	// A shell may have written it anew in its own way. What is no text is no JSON either.
	if text, err := decode.Text(raw); err == nil {
		raw = []byte(text)
	}
	if err := unmarshal(raw, wholeFile, &d); err != nil {
		return 0, 0, err
	}
	switch d.Version {
	case documentVersion:
	case 0:
		return 0, 0, fault{"version", noVersionText}
	default:
		return 0, 0, fault{"version", fmt.Sprintf(versionText, d.Version, documentVersion)}
	}
	sessions, err := takeAll("sessions", d.Sessions, now, checkRecord, func(r record) (bool, error) {
		r.dismissed = !own // it goes on where it was begun, if at all
		return t.putRecord(r)
	})
	if err != nil {
		return 0, 0, err
	}
	answers, err := takeAll("peg", d.PEG, now, checkPEG, t.putPEG)
	added = sessions + answers
	return added, len(d.Sessions) + len(d.PEG) - added, err
}

// takeAll takes in a list of an export.
func takeAll[T any](list string, all []json.RawMessage, now time.Time,
	check func(value *T, place string, now time.Time) error, put func(T) (isNew bool, err error),
) (added int, err error) {
	for i, raw := range all {
		var value T
		place := placeIn(list, i)
		err := unmarshal(raw, place, &value)
		if err == nil {
			err = check(&value, place, now)
		}
		if err != nil {
			return 0, err
		}
		isNew, err := put(value)
		if err != nil {
			return 0, err
		}
		if isNew {
			added++
		}
	}
	return added, nil
}

// wholeFile is the place of what is wrong with all of a file.
const wholeFile = "the file"

// unmarshal reads a value; the error says in our words what is wrong at which place.
func unmarshal(raw []byte, place string, into any) error {
	err := json.Unmarshal(raw, into)
	if err == nil {
		return nil
	}
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		field := strings.TrimPrefix(clean(wrong.Field, 80), "Session.")
		switch {
		case place == wholeFile && field != "":
			place = field
		case field != "":
			place += "." + field
		}
		if kind := wrong.Type.String(); !strings.ContainsAny(kind, ".{") {
			return fault{place, fmt.Sprintf(typeText, wrong.Value, kind)}
		}
		return fault{place, notExportText}
	}
	if wrong, ok := errors.AsType[*json.SyntaxError](err); ok {
		return fault{place, fmt.Sprintf(noJSONText, wrong.Offset)}
	}
	return fault{place, clean(err.Error(), limitName)}
}
