package config_test

import (
	"slices"
	"testing"

	"catcow/config"
)

// The settings win over the screen, except where they only hold what every copy
// of the defaults does.
func TestProfile_WhatWins(t *testing.T) {
	said := config.ProfileAnswers{Avoid: []string{"pregnancy"}, Set: true}
	tests := []struct {
		name    string
		user    string
		environ []string
		want    []string
	}{
		{"nothing in the settings", "", nil, said.Avoid},
		{"another setting", "profile.regions = [\"neck\"]", nil, said.Avoid},
		{"a list in the file", "profile.avoid = [\"glaucoma\"]", nil, []string{"glaucoma"}},
		{"an empty list in the file", "profile.avoid = []", nil, said.Avoid},
		{"a copy of the defaults", defaults(t), nil, said.Avoid},
		{"a list in a variable", "", []string{"CATCOW_PROFILE_AVOID=glaucoma"}, []string{"glaucoma"}},
		{"an empty variable", "profile.avoid = [\"glaucoma\"]", []string{"CATCOW_PROFILE_AVOID="}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := read(t, tt.user, tt.environ...)
			if err != nil {
				t.Fatal(err)
			}
			if got := c.Profile.With(said).Avoid; !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
