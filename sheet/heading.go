package sheet

import (
	"slices"
	"strings"
	"unicode"
)

// isHeading reports whether a line without a dose stands above others, by its
// form or by its words.
func isHeading(l Line) bool {
	text := strings.TrimSpace(l.Text)
	words := wordsOf(text)
	if l.dosage != "" || len(words) == 0 || len(words) > 8 {
		return false
	}
	if strings.HasSuffix(text, ":") || isTopic(text) {
		return true
	}
	if strings.ContainsFunc(text, unicode.IsDigit) && !isNumbered(text) {
		return false // "SLR 10 L, 10 R"
	}
	return !l.listed && strings.ToUpper(text) == text
}

// isTopic reports whether a line is about a sheet or a part of it.
func isTopic(text string) bool {
	if strings.ContainsFunc(text, unicode.IsDigit) && !strings.Contains(text, ":") && !isNumbered(text) && !strings.Contains(text, "/20") {
		return false // "cobra 5 a day"
	}
	return len(wordsOf(text)) <= 8 && !strings.HasSuffix(text, ".") && slices.ContainsFunc(wordsOf(text), func(w string) bool {
		return slices.Contains([]string{
			"exercises", "program", "programme", "routine", "plan", "week", "day", "phase", "stage", "level", "section", "morning", "evening", "night", "daily",
			"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "patient", "client", "therapist", "physio", "physiotherapist", "date", "clinic",
			"warmup", "cooldown", "stretches", "stretching", "strengthening", "strength", "mobility", "flexibility", "stability", "core", "goals", "notes",
			"equipment", "rehab", "rehabilitation", "sheet", "handout", "name", "hep", "diagnosis", "frequency", "total", "duration", "sessions", "appointment", "review", "ice", "heat",
		}, w)
	})
}

// isTitle reports whether words before a time are the title of a sheet.
func isTitle(text string) bool {
	words := " " + strings.Join(wordsOf(text), " ") + " "
	return slices.ContainsFunc([]string{" home practice ", " yoga practice ", " yoga therapy ", " yoga class ", " yoga session "}, func(title string) bool {
		return strings.Contains(words, title)
	})
}

// isNumbered reports whether a text begins with a part and its number: "Week 1".
func isNumbered(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	parts := []string{"week", "day", "phase", "stage", "level", "part", "section", "session"}
	return len(words) > 1 && slices.Contains(parts, words[0]) && strings.ContainsFunc(words[1], unicode.IsDigit)
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) })
}
