package history

import (
	"maps"
	"slices"
	"time"
)

// poseCount is what one session says about one pose.
type poseCount struct {
	whole   int // times it was done to the end
	skipped int // times it was left behind with nothing of it done
	part    int // times it was neither
	hurt    int // times it hurt
}

// countPoses sums up the poses of a session.
func countPoses(s Session) map[string]poseCount {
	counts := map[string]poseCount{}
	for _, it := range s.items() {
		c := counts[it.pose]
		switch {
		case it.isSkipped():
			c.skipped++
		case it.isShort():
			c.part++
		case it.last && len(it.short) > 0:
			c.whole++
		}
		counts[it.pose] = c
	}
	for _, h := range s.Hurts {
		c := counts[h.Pose]
		c.hurt++
		counts[h.Pose] = c
	}
	return counts
}

// Skipped is the items of the routine, from 0, that were left behind with nothing of
// them done. What one never came to was not skipped, nor was what was done in part.
func (s Session) Skipped() map[int]bool {
	skipped := map[int]bool{}
	for i, it := range s.items() {
		if it.isSkipped() {
			skipped[i] = true
		}
	}
	return skipped
}

// item is what was done of one item of a routine: all of it if its last stage is there
// and none of its work was cut short. Jumping over the way into a pose skips nothing. Who
// goes back and does what was skipped has done it: of each stage the latest pass is the
// one that counts.
type item struct {
	pose   string       // of its first stage: the last may be a rest in another
	short  map[int]bool // by stage of its work: whether some of it was left out
	played time.Duration
	last   bool // its last stage is there
}

func (s Session) items() map[int]*item {
	items := map[int]*item{}
	for _, g := range s.Stages {
		it := items[g.Item]
		if it == nil {
			it = &item{pose: g.Pose, short: map[int]bool{}}
			items[g.Item] = it
		}
		it.last = it.last || g.Last
		if g.Kind == "hold" || g.Kind == "reps" {
			it.short[g.Index] = g.Skipped
			it.played += g.Played
		}
	}
	return items
}

func (it *item) isShort() bool { return slices.Contains(slices.Collect(maps.Values(it.short)), true) }

func (it *item) isSkipped() bool { return it.last && it.played == 0 && it.isShort() }
