//go:build !mips && !mipsle && !mips64 && !mips64le

package main

import (
	"os"
	"syscall"
)

// fatalSignals are more of those by which the runtime ends us with our goroutines.
func fatalSignals() []os.Signal { return []os.Signal{syscall.SIGSYS, syscall.SIGSTKFLT} }
