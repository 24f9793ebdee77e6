package check

import "strings"

// displayName is what a person calls a part or a bone: "palm.r" is the right palm.
func displayName(name string) string {
	name, side, _ := strings.Cut(name, ".")
	side = map[string]string{"r": "right ", "l": "left "}[side]
	if w, ok := map[string]string{
		"lowback": "lower back", "upperback": "upper back", "ball": "ball of the foot", "uarm": "upper arm",
		"foottop": "top of the foot", "toe": "toes", "torso": "trunk", "clavicle": "collar bone", "palm": "hand",
		"innerthigh": "inner thigh", "outerhip": "outer hip", "hipflexor": "hip flexor", "t2": "ribs", "shank": "lower leg",
	}[name]; ok {
		name = w
		if side != "" && strings.Contains(name, " of the ") {
			return strings.Replace(name, " of the ", " of the "+side, 1)
		}
	}
	return side + name
}

// contactName is displayName, but for a palm that has to lie flat.
func contactName(part string) string {
	if strings.HasPrefix(part, "palm.") {
		return strings.Replace(displayName(part), "hand", "palm", 1)
	}
	return displayName(part)
}
