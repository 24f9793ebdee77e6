//go:build unix && !darwin

package device

func native() []Backend { return []Backend{pulseBackend()} }
