package config

import (
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// read collects what a file says. It reports whether the file could be read to
// its end.
func (d *draft) read(file string, text []byte) bool {
	var table map[string]any
	if _, fault := parse(text, &table); fault != nil {
		d.findings = append(d.findings, finding{Problem: Problem{File: file, Line: fault.line, Text: fault.text}})
		return false
	}
	d.table(file, nil, table)
	return true
}

func (d *draft) table(file string, path toml.Key, table map[string]any) {
	for name, value := range table {
		d.key(entry{value, file, append(slices.Clip(path), name)})
	}
}

// key collects one value, or all of a table.
func (d *draft) key(e entry) {
	shape := shape(e.key)
	if slices.Contains(d.known, shape) {
		d.values[e.key.String()] = e
		return
	}
	if len(children(d.known, shape)) == 0 {
		d.report(e.file, e.key, d.unknown(e.key))
		return
	}
	table, ok := e.value.(map[string]any)
	if !ok {
		d.report(e.file, e.key, wrong(describe(e.value), wantIn(shape)))
		return
	}
	if shape == anyPattern && !d.pattern(e) {
		return
	}
	d.table(e.file, e.key, table)
}

// pattern collects the name of a breath pattern, if it is one.
func (d *draft) pattern(e entry) bool {
	name := e.key[len(e.key)-1]
	if !named(name) {
		d.report(e.file, e.key, notAName)
		return false
	}
	if _, there := d.patterns[name]; !there {
		d.patterns[name] = e
	}
	return true
}

// unknown says what an unknown key may have been meant to be: one of its own
// table, or one that stands in others.
func (d *draft) unknown(key toml.Key) string {
	parent, name := key[:len(key)-1], key[len(key)-1]
	var elsewhere []string
	for _, other := range d.known {
		if strings.HasSuffix(other, "."+name) && !strings.Contains(other, "*") {
			elsewhere = append(elsewhere, other)
		}
	}
	if len(elsewhere) > 0 {
		return misplacedKey(elsewhere)
	}
	return unknownKey(name, children(d.known, shape(parent)))
}
