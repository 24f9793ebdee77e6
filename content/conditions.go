package content

import (
	"cmp"
	"slices"
)

// Condition is something a person has told us about themselves.
type Condition struct {
	ID     string   // as [profile] avoid and the cautions of the poses have it
	Name   string   // after "with", or in a list; lower case
	Ask    string   // the question of the profile
	Source []string // the ids of the sources that what it keeps somebody from rests on
}

// Conditions is every condition that is asked about, in the order of a list.
func Conditions() []Condition {
	return []Condition{
		{"osteoporosis", "osteoporosis or osteopenia", "Do you have osteoporosis or osteopenia?", []string{"bones", "fractures"}},
		{"pregnancy", "pregnancy", "Are you pregnant?", []string{"hse-pregnancy", "when-not-to-invert", "nccih", "under-fives"}},
		{"neck-injury", "a neck injury", "Is your neck injured?", []string{"reasoned"}},
		{"high-blood-pressure", "high blood pressure", "Do you have high blood pressure?", []string{"when-not-to-invert", "nccih"}},
		{"glaucoma", "glaucoma", "Do you have glaucoma?", []string{"eye-pressure", "when-not-to-invert", "nccih"}},
		{"no-head-down", "a head that should stay up", "Should your head stay up, for your heart, retina, reflux or dizziness?", []string{"when-not-to-invert", "reasoned"}},
		{"sore-wrists", "sore wrists", "Are your wrists sore?", []string{"reasoned"}},
		{"sore-knees", "sore knees", "Are your knees sore?", []string{"nhs-exercises", "reasoned"}},
		{"sore-shoulder", "a sore shoulder", "Is a shoulder sore?", []string{"reasoned"}},
		{"leg-pain", "pain down a leg", "Does pain go down a leg, from sciatica or a disc?", []string{"centralising", "directions", "nccih"}},
		{"hip-replacement", "a hip replacement", "Do you have a new hip?", []string{"hip-hss", "hip-yoga"}},
		{"worse-when-bending", "a back that hurts more when you bend", "Does bending forward make your back worse?", []string{"directions"}},
		{"worse-when-arching", "a back that hurts more when you arch", "Does arching make your back worse, or do you have stenosis or a slipped vertebra?", []string{"directions", "arching"}},
		{"cannot-get-to-the-floor", "no way down to the floor", "Is it too hard to get down to the floor and up again?", []string{"reasoned"}},
	}
}

// ConditionIDs is the ids of all conditions, in their order.
func ConditionIDs() []string {
	return idsOf(Conditions(), func(c *Condition) string { return c.ID })
}

// inOrder is those of the conditions that are asked about, in the order of [Conditions].
func inOrder(conditions []string) []string {
	if len(conditions) == 0 {
		return nil // most people have none, and each list asks for each pose
	}
	return slices.DeleteFunc(ConditionIDs(), func(id string) bool { return !slices.Contains(conditions, id) })
}

// ConditionName is a condition's name, or the id where there is none such.
func ConditionName(id string) string { return cmp.Or(condition(id).Name, id) }

func condition(id string) Condition {
	all := Conditions()
	if i := slices.IndexFunc(all, func(c Condition) bool { return c.ID == id }); i >= 0 {
		return all[i]
	}
	return Condition{}
}
