package config_test

import (
	"fmt"

	"catcow/config"
)

// In the program the defaults are the whole of config.toml.
func ExampleDecode() {
	defaults := `
[session]
level = 0.0
first_side = "right"
words = "auto"
pace = 140
moment = "3s"
advance = "auto"
check_in = true
[breath]
pattern = "even"
patterns.even = { in = "5.5s", out = "5.5s" }
patterns.short = { in = "4s", out = "4s" }
[screen]
theme = "auto"
glyphs = "auto"
motion = "full"
plain = false
flash = false
awake = true
close = false
[figure]
mode = "auto"
pixels = "auto"
[voice]
say = "all"
engine = "auto"
command = []
piper = ["piper"]
model = ""
name = ""
rate = 150
volume = 0.9
seconds = false
[chime]
get_ready = true
start = true
switch = true
halfway = true
end = true
all_done = true
volume = 0.6
breath = false
breath_volume = 0.25
[profile]
avoid = []
regions = []
props = ["chair", "wall", "block", "bolster"]
[goal]
sessions = 3
minutes = 45
[history]
sync = ""
[hooks]
start = []
stage = []
end = []
`
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
