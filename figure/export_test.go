package figure

// Parts are the ends of every part of the way, from stop to stop.
func (w *Way) Parts() [][2]Posture {
	out := make([][2]Posture, len(w.parts))
	for i := range w.parts {
		out[i] = [2]Posture{w.parts[i].a, w.parts[i].b}
	}
	return out
}
