package skel

import "math"

// V is a point or a direction.
type V struct{ X, Y, Z float64 }

// Add is a + b.
func (a V) Add(b V) V { return V{a.X + b.X, a.Y + b.Y, a.Z + b.Z} }

// Sub is a − b.
func (a V) Sub(b V) V { return V{a.X - b.X, a.Y - b.Y, a.Z - b.Z} }

// Mul is a scaled by k.
func (a V) Mul(k float64) V { return V{a.X * k, a.Y * k, a.Z * k} }

// Dot is the scalar product.
func (a V) Dot(b V) float64 { return a.X*b.X + a.Y*b.Y + a.Z*b.Z }

// Cross is the vector product.
func (a V) Cross(b V) V {
	return V{a.Y*b.Z - a.Z*b.Y, a.Z*b.X - a.X*b.Z, a.X*b.Y - a.Y*b.X}
}

// Len is the length.
func (a V) Len() float64 { return math.Sqrt(a.Dot(a)) }

// Unit is a with length 1; the zero vector stays zero.
func (a V) Unit() V {
	l := a.Len()
	if l < 1e-12 {
		return V{}
	}
	return a.Mul(1 / l)
}

// Lerp goes from a (t = 0) to b (t = 1) on a straight line.
func (a V) Lerp(b V, t float64) V { return a.Add(b.Sub(a).Mul(t)) }

// Side is a with its Z turned from "outwards" to the world's for sign s, or back.
func (a V) Side(s float64) V { return V{a.X, a.Y, a.Z * s} }

// across is the part of a at right angles to the unit vector u, of length 1; that of fallback, or of anything, if there is none.
func (a V) across(u, fallback V) V {
	for _, p := range [...]V{a, fallback, {u.Y, u.Z, u.X}} {
		p = p.Sub(u.Mul(p.Dot(u)))
		if p.Dot(p) > 1e-8 {
			return p.Unit()
		}
	}
	return V{}
}

// slerpDir turns the unit vector a towards b along the great circle.
func slerpDir(a, b V, t float64) V {
	c := max(-1, min(1, a.Dot(b)))
	w := math.Acos(c)
	if w < 1e-6 {
		return b
	}
	q := b.across(a, V{0, 1, 0})
	return a.Mul(math.Cos(w * t)).Add(q.Mul(math.Sin(w * t)))
}

// M is a rotation: the images of the local axes.
type M struct{ X, Y, Z V }

// Identity is no rotation.
func Identity() M { return M{V{1, 0, 0}, V{0, 1, 0}, V{0, 0, 1}} }

// Apply takes a local vector to the outside.
func (m M) Apply(v V) V {
	return V{
		m.X.X*v.X + m.Y.X*v.Y + m.Z.X*v.Z,
		m.X.Y*v.X + m.Y.Y*v.Y + m.Z.Y*v.Z,
		m.X.Z*v.X + m.Y.Z*v.Y + m.Z.Z*v.Z,
	}
}

// Local takes an outside vector into the frame.
func (m M) Local(v V) V { return V{m.X.Dot(v), m.Y.Dot(v), m.Z.Dot(v)} }

// Then is m·n: n first, seen from inside m.
func (m M) Then(n M) M { return M{m.Apply(n.X), m.Apply(n.Y), m.Apply(n.Z)} }

// To is the rotation from m to n, seen from inside m: m.Then(m.To(n)) == n.
func (m M) To(n M) M { return M{m.Local(n.X), m.Local(n.Y), m.Local(n.Z)} }

// Mirror is m seen in a mirror that swaps right and left.
func (m M) Mirror() M {
	return M{V{m.X.X, m.X.Y, -m.X.Z}, V{m.Y.X, m.Y.Y, -m.Y.Z}, V{-m.Z.X, -m.Z.Y, m.Z.Z}}
}

// Degree is one degree in radians.
const Degree = math.Pi / 180

