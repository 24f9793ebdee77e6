package cli

import (
	_ "embed"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/page"
	"catcow/sheet"
)

// What is written, for an ID and a NAME.
var (
	//go:embed new_pose.toml
	poseTemplate string
	//go:embed new_routine.toml
	routineTemplate string
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
	defer a.waiting.await(config.Dir())()
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
