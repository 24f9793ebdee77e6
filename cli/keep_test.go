package cli

import (
	"slices"
	"testing"

	"catcow/content"
)

// What was kept is there like any other routine of one's own, with its doses.
func TestKeepRoutine(t *testing.T) {
	newUser(t)
	lib, _ := content.Load(content.Builtin())
	r, err := lib.Routine("lower-back")
	if err != nil {
		t.Fatal(err)
	}
	if err := keepRoutine("Für mich, heute", r); err != nil {
		t.Fatal(err)
	}
	lib, problems := content.Load(roots()...)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	at := slices.IndexFunc(lib.Routines(), func(r content.Routine) bool { return r.Name == "Für mich, heute" })
	if at < 0 {
		t.Fatal("it is not there")
	}
	kept := lib.Routines()[at]
	if len(kept.Items) != len(r.Items) || kept.Builtin {
		t.Fatalf("%+v", kept)
	}
	for i := range kept.Items {
		if kept.Items[i].Dose != r.Items[i].Dose || kept.Items[i].Ref != r.Items[i].Ref {
			t.Errorf("%v %v, want %v %v", kept.Items[i].Ref, kept.Items[i].Dose, r.Items[i].Ref, r.Items[i].Dose)
		}
	}
	r.Items = r.Items[1:]
	if keepRoutine("Für mich, heute", r) == nil {
		t.Error("one that is there is replaced")
	}
	if keepRoutine("!!", r) == nil {
		t.Error("a name without letters")
	}
}
