package sheet

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"catcow/content"
)

// stock is the poses that are known in these tests, whatever comes with the
// program: id, name, sides, dose, other names.
var stock = [][]string{
	{"cat-cow", "Cat-Cow", "none", "10 reps", "cat camel", "cat and camel", "cat stretch"},
	{"childs-pose", "Child's Pose", "none", "60-120s", "child pose", "prayer stretch", "resting pose"},
	{"cobra", "Cobra Stretch", "none", "5s x20-30", "cobra pose", "baby cobra"},
	{"double-knee-to-chest", "Knees to Chest", "none", "30s x3", "both knees to chest"},
	{"downward-dog", "Downward-Facing Dog", "none", "5 breaths x5-7", "down dog"},
	{"extended-puppy", "Extended Puppy Pose", "none", "60-120s", "puppy pose"},
	{"lateral-neck-flexion", "Lateral Neck Flexion Stretch", "each", "30s x3 each side", "side neck stretch", "ear to shoulder"},
	{"legs-up-the-wall", "Legs Up the Wall", "none", "3-5m", "feet up the wall"},
	{"neck-flexion", "Neck Flexion Stretch", "none", "30s x3", "chin to chest"},
	{"pelvic-tilt", "Pelvic Tilt", "none", "10s x3", "pelvic tilts", "posterior pelvic tilt"},
	{"piriformis-stretch", "Piriformis Stretch", "each", "30s x3 each side", "knee to opposite shoulder"},
	{"prone-leg-extension", "Prone Leg Extension", "alternate", "3s x3-6 each leg", "prone leg lift", "prone leg raise", "prone hip extension"},
	{"shoulder-rolls", "Shoulder Rolls", "none", "10 reps", "shoulder circles"},
	{"single-knee-to-chest", "Single Knee to Chest", "each", "5 breaths each side", "knee to chest"},
	{"sphinx", "Sphinx Pose", "none", "6 breaths", "prone on elbows"},
	{"standing-forward-fold", "Standing Forward Fold", "none", "60-120s", "forward fold", "forward bend"},
	{"supine-twist", "Supine Twist", "each", "60-120s each side", "lying twist", "spinal twist"},
	{"supported-savasana", "Supported Corpse Pose", "none", "5m", "corpse pose"},
}

