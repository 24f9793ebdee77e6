package device

// What a person reads about the ways to play sound.

const (
	sayNoServer      = "no PulseAudio or PipeWire server answers"
	sayServerRefuses = "there is a PulseAudio or PipeWire server, but it refuses"
	sayNotInstalled  = "not installed"
	sayNotStarted    = "there, but cannot be started"
	sayExits         = "there, but has nothing to play on"
	sayBuiltIn       = "part of the system"
	sayNoAnswer      = "the sound of the system does not answer"
)
