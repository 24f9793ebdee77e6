//go:build unix && cgo

package cli

// spareAddresses is how many bytes of addresses a session needs beyond what is taken when
// main begins. It was seen to take 680 MiB: the C library sets some aside for each thread.
const spareAddresses = 1 << 30
