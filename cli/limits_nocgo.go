//go:build unix && !cgo

package cli

// spareAddresses is how many bytes of addresses a session needs beyond what is taken when
// main begins. It was seen to take 264 MiB.
const spareAddresses = 384 << 20
