package author

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"catcow/decode"
	"catcow/figure/posture"
)

// Instead is what is seen where a key must not be, by the key: the name of another, "table", or of two and how much of the
// way between them is gone, "table+0.3*cat".
type Instead map[string]string

// place is where the figure is: in one key, or a part of the way to another.
type place struct {
	from, to int
	part     float64
}

// readPlace reads what is seen instead of a key; false if it is neither a key nor a way.
func (f *Figure) readPlace(s string) (place, bool) {
	from, way, partly := strings.Cut(s, "+")
	p := place{from: f.keyNumber(from)}
	p.to = p.from
	if !partly {
		return p, p.from >= 0
	}
	part, to, _ := strings.Cut(way, "*")
	number, err := strconv.ParseFloat(part, 64)
	p.to, p.part = f.keyNumber(to), number
	return p, err == nil && number > 0 && number < 1 && p.from >= 0 && p.to >= 0
}

// CheckInstead is what is wrong with what is to be seen instead of keys.
func (f *Figure) CheckInstead(instead Instead) []string {
	var wrong []string
	for _, id := range slices.Sorted(maps.Keys(instead)) {
		if f.keyNumber(id) < 0 {
			wrong = append(wrong, "unknown key "+strconv.Quote(id)+decode.Suggestion(id, f.Keys()))
		} else if _, ok := f.readPlace(instead[id]); !ok {
			wrong = append(wrong, strconv.Quote(instead[id])+` is no place; want a key such as "table", or a part of the way to one such as "table+0.3*reach"`)
		}
	}
	return wrong
}

// Instead is the figure with other places seen instead of keys. Who goes only a part of the way goes as far as the least
// says, and on the way to whatever the others put at its ends, so that the order in which they are given does not matter
// there. What names no key is passed over.
func (f *Figure) Instead(all ...Instead) *Figure {
	seen := make([]place, len(f.Drafts))
	for i := range seen {
		seen[i] = place{from: i, to: i}
	}
	for _, instead := range all {
		f.limit(seen, instead)
	}
	for _, instead := range all {
		f.replace(seen, instead)
	}
	g := *f
	g.Drafts, g.Poses = make([]Draft, len(seen)), make([]posture.Posture, len(seen))
	for i, p := range seen {
		g.Drafts[i], g.Poses[i] = f.at(p)
	}
	return &g
}

// limit goes only a part of the way where it says so.
func (f *Figure) limit(seen []place, instead Instead) {
	for id, s := range instead {
		i := f.keyNumber(id)
		p, ok := f.readPlace(s)
		if i >= 0 && ok && p.part > 0 && (seen[i].part == 0 || p.part < seen[i].part) {
			seen[i] = p
		}
	}
}

// replace puts whole keys in the place of others, also where these are the ends of a way.
func (f *Figure) replace(seen []place, instead Instead) {
	other := func(i int) int {
		if p, ok := f.readPlace(instead[f.Drafts[i].ID]); ok && p.part == 0 {
			return p.from
		}
		return i
	}
	for i, p := range seen {
		seen[i].from, seen[i].to = other(p.from), other(p.to)
	}
}

// at is the key that is at a place.
func (f *Figure) at(p place) (Draft, posture.Posture) {
	from, to := &f.Drafts[p.from], &f.Drafts[p.to]
	if p.from == p.to || p.part == 0 {
		return *from, f.Poses[p.from]
	}
	d := *to
	d.ID = from.ID + "+" + strconv.FormatFloat(p.part, 'g', -1, 64) + "*" + to.ID
	d.Contacts = slices.DeleteFunc(slices.Clone(to.Contacts), func(c Contact) bool { return !slices.Contains(from.Contacts, c) })
	d.Glows = nil // what is stretched at the end of the way may not be yet
	d.Press = append(slices.Clone(from.Press), to.Press...)
	between := posture.Between(&f.Poses[p.from], &f.Poses[p.to], p.part)
	between.ID = d.ID
	between.Reframe()
	return d, between
}
