package today

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"catcow/content"
	"catcow/session"
)

// TooShortError is a time that a session cannot be made to fit.
type TooShortError struct{ Wish, Shortest time.Duration }

func (e TooShortError) Error() string {
	return fmt.Sprintf("%s is too short; the shortest is %s", minutesText(e.Wish), upText(e.Shortest))
}

// nothingSuits is that no pose answers a request.
func (q Request) nothingSuits() error {
	return fmt.Errorf("nothing for the %s suits you %s; try another place or region", regionsText(q.regions()), placeText(q.Place))
}

func minutesText(d time.Duration) string {
	n := int(d.Round(time.Minute) / time.Minute)
	if n == 1 {
		return "1 minute"
	}
	return fmt.Sprintf("%d minutes", n)
}

// upText is a time in whole minutes that something of this length fits into.
func upText(d time.Duration) string {
	return minutesText((d - Tolerance + time.Minute - 1).Truncate(time.Minute))
}

func placeText(p content.Place) string { return cmp.Or(p.Text(), "here") }

func regionsText(regions []string) string {
	return listText(strings.Split(strings.ReplaceAll(strings.Join(regions, ","), "-", " "), ","))
}

func listText(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// notes are what could not be as it was asked for.
func (c *chooser) notes(f Fitted) []string {
	var all []string
	asked, served := c.q.Regions, c.q.served(f.Routine.Items)
	if len(served) == 0 {
		asked = c.q.regions()
	}
	for _, region := range asked {
		if !slices.Contains(served, region) {
			why := "there was no time for it"
			if _, ok := c.best(region, nil, func(p content.Pose) bool { return !isRest(p) && !isHeadDown(p) }); !ok {
				why = "none suits you " + placeText(c.q.Place)
			}
			all = append(all, "no pose for the "+strings.ReplaceAll(region, "-", " ")+": "+why)
		}
	}
	if !f.Near {
		all = append(all, nearestText(f.Length))
	}
	return all
}

func nearestText(length time.Duration) string {
	return fmt.Sprintf("as near as its poses and doses come: %d:%02d", int(length.Minutes()), int(length.Seconds())%60)
}

// changes are what was done to a routine so that it fits.
func changes(before, after content.Routine, o session.Options) []string {
	var gone, sets []string
	more, less := false, false
	at := 0
	for _, item := range before.Items {
		if at >= len(after.Items) || after.Items[at].Ref != item.Ref {
			gone = append(gone, item.Pose.Title())
			continue
		}
		was, is := item.Dose.At(levelOf(o, item.Pose.ID)), after.Items[at].Dose.At(0)
		at++
		switch {
		case was.Sets != is.Sets:
			sets = append(sets, fmt.Sprintf("%s in %s instead of %d", item.Pose.Title(), setsText(is.Sets), was.Sets))
		case is.Hold > was.Hold || is.Breaths > was.Breaths || is.Reps > was.Reps:
			more = true
		case is != was:
			less = true
		}
	}
	var all []string
	if text := holdsText(more, less); text != "" {
		all = append(all, text)
	}
	all = append(all, sets...)
	if len(gone) > 0 {
		all = append(all, "without "+listText(gone))
	}
	return all
}

// holdsText is what was done to holds and repetitions.
func holdsText(more, less bool) string {
	switch {
	case more && less:
		return "some for longer, others for less long"
	case more:
		return "for longer, or more often"
	case less:
		return "for less long, or less often"
	}
	return ""
}

func setsText(n int) string {
	if n == 1 {
		return "1 set"
	}
	return fmt.Sprintf("%d sets", n)
}
