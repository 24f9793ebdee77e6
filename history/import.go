package history

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
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
	raw, err := readExport(r) // who writes it may take a while, in which others write to the log
	if err != nil {
		return 0, 0, err
	}
	err = l.write(ctx, func(db *sql.DB) error {
		return change(ctx, db, func(t *tx) error {
			in := &importer{tx: t, now: l.now()}
			err := in.take(raw)
			added, known = in.added, in.known
			return err
		})
	})
	if err != nil {
		return 0, 0, err
	}
	return added, known, nil
}

// importer takes in an export.
type importer struct {
	tx    *tx
	now   time.Time
	own   bool // what is taken in was played on this machine, and may go on here
	added int
	known int
}

// readExport reads an export to its end.
func readExport(r io.Reader) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, limitImport+1))
	if err != nil {
		return nil, fault{wholeFile, clean(err.Error(), limitName)}
	}
	if len(raw) > limitImport {
		return nil, fault{wholeFile, largeText}
	}
	return raw, nil
}

// take takes in an export. What a later program may have added to it is passed over.
func (in *importer) take(raw []byte) error {
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
		return err
	}
	switch d.Version {
	case documentVersion:
	case 0:
		return fault{"version", noVersionText}
	default:
		return fault{"version", versionText(d.Version)}
	}
	if err := takeAll(in, "sessions", d.Sessions, checkRecord, func(r record) (bool, error) {
		r.dismissed = !in.own // it goes on where it was begun, if at all
		return in.tx.putRecord(r)
	}); err != nil {
		return err
	}
	return takeAll(in, "peg", d.PEG, checkPEG, in.tx.putPEG)
}

// takeAll takes in a list of an export.
func takeAll[T any](in *importer, list string, all []json.RawMessage,
	check func(value T, place string, now time.Time) error, put func(T) (added bool, err error),
) error {
	for i, raw := range all {
		var value T
		place := placeIn(list, i)
		err := unmarshal(raw, place, &value)
		if err == nil {
			err = check(value, place, in.now)
		}
		if err != nil {
			return err
		}
		added, err := put(value)
		if err != nil {
			return err
		}
		if added {
			in.added++
		} else {
			in.known++
		}
	}
	return nil
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
			return fault{place, typeText(wrong.Value, kind)}
		}
		return fault{place, notExportText}
	}
	if wrong, ok := errors.AsType[*json.SyntaxError](err); ok {
		return fault{place, fmt.Sprintf(noJSONText, wrong.Offset)}
	}
	return fault{place, clean(err.Error(), limitName)}
}
