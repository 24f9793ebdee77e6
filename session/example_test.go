package session_test

import (
	"fmt"
	"time"

	"catcow/content"
	"catcow/session"
)

// A routine becomes a plan, a player goes through it, and a snapshot says where
// we are at an instant.
func Example() {
	library, _ := content.Load(content.Builtin())
	routine, err := library.Routine("desk-break")
	if err != nil {
		fmt.Println(err)
		return
	}
	plan := session.Compile(routine, session.DefaultOptions())
	fmt.Println(plan.Length(), "in all")

	now := time.Date(2026, time.November, 20, 8, 0, 0, 0, time.UTC)
	player := session.NewPlayer(plan, session.Settings{})
	player.Start(now)
	for range 2 {
		player.Next(now) // we are there; we are ready
	}
	for range 8 {
		now = now.Add(time.Second)
		player.Tick(now)
	}
	s := player.At(now)
	fmt.Println(s.Stage.Kind, s.Stage.Pose.Name, s.Left, "left")
	fmt.Println("breathe", s.Phase, s.Count, "of", s.Counts)
	fmt.Println(s.Stage.Cues[s.Cue].Text)
	// Output:
	// 5m13.2s in all
	// hold Neck Flexion Stretch 14s left
	// breathe out 1 of 2
	// Let your hand only rest there, without pulling.
}
