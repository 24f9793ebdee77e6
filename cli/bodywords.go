package cli

import (
	"strings"

	"catcow/content"
	"catcow/session"
)

// How poses and routines are described.

func sayRegions(regions []string) string {
	return strings.ReplaceAll(strings.Join(regions, ", "), "-", " ")
}

// sayFor is whom a routine is for, and what it takes.
func sayFor(r content.Routine) string {
	text := "for " + sayRegions(r.Regions)
	if props := sayProps(r.Props()); props != "" {
		text += "; with " + props
	}
	return text
}

func sayPosition(p content.Position) string {
	switch p {
	case content.Standing:
		return "standing"
	case content.Chair:
		return "on a chair"
	case content.AllFours:
		return "on hands and knees"
	case content.Kneeling:
		return "kneeling"
	case content.Prone:
		return "lying on your belly"
	case content.Supine:
		return "lying on your back"
	case content.Wall:
		return "at a wall"
	}
	return string(p)
}

// sayProps lists props in short; optional ones stand in brackets.
func sayProps(props []content.Prop) string {
	words := make([]string, len(props))
	for i, p := range props {
		words[i] = p.Name
		if p.Optional {
			words[i] = "(" + p.Name + ")"
		}
	}
	return strings.Join(words, ", ")
}

// sayNeeds lists props as one would ask for them.
func sayNeeds(props []content.Prop) string {
	words := make([]string, len(props))
	for i, p := range props {
		words[i] = session.SayProp(p)
		if p.Optional {
			words[i] += ", if you like"
		}
	}
	return strings.Join(words, "; ")
}

func sayThen(p content.Pose) string { return "then rest in " + p.Title() }

func sayVariants(p content.Pose) []string {
	var lines []string
	for _, v := range p.Variants {
		if v.ID != p.Variant.ID {
			lines = append(lines, v.Name+`: "catcow show `+p.ID+"/"+v.ID+`"`)
		}
	}
	return lines
}

func sayCautions(cautions []content.Caution) []string {
	lines := make([]string, len(cautions))
	for i, c := range cautions {
		lines[i] = "With " + sayCondition(c.With) + ": " + c.Say
	}
	return lines
}

func sayCondition(id string) string {
	switch id {
	case "neck-injury":
		return "a neck injury"
	case "worse-bending":
		return "a back that hurts more when you bend"
	case "worse-arching":
		return "a back that hurts more when you arch"
	}
	return strings.ReplaceAll(id, "-", " ")
}
