package config

import (
	"fmt"
	"slices"

	"github.com/BurntSushi/toml"
)

// locator returns a function that tells the line of a key in the text, or of
// the nearest table around it that is there, or 0. It parses the text anew,
// since lines are wanted only when something is wrong.
func locator(text []byte) func(key toml.Key) int {
	lines := map[string]int{}
	var top map[string]toml.Primitive
	if meta, fault := parse(text, &top); fault == nil {
		index(&meta, nil, top, lines)
	}
	return func(key toml.Key) int {
		for len(key) > 0 {
			if line := lines[key.String()]; line > 0 {
				return line
			}
			key = key[:len(key)-1]
		}
		return 0
	}
}

// index notes the line of every key in a table and returns the first of them. A
// table that has no line of its own, as a in a.b = 1, stands where its first key
// does.
func index(meta *toml.MetaData, path toml.Key, table map[string]toml.Primitive, lines map[string]int) int {
	first := 0
	for name, value := range table {
		key := append(slices.Clip(path), name)
		below := index(meta, key, inside(meta, value), lines)
		line := lineOf(meta, value)
		if line == 0 {
			line = below
		}
		lines[key.String()] = line
		if first == 0 || line < first {
			first = line
		}
	}
	return first
}

// inside returns the values of a table, none for anything else.
func inside(meta *toml.MetaData, value toml.Primitive) map[string]toml.Primitive {
	var table map[string]toml.Primitive
	if meta.PrimitiveDecode(value, &table) != nil {
		return nil
	}
	return table
}

// lineOf asks for a value as something it can never be: toml tells a position in
// an error only. The text of this one is quicker to have than a ParseError,
// which counts its column through the whole file.
func lineOf(meta *toml.MetaData, value toml.Primitive) (line int) {
	err := meta.PrimitiveDecode(value, new(chan int))
	if _, scan := fmt.Sscanf(err.Error(), "toml: line %d", &line); scan != nil {
		return 0
	}
	return line
}
