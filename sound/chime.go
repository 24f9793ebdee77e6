package sound

// Chime is a short sound with a meaning.
type Chime int

// The chimes, in the order in which a session uses them. They are told apart
// with eyes closed by how many notes they have, which way these go, and how high
// they are; all are as loud as the voice. All but the last are over in 1.5 s, the
// last in 3.
const (
	GetReady Chime = iota // two equal notes: A4 A4
	Start                 // two rising notes: C5 G5
	Switch                // down and up again: E5 B4 E5
	Halfway               // one high note: C6
	End                   // two falling notes: G5 C5
	AllDone               // a chord that rises slowly, and stays: G4 C5 E5 G5
)

// Hz of the notes, equal temperament on A4 = 440.
const (
	g4 = 392.00
	a4 = 440.00
	b4 = 493.88
	c5 = 523.25
	e5 = 659.26
	g5 = 783.99
	c6 = 1046.50
)

// melody is the notes of a chime, the seconds from one to the next, and how long the
// last one rings.
type melody struct {
	notes []float64
	apart float64
	rings float64
}

func (c Chime) melody() melody {
	return [...]melody{
		GetReady: {[]float64{a4, a4}, 0.30, 0.8},
		Start:    {[]float64{c5, g5}, 0.22, 1.1},
		Switch:   {[]float64{e5, b4, e5}, 0.22, 0.9},
		Halfway:  {[]float64{c6}, 0, 1.1},
		End:      {[]float64{g5, c5}, 0.26, 1.15},
		AllDone:  {[]float64{g4, c5, e5, g5}, 0.34, 1.8},
	}[c]
}
