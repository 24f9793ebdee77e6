//go:build !unix

package main

import "os"

// fatalSignals are more of those by which the runtime ends us with our goroutines;
// none here.
func fatalSignals() []os.Signal { return nil }
