package history

import (
	"encoding/binary"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode/utf16"
)

const goodSession = `{"id":"A","routine":"r","name":"N","started":"2026-11-17T07:00:00+01:00","ended":"2026-11-17T07:10:00+01:00",` +
	`"zone":"CET","end":"finished","played_ns":600000000000,"planned_ns":600000000000,"poses":1,"done":1,"plan_stages":3,"next":3,"before":6,` +
	`"changed":"2026-11-17T06:10:00Z","stages":[{"index":1,"kind":"hold","pose":"cobra","item":0,"set":1,"planned_ns":1,"played_ns":1,` +
	`"at":"2026-11-17T07:05:00+01:00"}],"hurts":[{"pose":"cobra","stage":1,"at":"2026-11-17T07:05:00+01:00","pain":6}]}`

const goodPEG = `{"at":"2026-11-17T07:00:00+01:00","zone":"CET","pain":5,"enjoyment":5,"activity":5}`

func documentText(sessions, pegs string) string {
	return `{"version":1,"exported":"2026-11-18T07:30:00+01:00","sessions":[` + sessions + `],"peg":[` + pegs + `]}`
}

// What could not have been written here does not get in, nor does anything beside
// it; the error names the place.
func TestImportBad(t *testing.T) {
	with := func(old, instead string) string {
		second := strings.Replace(goodSession, `"A"`, `"B"`, 1)
		if !strings.Contains(second, old) {
			t.Fatalf("no %s", old)
		}
		return documentText(goodSession+","+strings.Replace(second, old, instead, 1), goodPEG)
	}
	tests := []struct{ name, text, want string }{
		{"empty", "", "the file: is broken off or is no JSON"},
		{"another file", "date;pain\n", "the file: is broken off or is no JSON, near byte"},
		{"a list", "[]", "the file: is not what it should be"},
		{"no version", `{}`, "version: is missing"},
		{"no version, but sessions", `{"sessions":[]}`, "version: is missing"},
		{"version 2", `{"version":2,"sessions":[]}`, "version: is 2; this catcow reads version 1"},
		{"version as text", `{"version":"1"}`, "version: is a string"},
		{"sessions as text", `{"version":1,"sessions":"many"}`, "sessions: is not what it should be"},
		{"cut off", documentText(goodSession, goodPEG)[:300], "the file: is broken off"},
		{"cut off at its end", strings.TrimSuffix(documentText(goodSession, goodPEG), "}"), "the file: is broken off"},
		{"pain 11", with(`"before":6`, `"before":11`), "sessions[1].before: is 11; want 0 to 10"},
		{"pain of a hurt", with(`"pain":6`, `"pain":-2`), "sessions[1].hurts[0].pain: is -2; want -1 to 10"},
		{"pain as text", with(`"before":6`, `"before":"6"`), "sessions[1].before: is a string; want int"},
		{"year 9999", with(`"started":"2026`, `"started":"9999`), "sessions[1].started: lies in the future"},
		{"year 1", with(`"started":"2026`, `"started":"0001`), "sessions[1].started: is before 1970"},
		{"no time", with(`"2026-11-17T07:00:00+01:00"`, `"yesterday"`), "sessions[1]: "},
		{"backwards", with(`"ended":"2026-11-17`, `"ended":"2026-11-16`), "sessions[1].ended: is before it started"},
		{"a stage in the future", with(`"at":"2026-11-17`, `"at":"2027-11-17`), "sessions[1].stages[0].at: lies in the future"},
		{"a zone that is none", with(`07:00:00+01:00`, `07:00:00+23:00`), "sessions[1].started: is in no time zone"},
		{"negative length", with(`"played_ns":600000000000`, `"played_ns":-1`), "sessions[1].played_ns: is no length"},
		{"endless length", with(`"planned_ns":600000000000`, `"planned_ns":9999999999999999`), "sessions[1].planned_ns: is no length"},
		{"many stages", with(`"plan_stages":3`, `"plan_stages":1000000000`), "sessions[1].plan_stages: is 1000000000; want 0 to 10000"},
		{"negative stage", with(`"next":3`, `"next":-3`), "sessions[1].next: is -3"},
		{"not a number", with(`"poses":1`, `"poses":1e99`), "sessions[1].poses: is a number 1e99; want int"},
		{"no id", with(`"id":"B"`, `"id":""`), "sessions[1].id: is no id"},
		{"an id that is none", with(`"id":"B"`, `"id":"../B"`), "sessions[1].id: is no id"},
		{"escape sequence", with(`"N"`, `"\u001b[2J"`), "sessions[1].name: holds characters that cannot be printed"},
		{"right to left", with(`"N"`, `"a\u202eb"`), "sessions[1].name: holds characters"},
		{"long name", with(`"N"`, `"`+strings.Repeat("N", 300)+`"`), "sessions[1].name: is too long"},
		{"another end", with(`"finished"`, `"won"`), `sessions[1].end: is none of "", "finished"`},
		{"PEG", documentText(goodSession, strings.Replace(goodPEG, `"activity":5`, `"activity":50`, 1)), "peg[0].activity: is 50"},
	}
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			added, known, err := l.Import(t.Context(), strings.NewReader(test.text))
			oneLine(t, err, test.want)
			if added != 0 || known != 0 || len(sessions(t, l)) != 0 {
				t.Errorf("%d added, %d known", added, known)
			}
		})
	}
	if added, known, err := l.Import(t.Context(), strings.NewReader(documentText(goodSession+","+goodSession, goodPEG))); added != 2 || known != 1 || err != nil {
		t.Errorf("the good one: %d added, %d known, %v", added, known, err)
	}
	intact(t, l.folder)
}

