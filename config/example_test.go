package config_test

import (
	"fmt"
	"os"

	"catcow/config"
)

func ExampleDecode() {
	text, err := os.ReadFile("../config.toml") // in the program it is embedded
	if err != nil {
		fmt.Println(err)
		return
	}
	defaults := string(text)
	user := []byte("[session]\npace = 110\n")

	c, err := config.Decode(defaults, "config.toml", user, []string{"CATCOW_BREATH_PATTERN=short"})
	fmt.Println(c.Session.Pace, c.Breath.Phases().In, err)

	user = []byte("[session]\npase = 110\nmoment = 5\n")
	_, err = config.Decode(defaults, "config.toml", user, nil)
	fmt.Println(err)
	// Output:
	// 110 4s <nil>
	// config.toml:2: session.pase: unknown key; did you mean "pace"?
	// config.toml:3: session.moment: is 5; want a duration like "3s"
}
