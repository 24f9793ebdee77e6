package clock

import "golang.org/x/sys/unix"

// counter counts what the computer slept, too, which Go's does not.
const counter = unix.CLOCK_MONOTONIC
