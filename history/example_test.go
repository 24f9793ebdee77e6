package history_test

import (
	"context"
	"fmt"
	"os"
	"time"

	"catcow/history"
)

// A session is told as it goes. Nobody waits for the disk but who asks.
func Example() {
	folder, err := os.MkdirTemp("", "history")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(folder) }()
	ctx := context.Background()
	log, err := history.Open(ctx, folder, time.Now)
	if err != nil {
		fmt.Println(err) // one line for the person; the log works all the same
	}
	s := log.Begin(history.Session{Routine: "desk-break", Name: "Desk break", Poses: 1, Stages: 2})
	log.CheckIn(s.ID, false, 4, []string{"lower-back"})
	log.Stage(s.ID, history.Stage{Index: 0, Kind: "setup", Pose: "seated-twist", Played: 20 * time.Second})
	log.Stage(s.ID, history.Stage{Index: 1, Kind: "hold", Pose: "seated-twist", Played: 70 * time.Second, Last: true})
	log.Finish(s.ID, history.Finished)
	log.CheckIn(s.ID, true, 3, nil)

	p, err := log.Progress(ctx, 12)
	fmt.Println(p.Sessions, p.Played, err)
	fmt.Println(log.Close(ctx))
	// Output:
	// 1 1m30s <nil>
	// <nil>
}
