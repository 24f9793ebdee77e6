package cli

import (
	"slices"
	"testing"

	"catcow/config"
	"catcow/content"
)

// The settings have their own lists of these words: config knows nobody.
func TestTheSettingsKnowTheWordsOfThePoses(t *testing.T) {
	if got, want := config.Regions(), content.Regions(); !slices.Equal(got, want) {
		t.Errorf("regions %q in the settings, %q in poses", got, want)
	}
	var conditions []string
	for _, c := range content.Conditions() {
		conditions = append(conditions, c.ID)
	}
	if got := config.Conditions(); !slices.Equal(got, conditions) {
		t.Errorf("conditions %q in the settings, %q in poses", got, conditions)
	}
	lib, problems := content.Load(content.Builtin())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var props []string
	for _, p := range lib.Poses() {
		for _, prop := range p.Props {
			props = append(props, prop.Name)
		}
	}
	slices.Sort(props)
	got := config.Props()
	slices.Sort(got)
	if want := slices.Compact(props); !slices.Equal(got, want) {
		t.Errorf("props %q in the settings, %q in poses", got, want)
	}
}
