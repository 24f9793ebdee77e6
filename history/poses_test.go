package history

import (
	"testing"
	"time"
)

// A pose is known by the last time it was done, and by the last time it hurt, as
// long as that is not too long ago.
func TestPosesLately(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	defer mustClose(t, l)
	first := c.Now()
	s := begin(l, c)
	play(l, c, s, 0, 9)
	pose := s.Stages[0].Pose
	hurt(l, s, Hurt{Pose: pose, At: c.Now(), Pain: 4, Choice: Eased})
	finish(l, s, Finished)

	c.set(first.AddDate(0, 0, 3))
	again := c.Now()
	s = begin(l, c)
	play(l, c, s, 0, 9)
	finish(l, s, Finished)

	look := func(since time.Time) Pose {
		t.Helper()
		all, err := l.Poses(t.Context(), since)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			if r.ID == pose {
				return r
			}
		}
		return Pose{}
	}
	if r := look(first); !r.Done.Equal(again) || !r.Hurt.Equal(first) {
		t.Errorf("%+v; done %v, hurt %v", r, again, first)
	}
	if r := look(again); !r.Done.Equal(again) || !r.Hurt.IsZero() {
		t.Errorf("%+v; it has not hurt since", r)
	}
	if r := look(again.Add(time.Second)); !r.Done.IsZero() || !r.Hurt.IsZero() || r.Times != 2 {
		t.Errorf("%+v; nothing was done since", r)
	}
	for range 2 {
		another(l, c)
	}
	if r := look(first); r.Times != 3 {
		t.Errorf("done %d times; four are told as three", r.Times)
	}
}
