package decode

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// ErrNotFile says that there is something else where a file is wanted: a folder,
// or a pipe that would be waited for without end.
var ErrNotFile = errors.New("is not a file")

// SizeError says that a file is larger than anything a person writes.
type SizeError struct{ Size int64 }

func (SizeError) Error() string { return "is too large" }

// ReadFile reads a file of at most so many bytes. It looks what the file is
// before it opens it. The error is [ErrNotFile], a [SizeError], or why it cannot
// be read, without the name of the file.
func ReadFile(fsys fs.FS, name string, most int64) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		return nil, unreadable(err)
	case !info.Mode().IsRegular():
		return nil, ErrNotFile
	case info.Size() > most:
		return nil, SizeError{info.Size()}
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, unreadable(err)
	}
	defer func() { _ = f.Close() }()
	var b bytes.Buffer
	b.Grow(int(info.Size()) + bytes.MinRead)
	if _, err := b.ReadFrom(io.LimitReader(f, most+1)); err != nil {
		return nil, unreadable(err)
	}
	if int64(b.Len()) > most {
		return nil, SizeError{int64(b.Len())}
	}
	return b.Bytes(), nil
}

func unreadable(err error) error { return fmt.Errorf("cannot be read: %w", Cause(err)) }

// Cause is the error without the name of a file, where that is said already.
func Cause(err error) error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		return pe.Err
	}
	if le, ok := errors.AsType[*os.LinkError](err); ok {
		return le.Err
	}
	return err
}
