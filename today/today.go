package today

import (
	"math"
	"slices"
	"time"

	"catcow/content"
	"catcow/session"
)

// Session is what was made for a day.
type Session struct {
	Routine content.Routine
	Length  time.Duration
	Place   content.Place
	Why     string   // in one line
	Notes   []string // what could not be as it was asked for
}

// Maker makes sessions out of the poses of a library. It remembers how long they
// take, and is for one goroutine at a time.
type Maker struct {
	lib     *content.Library
	options session.Options
	doses   map[string][]content.Dose
	ways    map[content.Ref][]way
}

// NewMaker is a maker of sessions that will be compiled with the options.
func NewMaker(lib *content.Library, o session.Options) *Maker {
	m := &Maker{lib: lib, options: o, doses: map[string][]content.Dose{}, ways: map[content.Ref][]way{}}
	for _, r := range lib.AllRoutines() {
		for _, item := range r.Items {
			if id := item.Pose.ID; r.Builtin && !slices.Contains(m.doses[id], item.Dose) {
				m.doses[id] = append(m.doses[id], item.Dose)
			}
		}
	}
	return m
}

// usual is how long a session is that nobody gave a length.
const usual = 10 * time.Minute

// Make makes a session. It is an error if nothing suits, or if the time is too
// short for anything.
func (m *Maker) Make(q Request) (Session, error) {
	c := m.chooser(q)
	if !slices.ContainsFunc(c.all, func(can candidate) bool { return c.suitsAny(can.pose) }) {
		return Session{}, q.nothingSuits()
	}
	best, shortest := c.search()
	if shortest > c.q.Length+Tolerance {
		return Session{}, TooShortError{Wish: c.q.Length, Shortest: shortest}
	}
	return c.session(best), nil
}

// placeOf is where a session that was made for the request is: who asked for the floor may
// sit or stand there.
func (q Request) placeOf(r content.Routine) content.Place {
	place := r.PlaceFor(q.Conditions)
	if q.Place == content.Floor && place == content.Desk {
		return q.Place
	}
	return place
}

// fitter fits a routine by all the doses that are known for its poses.
func (m *Maker) fitter(r content.Routine) *fitter {
	f := &fitter{routine: r, options: exactly(m.options), ways: make([][]way, len(r.Items))}
	for i, item := range r.Items {
		known, ok := m.ways[item.Ref]
		if !ok {
			known = m.measure(item)
			m.ways[item.Ref] = known
		}
		f.ways[i] = known
	}
	return f
}

// measure is the ways of a pose, with the time that each takes by itself. Among
// others it may be a little less; the fitter makes up for that.
func (m *Maker) measure(item content.Item) []way {
	own, all := item.Dose, ways(item, m.options)
	for _, d := range m.doses[item.Pose.ID] {
		if d == own {
			continue
		}
		item.Dose = d
		for _, w := range ways(item, m.options) {
			w.cost++
			all = append(all, w)
		}
	}
	for i := range all {
		item.Dose = all[i].dose
		all[i].length = session.Compile(content.Routine{Items: []content.Item{item}}, exactly(m.options)).Length()
	}
	return thin(all)
}

const (
	// onePose is about what a pose takes, getting into it and out of it included.
	onePose = 100 * time.Second
	// draws is how often other poses are drawn where the first do not come out in
	// time.
	draws = 3
	// cheap is what doses cost that nobody would call changed.
	cheap = costSet / 2
)

// search looks for the poses whose own doses come nearest to the length. It also
// gives the shortest that there is.
func (c *chooser) search() (best Fitted, shortest time.Duration) {
	found := search{chooser: c, shortest: time.Duration(math.MaxInt64)}
	for c.draw = 0; c.draw < draws && !found.isDone(); c.draw++ {
		found.drawOnce()
	}
	for i := 0; i < len(c.all) && !found.best.Near && c.q.Length < 2*onePose; i++ {
		if p := c.all[i].pose; isGentle(p) && c.suitsAny(p) {
			found.try(named(c.q, []content.Item{c.all[i].item}))
		}
	}
	return found.best, found.shortest
}

// search is what was found so far.
type search struct {
	*chooser

	best     Fitted
	shortest time.Duration
	slack    time.Duration // as the fitter has it
}

// isDone reports whether the best comes out in time, and is what was asked for.
func (s *search) isDone() bool {
	return s.best.Near && (s.q.Effort != Strong || strengthens(s.best.Routine.Items))
}

// drawOnce tries numbers of poses, until one comes out in time at little cost or
// some have.
func (s *search) drawOnce() {
	const enough = 4
	for near, n := 0, counts(s.q.Length, len(s.all)); len(n) > 0 && near < enough; n = n[1:] {
		s.try(named(s.q, s.frame(n[0])))
		if s.isDone() {
			near++
		}
		if s.best.Near && s.best.cost < cheap {
			return
		}
	}
}

// try fits a routine, and keeps it if it is better than the best.
func (s *search) try(r content.Routine) {
	f := s.fitter(r)
	for i := range f.ways {
		s.shortest = min(s.shortest, f.ways[i][0].length)
	}
	f.slack = s.slack
	got := f.fit(s.q.Length)
	s.slack = f.slack
	if s.q.Effort == Strong && !strengthens(got.Routine.Items) {
		got.cost += 10 * cheap // only where nothing else comes out in time
	}
	switch {
	case s.best.Length == 0, got.Near && !s.best.Near, got.Near && got.cost < s.best.cost-cheap,
		!s.best.Near && distance(got.Length, s.q.Length) < distance(s.best.Length, s.q.Length):
		s.best = got
	}
}

// counts are the numbers of poses to try for a length, the likeliest first, out of
// so many at the most.
func counts(length time.Duration, most int) []int {
	likely := min(max(int(length/onePose), 1), most)
	all := []int{likely}
	for n := 1; n < max(likely, 4); n++ {
		if likely > n {
			all = append(all, likely-n)
		}
		if likely+n <= most && n < 4 {
			all = append(all, likely+n)
		}
	}
	return all
}

// named is a routine of poses, put into their order. It is for the regions that they do
// something for.
func named(q Request, items []content.Item) content.Routine {
	r := content.Routine{ID: "today", Name: "Today", Regions: q.served(items), Items: items, Builtin: true}
	if len(r.Regions) > 0 {
		r.Summary = "Made for your " + regionsText(r.Regions) + "."
	}
	arrange(r.Items)
	for _, item := range r.Items {
		for _, s := range item.Pose.Source {
			if !slices.Contains(r.Source, s) {
				r.Source = append(r.Source, s)
			}
		}
	}
	return r
}
