package author

import (
	"sync"

	_ "embed"

	"catcow/decode"
	"catcow/figure/posture"
	"catcow/figure/render"
)

// The most of everything that one figure may have.
const (
	maxKeys  = 64
	maxProps = 5
	maxFits  = 8
)

//go:embed bases.toml
var basesFile string

// bases reads the embedded library.
//
//nolint:gochecknoglobals // worked out once and then never changed
var bases = sync.OnceValue(readBases)

func readBases() *Figure {
	doc := decode.Parse("bases.toml", basesFile)
	root := node{doc.Table()}
	lib, budget := &Figure{}, maxSolves
	for _, n := range root.tables("base") {
		start := &Draft{}
		if from := n.text("from"); from != "" {
			start = lib.draft(from)
		}
		d := inherit(start, n.text("id"), n.Path())
		d.budget = &budget
		n.readKey(&d, nil)
		d.solve(root, &posture.Scenery{})
		lib.Drafts = append(lib.Drafts, d)
		lib.Poses = append(lib.Poses, d.posture(&posture.Scenery{}, defaultCameras()))
	}
	if len(doc.Problems) > 0 {
		panic("figure: " + doc.Problems.Error()) // a test reads it; no user can change it
	}
	return lib
}

// Base is the posture of one of the bases that every figure can start from; it panics if there is none with that name.
func Base(name string) *posture.Posture { return &bases().Poses[bases().keyNumber(name)] }

func defaultCameras() []render.Camera { return []render.Camera{{Az: 78, El: 12}} }

// Figure is the figure of a pose: its key poses, solved, and which of them a setup goes through.
type Figure struct {
	Drafts  []Draft           // the keys as written
	Poses   []posture.Posture // and solved
	Props   []Prop
	cameras []render.Camera
	setups  map[string]setup // by the variant; "" is the pose itself
}

// setup is the way through one variant, as numbers of keys.
type setup struct {
	steps   []int
	hold    []int // one key, or the one breathed in to and the one breathed out to
	release int
}

// Parse reads the decoded [figure] table of a pose file and works out its keys. It gives every problem it finds; the
// figure is nil if there is nothing that could be drawn.
func Parse(table map[string]any) (*Figure, decode.Problems) {
	doc := &decode.Document{Keys: table}
	n := node{doc.Table()}
	n.ReportUnknown("camera", "mat", "prop", "key", "steps", "hold", "release", "variant")
	f := &Figure{setups: map[string]setup{}, cameras: defaultCameras()}
	if c := n.readCameras(); len(c) > 0 {
		f.cameras = c
	}
	f.Props = n.readProps()
	mat, autoMat := n.readMat()
	if !f.readKeys(n) {
		return nil, doc.Problems
	}
	main := f.readSetup(n, setup{steps: nil, hold: []int{len(f.Drafts) - 1}, release: 0})
	f.readVariants(n, main)
	f.setups[""] = main
	f.solve(n, mat)
	if autoMat {
		f.layMat()
	}
	return f, doc.Problems
}
