package device

import (
	"net"
	"os"

	"golang.org/x/sys/unix"
)

// introduced writes with our user's number beside it, as PulseAudio wants it of
// whoever has no cookie. The kernel adds it by itself only once the server has
// asked for that, which may be after we have written.
func introduced(conn net.Conn, b []byte) (int, error) {
	local, ok := conn.(*net.UnixConn)
	if !ok || len(b) == 0 { // nothing would be sent as a byte, to carry the number
		return conn.Write(b)
	}
	who := unix.UnixCredentials(&unix.Ucred{Pid: int32(os.Getpid()), Uid: uint32(os.Getuid()), Gid: uint32(os.Getgid())})
	n, _, err := local.WriteMsgUnix(b, who, nil)
	return n, err
}
