package history

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

const (
	limitSessions = 1_000_000
	limitValue    = 8 << 20  // bytes of one session, with the reading ahead
	limitBetween  = 64 << 10 // bytes from one value to the next: the decoder goes through them again and again
)

// Import takes in what [Log.Export] wrote as JSON, here or on another machine:
// all of it or, with an error that names the place, nothing. What is known is
// left as it is, unless it changed later than what is here; so a file may be
// taken in twice, and two machines may take in each other's.
//
// It gives how many sessions and PEG answers were added or brought up to date,
// and how many were known.
func (l *Log) Import(ctx context.Context, r io.Reader) (added, known int, err error) {
	db, err := l.writable(ctx)
	if err != nil {
		return 0, 0, err
	}
	in := &importer{log: l, limited: &limited{from: r}}
	in.json = json.NewDecoder(in.limited)
	err = change(ctx, db, func(t *tx) error {
		in.tx = t
		if err := in.document(); err != nil {
			return err
		}
		if in.added == 0 {
			return nil
		}
		if err := t.foldAnew(); err != nil {
			return err
		}
		return t.fold(l.now())
	})
	if err != nil {
		return 0, 0, told(err)
	}
	return in.added, in.known, nil
}

// importer goes through a file once, session by session: it may be larger than
// the memory.
type importer struct {
	log     *Log
	tx      *tx
	json    *json.Decoder
	limited *limited
	added   int
	known   int
}

func (in *importer) document() error {
	if err := in.open('{', "the file"); err != nil {
		return err
	}
	version := 0
	for in.more() {
		key, err := in.key()
		if err == nil {
			err = in.member(key, &version)
		}
		if err != nil {
			return err
		}
	}
	if _, err := in.json.Token(); err != nil {
		return in.broken("the file", err)
	}
	if version == 0 {
		return fault{"version", sayNoVersion}
	}
	return nil
}

// member takes in one member of the document: what the version says how to read
// comes after it, and what a later program may have added is passed over.
func (in *importer) member(key string, version *int) error {
	switch {
	case key == "version":
		if err := in.value("version", version); err != nil {
			return err
		}
		if *version != documentVersion {
			return fault{"version", sayVersion(*version)}
		}
		return nil
	case *version == 0:
		return fault{"version", sayNoVersion}
	case key == "sessions":
		return in.sessions()
	case key == "peg":
		return in.pegs()
	}
	return in.value(line(key, 40), &json.RawMessage{})
}

func (in *importer) sessions() error {
	return in.list("sessions", func(place string) error {
		var r record
		if err := in.value(place, &r); err != nil {
			return err
		}
		if err := checkRecord(r, place, in.log.now()); err != nil {
			return err
		}
		r.dismissed = true // it goes on where it was begun, if at all
		added, err := in.tx.bring(r, in.log.folder)
		in.count(added)
		return err
	})
}

func (in *importer) pegs() error {
	return in.list("peg", func(place string) error {
		var p pegRecord
		if err := in.value(place, &p); err != nil {
			return err
		}
		if err := checkPEG(p, place, in.log.now()); err != nil {
			return err
		}
		var at int64
		there, err := in.tx.one(`SELECT at FROM peg WHERE at = ?`, []any{p.At.UnixNano()}, &at)
		if err != nil {
			return err
		}
		in.count(!there)
		return in.tx.peg(p)
	})
}

func (in *importer) count(added bool) {
	if added {
		in.added++
	} else {
		in.known++
	}
}

func (in *importer) list(name string, each func(place string) error) error {
	if err := in.open('[', name); err != nil {
		return err
	}
	for i := 0; in.more(); i++ {
		if i == limitSessions {
			return fault{name, sayMany(limitSessions)}
		}
		if err := each(at(name, i)); err != nil {
			return err
		}
	}
	if _, err := in.json.Token(); err != nil {
		return in.broken(name, err)
	}
	return nil
}

func (in *importer) open(want json.Delim, place string) error {
	in.limited.left = limitBetween
	token, err := in.json.Token()
	if err != nil {
		return in.broken(place, err)
	}
	if token != want {
		return fault{place, sayNotExport}
	}
	return nil
}

func (in *importer) key() (string, error) {
	in.limited.left = limitBetween
	token, err := in.json.Token()
	if err != nil {
		return "", in.broken("the file", err)
	}
	key, _ := token.(string)
	return key, nil
}

func (in *importer) more() bool {
	in.limited.left = limitBetween
	return in.json.More()
}

func (in *importer) value(place string, into any) error {
	in.limited.left = limitValue
	if err := in.json.Decode(into); err != nil {
		return in.broken(place, err)
	}
	return nil
}

// broken is an error of the decoder in our words.
func (in *importer) broken(place string, err error) error {
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		if wrong.Field != "" {
			place += "." + line(wrong.Field, 80)
		}
		return fault{place, sayType(wrong.Value, wrong.Type.String())}
	}
	if _, ok := errors.AsType[*json.SyntaxError](err); ok || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fault{place, fmt.Sprintf(sayNoJSON, in.json.InputOffset())}
	}
	if errors.Is(err, errLarge) {
		return fault{place, errLarge.Error()}
	}
	return fault{place, line(err.Error(), limitName)}
}

// limited is a reader that gives no more than was allowed since it was asked
// last.
type limited struct {
	from io.Reader
	left int
}

var errLarge = errors.New(sayLarge)

func (r *limited) Read(into []byte) (int, error) {
	if r.left <= 0 {
		return 0, errLarge
	}
	n, err := r.from.Read(into[:min(len(into), r.left)])
	r.left -= n
	return n, err
}

// bring writes a session from elsewhere, in place of an older state of it that is
// not being played just now. It reports whether it did.
func (t *tx) bring(r record, folder string) (bool, error) {
	var n, changed int64
	var run, end string
	found, err := t.one(`SELECT n, changed, run, outcome FROM session WHERE id = ?`, []any{r.ID}, &n, &changed, &run, &end)
	if err != nil {
		return false, err
	}
	if found {
		if changed >= r.Changed.UnixNano() || end == "" && alive(folder, run) {
			return false, nil
		}
		for _, table := range []string{"stage", "hurt", "pose", "fold"} {
			if err := t.exec(`DELETE FROM `+table+` WHERE session = ?`, n); err != nil {
				return false, err
			}
		}
		if err := t.exec(`DELETE FROM session WHERE n = ?`, n); err != nil {
			return false, err
		}
	}
	return t.putRecord(r)
}

// putRecord writes a session with all that belongs to it. It reports whether it
// did: a session of that ID may be there.
func (t *tx) putRecord(r record) (bool, error) {
	n, err := t.insert(r)
	if err != nil || n == 0 {
		return false, err
	}
	poses := map[string]bool{}
	for _, s := range r.Log {
		if err := t.insertStage(n, s); err != nil {
			return false, err
		}
		poses[s.Pose] = true
	}
	for _, h := range r.Hurts {
		if err := t.insertHurt(n, h); err != nil {
			return false, err
		}
		poses[h.Pose] = true
	}
	for pose := range poses {
		if err := t.recount(n, pose); err != nil {
			return false, err
		}
	}
	return true, nil
}
