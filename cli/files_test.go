package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"catcow/config"
	"catcow/content"
)

// What is written by one command is read by another.
func TestFilesGoRound(t *testing.T) {
	u := newUser(t)
	play(t, u.app)
	file := filepath.Join(t.TempDir(), "log.json")
	if code := u.call("export", "-o", file); code != 0 || !strings.Contains(u.stdout.String(), "wrote your log to") {
		t.Fatalf("code %d, %s%s", code, u.stdout, u.stderr)
	}
	if code := u.call("export", "-o", file); code != 1 || !strings.Contains(u.stderr.String(), "is already there") {
		t.Errorf("code %d, %s", code, u.stderr)
	}
	if code := u.call("export", "-o", file, "--force"); code != 0 {
		t.Errorf("code %d, %s", code, u.stderr)
	}
	other := newUser(t)
	if code := other.call("import-log", file); code != 0 || other.stdout.String() != "3 entries added, 0 were there already\n" {
		t.Errorf("code %d, %s%s", code, other.stdout, other.stderr)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	other.app.Stdin = bytes.NewReader(text)
	if code := other.call("import-log", "-"); code != 0 || other.stdout.String() != "0 entries added, 3 were there already\n" {
		t.Errorf("code %d, %s%s", code, other.stdout, other.stderr)
	}

	if code := u.call("config", "init"); code != 0 || u.stderr.Len() > 0 {
		t.Fatalf("code %d, %s", code, u.stderr)
	}
	if code := u.call("config", "init"); code == 0 {
		t.Error("the settings were written over")
	}
	if code := u.call("config"); code != 0 || strings.TrimSpace(u.stdout.String()) != config.Path() || u.stderr.Len() > 0 {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
}

// Every mistake is a line that says where it is, in files of one's own and in
// those that are named.
func TestCheckNamesMistakes(t *testing.T) {
	u := newUser(t)
	if code := u.call("check"); code != 0 || !strings.Contains(u.stdout.String(), "no files of your own yet") {
		t.Errorf("code %d, %s", code, u.stdout)
	}
	pose := u.write("poses/tree.toml", ownPose+"odd = 1\n")
	settings := u.write("config.toml", "[session]\npace = \"fast\"\n")
	if code := u.call("check"); code != 1 || strings.Count(u.stdout.String(), "\n") != 2 {
		t.Errorf("code %d, %s", code, u.stdout)
	}
	if code := u.call("routines"); code != 2 || !strings.Contains(u.stderr.String(), "config.toml:2: session.pace") {
		t.Errorf("code %d, %s", code, u.stderr)
	}
	if code := u.call("doctor", "--quiet"); code != 1 || !strings.Contains(u.stdout.String(), "settings  mend") {
		t.Errorf("code %d, %s", code, u.stdout)
	}
	if err := os.Remove(settings); err != nil {
		t.Fatal(err)
	}
	if code := u.call("poses"); code != 0 || !strings.Contains(u.stderr.String(), "1 problem in your own files; catcow check lists them") {
		t.Errorf("code %d, %s", code, u.stderr)
	}
	elsewhere := filepath.Join(t.TempDir(), "tree.toml")
	if err := os.Rename(pose, elsewhere); err != nil {
		t.Fatal(err)
	}
	if code := u.call("check", elsewhere); code != 1 || !strings.HasPrefix(u.stdout.String(), elsewhere+":8: odd: ") {
		t.Errorf("code %d, %s", code, u.stdout)
	}
	routine := filepath.Join(t.TempDir(), "woods.toml")
	if err := os.WriteFile(routine, []byte(ownRoutine), 0o600); err != nil {
		t.Fatal(err)
	}
	if code := u.call("check", routine); code != 1 || !strings.Contains(u.stdout.String(), `"tree"`) {
		t.Errorf("code %d, %s", code, u.stdout)
	}
}

// A sheet is one file: nothing in it has to be fetched, and everything is in it.
func TestShowWritesASheet(t *testing.T) {
	u := newUser(t)
	u.write("poses/tree.toml", strings.Replace(ownPose, "Tree", "Tree <b>&amp;", 1))
	u.write("routines/woods.toml", ownRoutine)
	folder := t.TempDir()
	read := func(name, file string) string {
		t.Helper()
		path := filepath.Join(folder, file)
		if code := u.call("show", name, "-o", path); code != 0 || u.stdout.String() != "wrote "+path+"\n" {
			t.Fatalf("code %d, %s%s", code, u.stdout, u.stderr)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	page := read("restorative", "sheet.html")
	for _, want := range []string{
		"<h1>Restorative</h1>", "about 2", "Cat-Cow", "Then rest in Child&#39;s Pose, wide knees.", "The right side first",
		"With sore wrists: ", "<h3>Sources</h3>", "Printed by catcow on 21 November 2026.", " × 3", `src="data:image/png;base64,`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in the sheet", want)
		}
	}
	if n := strings.Count(page, "<img "); n != 6 {
		t.Errorf("%d pictures, want 6", n)
	}
	for _, far := range []string{`src="http`, `href=`, "<script", "@import", "url("} {
		if strings.Contains(page, far) {
			t.Errorf("%q has to be fetched", far)
		}
	}
	if own := read("woods", "woods.html"); !strings.Contains(own, "Tree &lt;b&gt;&amp;amp;") || strings.Contains(own, "<b>") {
		t.Error("the words of one's own file are not escaped")
	}
	if one := read("cobra", "cobra.HTML"); strings.Count(one, "<article>") != 1 {
		t.Error("a pose alone is not one pose")
	}
	if code := u.call("show", "cobra", "--json", "-o", filepath.Join(folder, "json.html")); code != 2 || !strings.Contains(u.stderr.String(), "--json") {
		t.Errorf("code %d, %s", code, u.stderr)
	}
	if code := u.call("show", "cobra", "-o", filepath.Join(folder, "cobra.HTML")); code != 1 || !strings.Contains(u.stderr.String(), "is already there") {
		t.Errorf("code %d, %s", code, u.stderr)
	}
	for args, want := range map[string]string{
		"show cobra -o sheet.pdf": "want a name that ends in .html", "show cobra --force": "want -o FILE beside it",
		"show cobrra -o x.html": `did you mean "cobra"`,
	} {
		if code := u.call(strings.Fields(args)...); code != 2 || !strings.Contains(u.stderr.String(), want) {
			t.Errorf("%s: code %d, %s", args, code, u.stderr)
		}
	}
}

func TestPaperDose(t *testing.T) {
	for text, want := range map[string]string{
		"30s x3 each side": "30 s × 3 each side", "60-120s": "60-120 s", "5m": "5 m", "5s x20-30": "5 s × 20-30", "6 breaths": "6 breaths", "10 reps": "10 reps",
	} {
		d, err := content.ParseDose(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := paperDose(d); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
