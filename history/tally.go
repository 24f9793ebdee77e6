package history

// poseCount is what one session says about one pose.
type poseCount struct {
	whole   int // times it was done to the end
	skipped int // times it was not
	hurt    int // times it hurt
}

// countPoses sums up the poses of a session.
//
// An item is done to the end if its last stage is there and none of its work was
// skipped. Jumping over the way into a pose skips nothing. Who goes back and does
// what was skipped has done it: of each stage the latest pass is the one that
// counts.
func countPoses(s Session) map[string]poseCount {
	type key struct {
		pose string
		item int
	}
	items := map[key]*item{}
	counts := map[string]poseCount{}
	for _, g := range s.Stages {
		k := key{g.Pose, g.Item}
		if items[k] == nil {
			items[k] = &item{work: map[int]bool{}}
		}
		items[k].add(g)
	}
	for k, it := range items {
		c := counts[k.pose]
		switch {
		case it.isSkipped():
			c.skipped++
		case it.last && len(it.work) > 0:
			c.whole++
		}
		counts[k.pose] = c
	}
	for _, h := range s.Hurts {
		c := counts[h.Pose]
		c.hurt++
		counts[h.Pose] = c
	}
	return counts
}

// item is what was done of one item of a routine.
type item struct {
	work   map[int]bool // by stage: whether it was skipped
	last   bool         // its last stage is there
	jumped bool         // over something
}

func (it *item) add(s Stage) {
	it.last = it.last || s.Last
	it.jumped = it.jumped || s.Skipped
	if s.Kind == "hold" || s.Kind == "reps" {
		it.work[s.Index] = s.Skipped
	}
}

func (it *item) isSkipped() bool {
	for _, skipped := range it.work {
		if skipped {
			return true
		}
	}
	return len(it.work) == 0 && it.jumped
}
