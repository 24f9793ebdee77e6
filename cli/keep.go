package cli

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"catcow/content"
	"catcow/sheet"
)

// keepRoutine keeps a routine as one of the user's own, under a name.
func keepRoutine(name string, r content.Routine) error {
	id, err := sheet.NameID(name)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "# Made by \"catcow today\". Edit it as you like; \"catcow check\" looks for mistakes.\n")
	fmt.Fprintf(&b, "id = %q\nname = %s\nsummary = %s\n", id, strconv.Quote(name), strconv.Quote(r.Summary))
	if len(r.Regions) > 0 {
		fmt.Fprintf(&b, "regions = [%s]\n", quotedList(r.Regions))
	}
	b.WriteString("\nitems = [\n")
	for _, item := range r.Items {
		fmt.Fprintf(&b, "  { pose = %q, dose = %q },\n", item.Ref.String(), item.Dose.String())
	}
	b.WriteString("]\n")
	_, err = install([]sheet.File{{Name: "routines/" + id + ".toml", Text: b.String()}})
	return err
}

func quotedList(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = strconv.Quote(w)
	}
	return strings.Join(quoted, ", ")
}
