package main

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// THIRD_PARTY.md names the modules of go.mod, those and no others: the direct ones
// with a reason, all with a licence, and the linked ones with its notice.
func TestThirdParty(t *testing.T) {
	t.Parallel()
	read := func(name string) string {
		t.Helper()
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	// go mod tidy keeps the form of these lines.
	modules := regexp.MustCompile(`(?m)^(?:require |\t)(\S+) v\S+( // indirect)?$`).FindAllStringSubmatch(read("go.mod"), -1)
	if len(modules) < 30 {
		t.Fatalf("%d modules, want those of go.mod", len(modules))
	}
	tables, notices, _ := strings.Cut(read("THIRD_PARTY.md"), "\n# Licences\n")
	tables, _, _ = strings.Cut(tables, "\n## Beside modules\n")
	rows := map[string][]string{}
	for line := range strings.Lines(tables) {
		cells := strings.Split(strings.Trim(line, "| \n"), " | ")
		if strings.HasPrefix(line, "| ") && cells[0] != "module" {
			rows[cells[0]] = cells[1:]
		}
	}
	for _, m := range modules {
		module, want := m[1], 3
		if m[2] != "" {
			want = 2
		}
		row, named := rows[module]
		delete(rows, module)
		switch {
		case !named:
			t.Errorf("THIRD_PARTY.md does not name %s, a module of go.mod", module)
		case len(row) != want || slices.Contains(row, ""):
			t.Errorf("%s: THIRD_PARTY.md says %q; a direct one has a reason, a licence and where it is linked, others the last two", module, row)
		case row[want-1] != "tests" && !strings.Contains(notices, "\n- "+module+": Copyright "):
			t.Errorf("%s: THIRD_PARTY.md has no copyright notice of it", module)
		}
	}
	for module := range rows {
		t.Errorf("THIRD_PARTY.md names %s, which go.mod does not", module)
	}
	// The archives, deb with rpm and apk, Arch Linux.
	packages := read(".goreleaser.yaml")
	for _, take := range []string{"{ src: THIRD_PARTY.md, info:", "{ src: THIRD_PARTY.md, dst:", "install -Dm644 THIRD_PARTY.md"} {
		if !strings.Contains(packages, take) {
			t.Errorf(".goreleaser.yaml does not say %q", take)
		}
	}
}
