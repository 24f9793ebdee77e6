package cli

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"catcow/config"
	"catcow/content"
)

// numberOf is the number that a routine has in the list.
func numberOf(t *testing.T, id string) string {
	t.Helper()
	lib, _ := content.Load(content.Builtin())
	return strconv.Itoa(slices.IndexFunc(lib.Routines(), func(r content.Routine) bool { return r.ID == id }) + 1)
}

// oneLine is a text as if no line of it had been broken.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// The list does not offer the built-in routine under a broken file of one's own, and its
// number does not start it.
func TestABrokenRoutineIsMarkedAndItsNumberRefused(t *testing.T) {
	u := newUser(t)
	if code := u.call("routines"); code != 0 || strings.Contains(u.stdout.String(), "!") {
		t.Errorf("code %d, %s", code, u.stdout)
	}
	path := u.write("routines/lower-back.toml", "id = ")
	if code := u.call("routines"); code != 0 || !strings.Contains(oneLine(u.stdout.String()), "! Lower Back") || !strings.Contains(u.stdout.String(), brokenText) {
		t.Errorf("code %d, %s", code, u.stdout)
	}
	for _, command := range []string{"show", "start", "plan", "share"} {
		if code := u.call(command, numberOf(t, "lower-back")); code != 2 || !strings.Contains(u.stderr.String(), path+":1: ") || u.stdout.Len() > 0 {
			t.Errorf("%s: code %d, %s%s", command, code, u.stdout, u.stderr)
		}
	}
}

// A built-in routine keeps the built-in pose under a broken file of one's own, and says so;
// without that pose there is nothing to say.
func TestABrokenPoseOfARoutineIsNamed(t *testing.T) {
	u := newUser(t)
	path := u.write("poses/bridge.toml", "id = ")
	for _, command := range []string{"plan", "start"} {
		if code := u.call(command, "steady-back"); code != 0 || !strings.Contains(oneLine(u.stdout.String()), `your own pose "bridge" cannot be used: `+path+":1: ") ||
			!strings.Contains(oneLine(u.stdout.String()), "you are led through the built-in pose instead") {
			t.Errorf("%s: code %d, %s%s", command, code, u.stdout, u.stderr)
		}
		if code := u.call(command, "steady-back", "--without", "bridge"); code != 0 || strings.Contains(u.stdout.String(), "cannot be used") || strings.Contains(u.stdout.String(), "Bridge") {
			t.Errorf("%s without it: code %d, %s%s", command, code, u.stdout, u.stderr)
		}
		if code := u.call(command, "steady-back", "--only", "bridge"); code != 2 || !strings.Contains(u.stderr.String(), path) {
			t.Errorf("%s with it only: code %d, %s%s", command, code, u.stdout, u.stderr)
		}
	}
}

// Under a list of files that are passed over, it is not said that there are none.
func TestCheck_DoesNotDenyTheFilesThatItPassesOver(t *testing.T) {
	u := newUser(t)
	path := u.write("poses/tree.txt", ownPose)
	if code := u.call("check"); code != 0 || u.stdout.String() != path+": is passed over; want a name that ends in .toml\n"+noneCheckedText+"\n" {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
}

// All that is wrong with settings is said at once: what is mistyped, and what this machine
// does not have.
func TestCheckNeedsOneRound(t *testing.T) {
	u := newUser(t)
	u.write("config.toml", "[voice]\nrate = 9999\ncommand = [\"/no/such/program\"]\n[content]\nhide = [\"no-such-pose\"]\n[hooks]\nstart = [\"/no/such/hook\"]\n")
	for _, args := range [][]string{{"check"}, {"check", config.Path()}} {
		if code := u.call(args...); code != codeFailed {
			t.Errorf("code %d", code)
		}
		for _, want := range []string{"config.toml:2: voice.rate", "config.toml:3: voice.command", "config.toml:7: hooks.start"} {
			if !strings.Contains(u.stdout.String(), want) {
				t.Errorf("%v: no %q in\n%s", args, want, u.stdout)
			}
		}
		if len(args) == 1 && !strings.Contains(u.stdout.String(), "no-such-pose") {
			t.Errorf("nothing of what is to be hidden in\n%s", u.stdout)
		}
	}
}
