package config_test

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"catcow/config"
	"catcow/content"
)

func same(tb testing.TB, got, want config.Config) {
	tb.Helper()
	if !reflect.DeepEqual(got, want) {
		tb.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

// A declared setting is a field of the Config with a key.
type declared struct {
	key   string // as in "session.pace"
	tag   reflect.StructTag
	value any
}

// declarations lists the settings in their order, and looks at the fields without a
// key: that they are known to be none.
func declarations(t *testing.T, table reflect.Value, path string) []declared {
	t.Helper()
	var all []declared
	for field, value := range table.Fields() {
		name := field.Tag.Get("toml")
		switch {
		case name == "":
			if at := path + field.Name; at != "profile.Set" && at != "content.HideAt" {
				t.Errorf("%s has no key", at)
			}
		case field.Type.Kind() == reflect.Struct && field.Type != reflect.TypeFor[config.Level]():
			all = append(all, declarations(t, value, path+name+".")...)
		default:
			all = append(all, declared{path + name, field.Tag, value.Interface()})
		}
	}
	return all
}

// Whoever adds a setting declares it and describes it in config.toml. This says what
// they forgot: the key, the comment, or a word of what may stand there.
func TestEverySettingIsInConfigToml(t *testing.T) {
	for _, s := range declarations(t, reflect.ValueOf(config.Config{}), "") {
		table, key, _ := strings.Cut(s.key, ".")
		_, section, found := strings.Cut(defaults(t), "\n["+table+"]\n")
		section, _, _ = strings.Cut(section, "\n\n\n")
		at := strings.Index(section, "\n"+key+" = ")
		if s.key == "breath.patterns" {
			at = strings.Index(section, "\n[breath.patterns]\n")
		}
		if !found || at < 0 {
			t.Errorf("config.toml lacks %s", s.key)
			continue
		}
		comment, line := section[strings.LastIndex(section[:at], "\n\n")+1:at], section[at+1:]
		line, _, _ = strings.Cut(line, "\n")
		if strings.HasPrefix(strings.TrimSpace(comment), key) || !strings.Contains("\n"+comment, "\n# ") {
			t.Errorf("config.toml does not say what %s is", s.key)
		}
		for _, word := range append(strings.Fields(s.tag.Get("one")), vocabulary(s.tag.Get("any"))...) {
			if !strings.Contains(comment+line, strconv.Quote(word)) {
				t.Errorf("config.toml does not say that %s may be %q", s.key, word)
			}
		}
		for end := range strings.SplitSeq(s.tag.Get("range"), " to ") {
			if !regexp.MustCompile(`\b` + end + `\b`).MatchString(comment) {
				t.Errorf("config.toml does not say that %s is from %s", s.key, s.tag.Get("range"))
			}
		}
	}
}

func vocabulary(of string) []string {
	return map[string][]string{"conditions": content.ConditionIDs(), "regions": content.Regions(), "props": content.Props()}[of]
}

// The tags of a setting have to say what is wanted, of a file and of a variable.
func TestEverySettingIsChecked(t *testing.T) {
	for _, s := range declarations(t, reflect.ValueOf(config.Config{}), "") {
		wanted := regexp.MustCompile(`^` + userFile + `:1: ` + s.key + `: is a date or a time; want .`)
		if _, err := read(t, s.key+" = 2026-11-20"); err == nil || !wanted.MatchString(err.Error()) {
			t.Errorf("%s takes a date: %v", s.key, err)
		}
		variable := "CATCOW_" + strings.ToUpper(strings.ReplaceAll(s.key, ".", "_"))
		_, err := read(t, "", variable+"=\x1b")
		if s.key == "breath.patterns" {
			wantError(t, err, variable+": unknown variable; did you mean CATCOW_BREATH_PATTERN?")
		} else if err == nil || !strings.HasPrefix(err.Error(), variable+": ") || strings.Contains(err.Error(), "unknown") {
			t.Errorf("%s: %v", variable, err)
		}
	}
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
	breath := builtIn(t).Breath
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
	breath := builtIn(t).Breath
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
