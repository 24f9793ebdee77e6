package content

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"catcow/figure"
)

// Position is how the body meets the floor.
type Position string

// The positions.
const (
	Standing Position = "standing"
	Chair    Position = "chair"
	AllFours Position = "all-fours"
	Kneeling Position = "kneeling"
	Prone    Position = "prone"
	Supine   Position = "supine"
	Wall     Position = "wall"
)

// Sides says whether a pose has a right and a left.
type Sides string

// The kinds of sides: none, one side and then the other, or a change of side
// with every repetition.
const (
	NoSides        Sides = "none"
	EachOfTwo      Sides = "each"
	AlternateSides Sides = "alternate"
)

// Move names the breath on which the body moves into the pose.
type Move string

// The breaths that move. A pose that is only held has Still.
const (
	Still        Move = ""
	MoveOnInhale Move = "inhale"
	MoveOnExhale Move = "exhale"
)

// Pose is one posture or stretch, with one way of setting it up chosen.
// In its lines "{side}" and "{other}" stand for the side in work and the other.
type Pose struct {
	ID       string
	Name     string
	Sanskrit string // may be empty
	Position Position
	Regions  []string // where it is felt, the main one first
	Sides    Sides
	Props    []Prop
	// Direction is what the spine does: flexion, extension, rotation,
	// side-bend or neutral.
	Direction []string
	Strains   []string // joints that bear weight or strain
	Inverted  bool     // heart above head
	Why       string
	Feel      string
	Move      Move
	Steps     []string // setup, in order
	During    []string // said while holding, the most important first
	Inhale    string   // may be empty
	Exhale    string   // may be empty
	Ease      []string // gentler ways
	Release   string   // how to come out
	// Again is how to get back in for the next set after Release undid the pose.
	Again []string
	// Rise is how to leave the position itself before one of another kind; may be
	// empty.
	Rise     string
	Aliases  []string // other names people know it by, lower case
	Avoid    []Caution
	Dose     Dose
	Source   []Source
	Reviewed time.Time // zero where not given

	// Variant is the chosen way to set the pose up. It is zero for a pose with
	// one way only, and for the plain way of a pose that has others besides.
	Variant  Variant
	Variants []Variant

	Builtin bool
	File    string

	drawing *drawing
	instead []figure.Instead // what the figure must not show to the person, and what it shows instead
}

// Variant is a named other way to set up the same pose. Where a field is empty
// the pose's own holds.
type Variant struct {
	ID, Name string
	Steps    []string
	During   []string
	Ease     []string
	Why      string
	Props    []Prop
	Source   []Source
}

// Prop is a thing needed for a pose. A mat is taken for granted.
type Prop struct {
	Name     string
	Optional bool
}

func (p Prop) String() string {
	if p.Optional {
		return p.Name + "?"
	}
	return p.Name
}

// Caution says what to do, or not to do, with a condition, whose sources are its
// own.
// Say may be empty in all but the first of several about one condition.
type Caution struct {
	With, Say string
	Leave     bool // the pose is left out; else Say tells a way to do it
	// Instead takes the place of every line that contains Of; where it is empty,
	// such a line is left unsaid.
	Instead, Of string
	// Figure is what the figure shows instead of keys that the words forbid.
	Figure figure.Instead
	// Stills is the breath on which nothing moves any more. A pose that moves on
	// neither breath is left out.
	Stills Move
}

// Ref names a pose and, after a slash, a variant: "childs-pose/wide-knees".
type Ref struct{ Pose, Variant string }

// ParseRef splits "pose/variant" or "pose".
func ParseRef(s string) Ref {
	pose, variant, _ := strings.Cut(s, "/")
	return Ref{pose, variant}
}

func (r Ref) String() string {
	if r.Variant == "" {
		return r.Pose
	}
	return r.Pose + "/" + r.Variant
}

// As is the pose set up in the way of one of its variants; the empty id is the
// pose's own way, or the first variant where it has none of its own.
func (p Pose) As(id string) (Pose, bool) {
	if id == "" {
		if len(p.Steps) > 0 || len(p.Variants) == 0 {
			return p, true
		}
		id = p.Variants[0].ID
	}
	i := slices.IndexFunc(p.Variants, func(v Variant) bool { return v.ID == id })
	if i < 0 {
		return p, false
	}
	v := p.Variants[i]
	p.Variant, p.Steps = v, v.Steps
	p.During = or(v.During, p.During)
	p.Ease = or(v.Ease, p.Ease)
	p.Props = or(v.Props, p.Props)
	p.Source = or(v.Source, p.Source)
	if v.Why != "" {
		p.Why = v.Why
	}
	return p, true
}

func (p Pose) variantIDs() []string {
	return idsOf(p.Variants, func(v *Variant) string { return v.ID })
}

func or[T any](a, b []T) []T {
	if len(a) > 0 {
		return a
	}
	return b
}

// NeedsWall reports whether a pose cannot be done away from a wall.
func (p Pose) NeedsWall() bool {
	return p.Position == Wall || slices.Contains(p.Props, Prop{Name: "wall"})
}

// Title is the pose's name, with that of the chosen variant after it.
func (p Pose) Title() string {
	if p.Variant.Name == "" {
		return p.Name
	}
	_, first := utf8.DecodeRuneInString(p.Variant.Name)
	return p.Name + ", " + strings.ToLower(p.Variant.Name[:first]) + p.Variant.Name[first:]
}
