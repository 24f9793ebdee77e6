package cli

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"image"
	"image/png"
	"io"
	"regexp"
	"slices"
	"strings"

	"catcow/config"
	"catcow/content"
	"catcow/figure"
	"catcow/motion"
	"catcow/page"
	"catcow/session"
)

// handoutHTML is how it is laid out.
//
//go:embed handout.html
var handoutHTML string

// The size of a picture in a handout, in pixels.
const pictureWidth, pictureHeight = 720, 440

// handout is a routine for paper: one HTML file that holds all it needs, its
// pictures too.
type handout struct {
	Title, Summary string
	Facts          []string
	LeftOut        []string
	Poses          []handoutPose
	Sources        []string
	Made           string
}

// handoutPose is one of its poses as it is told to the person.
type handoutPose struct {
	content.Pose

	Dose     string
	Picture  template.URL // empty if it has no figure
	Cautions []string
	Then     *content.Pose
}

// writeHandout writes a routine as it is told to the person.
func (a *app) writeHandout(w io.Writer, cfg config.Config, lib *content.Library, r content.Routine) error {
	t, err := template.New("handout").Funcs(template.FuncMap{
		"next": func(i int) int { return i + 1 }, "firstSide": firstSide, "position": positionText, "needs": needsText,
	}).Parse(handoutHTML)
	if err != nil {
		return err
	}
	concerns := a.concerns(cfg, r)
	r, left := r.Without(cfg.Profile.Avoid)
	d := handout{Title: r.Name, Summary: r.Summary, Made: a.Now().Format("2 January 2006"), Sources: sourcesText(r.Source)}
	d.Facts = []string{"about " + page.MinutesText(session.Compile(r, options(cfg)).Length()), regionsText(r.Regions)}
	if props := needsText(r.Props()); props != "" {
		d.Facts = append(d.Facts, props)
	}
	for _, out := range left {
		d.LeftOut = append(d.LeftOut, leftOutText(out))
	}
	var renderer figure.Renderer
	for _, item := range r.Items {
		p := handoutPose{
			Pose: item.Pose.For(cfg.Profile.Avoid), Dose: paperDose(item.Dose), Then: item.Then,
			Cautions: cautionsText(item.Pose.Cautions(a.cautionsFor(cfg))),
		}
		if p.Picture, err = handoutPicture(&renderer, p.Pose); err != nil {
			return err
		}
		d.Poses = append(d.Poses, p)
		for _, source := range sourcesText(item.Pose.Source) {
			if !slices.Contains(d.Sources, source) {
				d.Sources = append(d.Sources, source)
			}
		}
	}
	d.Sources = append(d.Sources, conditionSourcesText(lib, concerns)...)
	return t.Execute(w, d)
}

// paperDose is a dose as it is set in print: "30 s × 3 each side".
func paperDose(d content.Dose) string {
	return regexp.MustCompile(`(\d)(s|m)( |$)`).ReplaceAllString(strings.Replace(d.String(), " x", " × ", 1), "$1 $2$3")
}

// firstSide is a line as on the right side.
func firstSide(line string) string {
	return content.FillSide(line, string(session.Right), string(session.Left))
}

// onFirstSide is lines as on the right side.
func onFirstSide(lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = firstSide(line)
	}
	return out
}

// handoutPicture is the pose as it is held, as a PNG in an address.
func handoutPicture(r *figure.Renderer, p content.Pose) (template.URL, error) {
	posture, ok := motion.Still(&p)
	if !ok {
		return "", nil
	}
	theme := figure.LightTheme()
	theme.Background.R, theme.Background.G, theme.Background.B = 255, 255, 255
	img := image.NewRGBA(image.Rect(0, 0, pictureWidth, pictureHeight))
	for i, c := range r.Pixels(&posture, figure.View{}, pictureWidth, pictureHeight, &theme, 0.5) {
		img.SetRGBA(i%pictureWidth, i/pictureWidth, c)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		return "", fmt.Errorf("%s: %w", p.ID, err)
	}
	return template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(b.Bytes())), nil
}
