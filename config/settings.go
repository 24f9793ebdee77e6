package config

import (
	"reflect"
	"slices"

	"github.com/BurntSushi/toml"
)

// A setting is one key of the settings file and the field it fills.
type setting struct {
	key   toml.Key
	field reflect.Value
	tag   reflect.StructTag
}

// String is the key as a file has it.
func (s setting) String() string { return s.key.String() }

// settings lists the settings of a table and of those inside it, but for the
// breath patterns, whose names are the user's.
func settings(table reflect.Value, path ...string) []setting {
	var all []setting
	for field, value := range table.Fields() {
		key, ok := field.Tag.Lookup("toml")
		if !ok {
			continue
		}
		at := append(slices.Clip(path), key)
		switch {
		case isSetting(field.Type):
			all = append(all, setting{at, value, field.Tag})
		case field.Type.Kind() == reflect.Struct:
			all = append(all, settings(value, at...)...)
		}
	}
	return all
}

// isSetting reports whether a type is that of a setting, rather than a table's.
func isSetting(of reflect.Type) bool {
	return of == reflect.TypeFor[Level]() || of.Kind() != reflect.Struct && of.Kind() != reflect.Map
}

// keysOf lists what may stand in a table.
func keysOf(fields []reflect.StructField) []string {
	keys := make([]string, len(fields))
	for i := range fields {
		keys[i] = fields[i].Tag.Get("toml")
	}
	return slices.DeleteFunc(keys, func(key string) bool { return key == "" })
}
