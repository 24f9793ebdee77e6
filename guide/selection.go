package guide

import "catcow/content"

// Selection is the items of a routine to choose from before it starts.
type Selection struct {
	Routine content.Routine
	Off     []bool                  // items that are left out
	Out     map[int]content.LeftOut // poses that are not for this person, by item
}

// Select leaves out what is not for somebody with these conditions.
func Select(r content.Routine, conditions []string) Selection {
	s := Selection{Routine: r, Off: make([]bool, len(r.Items)), Out: map[int]content.LeftOut{}}
	_, out := r.Without(conditions)
	for _, o := range out {
		s.Out[o.At] = o
		s.Off[o.At] = s.Off[o.At] || !o.Rest
	}
	return s
}

// Chosen is the routine without what is left out and without a rest that is not for
// this person, and where its items stand in the whole one.
func (s *Selection) Chosen() (content.Routine, []int) {
	r := s.Routine.Pick(func(i int, _ content.Item) bool { return !s.Off[i] })
	var items []int
	for i := range s.Off {
		if s.Off[i] {
			continue
		}
		if o, ok := s.Out[i]; ok && o.Rest {
			r.Items[len(items)].Then = nil
		}
		items = append(items, i)
	}
	return r, items
}
