package history_test

import (
	"context"
	"fmt"
	"os"
	"time"

	"catcow/history"
)

// A session is saved as it goes. Nobody waits for the disk but who asks.
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
	s := history.Session{ID: history.NewID(), Routine: "desk-break", Name: "Desk break", Started: time.Now(), Poses: 1, PlanStages: 2}
	log.Save(s)
	for _, g := range []history.Stage{
		{Index: 0, Kind: "setup", Pose: "seated-twist", Played: 20 * time.Second},
		{Index: 1, Kind: "hold", Pose: "seated-twist", Played: 70 * time.Second, Last: true},
	} {
		s.Stages, s.Next = append(s.Stages, g), g.Index+1
		log.Save(s)
	}
	s.End = history.Finished
	log.Save(s)

	p, err := log.Progress(ctx, 12)
	fmt.Println(p.Sessions, p.Played, err)
	fmt.Println(log.Close(ctx))
	// Output:
	// 1 1m30s <nil>
	// <nil>
}
