package history

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"
)

const (
	pendingPrefix = "history.pending-"
	pendingSuffix = ".jsonl"
	limitLine     = 1 << 20   // bytes of an op
	limitPending  = 256 << 20 // bytes of a file of them
)

// pending is the file beside the database in which this run keeps what it could
// not write, a line of JSON each.
type pending struct {
	folder     string
	run        string
	introduced map[string]bool // sessions whose beginning is in the file
	unsaved    []op            // what the file did not take either
	file       bool            // there is one
}

func (p *pending) path() string {
	return filepath.Join(p.folder, pendingPrefix+p.run+pendingSuffix)
}

func (p *pending) empty() bool { return !p.file && len(p.unsaved) == 0 }

// add writes ops, and those that could not be written before. The session that an
// op belongs to goes first: by the time they are taken in, the database may be a
// new one that does not know it.
func (p *pending) add(ops []op, known map[string]record) error {
	if p.introduced == nil {
		p.introduced = map[string]bool{}
	}
	p.unsaved = append(p.unsaved, ops...)
	if len(p.unsaved) == 0 {
		return nil
	}
	var text bytes.Buffer
	met := map[string]bool{}
	for _, o := range p.unsaved {
		if r, ok := known[o.ID]; ok && !p.introduced[o.ID] && !met[o.ID] {
			met[o.ID] = true
			if o.Do != doBegin {
				p.encode(&text, op{N: o.N, Do: doBegin, ID: o.ID, At: r.Started, Session: &r})
			}
		}
		p.encode(&text, o)
	}
	if err := appendFile(p.path(), text.Bytes()); err != nil {
		return noFile{err}
	}
	p.file, p.unsaved = true, nil
	for id := range met {
		p.introduced[id] = true
	}
	return nil
}

func (p *pending) encode(w *bytes.Buffer, o op) {
	text, err := json.Marshal(o)
	if err != nil {
		return // an instant after the year 9999, which no clock shows
	}
	w.Write(text)
	w.WriteByte('\n')
}

// remove is called when the database has everything.
func (p *pending) remove() {
	if p.file {
		_ = os.Remove(p.path())
	}
	p.file, p.unsaved, p.introduced = false, nil, nil
}

// appendFile puts text at the end of a file, on the disk. What a full disk took
// half of is taken back.
func appendFile(path string, text []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	before, err := f.Seek(0, io.SeekEnd)
	if err == nil {
		_, err = f.Write(text)
	}
	if err == nil {
		err = f.Sync()
	}
	if err != nil {
		_ = f.Truncate(before)
	}
	return errors.Join(err, f.Close())
}

// readPending reads the ops in a file. Lines that are none are counted: only the
// last may be one, cut off by the end of its writer.
func readPending(path, run string, now time.Time) (ops []op, bad int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	defer func() { _ = f.Close() }()
	scanner := bufio.NewScanner(io.LimitReader(f, limitPending))
	scanner.Buffer(nil, limitLine)
	for scanner.Scan() {
		var o op
		if err := json.Unmarshal(scanner.Bytes(), &o); err != nil || checkOp(o, now) != nil {
			bad++
			continue
		}
		if o.Session != nil {
			o.Session.run = run
		}
		ops = append(ops, o)
	}
	if scanner.Err() != nil {
		bad++
	}
	return ops, bad, nil
}

// take notes how far the ops of a run are in the database, so that its file is
// not taken in twice.
func (t *tx) take(run string, ops []op) error {
	upto := int64(0)
	for _, o := range ops {
		upto = max(upto, o.N)
	}
	return t.exec(`INSERT INTO taken VALUES (?, ?) ON CONFLICT (run) DO UPDATE SET upto = max(upto, excluded.upto)`, run, upto)
}

// takeIn writes what runs that are over left in files. A file of which something
// could not be read is put aside instead of removed.
func (l *Log) takeIn(files map[string]string) error {
	var unread error
	for id, path := range files {
		if id == l.run.id || alive(l.folder, id) {
			continue
		}
		ops, bad, err := readPending(path, id, l.now())
		if err != nil {
			unread = noFile{err}
			continue
		}
		err = change(l.ctx, l.db, func(t *tx) error { return t.takeIn(id, ops) })
		if err != nil && !ownFault(err) {
			return err
		}
		if err != nil || bad > 0 && !cutOff(path, bad) {
			_ = os.Rename(path, path+".unread")
			unread = errUnread
			continue
		}
		_ = os.Remove(path)
	}
	return unread
}

// takeIn writes the ops of a run that are not in the database yet.
func (t *tx) takeIn(run string, ops []op) error {
	var upto int64
	if _, err := t.one(`SELECT upto FROM taken WHERE run = ?`, []any{run}, &upto); err != nil {
		return err
	}
	for _, o := range ops {
		if o.N <= upto {
			continue
		}
		if err := t.apply(o); err != nil {
			return err
		}
	}
	return t.take(run, ops)
}

// cutOff reports whether the one bad line of a file is its last, half written.
func cutOff(path string, bad int) bool {
	f, err := os.Open(path)
	if err != nil || bad != 1 {
		return false
	}
	defer func() { _ = f.Close() }()
	last := make([]byte, 1)
	if _, err := f.Seek(-1, io.SeekEnd); err != nil {
		return false
	}
	if _, err := f.Read(last); err != nil {
		return false
	}
	return last[0] != '\n'
}
