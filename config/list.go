package config

import (
	"slices"
	"strings"
)

// elements returns what is in a list, and whether the value is one. A list of
// tables is of a type of its own.
func elements(value any) ([]any, bool) {
	switch v := value.(type) {
	case []any:
		return v, true
	case []map[string]any:
		all := make([]any, len(v))
		for i, table := range v {
			all[i] = table
		}
		return all, true
	}
	return nil, false
}

// words sets a list of some of the words of a vocabulary. All that are none of
// them are named at once; a word given twice counts once.
func words(to *[]string, of []string) setter {
	return func(value any) string {
		list, ok := elements(value)
		if !ok {
			return wrong(describe(value), wantListLike(of[0]))
		}
		chosen, strange := []string{}, []any{}
		for _, element := range list {
			s, ok := element.(string)
			switch {
			case !ok || !slices.Contains(of, s):
				strange = append(strange, element)
			case !slices.Contains(chosen, s):
				chosen = append(chosen, s)
			}
		}
		if len(strange) > 0 {
			return notOneOf(strange, of)
		}
		*to = chosen
		return ""
	}
}

// program sets a program and its arguments. The empty list is none, where one is
// not needed.
func program(to *[]string, example string, needed bool) setter {
	return func(value any) string {
		list, ok := elements(value)
		if !ok {
			return wrong(describe(value), wantProgram(example))
		}
		if needed && len(list) == 0 {
			return wrong("empty", wantProgram(example))
		}
		parts := make([]string, len(list))
		for i, element := range list {
			parts[i], ok = element.(string)
			switch {
			case !ok:
				return has(describe(element), wantProgram(example))
			case plain(parts[i]) != parts[i]:
				return has(describe(element), wantPrintable)
			case i == 0 && strings.TrimSpace(parts[i]) == "":
				return has(quote(parts[i])+" for the program", wantProgram(example))
			}
		}
		if len(parts) > 0 {
			parts[0] = atHome(parts[0])
		}
		*to = parts
		return ""
	}
}
