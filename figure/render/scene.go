package render

import (
	"catcow/figure/flesh"
	"catcow/figure/skel"
)

// Box is a box of the scene: its middle, its half sizes and its turn.
type Box struct {
	At, Half V
	Turn     skel.M
	Mat      Material
}

// Glow is one glow: a capsule in the world that shines on what is near.
type Glow struct {
	A, B     V
	R        float64
	Dir      V // only where the surface looks this way; zero is everywhere
	Groups   uint16
	Strength float64
	Mat      Material
}

// How many props and lights a scene can have.
const (
	MaxBoxes    = 24
	MaxCushions = 6
	MaxGlows    = 12
)

// Scene is all that is painted.
type Scene struct {
	Body     [flesh.Prims]flesh.Prim
	Cushions []flesh.Prim
	Boxes    []Box
	Glows    []Glow
	Arrows   []Arrow
	// Left is whether in doubt the left side is the far one.
	Left  bool
	Skull skel.Xform
}

// Shot is how a scene is painted.
type Shot struct {
	Camera     Camera
	Frame      Frame
	W, H       int
	Aspect     float64 // width of a pixel over its height
	Point      int     // how many pixels each way are shown as one; 0 is one
	InkX, InkY int     // half the width of the outlines, in pixels; 0 is none
	Tags       bool    // also say what each pixel is
}
