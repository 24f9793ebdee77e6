package sheet

import (
	"strings"
	"testing"

	"catcow/content"
)

// What is written passes the checks that any other file has to pass.
func TestFilesPassTheChecks(t *testing.T) {
	lib := library(t)
	var lines []string
	for _, c := range corpus {
		lines = append(lines, c.line)
	}
	lines = append(lines, "Bridge {with} \"quotes\" \\ and more 10x", strings.Repeat("very ", 30)+"long bridge name x10", "猫のポーズ 10x", "\u200d 10x")
	for len(lines) > 0 {
		n := min(len(lines), 20)
		s, err := Read([]byte(strings.Join(lines[:n], "\n")), lib)
		lines = lines[n:]
		if err != nil {
			t.Fatal(err)
		}
		list, err := s.Files("mine", "My sheet", "sheet.txt")
		if err != nil {
			continue // only remarks
		}
		own, problems := content.Load(root(list...))
		if len(problems) > 0 {
			t.Errorf("problems\n%v", problems)
		}
		r, err := own.Routine("mine")
		if err != nil || len(r.Items) != len(s.Exercises()) {
			t.Fatalf("%d items, %v; want %d", len(r.Items), err, len(s.Exercises()))
		}
		for i, l := range s.Exercises() {
			if it := r.Items[i]; it.Pose.ID != l.Pose.ID || it.Dose != l.Dose {
				t.Errorf("%q became %s %s", l.Text, it.Pose.ID, it.Dose)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, c := range corpus {
		f.Add(c.line)
	}
	f.Add("Exercise\tSets\nBridge\t3\n")
	f.Add("Bridge\n\n10x\n")
	f.Add("\xff\xfeB\x00")
	g := newGrammar(library(f))
	f.Fuzz(func(t *testing.T, text string) {
		s, err := g.read([]byte(text))
		if err != nil {
			return
		}
		for _, l := range s.Lines {
			switch {
			case l.Status == Exercise && (l.Pose.ID == "" || l.Dose.Amount.From < 1):
				t.Errorf("%q is %+v", l.Text, l)
			case l.Status == Unread && l.Why == "", l.Status == "":
				t.Errorf("%q is unread without a reason", l.Text)
			}
		}
		list, err := s.Files("mine", "Mine", "x")
		if err != nil {
			return
		}
		if _, problems := content.Load(root(list...)); len(problems) > 0 {
			t.Errorf("%q has\n%v", text, problems)
		}
	})
}
