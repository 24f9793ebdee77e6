package config_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/BurntSushi/toml"

	"catcow/config"
)

func same(tb testing.TB, got, want config.Config) {
	tb.Helper()
	if !reflect.DeepEqual(got, want) {
		tb.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

// config.toml is the documentation too: a setting that is not in it cannot be
// found, one that is only in it does nothing.
func TestConfig_HasTheKeysOfTheFile(t *testing.T) {
	var file map[string]any
	meta, err := toml.Decode(defaults(t), &file)
	if err != nil {
		t.Fatal(err)
	}
	var inFile []string
	for _, key := range meta.Keys() {
		if table := meta.Type(key...); table != "Hash" && !slices.Contains(key, "patterns") {
			inFile = append(inFile, key.String())
		}
	}
	inFile = append(inFile, "breath.patterns")
	inStruct := keys("", reflect.TypeFor[config.Config]())
	slices.Sort(inFile)
	slices.Sort(inStruct)
	if !slices.Equal(inFile, inStruct) {
		t.Errorf("config.toml has\n%q\nthe Config has\n%q", inFile, inStruct)
	}
}

// keys names the fields of a struct as they are written in a file.
func keys(prefix string, of reflect.Type) []string {
	var names []string
	for field := range of.Fields() {
		name := prefix + snake(field.Name)
		if name == "profile.set" || name == "content.hide_at" { // they say where a setting came from
			continue
		}
		if field.Type.Kind() == reflect.Struct && field.Type != reflect.TypeFor[config.Level]() {
			names = append(names, keys(name+".", field.Type)...)
			continue
		}
		names = append(names, name)
	}
	return names
}

func snake(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// What a person reads there has to fit a terminal, and an editor.
func TestConfigToml_IsPlainTextOf80Columns(t *testing.T) {
	for i, line := range strings.Split(defaults(t), "\n") {
		if len(line) > 80 || strings.ContainsFunc(line, func(r rune) bool { return r < ' ' || r > '~' }) {
			t.Errorf("line %d: %q", i+1, line)
		}
	}
}

func TestBreath_Phases(t *testing.T) {
	breath := builtIn().Breath
	breath.Pattern = "long-exhale"
	if got, want := breath.Phases(), (config.Phases{In: seconds(4.5), Out: seconds(6.5)}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestBreath_Named(t *testing.T) {
	tests := []struct {
		name string
		want string // the error, if any
	}{
		{"even", ""},
		{"evn", `no breath pattern "evn"; did you mean "even"?`},
		{"Long", `no breath pattern "Long"; did you mean "long-exhale"?`},
		{"box", `no breath pattern "box"; want "even", "long-exhale" or "short"`},
		{"\x1b[2J", `no breath pattern "\x1b[2J"; want "even", "long-exhale" or "short"`},
		{strings.Repeat("e", 100), `no breath pattern "` + strings.Repeat("e", 40) + `..."; want "even", "long-exhale" or "short"`},
	}
	breath := builtIn().Breath
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%.12q", tt.name), func(t *testing.T) {
			phases, err := breath.Named(tt.name)
			switch {
			case tt.want == "" && (err != nil || phases != breath.Patterns[tt.name]):
				t.Errorf("got %v, %v", phases, err)
			case tt.want != "" && (err == nil || err.Error() != tt.want):
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}
