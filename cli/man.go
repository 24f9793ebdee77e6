package cli

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "man",
		Short: "the manual page",
		Long:  `Print the manual page, made from what the commands say about themselves.`,
		Example: `  catcow man | man -l -
  catcow man > catcow.1`,
		RunE: func(c *cobra.Command, _ []string) error {
			a.printManual(c.Root())
			return nil
		},
	}
}

// printManual prints the commands in the language of man.
func (a *app) printManual(root *cobra.Command) {
	about, _, _ := strings.Cut(root.Long, "\n\n")
	m := manual{}
	m.request(".TH CATCOW 1 \"\" \"catcow " + roff(a.Version()) + "\"")
	m.section("NAME", `catcow \- `+manualName)
	m.section("SYNOPSIS")
	m.request(".B catcow\n.RI [ COMMAND ]")
	m.section("DESCRIPTION", roff(about))
	m.section("COMMANDS")
	m.commands(root)
	m.section("EXIT STATUS")
	for _, code := range exitCodes() {
		m.request(".TP\n.B " + code[0] + "\n" + roff(code[1]))
	}
	m.section("FILES")
	for _, file := range manualFiles() {
		m.request(".TP\n.I " + roff(file[0]) + "\n" + roff(file[1]))
	}
	fmt.Fprint(a.out, m.String())
}

// manual is a page in the making.
type manual struct{ strings.Builder }

func (m *manual) request(text string) { fmt.Fprintln(m, text) }

func (m *manual) section(title string, lines ...string) {
	m.request(".SH " + title)
	for _, line := range lines {
		m.request(line)
	}
}

// commands describes the commands under one, and those under them.
func (m *manual) commands(c *cobra.Command) {
	for _, sub := range c.Commands() {
		if !sub.IsAvailableCommand() || sub.Name() == "help" || c.Name() == "completion" {
			continue // the shells' own help says how they want it
		}
		m.request(".SS " + roff(strings.TrimSuffix(sub.UseLine(), " [flags]")))
		about := cmp.Or(sub.Long, sub.Short+".")
		m.request(strings.ReplaceAll(roff(about), "\n\n", "\n.PP\n"))
		sub.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Hidden {
				return
			}
			value, usage := pflag.UnquoteUsage(f)
			name := "--" + f.Name
			if f.Shorthand != "" {
				name = "-" + f.Shorthand + ", " + name
			}
			m.request(".TP\n" + strings.TrimSpace(`\fB`+roff(name)+`\fR `+roff(value)) + "\n" + roff(usage))
		})
		if sub.Example != "" {
			m.request(".PP\n.EX\n" + roff(sub.Example) + "\n.EE")
		}
		m.commands(sub)
	}
}

// roff keeps a text from being read as requests, and spells what is not ASCII.
func roff(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\\':
			b.WriteString(`\e`)
		case r == '-':
			b.WriteString(`\-`)
		case r > '~':
			fmt.Fprintf(&b, `\[u%04X]`, r)
		default:
			b.WriteRune(r)
		}
	}
	lines := strings.Split(b.String(), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
