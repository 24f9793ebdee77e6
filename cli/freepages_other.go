//go:build !linux

package cli

// freeProgram does nothing: what is mapped of the program's file is left to the system.
func freeProgram() {}
