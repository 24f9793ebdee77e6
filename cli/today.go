package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/content"
	"catcow/history"
	"catcow/session"
	"catcow/sheet"
	"catcow/today"
)

// lately is how many days of the log a session is made by.
const lately = 30

func (a *app) todayCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "today",
		Short: "a session made for today",
		Long: `Make a session for today: for where it is stiff or sore, for the minutes, the
place and the things you have, and by what you did and what hurt lately. The
same day and the same answers give the same session. Without a terminal, and
with --show, it is printed.`,
		Example: `  catcow today
  catcow today --region lower-back,hips --minutes 15
  catcow today --place desk --show`,
	}
	q := today.Request{}
	minutes := 0
	regionFlag(c, &q.Regions)
	c.Flags().Func("minutes", "what time there is, in `N` minutes; unless told, 10", wholeNumber(&minutes, 1, mostMinutes))
	placeFlag(c, &q.Place)
	h := howFlags(c)
	show := c.Flags().Bool("show", false, "print it; do not begin it")
	asJSON := jsonFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		q.Length = time.Duration(minutes) * time.Minute
		return a.today(c.Context(), q, *h, *show || !h.plain && !a.hasScreens(), *asJSON)
	}
	return c
}

func (a *app) today(ctx context.Context, q today.Request, h how, show, asJSON bool) error {
	cfg, err := a.settings()
	if err != nil {
		return err
	}
	lib, problems := a.library()
	step := a.follow(ctx, &q)
	s, o, err := a.makeToday(ctx, cfg, lib, q)
	if err != nil {
		return err
	}
	if step != "" {
		s.Why = step + " " + s.Why
	}
	switch {
	case asJSON:
		return a.json(newTodayJSON(s, o))
	case show:
		a.printToday(s, o)
		return nil
	}
	changes := append([]string{s.Why}, s.Notes...)
	return a.playChosen(ctx, cfg, chosen{routine: s.Routine, options: o, changes: changes}, h, lib, problems)
}

// makeToday makes a session by the settings, the profile and the log.
func (a *app) makeToday(ctx context.Context, cfg config.Config, lib *content.Library, q today.Request) (today.Session, session.Options, error) {
	q, o := a.fillIn(ctx, cfg, q)
	s, err := today.NewMaker(lib, o).Make(q)
	if err != nil {
		return s, o, usage(err)
	}
	o.Level, o.Levels = 0, nil // the doses are exact
	return s, o, nil
}

// swapToday puts another pose in the place of one of a session.
func (a *app) swapToday(ctx context.Context, cfg config.Config, lib *content.Library, q today.Request, s today.Session, at int) (today.Session, error) {
	q, o := a.fillIn(ctx, cfg, q)
	return today.NewMaker(lib, o).Swap(q, s, at)
}

// fillIn is a request with what the settings, the profile and the log say to it.
func (a *app) fillIn(ctx context.Context, cfg config.Config, q today.Request) (today.Request, session.Options) {
	o := options(cfg)
	if cfg.Session.Level.Auto {
		o.Levels = a.levels(ctx)
	}
	if len(q.Regions) == 0 {
		q.Regions = cfg.Profile.Regions
	}
	if q.Conditions == nil && q.Props == nil { // else they were said on the screen
		q.Conditions, q.Props = cfg.Profile.Avoid, cfg.Profile.Props
	}
	q.Day = a.Now()
	q.Recent = a.recent(ctx)
	return q, o
}

// recent is what was done lately, and what hurt; nothing where the log cannot
// tell.
func (a *app) recent(ctx context.Context) []today.Recent {
	var all []today.Recent
	a.lookIntoLog(ctx, func(l *history.Log) error { // it is made without, then
		found, err := l.Poses(ctx, a.Now().AddDate(0, 0, -lately))
		for _, r := range found {
			if !r.Done.IsZero() {
				all = append(all, today.Recent{Pose: r.ID, Days: daysBetween(r.Done, a.Now())})
			}
			if !r.Hurt.IsZero() {
				all = append(all, today.Recent{Pose: r.ID, Days: daysBetween(r.Hurt, a.Now()), Hurt: true})
			}
		}
		return err
	})
	return all
}

// daysBetween is how many days lie between two times, by the calendar where each was.
func daysBetween(from, to time.Time) int {
	date := func(t time.Time) time.Time {
		y, m, d := t.Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	return int(date(to).Sub(date(from)) / (24 * time.Hour))
}

// printToday prints what was made, and why.
func (a *app) printToday(s today.Session, o session.Options) {
	p := a.printer()
	p.text("", s.Routine.Name)
	p.text("", s.Why)
	for _, note := range s.Notes {
		p.text("", note)
	}
	fmt.Fprintln(a.out)
	p.fact("place", s.Place.Text())
	p.fact("props", needsText(s.Routine.Props()))
	p.fact("time", clock(s.Length)+", "+paceText(session.Compile(s.Routine, o)))
	a.printItems(s.Routine)
}

// keepRoutine keeps a routine as one of the user's own, under a name.
func keepRoutine(name string, r content.Routine) error {
	id, err := sheet.NameID(name)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "# Made by \"catcow today\". Edit it as you like; \"catcow check\" looks for mistakes.\n")
	fmt.Fprintf(&b, "id = %q\nname = %s\nsummary = %s\n", id, strconv.Quote(name), strconv.Quote(r.Summary))
	if len(r.Regions) > 0 {
		fmt.Fprintf(&b, "regions = [\"%s\"]\n", strings.Join(r.Regions, `", "`))
	}
	b.WriteString("\nitems = [\n")
	for _, item := range r.Items {
		fmt.Fprintf(&b, "  { pose = %q, dose = %q },\n", item.Ref.String(), item.Dose.String())
	}
	b.WriteString("]\n")
	_, err = install([]sheet.File{{Name: "routines/" + id + ".toml", Text: b.String()}})
	return err
}

type todayJSON struct {
	routineJSON

	Why   string   `json:"why"`
	Notes []string `json:"notes"`
}

func newTodayJSON(s today.Session, o session.Options) todayJSON {
	out := todayJSON{newRoutineJSON(s.Routine, o), s.Why, list(s.Notes)}
	out.Place = string(s.Place)
	return out
}

// regionFlag is --region, for parts of the body.
func regionFlag(c *cobra.Command, into *[]string) {
	c.Flags().Func("region", "for these `REGIONS`, with commas between them", func(s string) error {
		for name := range strings.SplitSeq(s, ",") {
			name = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), " ", "-")
			if !slices.Contains(content.Regions(), name) {
				return fmt.Errorf("no region %q; %s", name, didYouMean(name, content.Regions(), "want "+strings.Join(content.Regions(), ", ")))
			}
			*into = append(*into, name)
		}
		return nil
	})
	complete(c, "region", completeRegions)
}

// placeFlag is --place, for where a session is to be.
func placeFlag(c *cobra.Command, into *content.Place) {
	places := []string{string(content.Desk), string(content.Floor), string(content.AtAWall)}
	c.Flags().Func("place", "where: `PLACE` is desk, floor or wall", func(s string) error {
		name := strings.ToLower(strings.TrimSpace(s))
		if !slices.Contains(places, name) {
			return errors.New("want desk, floor or wall")
		}
		*into = content.Place(name)
		return nil
	})
	completeWith(c, "place", places...)
}
