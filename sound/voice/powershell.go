package voice

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"path/filepath"
	"strconv"

	"catcow/sound/mix"
)

// sapiScript is all of PowerShell that is run. Each line that it reads is a verb and a text in base64, so nothing of a text
// is ever taken for PowerShell; each is answered by one line: ok and perhaps something in base64, or no and why not, in
// base64 too. It ends with its input. There is no double quote in it, so it needs no escaping as an argument.
const sapiScript = `$ErrorActionPreference = 'Stop';
$u = New-Object System.Text.UTF8Encoding $false;
function Send($word, [byte[]]$bytes) { [Console]::Out.WriteLine($word + ' ' + [Convert]::ToBase64String($bytes)); [Console]::Out.Flush() };
try { Add-Type -AssemblyName System.Speech; $s = New-Object System.Speech.Synthesis.SpeechSynthesizer }
catch { Send 'no' $u.GetBytes($_.Exception.Message); exit };
Send 'ok' $u.GetBytes($PSVersionTable.PSVersion.ToString());
while ($null -ne ($l = [Console]::In.ReadLine())) {
  try {
    $w = $l.Split(' ');
    $t = $u.GetString([Convert]::FromBase64String($w[1]));
    $r = [byte[]]@();
    switch ($w[0]) {
      'voice'  { $s.SelectVoice($t) }
      'rate'   { $s.Rate = [int]$t }
      'render' {
        $m = New-Object System.IO.MemoryStream;
        $s.SetOutputToWaveStream($m);
        $s.Speak($t);
        $s.SetOutputToNull();
        $r = $m.ToArray()
      }
    };
    Send 'ok' $r
  } catch { Send 'no' $u.GetBytes($_.Exception.Message) }
}`

// powerShell is the voices of Windows, through System.Speech, in one PowerShell that is kept: each start takes long. Rate is
// ten times the logarithm to base 3 of words a minute ÷ 175. It is powershell.exe 5.1 and not pwsh, which has no System.Speech that works.
func (machine) powerShell(ctx context.Context, s Settings, p program) (*Engine, error) {
	h := &helper{program: p, opening: []order{{"rate", strconv.Itoa(s.sapiRate())}}}
	if s.Name != "" {
		h.opening = append(h.opening, order{"voice", s.Name})
	}
	e := &Engine{
		Close: h.close,
		Render: func(ctx context.Context, text string) (mix.Clip, error) {
			file, err := h.ask(ctx, order{"render", text})
			if err != nil {
				return mix.Clip{}, err
			}
			return readWAV(file)
		},
	}
	if _, err := h.ask(ctx); err != nil {
		if _, refused := errors.AsType[refusal](err); refused && s.Name != "" {
			return nil, noSuchVoice(s.Name)
		}
		return nil, err
	}
	e.version = "PowerShell " + h.greeting
	return e, nil
}

// sapiCommand is the PowerShell that comes with Windows, wherever another of that name may be.
func (m machine) sapiCommand() []string {
	path := "powershell.exe"
	if root := m.getenv("SystemRoot"); root != "" {
		path = filepath.Join(root, "System32", "WindowsPowerShell", "v1.0", path)
	}
	return []string{path, "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", sapiScript}
}

// order is one line to the helper.
type order struct{ verb, text string }

func (o order) line() string {
	return o.verb + " " + base64.StdEncoding.EncodeToString([]byte(o.text)) + "\n"
}

// refusal is why the helper did not do what it was told, in its own words.
type refusal string

func (r refusal) Error() string { return quoted(string(r)) }

// reply reads one line of the helper.
func reply(line []byte) ([]byte, error) {
	word, coded, _ := bytes.Cut(bytes.TrimSpace(line), []byte(" "))
	text := make([]byte, base64.StdEncoding.DecodedLen(len(coded)))
	n, err := base64.StdEncoding.Decode(text, coded)
	text = text[:n]
	switch {
	case err != nil || string(word) != "ok" && string(word) != "no":
		return nil, refusal(line)
	case string(word) == "no":
		return nil, refusal(text)
	}
	return text, nil
}
