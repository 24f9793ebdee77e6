package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode"

	"catcow/config"
	"catcow/tui"
)

// The exit codes. Scripts rely on them.
const (
	codeFinished    = 0 // or there was nothing to finish
	codeFailed      = 1
	codeMisused     = 2 // a wrong command, flag, name or setting
	codeEndedEarly  = 3
	codeInterrupted = 130 // as a shell reports ctrl+c
)

// exitError is an error that knows its exit code.
type exitError struct {
	code int
	err  error // nil where all was said already
}

func (e exitError) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e exitError) Unwrap() error { return e.err }

// usage marks an error as one of how the program was called.
func usage(err error) error { return exitError{codeMisused, err} }

func misused(format string, args ...any) error { return usage(fmt.Errorf(format, args...)) }

// quiet is an exit code with nothing left to say.
func quiet(code int) error { return exitError{code, nil} }

// Exit prints what there is to say about an error from [Program.Run], one line
// each, and gives the exit code.
func Exit(stderr io.Writer, err error) int {
	if err == nil {
		return codeFinished
	}
	if crash, ok := errors.AsType[*tui.CrashError](err); ok {
		err = keep(crash)
	}
	if text := err.Error(); text != "" {
		for line := range strings.SplitSeq(text, "\n") {
			fmt.Fprintln(stderr, "catcow: "+printable(line))
		}
	}
	if known, ok := errors.AsType[exitError](err); ok {
		return known.code
	}
	if _, ok := errors.AsType[config.Problems](err); ok {
		return codeMisused
	}
	return codeFailed
}

// keep puts where a fault of our own happened into a file for the report.
func keep(crash *tui.CrashError) error {
	path, err := config.SaveCrash(crash.Stack)
	if err != nil {
		return fmt.Errorf("%w; %w", crash, err)
	}
	return fmt.Errorf("%w; the report is in %s", crash, path)
}

// printable is the text with everything replaced that a terminal would act on.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// cause is the error without the name of the file.
func cause(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err
	}
	return err
}