// Rx turns about X by deg degrees.
func Rx(deg float64) M {
	s, c := math.Sincos(deg * Degree)
	return M{V{1, 0, 0}, V{0, c, s}, V{0, -s, c}}
}

// Ry turns about Y by deg degrees.
func Ry(deg float64) M {
	s, c := math.Sincos(deg * Degree)
	return M{V{c, 0, -s}, V{0, 1, 0}, V{s, 0, c}}
}

// Rz turns about Z by deg degrees.
func Rz(deg float64) M {
	s, c := math.Sincos(deg * Degree)
	return M{V{c, s, 0}, V{-s, c, 0}, V{0, 0, 1}}
}

// Angle is the size of the rotation, in degrees.
func (m M) Angle() float64 {
	c := (m.X.X + m.Y.Y + m.Z.Z - 1) / 2
	return math.Acos(max(-1, min(1, c))) / Degree
}

// quat is a unit quaternion.
type quat struct{ w, x, y, z float64 }

func (m M) quat() quat {
	t := m.X.X + m.Y.Y + m.Z.Z
	var q quat
	switch {
	case t > 0:
		s := math.Sqrt(t+1) * 2
		q = quat{s / 4, (m.Y.Z - m.Z.Y) / s, (m.Z.X - m.X.Z) / s, (m.X.Y - m.Y.X) / s}
	case m.X.X > m.Y.Y && m.X.X > m.Z.Z:
		s := math.Sqrt(1+m.X.X-m.Y.Y-m.Z.Z) * 2
		q = quat{(m.Y.Z - m.Z.Y) / s, s / 4, (m.Y.X + m.X.Y) / s, (m.Z.X + m.X.Z) / s}
	case m.Y.Y > m.Z.Z:
		s := math.Sqrt(1+m.Y.Y-m.X.X-m.Z.Z) * 2
		q = quat{(m.Z.X - m.X.Z) / s, (m.Y.X + m.X.Y) / s, s / 4, (m.Z.Y + m.Y.Z) / s}
	default:
		s := math.Sqrt(1+m.Z.Z-m.X.X-m.Y.Y) * 2
		q = quat{(m.X.Y - m.Y.X) / s, (m.Z.X + m.X.Z) / s, (m.Z.Y + m.Y.Z) / s, s / 4}
	}
	return q
}

func (q quat) matrix() M {
	w, x, y, z := q.w, q.x, q.y, q.z
	return M{
		V{1 - 2*(y*y+z*z), 2 * (x*y + w*z), 2 * (x*z - w*y)},
		V{2 * (x*y - w*z), 1 - 2*(x*x+z*z), 2 * (y*z + w*x)},
		V{2 * (x*z + w*y), 2 * (y*z - w*x), 1 - 2*(x*x+y*y)},
	}
}

// Slerp turns from m (t = 0) to n (t = 1) the short way.
func (m M) Slerp(n M, t float64) M {
	a, b := m.quat(), n.quat()
	c := a.w*b.w + a.x*b.x + a.y*b.y + a.z*b.z
	if c < 0 {
		b, c = quat{-b.w, -b.x, -b.y, -b.z}, -c
	}
	ka, kb := 1-t, t
	if c < .9999 {
		w := math.Acos(c)
		ka, kb = math.Sin((1-t)*w)/math.Sin(w), math.Sin(t*w)/math.Sin(w)
	}
	q := quat{ka*a.w + kb*b.w, ka*a.x + kb*b.x, ka*a.y + kb*b.y, ka*a.z + kb*b.z}
	l := 1 / math.Sqrt(q.w*q.w+q.x*q.x+q.y*q.y+q.z*q.z)
	return quat{q.w * l, q.x * l, q.y * l, q.z * l}.matrix()
}

// TwistY is the part of the rotation that is about Y, in degrees, when the rest bends Y.
func (m M) TwistY() float64 {
	q := m.quat()
	return wrap(2*math.Atan2(q.y, q.w)) / Degree
}
