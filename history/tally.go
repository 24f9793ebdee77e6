package history

// tally counts how often one pose was done to the end in a session and how often
// it was not, given its stages in the order they were gone through.
//
// An item is done to the end if its last stage is there and none of its work was
// skipped. Jumping over the way into a pose skips nothing. Who goes back and does
// what was skipped has done it: of each stage the latest pass is the one that
// counts.
func tally(stages []stageRecord) (whole, skipped int) {
	items := map[int]*item{}
	for _, s := range stages {
		it := items[s.Item]
		if it == nil {
			it = &item{work: map[int]bool{}}
			items[s.Item] = it
		}
		it.add(s)
	}
	for _, it := range items {
		switch {
		case it.skipped():
			skipped++
		case it.last && len(it.work) > 0:
			whole++
		}
	}
	return whole, skipped
}

// item is what was done of one item of a routine.
type item struct {
	work   map[int]bool // by stage: whether it was skipped
	last   bool         // its last stage is there
	jumped bool         // over something
}

func (it *item) add(s stageRecord) {
	it.last = it.last || s.Last
	it.jumped = it.jumped || s.Skipped
	if s.Kind == "hold" || s.Kind == "reps" {
		it.work[s.Index] = s.Skipped
	}
}

func (it *item) skipped() bool {
	for _, skipped := range it.work {
		if skipped {
			return true
		}
	}
	return len(it.work) == 0 && it.jumped
}
