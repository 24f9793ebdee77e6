//go:build linux || freebsd || openbsd || netbsd

package awake

import (
	"context"
	"errors"
	"strings"
	"sync"
	"time"

	"github.com/godbus/dbus/v5"
)

// mostAsking is how long the buses have to answer.
const mostAsking = 3 * time.Second

// keep asks both buses, and holds what they grant until the context ends.
func keep(ctx context.Context, why string) {
	var both sync.WaitGroup
	both.Go(func() {
		asking, cancel := context.WithTimeout(ctx, mostAsking)
		defer cancel()
		if conn, all, err := desktop(asking, why); err == nil {
			<-ctx.Done()
			leave(conn, all)
		}
	})
	both.Go(func() {
		asking, cancel := context.WithTimeout(ctx, mostAsking)
		defer cancel()
		if file, err := logind(asking, why); err == nil {
			<-ctx.Done()
			_ = file.Close()
		}
	})
	both.Wait()
}

func leave(conn *dbus.Conn, all []granted) {
	for _, g := range all {
		g.release()
	}
	_ = conn.Close()
}

func ways(ctx context.Context) []Way {
	ctx, cancel := context.WithTimeout(ctx, mostAsking)
	defer cancel()
	var (
		both sync.WaitGroup
		all  [2]Way
	)
	both.Go(func() {
		all[0] = Way{Name: wayScreenSaver, Todo: desktopTodoText}
		conn, answers, err := desktop(ctx, tryingText)
		if err != nil {
			all[0].Why = reason(err)
			return
		}
		leave(conn, answers)
		var services []string
		for _, g := range answers {
			services = append(services, g.service)
		}
		all[0] = Way{Name: wayScreenSaver, Works: true, Why: strings.Join(services, ", ")}
	})
	both.Go(func() {
		all[1] = Way{Name: waySystemd, Todo: logindTodoText}
		file, err := logind(ctx, tryingText)
		if err != nil {
			all[1].Why = reason(err)
			return
		}
		_ = file.Close()
		all[1] = Way{Name: waySystemd, Works: true, Why: "org.freedesktop.login1"}
	})
	both.Wait()
	return all[:]
}

// reason is an error in a word or two; the bus's own are long.
func reason(err error) string {
	var answer dbus.Error
	switch {
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return silentText
	case errors.As(err, &answer) && answer.Name == "org.freedesktop.DBus.Error.ServiceUnknown",
		errors.As(err, &answer) && answer.Name == "org.freedesktop.DBus.Error.NameHasNoOwner":
		return noServiceText
	case errors.As(err, &answer) && answer.Name == "org.freedesktop.DBus.Error.AccessDenied",
		errors.As(err, &answer) && answer.Name == "org.freedesktop.DBus.Error.InteractiveAuthorizationRequired":
		return deniedText
	}
	text, _, _ := strings.Cut(err.Error(), "\n")
	return text
}