// root is a folder with the stock in it, and more files.
func root(files ...File) content.Root {
	fsys := fstest.MapFS{}
	for _, p := range stock {
		step := "Lie down."
		if p[2] != "none" {
			step = "Begin with the {side} side."
		}
		text := fmt.Sprintf("id = %q\nname = %q\nsides = %q\ndose = %q\nposition = \"supine\"\nsteps = [%q]\nalso = [\"%s\"]\n",
			p[0], p[1], p[2], p[3], step, strings.Join(p[4:], `", "`))
		fsys["poses/"+p[0]+".toml"] = &fstest.MapFile{Data: []byte(text)}
	}
	for _, f := range files {
		fsys[f.Name] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	return content.Root{FS: fsys, Dir: "me"}
}

func library(tb testing.TB) *content.Library {
	tb.Helper()
	lib, problems := content.Load(root())
	if len(problems) > 0 {
		tb.Fatal(problems)
	}
	return lib
}

// meaning is what a line was taken for, in the words of the corpus.
func meaning(l Line) string {
	if l.Status != Exercise {
		return string(l.Status)
	}
	own := ""
	if l.Own {
		own = "own "
	}
	return fmt.Sprintf("%s%s %s", own, l.Pose.ID, l.Dose)
}

// Each line by itself: at least 95 of a hundred exercises are understood, and
// none is taken for another.
func TestTheCorpusIsUnderstood(t *testing.T) {
	g := newGrammar(library(t))
	exercises, understood := 0, 0
	for _, c := range corpus {
		s, err := g.read([]byte(c.line))
		if err != nil || len(s.Lines) != 1 {
			t.Fatalf("%q: %+v, %v", c.line, s, err)
		}
		got := meaning(s.Lines[0])
		if strings.ContainsAny(c.want, "0123456789") {
			exercises++
			if got == c.want {
				understood++
			}
		}
		if got != c.want {
			t.Errorf("%q is\n\t%s (%s), want\n\t%s", c.line, got, s.Lines[0].Why, c.want)
		}
		if s.Lines[0].Status == Unread && s.Lines[0].Why == "" {
			t.Errorf("%q is unread without a reason", c.line)
		}
	}
	if exercises < 110 || understood*100 < exercises*95 {
		t.Errorf("%d of %d exercises are understood", understood, exercises)
	}
}

// read reads a sheet, and gives its lines in the words of the corpus.
func read(t *testing.T, text string) []string {
	t.Helper()
	s, err := Read([]byte(text), library(t))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, l := range s.Lines {
		all = append(all, fmt.Sprintf("%d %s", l.N, meaning(l)))
	}
	return all
}

func TestADoseBelowANameBelongsToIt(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{
			"as an app prints it", "1Lumbar Extension\n3 sets of 8 reps\n  • Lie on your stomach with your hands under your shoulders.\n2Squat\n3 sets of 8 reps\n3kg\n",
			[]string{"1 own lumbar-extension 8 reps x3", "2 remark", "3 remark", "4 own squat 8 reps x3", "5 remark", "6 remark"},
		},
		{"in two lines", "Bridge\n3 x 10\nHold 5 seconds\n", []string{"1 own bridge 5s x10 x3", "2 remark", "3 remark"}},
		{"in capitals", "PELVIC TILT\n10 x 5 sec\nCLAMSHELLS:\n2 x 15 each side\n", []string{"1 pelvic-tilt 5s x10", "2 remark", "3 own clamshells 15 reps x2 each side", "4 remark"}},
		{"after words about it", "Cat Cow\nMove slowly from one end of the movement to the other and back again.\n10 reps\n", []string{"1 cat-cow 10 reps", "2 remark", "3 remark"}},
		{"a number a line", "4. Hamstring stretch\nSets: 1\nReps: 3\nHold: 30 sec\nSide: both\n", []string{"1 own hamstring-stretch 30s x3 each side", "2 remark", "3 remark", "4 remark", "5 remark"}},
		{"with what is needed", "5) Clamshell (side lying)\n   2 x 12 each leg with yellow band\n", []string{"1 own clamshell 12 reps x2 each side", "2 remark"}},
		{"below a heading", "Stretches:\n30 seconds x 3\nWeek 2\n10 reps\n", []string{"1 heading", "2 unread", "3 heading", "4 unread"}},
		{"numbers without signs", "1 Bridge\n3 x 10\n2 Clams\n2 x 12 each side\n4 Squats\n", []string{"1 own bridge 10 reps x3", "2 remark", "3 own clams 12 reps x2 each side", "4 remark", "5 unread"}},
		{"first of all", "10 reps\nBridge\n", []string{"1 unread", "2 unread"}},
		{"a second one that does not fit", "Bridge 3 x 10\n2 x 5\n", []string{"1 own bridge 10 reps x3", "2 unread"}},
		{"a pose by its name alone", "- Cobra\n- Something else\n", []string{"1 cobra 5s x20-30", "2 unread"}},
		{"one pose twice", "Bridge 10 reps\nBridge 10 reps each side\nBridge 5 reps\n", []string{"1 own bridge 10 reps", "2 own bridge-2 10 reps each side", "3 own bridge 5 reps"}},
	} {
		if got := read(t, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n\t%s\nwant\n\t%s", c.name, strings.Join(got, "\n\t"), strings.Join(c.want, "\n\t"))
		}
	}
}

