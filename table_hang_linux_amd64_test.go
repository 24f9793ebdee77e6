package main

import (
	"syscall"
	"time"
)

// keyWhileTheDiskHangs is a key in a session none of whose files answer any more.
func (t *table) keyWhileTheDiskHangs() {
	const what = "a key while the disk hangs"
	if !canTrace(t.b) {
		t.rows = append(t.rows, what+"\t\t\t\t≤ 50 ms\tno process can be traced here")
		return
	}
	u := &hung{traced: &traced{t: t.b, home: t.farHome(), args: []string{"start", restorative, "--silent"}, how: hangs}}
	u.begin()
	u.w.until("\x1b[?1049h")
	time.Sleep(4 * time.Second)
	u.next.Store(true)
	u.w.press("n") // a stage is over, which is kept
	select {
	case <-u.stuck:
	case <-time.After(shortHang):
		t.b.Fatal("no file is asked for anything")
	}
	u.w.press("n")
	time.Sleep(6 * time.Second) // the figure has arrived
	u.w.press(" ")
	time.Sleep(2 * time.Second)
	key := ms(median(15, func() time.Duration {
		time.Sleep(200 * time.Millisecond)
		from := time.Now()
		u.key("c")
		return time.Since(from)
	}))
	_ = syscall.Kill(u.pid, syscall.SIGKILL)
	<-u.over
	t.row(what, key, 0, "ms", "≤ 50 ms", key <= 50)
}
