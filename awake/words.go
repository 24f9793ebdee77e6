//go:build linux || freebsd || openbsd || netbsd

package awake

// What is said of the buses, and what a bus says of us.
const (
	sayTrying      = "looking whether this works"
	sayNoSession   = "no session bus is running"
	sayNoSystem    = "no system bus is running"
	sayNoDesktop   = "the desktop offers nothing on the session bus"
	sayNoService   = "logind is not running"
	saySilent      = "no answer"
	sayDenied      = "not allowed here"
	sayDesktopTodo = "start catcow inside the desktop's session, or switch the display's sleep off in its settings"
	sayLogindTodo  = "needs systemd-logind or elogind; without it, switch the display's sleep off in the settings"
)
