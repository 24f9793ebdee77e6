package device

// What a person reads about the ways to play sound.

const (
	noServerText      = "no PulseAudio or PipeWire server answers"
	noSinkText        = "the PulseAudio or PipeWire server has nothing to play on"
	serverRefusesText = "there is a PulseAudio or PipeWire server, but it refuses"
	notInstalledText  = "not installed"
	notStartedText    = "there, but cannot be started"
	exitsText         = "there, but has nothing to play on"
	builtInText       = "part of the system"
	noAnswerText      = "the sound of the system does not answer"
)