// A file without end is given up.
func TestImportEndless(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	_, _, err := l.Import(t.Context(), zeros{})
	oneLine(t, err, "the file: is too large")
	_, _, err = l.Import(t.Context(), strings.NewReader(`{"version":1,"sessions":`+strings.Repeat("[", 100_000)))
	oneLine(t, err, "the file: is broken off or is no JSON")
}

type zeros struct{}

func (zeros) Read(into []byte) (int, error) { return len(into), nil }

// A shell that writes a file anew in its own way takes nothing from it.
func TestImportEncodings(t *testing.T) {
	text := strings.ReplaceAll(documentText(strings.Replace(goodSession, `"N"`, `"Rücken 🐈"`, 1), goodPEG), ",", ",\r\n")
	units := utf16.Encode([]rune(text))
	little, big := []byte{}, []byte{}
	for _, u := range units {
		little, big = binary.LittleEndian.AppendUint16(little, u), binary.BigEndian.AppendUint16(big, u)
	}
	for name, raw := range map[string]string{
		"UTF-8":                     text,
		"UTF-8 with a mark":         "\ufeff" + text,
		"UTF-16":                    string(little),
		"UTF-16 with a mark":        "\xff\xfe" + string(little),
		"UTF-16 the other way":      string(big),
		"the other way with a mark": "\xfe\xff" + string(big),
	} {
		l := mustOpen(t, t.TempDir(), newClock())
		added, _, err := l.Import(t.Context(), iotest.OneByteReader(strings.NewReader(raw)))
		if err != nil || added != 2 || sessions(t, l)[0].Name != "Rücken 🐈" {
			t.Errorf("%s: %d, %v", name, added, err)
		}
	}
	l := mustOpen(t, t.TempDir(), newClock())
	_, _, err := l.Import(t.Context(), strings.NewReader(string(little[:401])))
	oneLine(t, err, "is broken off")
}

// A reader that fails is an error, and nothing gets in.
func TestImportBrokenReader(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	r := io.MultiReader(strings.NewReader(documentText(goodSession, "")[:500]), brokenReader{})
	_, _, err := l.Import(t.Context(), r)
	oneLine(t, err, "the cable is out")
	if n := len(sessions(t, l)); n != 0 {
		t.Errorf("%d sessions", n)
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errCable }

var errCable = fault{"usb", "the cable is out"}

// While the log cannot be written to, an import says so.
func TestImportWithoutDatabase(t *testing.T) {
	c := newClock()
	l, _ := openNowhere(t, c, "catcow")
	_, _, err := l.Import(t.Context(), strings.NewReader(documentText(goodSession, "")))
	oneLine(t, err, "the log cannot be read (catcow is not a folder)")
}

// Whatever is in a file: an error or a log that is whole, and the same file again
// adds nothing.
func FuzzImport(f *testing.F) {
	f.Add(documentText(goodSession, goodPEG))
	f.Add(documentText("", ""))
	f.Add(documentText(goodSession+","+strings.Replace(goodSession, `"A"`, `"B"`, 1), ""))
	f.Add(`{"version":1,"x":{"y":[1,2]},"sessions":[{}]}`)
	f.Add(`{"version":1,"peg":[` + goodPEG + `,` + goodPEG + `]}`)
	c := newClock()
	l := mustOpen(f, f.TempDir(), c)
	f.Fuzz(func(t *testing.T, text string) {
		added, known, err := l.Import(t.Context(), strings.NewReader(text))
		if err != nil {
			if added != 0 || known != 0 || strings.Contains(err.Error(), "\n") || clean(err.Error(), 1000) != err.Error() {
				t.Fatalf("%d added, %d known, %q", added, known, err)
			}
			return
		}
		again, all, err := l.Import(t.Context(), strings.NewReader(text))
		if err != nil || again != 0 || all != added+known {
			t.Fatalf("again: %d added, %d known, %v; were %d and %d", again, all, err, added, known)
		}
		if _, err := l.Progress(t.Context(), 8); err != nil {
			t.Fatal(err)
		}
		for pose, level := range mustLevels(t, l) {
			if level < 0 || level > 1 {
				t.Fatalf("%s: %v", pose, level)
			}
		}
		out := export(t, l, JSON, time.Time{})
		if _, _, err := l.Import(t.Context(), strings.NewReader(out)); err != nil {
			t.Fatalf("does not take back what it gave: %v", err)
		}
	})
}

// A clock that lost its battery begins in 1970 by UTC, which is the year before in the
// west.
func TestImportFromAClockWithoutABattery(t *testing.T) {
	c := newClock()
	c.set(time.Unix(60, 0).In(time.FixedZone("EST", -5*3600)))
	from := mustOpen(t, t.TempDir(), c)
	s := begin(from, c)
	play(from, c, s, 0, 9)
	finish(from, s, Finished)
	text := export(t, from, JSON, time.Time{})
	into := mustOpen(t, t.TempDir(), newClock())
	if added, _, err := into.Import(t.Context(), strings.NewReader(text)); err != nil || added != 1 {
		t.Errorf("%d added, %v", added, err)
	}
}
