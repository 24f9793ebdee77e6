package content

import "slices"

// Condition is something a person has told us about themselves.
type Condition struct {
	ID   string // as [profile] avoid and the cautions of the poses have it
	Name string // after "with", or in a list; lower case
	Ask  string // the question of the profile
}

// Conditions is every condition that is asked about, in the order of a list.
func Conditions() []Condition {
	return []Condition{
		{"osteoporosis", "osteoporosis or osteopenia", "Do you have osteoporosis or osteopenia?"},
		{"pregnancy", "pregnancy", "Are you pregnant?"},
		{"neck-injury", "a neck injury", "Is your neck injured?"},
		{"high-blood-pressure", "high blood pressure", "Do you have high blood pressure?"},
		{"glaucoma", "glaucoma", "Do you have glaucoma?"},
		{"no-head-down", "a head that should stay up", "Should your head stay up, for your heart, retina, reflux or dizziness?"},
		{"sore-wrists", "sore wrists", "Are your wrists sore?"},
		{"sore-knees", "sore knees", "Are your knees sore?"},
		{"sore-shoulder", "a sore shoulder", "Is a shoulder sore?"},
		{"leg-pain", "pain down a leg", "Does pain go down a leg, from sciatica or a disc?"},
		{"hip-replacement", "a hip replacement", "Do you have a new hip?"},
		{"worse-when-bending", "a back that hurts more when you bend", "Does bending forward make your back worse?"},
		{"worse-when-arching", "a back that hurts more when you arch", "Does arching make your back worse, or do you have stenosis or a slipped vertebra?"},
		{"cannot-get-to-the-floor", "no way down to the floor", "Is it too hard to get down to the floor and up again?"},
	}
}

// Source is the ids of the sources that what it keeps somebody from rests on.
func (c Condition) Source() []string {
	switch c.ID {
	case "osteoporosis":
		return []string{"bones", "fractures"}
	case "pregnancy":
		return []string{"hse-pregnancy", "when-not-to-invert", "nccih", "under-fives"}
	case "neck-injury", "sore-wrists", "sore-shoulder", "cannot-get-to-the-floor":
		return []string{"reasoned"}
	case "high-blood-pressure":
		return []string{"when-not-to-invert", "nccih"}
	case "glaucoma":
		return []string{"eye-pressure", "when-not-to-invert", "nccih"}
	case "no-head-down":
		return []string{"when-not-to-invert", "reasoned"}
	case "sore-knees":
		return []string{"nhs-exercises", "reasoned"}
	case "leg-pain":
		return []string{"centralising", "directions", "nccih"}
	case "hip-replacement":
		return []string{"hip-hss", "hip-yoga"}
	case "worse-when-bending":
		return []string{"directions"}
	case "worse-when-arching":
		return []string{"directions", "arching"}
	}
	return nil
}

// ConditionIDs is the ids of all conditions, in their order.
func ConditionIDs() []string {
	all := Conditions()
	ids := make([]string, len(all))
	for i := range all {
		ids[i] = all[i].ID
	}
	return ids
}

// ConditionName is a condition's name, or the id where there is none such.
func ConditionName(id string) string {
	all := Conditions()
	if i := slices.IndexFunc(all, func(c Condition) bool { return c.ID == id }); i >= 0 {
		return all[i].Name
	}
	return id
}
