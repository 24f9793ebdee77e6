package today

import (
	"slices"
	"strings"

	"catcow/content"
)

// why is why these poses, in one line: what they do, in their order, and where they are for.
func (c *chooser) why(items []content.Item) string {
	text := strings.Join(partsTexts(items), "; ")
	if claim := c.claim(items); claim != "" {
		text += ". " + claim
	} else if served := c.q.served(items); len(served) > 0 {
		text = "For your " + regionsText(served) + ": " + text
	}
	text += "."
	if len(c.hurt) > 0 {
		text += " Without " + listText(c.hurt) + ", which hurt lately."
	}
	return text
}

// partsTexts are the poses with what they are there for, those that do the same one after the
// other together.
func partsTexts(items []content.Item) []string {
	var parts []string
	var names []string
	for i, item := range items {
		names = append(names, item.Pose.Name)
		if text := purposeText(items, i); i == len(items)-1 || purposeText(items, i+1) != text {
			parts = append(parts, listText(names)+" "+text)
			names = nil
		}
	}
	return parts
}

// purposeText is what one of the poses is there for: nothing warms up after what has come
// after warming up.
func purposeText(items []content.Item, at int) string {
	isOther := func(i content.Item) bool { return !isWarmUp(i.Pose) }
	switch {
	case !slices.ContainsFunc(items[:at+1], isOther):
		return "to warm up"
	case isStrengthening(items[at].Pose):
		return "to work"
	}
	return "to let go"
}

// claim is which of the poses are for the regions; "" where all or none are.
func (c *chooser) claim(items []content.Item) string {
	var ours, others []string
	isFilled := false
	for _, item := range items {
		if c.suitsAny(item.Pose) {
			ours = append(ours, item.Pose.Name)
			continue
		}
		others = append(others, item.Pose.Name)
		isFilled = isFilled || !isRest(item.Pose)
	}
	if len(ours) == 0 || len(others) == 0 {
		return ""
	}
	served := c.q.served(items)
	text := "Of these, " + listText(ours) + " are"
	switch {
	case len(others) < len(ours):
		text = "All but " + listText(others) + " are"
	case len(ours) == 1:
		text = "Of these, " + ours[0] + " is"
	}
	text += " for your " + regionsText(served)
	if isFilled && !c.isMore(items) {
		it := "it"
		if len(served) > 1 {
			it = "them"
		}
		text += "; little else for " + it + " suits you " + placeText(c.q.Place)
	}
	return text
}

// isMore reports whether there is more for the regions than was chosen: of poses with the head
// low none is needed.
func (c *chooser) isMore(chosen []content.Item) bool {
	return slices.ContainsFunc(c.all, func(can candidate) bool {
		isChosen := slices.ContainsFunc(chosen, func(i content.Item) bool { return i.Pose.ID == can.pose.ID })
		return !isChosen && !isRest(can.pose) && !isHeadDown(can.pose) && c.suitsAny(can.pose)
	})
}
