package history

import (
	"encoding/binary"
	"fmt"
	"io"
	"os"

	"github.com/ncruces/go-sqlite3"
)

// cutShort says that a database file ends before its last page does, which SQLite
// takes for a page with zeros at its end. The header tells the size of a page and
// how many there are (sqlite.org/fileformat.html, 1.3). While there are changes in
// the log beside it, the file may rightly be behind.
func cutShort(path string) error {
	if size(path+"-wal") > 0 {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return noFile{err}
	}
	defer func() { _ = f.Close() }()
	var header [100]byte
	if _, err := io.ReadFull(f, header[:]); err != nil {
		return nil // empty, or found to be no database anyway
	}
	page := int64(binary.BigEndian.Uint16(header[16:]))
	if page == 1 {
		page = 65536
	}
	pages := int64(binary.BigEndian.Uint32(header[28:]))
	info, err := f.Stat()
	if err != nil || info.Size() >= page*pages || size(path+"-wal") > 0 {
		return nil
	}
	return fmt.Errorf("%d of %d bytes: %w", info.Size(), page*pages, sqlite3.CORRUPT)
}

// size is that of a file; 0 if there is none.
func size(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}
