package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/content"
	"catcow/decode"
	"catcow/page"
	"catcow/sheet"
)

// largestSheet is the most bytes of a sheet.
const largestSheet = 16 << 20

func (a *app) importCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "import SHEET",
		Short: "a physio's sheet, or a routine that was shared",
		Long: `Make a routine of the exercises that a physio wrote down, one a line, such as
"pelvic tilt 10s x3". What each line was taken for is printed, and you are asked
before anything is written. Exercises that catcow does not know become poses of
your own, in words. A file that "catcow share" wrote is taken in as it is.
A SHEET called - is the standard input. In the menu, a sheet can be pasted.`,
		Example: `  catcow import physio.txt
  catcow import physio.txt --name knees --yes
  pbpaste | catcow import - --name monday --yes`,
		Args:              oneArg("SHEET"),
		ValidArgsFunction: firstOnly(cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault)),
	}
	i := &importing{}
	c.Flags().StringVar(&i.id, "name", "", "the `ID` of the routine; unless told, the name of the sheet")
	c.Flags().BoolVar(&i.yes, "yes", false, "write it without asking")
	asJSON := jsonFlag(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		i.asJSON = *asJSON
		return a.importSheet(c.Context(), args[0], *i)
	}
	return c
}

// importing is what the flags of the command say.
type importing struct {
	id          string
	yes, asJSON bool
}

func (a *app) importSheet(ctx context.Context, file string, i importing) error {
	b, shown, err := a.readSheet(ctx, file)
	if err != nil {
		return err
	}
	if files, isShared, err := unpack(shown, b); isShared {
		switch {
		case err != nil:
			return err
		case i.id != "":
			return misused("--name: %s was shared, and has a name", shown)
		case i.asJSON:
			return misused("--json: %s was shared, and is taken in as it is", shown)
		}
		return a.takeIn(ctx, files, i)
	}
	if i.id == "" {
		i.id = idOf(file)
	} else if idOf(i.id) != i.id {
		return misused("--name: %q; want lower-case letters, digits and dashes, such as %q", i.id, idOf(i.id))
	}
	lib, _ := a.library()
	s, err := sheet.Read(b, lib)
	if err != nil {
		return fmt.Errorf("%s: %w", shown, err)
	}
	if i.asJSON {
		err = a.json(newSheetJSON(i.id, s))
	} else {
		a.printSheet(s)
	}
	files, wrong := s.Files(i.id, page.Title(page.Words(i.id)), filepath.Base(shown))
	if wrong != nil {
		return errors.Join(err, fmt.Errorf("%s: %w", shown, wrong))
	}
	if err != nil {
		return err
	}
	return a.takeIn(ctx, files, i)
}

// takeIn writes the files of a routine, if that is wanted.
func (a *app) takeIn(ctx context.Context, files []sheet.File, i importing) error {
	if !i.yes && (i.asJSON || !a.confirm(ctx, fmt.Sprintf("write it as %s?", page.Plural(len(files), "file", "files")))) {
		if !i.asJSON {
			a.print("nothing was written")
		}
		return nil
	}
	defer a.waiting.await(config.Dir())()
	written, err := install(files)
	if err != nil {
		return err
	}
	if !i.asJSON {
		for _, path := range written {
			a.print("wrote " + path)
		}
	}
	return nil
}

// confirm asks a question that is answered with y or n, where there is somebody
// to ask. Without them the answer is no, with what would have been yes.
func (a *app) confirm(ctx context.Context, question string) bool {
	if !a.Typed || !a.Shown {
		a.print("--yes writes it")
		return false
	}
	fmt.Fprint(a.out, decode.Printable(question)+" y or n: ")
	return a.readYes(ctx)
}

// readSheet reads a file, or the standard input if it is called "-".
func (a *app) readSheet(ctx context.Context, file string) (b []byte, shown string, err error) {
	if file != "-" {
		defer a.waiting.await(file)()
		b, err = decode.ReadFile(os.DirFS(filepath.Dir(file)), filepath.Base(file), largestSheet)
		if err != nil {
			return nil, file, fmt.Errorf("%s: %w", file, err)
		}
		return b, file, nil
	}
	b, err = io.ReadAll(io.LimitReader(a.input(ctx), largestSheet+1))
	switch {
	case ctx.Err() != nil:
		return nil, "", quiet(codeInterrupted)
	case err == nil && len(b) > largestSheet:
		err = decode.SizeError{Size: int64(len(b))}
	}
	if err != nil {
		return nil, "standard input", fmt.Errorf("standard input: %w", err)
	}
	return b, "standard input", nil
}

// idOf is the name of a file as the id of a routine.
func idOf(file string) string {
	if file == "-" {
		return "sheet"
	}
	base := filepath.Base(file)
	return sheet.ID(strings.TrimSuffix(base, filepath.Ext(base)))
}

// printSheet prints what every line was taken for.
func (a *app) printSheet(s sheet.Sheet) {
	for _, l := range s.Lines {
		a.print(fmt.Sprintf("%3d  %s", l.N, l.Text))
		a.print("     " + l.UnderstoodText())
	}
	fmt.Fprintln(a.out)
	a.print(s.SummaryText())
}

type sheetJSON struct {
	Routine string          `json:"routine"`
	Lines   []sheetLineJSON `json:"lines"`
}

type sheetLineJSON struct {
	N       int      `json:"n"`
	Text    string   `json:"text"`
	Status  string   `json:"status"`
	Pose    string   `json:"pose"`
	Own     bool     `json:"own"`
	Dose    string   `json:"dose"`
	Hold    float64  `json:"hold"` // seconds
	Breaths int      `json:"breaths"`
	Reps    int      `json:"reps"`
	Sets    int      `json:"sets"`
	Sides   string   `json:"sides"`
	Remarks []string `json:"remarks"`
	Why     string   `json:"why"`
}

func newSheetJSON(id string, s sheet.Sheet) sheetJSON {
	out := sheetJSON{Routine: id, Lines: []sheetLineJSON{}}
	for _, l := range s.Lines {
		line := sheetLineJSON{N: l.N, Text: l.Text, Status: string(l.Status), Remarks: []string{}, Why: l.Why}
		if l.Status == sheet.Exercise {
			e := l.Dose.At(0)
			line.Remarks = append(line.Remarks, l.Remarks...)
			line.Pose, line.Own, line.Dose = l.Pose.ID, l.Own, l.Dose.String()
			line.Hold, line.Breaths, line.Reps, line.Sets = seconds(e.Hold), e.Breaths, e.Reps, e.Sets
			line.Sides = map[content.DoseSides]string{
				content.Once: "", content.EachSide: "each", content.EachLeg: "alternate", content.Alternating: "alternate",
			}[l.Dose.Sides]
		}
		out.Lines = append(out.Lines, line)
	}
	return out
}
