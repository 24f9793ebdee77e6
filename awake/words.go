package awake

// What is said of the ways, and what a bus says of us.
const (
	tryingText      = "looking whether this works"
	noDesktopText   = "the desktop offers nothing on the session bus"
	noServiceText   = "logind is not running"
	silentText      = "no answer"
	deniedText      = "not allowed here"
	desktopTodoText = "start catcow inside the desktop's session, or switch the display's sleep off in its settings"
	logindTodoText  = "needs systemd-logind or elogind; without it, switch the display's sleep off in the settings"
	macTodoText     = "switch the display's sleep off in System Settings"
	windowsTodoText = "switch the display's sleep off in the power settings"
)
