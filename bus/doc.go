// Package bus connects to the D-Bus of this user and of this computer, where there
// is one: on Linux and the BSDs. It starts no bus, and no program that an address
// names.
package bus
