package sound

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"catcow/sound/device"
	"catcow/sound/voice"
)

// A panic in the background is told, whichever task it is of.
func TestFaultIsTold(t *testing.T) {
	broken := []device.Backend{{
		Name: "broken",
		Look: func(context.Context) (string, error) { panic("a horn with no bell") },
		Open: func(context.Context, device.Fill, func() time.Time) (device.Device, error) {
			panic("a horn with no bell")
		},
	}}
	mute := func(context.Context, voice.Settings) (*voice.Engine, error) { return nil, errors.ErrUnsupported }
	loud := func(context.Context, voice.Settings) (*voice.Engine, error) { panic("a horn with no bell") }
	for name, p := range map[string]parts{"device": {broken, mute}, "voice": {nil, loud}} {
		t.Run(name, func(t *testing.T) {
			told := make(chan string, 2)
			s := everything()
			s.Fault = func(value any, stack []byte) { told <- fmt.Sprint(value, string(stack)) }
			o := open(s, time.Now, p)
			defer o.Close()
			if got := <-told; !strings.Contains(got, "no bell") || !strings.Contains(got, "fault_test.go") {
				t.Errorf("told %q", got)
			}
		})
	}
}
