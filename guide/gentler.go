package guide

import "catcow/content"

// Gentler is what is offered on a day that hurts a lot: the gentlest routine, and
// rest alone, as far as they suit somebody with these conditions.
func Gentler(lib *content.Library, conditions []string) []content.Routine {
	var all []content.Routine
	if r, err := lib.Routine("low-back-restorative"); err == nil {
		if r, out := r.Without(conditions); len(out) == 0 && len(r.Items) > 0 {
			all = append(all, r)
		}
	}
	if p, err := lib.Pose("supported-savasana"); err == nil && len(p.Against(conditions)) == 0 {
		all = append(all, content.Alone(p))
	}
	return all
}

// ItemsOf is where the items of a routine stand in the whole one of its id.
func ItemsOf(lib *content.Library, r content.Routine) []int {
	var items []int
	whole, _ := lib.Routine(r.ID)
	next := 0
	for i := range whole.Items {
		if next < len(r.Items) && whole.Items[i].Ref == r.Items[next].Ref {
			items = append(items, i)
			next++
		}
	}
	return items
}