// An alternating number may be for each side or in all: the line says how it is
// counted, unless the sheet does.
func TestAnAlternatingNumberSaysHowItIsCounted(t *testing.T) {
	const note = "counted for each side"
	for text, want := range map[string]string{
		"Prone leg lift x20 alt":                            note,
		"Dead bug - 2 sets of 10, alternating sides":        "a pose of your own; " + note,
		"Quadruped alt UE/leg 2x10":                         "a pose of your own; " + note,
		"Prone leg lift 10 per leg, alternating":            "",
		"Knee to chest: alternate legs 10 reps":             "one side after the other, as the pose is done; " + note,
		"Cat cow 10 reps":                                   "",
		"Marching 1 min alternating":                        "a pose of your own; " + note,
		"Exercise\tReps\tSide\nPelvic clock\t10\talternate": "a pose of your own; " + note,
	} {
		s, err := Read([]byte(text), library(t))
		if err != nil {
			t.Fatal(err)
		}
		if l := s.Lines[len(s.Lines)-1]; l.Why != want {
			t.Errorf("%q: %s, %q; want %q", text, meaning(l), l.Why, want)
		}
	}
}

func TestASheetIsTakenInAnyEncoding(t *testing.T) {
	const text = "Child’s pose – 3 × 30s\r\nBrücke 10x\r\n"
	want := []string{"1 childs-pose 30s x3", "2 own br-cke 10 reps"}
	var utf16 []byte
	for _, r := range "\ufeff" + text {
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	for name, b := range map[string]string{
		"UTF-8":               text,
		"with a mark":         "\ufeff" + text,
		"UTF-16":              string(utf16),
		"Windows":             "Child\x92s pose \x96 3 \xd7 30s\r\nBr\xfccke 10x\r\n",
		"spaces of the web":   "Child’s\u00a0pose\u00a0– 3\u00a0×\u00a030s\nBrü\u00adcke 10x",
		"lines of an old Mac": "Child’s pose – 3 × 30s\rBrücke 10x",
	} {
		if got := read(t, b); !slices.Equal(got, want) {
			t.Errorf("%s: %q; want %q", name, got, want)
		}
	}
}

func TestWhatIsNoTextIsRefused(t *testing.T) {
	for text, want := range map[string]string{
		"%PDF-1.7\n\xff":              "is a PDF; want plain text: copy the lines out of it",
		"PK\x03\x04\x14\x00":          "is a document of a word processor; want plain text: copy the lines out of it",
		"{\\rtf1\\ansi":               "is rich text; want plain text: copy the lines out of it",
		"\x7fELF\x02\x01\x01\x00\x00": "is not text; want a sheet of exercises, one a line",
	} {
		if _, err := Read([]byte(text), library(t)); err == nil || err.Error() != want {
			t.Errorf("%q: %v; want %s", text, err, want)
		}
	}
	got := read(t, "Bridge 10x\n\x1b[31mBridge 10x\n"+strings.Repeat("Cobra 10x\n", 20)+"a\u202eb 10x\n"+strings.Repeat("word ", 100)+"10x\n")
	if got[1] != "2 unread" || got[22] != "23 unread" || got[23] != "24 unread" {
		t.Errorf("got %q", got)
	}
}

func TestALongSheetIsRead(t *testing.T) {
	s, err := Read([]byte(strings.Repeat("1. Hamstring stretch: hold 30 sec, repeat 3 times each side, 2x/day\nCobra 10x\n", 200)), library(t))
	if err != nil || len(s.Exercises()) != 400 {
		t.Errorf("%d exercises, %v", len(s.Exercises()), err)
	}
	if _, err := s.Files("a", "A", "b"); err == nil || err.Error() != "it has 400 exercises; want at most 40 in one routine" {
		t.Errorf("got %v", err)
	}
}

func TestATextOfManyLinesIsNoSheet(t *testing.T) {
	_, err := Read([]byte(strings.Repeat("Cobra 10x\n", 100_000)), library(t))
	if err == nil || err.Error() != "has 100000 lines; want at most 2000, an exercise each" {
		t.Errorf("got %v", err)
	}
}
