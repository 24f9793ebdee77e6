package config_test

import (
	"fmt"
	"time"

	"catcow/config"
)

// In the program the defaults are the whole of config.toml.
func ExampleDecode() {
	defaults := `
[session]
level = 0.0
first_side = "right"
pace = 140
moment = "3s"
advance = "auto"
[breath]
pattern = "even"
patterns.even = { in = "5.5s", out = "5.5s" }
patterns.short = { in = "4s", out = "4s" }
[screen]
theme = "auto"
glyphs = "auto"
motion = "full"
[figure]
mode = "auto"
pixels = "auto"
`
	user := []byte("[session]\npace = 110\n")

	c, err := config.Decode(defaults, "config.toml", user, []string{"CATCOW_BREATH_PATTERN=short"})
	fmt.Println(c.Session.Pace, time.Duration(c.Breath.Phases().In), err)

	user = []byte("[session]\npase = 110\nmoment = 5\n")
	_, err = config.Decode(defaults, "config.toml", user, nil)
	fmt.Println(err)
	// Output:
	// 110 4s <nil>
	// config.toml:2: session.pase: unknown key; did you mean "pace"?
	// config.toml:3: session.moment: is 5; want a duration like "3s"
}
