package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/page"
	"catcow/sheet"
)

func (a *app) newCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "new pose|routine ID",
		Short: "a pose or a routine of your own to begin with",
		Long: `Write a pose or a routine of your own to begin with, with what each line means.
It is good as it is; change the words and "catcow check" looks for mistakes. A
menu that is open shows it once you come back to it. An ID of what comes with
catcow is refused, since your file would take its place.`,
		Example: `  catcow new pose tree
  catcow new routine morning`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 || args[0] != "pose" && args[0] != "routine" {
				return misused(`new: want "pose" or "routine", and an id, such as: catcow new pose tree`)
			}
			return nil
		},
		ValidArgsFunction: firstOnly(cobra.FixedCompletions([]cobra.Completion{"pose", "routine"}, cobra.ShellCompDirectiveNoFileComp)),
	}
	c.RunE = func(_ *cobra.Command, args []string) error { return a.newFile(args[0], args[1]) }
	return c
}

// newFile writes a template among the user's own files.
func (a *app) newFile(kind, id string) error {
	if sheet.ID(id) != id {
		return misused("%q; want lower-case letters, digits and dashes, such as %q", id, sheet.ID(id))
	}
	if a.comesWithIt(kind, id) {
		return misused("%s comes with catcow, and a %s of that id would take its place everywhere; want another, such as %q", id, kind, "my-"+id)
	}
	template := poseTemplate
	if kind == "routine" {
		template = routineTemplate
	}
	text := strings.NewReplacer("ID", id, "NAME", page.Title(page.Words(id))).Replace(template)
	written, err := install([]sheet.File{{Name: kind + "s/" + id + ".toml", Text: text}})
	if err != nil {
		return err
	}
	if len(written) == 0 { // word for word what would have been written
		written = []string{filepath.Join(config.Dir(), kind+"s", id+".toml")}
	}
	a.print(fmt.Sprintf("wrote %s; edit it, and try it with: catcow show %s", written[0], id))
	return nil
}

// comesWithIt reports whether a pose or a routine is one of the program's own.
func (a *app) comesWithIt(kind, id string) bool {
	lib, _ := a.library()
	if kind == "routine" {
		r, err := lib.Routine(id)
		return err == nil && r.ID == id && r.Builtin
	}
	p, err := lib.Pose(id)
	return err == nil && p.ID == id && p.Builtin
}

const poseTemplate = `# A pose of your own. A line that begins with # is for you alone. "catcow check"
# looks for mistakes, and "catcow show ID" shows the pose.
id = "ID"
name = "NAME"
# sanskrit = ""

# How the body meets the floor: standing, chair, all-fours, kneeling, prone (on
# the belly), supine (on the back) or wall.
position = "supine"

# Where it is felt, the main place first: lower-back, spine, upper-back, neck,
# shoulders, trapezius, chest, abdomen, hips, glutes, thighs, hamstrings, legs,
# ankles, whole-body.
regions = ["lower-back"]

# "none"; "each", which is one side and then the other; or "alternate", which is
# left and right by turns. With sides, {side} and {other} stand for them in the
# lines below: steps = ["Bend your {side} knee."]
sides = "none"

# What is needed: wall, chair, block, bolster. An optional one ends in "?".
props = []

# What the spine does: flexion, extension, rotation, side-bend, neutral. And what
# bears weight: wrists, knees, neck, shoulders. Both keep the pose away from those
# it is not for.
direction = ["neutral"]
load = []

# Why it is done, and what it feels like.
# why = ""
# feel = ""

# How to get into it, one thing a line, each no longer than this comment is wide.
steps = [
  "Lie on your back with your knees bent.",
  "Let your arms rest beside you.",
]

# Said while you hold it. With inverted = true, if the head is low, the first line is
# said as soon as you are there: what to come out for.
during = ["Breathe slowly."]

# If it moves with the breath: on which one, and the words for both.
# move = "exhale"
# inhale = ""
# exhale = ""

# Gentler ways, how to come out, and how to get back in for the next set, by all that
# coming out undid.
ease = ["Put a folded blanket under your head."]
release = "Straighten your legs, one after the other."
again = ["Bend your knees again."]

# Other names that it is found by.
also = []

# How much: "30s x3", "60-120s", "5 breaths", "10 reps", "3 sets of 10", and
# "each side" at the end where it has sides.
dose = "30s"

# Where it comes from.
# source = ["My physio, first visit"]
`

const routineTemplate = `# A routine of your own. A line that begins with # is for you alone. "catcow check"
# looks for mistakes, "catcow plan ID" shows what happens when, and
# "catcow start ID" begins.
id = "ID"
name = "NAME"
summary = "What it is for, in a line."

# What it is for, the main place first; without it, what the first pose is for.
# regions = ["lower-back"]

# The poses in order; "catcow poses" lists them, your own too. Without a dose a
# pose has its own. A variant comes after a slash; "then" is a pose to rest in
# afterwards; a whole routine can be an item: { routine = "neck-and-shoulders" }
items = [
  { pose = "cat-cow", dose = "10 reps" },
  { pose = "childs-pose/wide-knees", dose = "60s" },
  { pose = "single-knee-to-chest", dose = "5 breaths each side" },
]
`
