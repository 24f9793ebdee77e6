package config

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	quoted  = 40  // characters of a value that are shown; enough to recognise it
	written = 400 // characters of a whole message; a parser may quote a lot
)

// Problem is one thing that is wrong with the settings. Its fields may hold
// what the user wrote, as it was written; its Error is safe to print.
type Problem struct {
	File string // the settings file, or the environment variable
	Line int    // the line in File, from 1; 0 if it is about no line
	Key  string // the setting, such as "session.pace"; empty if it is about no setting
	Text string // what is wrong, and what is wanted
}

// Error returns the problem as one line, FILE:LINE: KEY: TEXT, with whatever
// cannot be printed escaped.
func (p Problem) Error() string {
	place := p.File
	if p.Line > 0 {
		place += ":" + strconv.Itoa(p.Line)
	}
	if p.Key != "" {
		place += ": " + cut(p.Key, 2*quoted)
	}
	return plain(place + ": " + cut(p.Text, written))
}

// Problems is everything that is wrong with the settings, in the order of the
// file, and then of the environment.
type Problems []Problem

// Error returns one line for each problem.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, problem := range p {
		lines[i] = problem.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the problems one by one, for errors.As.
func (p Problems) Unwrap() []error {
	all := make([]error, len(p))
	for i, problem := range p {
		all[i] = problem
	}
	return all
}

// plain escapes every character that does not print, so that a value from a
// file cannot steer the terminal. Format characters count too: one of them
// turns the direction of the line.
func plain(text string) string {
	var b strings.Builder
	for i, r := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		if strconv.IsPrint(r) && (r != utf8.RuneError || size > 1) {
			b.WriteRune(r)
			continue
		}
		escaped := strconv.Quote(text[i : i+size])
		b.WriteString(escaped[1 : len(escaped)-1])
	}
	return b.String()
}

// cut shortens text to at most limit characters.
func cut(text string, limit int) string {
	count := 0
	for i := range text {
		if count == limit {
			return text[:i] + "…"
		}
		count++
	}
	return text
}
