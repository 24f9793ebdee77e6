//go:build unix && !darwin && !linux

package device

import "net"

// introduced writes; the server asks the system who we are.
func introduced(conn net.Conn, b []byte) (int, error) { return conn.Write(b) }
