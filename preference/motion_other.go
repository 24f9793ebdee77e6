//go:build !(linux || freebsd || openbsd || netbsd || windows || darwin)

package preference

import "context"

func readMotion(context.Context) Motion { return Motion{} }
