package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// starts is how long somebody waits for the first frame.
func (t *table) starts() {
	place := home(t.b)
	first := func(name, text string) func() time.Duration {
		return func() time.Duration {
			s := t.sit(place, name)
			defer s.leave()
			return s.until(text)
		}
	}
	// The wait for the first tick is a millisecond more or less; of many the median holds still.
	ours, theirs := medians(61, first("catcow", "gentle yoga"), first("empty", "empty"))
	t.row("start to the first full frame", ours, theirs, "ms", "≤ 1.10 ×", ours <= 1.10*theirs)
}

// lists is every command that lists something, with a hundred sessions in the log: the
// slowest is the one in the table.
func (t *table) lists() {
	place := home(t.b)
	t.log(place, 100)
	most, beside, slowest := 0., 0., ""
	lists := []string{"routines", "poses", "log", "stats", "status", "safety"}
	for _, list := range lists {
		ours, theirs := medians(11, func() time.Duration { return t.run(place, "catcow", strings.Fields(list)...) },
			func() time.Duration { return t.run(place, "nothing") })
		if slowest == "" || ours-theirs > most-beside {
			most, beside, slowest = ours, theirs, list
		}
	}
	t.row(fmt.Sprintf("the slowest of %d listing commands, `catcow %s`", len(lists), slowest), most, beside, "ms", "≤ 10 ms more", most <= beside+10)
}

// run is how long a whole command takes.
func (t *table) run(home, name string, args ...string) time.Duration {
	from := time.Now()
	t.output(home, name, args...)
	return time.Since(from)
}

// output is what a command at a home says.
func (t *table) output(home, name string, args ...string) string {
	cmd := exec.Command(filepath.Join(t.folder, name), args...)
	cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+home, "XDG_STATE_HOME="+home, "XDG_DATA_HOME="+home)
	cmd.Stdin = strings.NewReader(strings.Repeat("\ns\n", 99)) // a session is skipped through
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.b.Fatalf("%s: %v\n%s", args, err, out)
	}
	return string(out)
}

// log fills the log of a home with a session, many times.
func (t *table) log(home string, count int) {
	t.output(home, "catcow", "start", "lower-back", "--plain", "--silent")
	head, sessions, _ := strings.Cut(t.output(home, "catcow", "export", "--format", "json"), "[\n")
	session, end, _ := strings.Cut(sessions, "\n]")
	_, rest, _ := strings.Cut(session, `","`) // behind its id
	var all []string
	for i := range count - 1 {
		all = append(all, fmt.Sprintf(`{"id":"TABLE%021d","`, i)+rest)
	}
	file := filepath.Join(home, "log.json")
	if err := os.WriteFile(file, []byte(head+"[\n"+strings.Join(all, ",\n")+"\n]"+end), 0o600); err != nil {
		t.b.Fatal(err)
	}
	t.output(home, "catcow", "import-log", file)
	if n := strings.Count(t.output(home, "catcow", "log", "--json", "--limit", "0"), `"started"`); n != count {
		t.b.Fatalf("%d sessions are in the log, want %d", n, count)
	}
}

// ownFiles is a library of many poses and routines of one's own: a key while all of the
// poses are open, and how long they take to list.
func (t *table) ownFiles() {
	place := home(t.b)
	t.writeOwnFiles(place)
	s := t.sit(place, "catcow")
	s.until("gentle yoga")
	s.press("\t")
	time.Sleep(2 * time.Second)
	if !strings.Contains(s.screen(), "All poses") {
		t.b.Fatalf("no library on\n%s", s.screen())
	}
	key := ms(median(15, func() time.Duration { return s.key("\x1b[B") }))
	s.leave()
	t.row("a key with 5,000 poses open", key, 0, "ms", "≤ 50 ms", key <= 50)
	list := ms(median(3, func() time.Duration { return t.run(place, "catcow", "routines") }))
	t.row("5,000 own poses, 1,000 routines", list, 0, "ms", "≤ 500 ms", list <= 500)
}

func (t *table) writeOwnFiles(home string) {
	pose, err := os.ReadFile("content/poses/cobra.toml")
	if err != nil {
		t.b.Fatal(err)
	}
	for _, folder := range []string{"poses", "routines"} {
		if err := os.MkdirAll(filepath.Join(home, "catcow", folder), 0o700); err != nil {
			t.b.Fatal(err)
		}
	}
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(home, "catcow", name), []byte(text), 0o600); err != nil {
			t.b.Fatal(err)
		}
	}
	for i := range 5000 {
		id := fmt.Sprintf("own-%d", i)
		write("poses/"+id+".toml", strings.Replace(string(pose), `id = "cobra"`, fmt.Sprintf("id = %q", id), 1))
	}
	for i := range 1000 {
		id := fmt.Sprintf("own-%d", i)
		write("routines/"+id+".toml", fmt.Sprintf("id = %q\nname = \"Own %d\"\nitems = [{ pose = \"own-%d\" }]\n", id, i, i))
	}
}
