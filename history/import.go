package history

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

const (
	limitSessions = 1_000_000
	limitValue    = 8 << 20  // bytes of one session, with the reading ahead
	limitBetween  = 64 << 10 // bytes from one value to the next: the decoder goes through them again and again
)

// Import takes in what [Log.Export] wrote as JSON, here or on another machine:
// all of it or, with an error that names the place, nothing. What is known is
// left as it is, unless it changed later than what is here; so a file may be
// taken in twice, and two machines may take in each other's. It may be UTF-8 or
// UTF-16, with or without a mark.
//
// It gives how many sessions and PEG answers were added or brought up to date,
// and how many were known.
func (l *Log) Import(ctx context.Context, r io.Reader) (added, known int, err error) {
	db, err := l.writable(ctx)
	if err != nil {
		return 0, 0, explain(err)
	}
	err = change(ctx, db, func(t *tx) error {
		in := newImporter(t, r, l.now())
		err := in.readDocument()
		added, known = in.added, in.known
		return err
	})
	if err != nil {
		return 0, 0, explain(err)
	}
	return added, known, nil
}

// importer goes through a file once, session by session: it may be larger than
// the memory.
type importer struct {
	tx      *tx
	now     time.Time
	own     bool // what is taken in was played on this machine, and may go on here
	json    *json.Decoder
	limited *limited
	added   int
	known   int
}

func newImporter(t *tx, r io.Reader, now time.Time) *importer {
	in := &importer{tx: t, now: now, limited: &limited{from: newTextReader(r)}}
	in.json = json.NewDecoder(in.limited)
	return in
}

func (in *importer) readDocument() error {
	if err := in.readOpening('{', "the file"); err != nil {
		return err
	}
	version := 0
	for in.hasMore() {
		key, err := in.readKey()
		if err == nil {
			err = in.readMember(key, &version)
		}
		if err != nil {
			return err
		}
	}
	if _, err := in.json.Token(); err != nil {
		return in.explain("the file", err)
	}
	if version == 0 {
		return fault{"version", noVersionText}
	}
	return nil
}

// readMember takes in one member of the document: what the version says how to read
// comes after it, and what a later program may have added is passed over.
func (in *importer) readMember(key string, version *int) error {
	switch {
	case key == "version":
		if err := in.readValue("version", version); err != nil {
			return err
		}
		if *version != documentVersion {
			return fault{"version", versionText(*version)}
		}
		return nil
	case *version == 0:
		return fault{"version", noVersionText}
	case key == "sessions":
		return in.readSessions()
	case key == "peg":
		return in.readPEGs()
	}
	return in.readValue(clean(key, 40), &json.RawMessage{})
}

func (in *importer) readSessions() error {
	return in.readList("sessions", func(place string) error {
		var r record
		if err := in.readValue(place, &r); err != nil {
			return err
		}
		if err := checkRecord(r, place, in.now); err != nil {
			return err
		}
		r.dismissed = !in.own // it goes on where it was begun, if at all
		added, err := in.tx.putRecord(r)
		in.add(added)
		return err
	})
}

func (in *importer) readPEGs() error {
	return in.readList("peg", func(place string) error {
		var p pegRecord
		if err := in.readValue(place, &p); err != nil {
			return err
		}
		if err := checkPEG(p, place, in.now); err != nil {
			return err
		}
		added, err := in.tx.putPEG(p)
		in.add(added)
		return err
	})
}

func (in *importer) add(added bool) {
	if added {
		in.added++
	} else {
		in.known++
	}
}

func (in *importer) readList(name string, each func(place string) error) error {
	if err := in.readOpening('[', name); err != nil {
		return err
	}
	for i := 0; in.hasMore(); i++ {
		if i == limitSessions {
			return fault{name, manyText(limitSessions)}
		}
		if err := each(placeIn(name, i)); err != nil {
			return err
		}
	}
	if _, err := in.json.Token(); err != nil {
		return in.explain(name, err)
	}
	return nil
}

func (in *importer) readOpening(want json.Delim, place string) error {
	in.limited.left = limitBetween
	token, err := in.json.Token()
	if err != nil {
		return in.explain(place, err)
	}
	if token != want {
		return fault{place, notExportText}
	}
	return nil
}

func (in *importer) readKey() (string, error) {
	in.limited.left = limitBetween
	token, err := in.json.Token()
	if err != nil {
		return "", in.explain("the file", err)
	}
	key, _ := token.(string)
	return key, nil
}

func (in *importer) hasMore() bool {
	in.limited.left = limitBetween
	return in.json.More()
}

func (in *importer) readValue(place string, into any) error {
	in.limited.left = limitValue
	if err := in.json.Decode(into); err != nil {
		return in.explain(place, err)
	}
	return nil
}

// explain is an error of the decoder in our words.
func (in *importer) explain(place string, err error) error {
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		if wrong.Field != "" {
			place += "." + strings.TrimPrefix(clean(wrong.Field, 80), "Session.")
		}
		return fault{place, typeText(wrong.Value, wrong.Type.String())}
	}
	if _, ok := errors.AsType[*json.SyntaxError](err); ok || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fault{place, fmt.Sprintf(noJSONText, in.json.InputOffset())}
	}
	if errors.Is(err, errLarge) {
		return fault{place, errLarge.Error()}
	}
	return fault{place, clean(err.Error(), limitName)}
}

// limited is a reader that gives no more than was allowed since it was asked
// last.
type limited struct {
	from io.Reader
	left int
}

var errLarge = errors.New(largeText)

func (r *limited) Read(into []byte) (int, error) {
	if r.left <= 0 {
		return 0, errLarge
	}
	n, err := r.from.Read(into[:min(len(into), r.left)])
	r.left -= n
	return n, err
}
