package config

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// describe names a value from a file in the words of someone who has never
// heard of types.
func describe(value any) string {
	switch v := value.(type) {
	case nil:
		return "missing"
	case string:
		return quote(v)
	case word:
		return quote(string(v))
	case int64, bool:
		return fmt.Sprint(v)
	case float64:
		return decimal(v)
	case time.Time:
		return "a date or a time"
	case map[string]any:
		return "a table"
	default:
		return "a list"
	}
}

// describeNumber is describe where a number, true or false is wanted: there, "140" in quotation
// marks looks right to most people, so it is the marks that must be named.
func describeNumber(value any) string {
	if _, ok := value.(string); ok {
		return "a string"
	}
	return describe(value)
}

// describeLevel is describe where a number or a word is wanted: the marks are
// what is wrong with a number only.
func describeLevel(value any) string {
	if s, ok := value.(string); ok {
		if _, err := strconv.ParseFloat(s, 64); err != nil {
			return quote(s)
		}
	}
	return describeNumber(value)
}

// decimal writes a number so that 140.0 is seen not to be a whole number.
func decimal(number float64) string {
	text := strings.ToLower(strconv.FormatFloat(number, 'g', -1, 64))
	if strings.ContainsAny(text, ".en") {
		return text
	}
	return text + ".0"
}
