package history

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/ncruces/go-sqlite3"
)

var (
	errLate       = errors.New("the log was not written to its end in time: the disk does not answer")
	errLocked     = errors.New("the log cannot be locked; it may be in use by another program")
	errOther      = errors.New("the log was replaced by another program just now; do this once more")
	errClosed     = errors.New("the log is closed")
	errNoDatabase = errors.New("the log cannot be written to just now; run catcow doctor to see why")
	errUnread     = errors.New("some of what was kept beside the log cannot be read; it stays in history.waiting, under names that end in .unread")
	errMoved      = errors.New("the log was removed or replaced by another program; what this catcow knows was brought over")
	errBrokenOff  = errors.New("the log broke off while it was read, and is mended now; do this once more to have all of it")
	errGone       = errors.New("that session is over; begin a new one")
	errTaken      = errors.New("another catcow goes on with that session already")
)

const (
	newerText    = "the log was written by a newer catcow (version %d); use that one"
	stuckText    = "the log is damaged and cannot be moved aside (%s); close every other catcow, then start again"
	driverText   = "the log cannot be opened (%s); there may be too little memory"
	faultText    = "another program has cut off a file of the log; start again to have it mended"
	lostText     = "the last of the log could be written nowhere and is lost (%s)"
	mendedText   = "the log was damaged: %s could be read and brought over; the old file is kept as %s"
	noFormatText = "no format %q; want csv, html, ics, json or md"

	longText        = "is too long; want at most %d bytes"
	rangeText       = "is %d; want %d to %d"
	unknownEndText  = `is none of "", "finished", "ended early", "interrupted"`
	versionText     = "is %d; this catcow reads version %d"
	typeText        = "is a %s; want %s"
	unprintableText = "holds characters that cannot be printed"
	lengthText      = "is no length of time that a session can have"
	pastText        = "is before 1970"
	futureText      = "lies in the future; check the clock of this machine and of the other"
	offsetText      = "is in no time zone that there is"
	backwardsText   = "is before it started"
	badIDText       = "is no id; want letters, digits and -, at most 64"
	noVersionText   = "is missing; want a file written by catcow export --format json"
	notExportText   = "is not what it should be; want a file written by catcow export --format json"
	noJSONText      = "is broken off or is no JSON, near byte %d; export it again"
	largeText       = "is too large to be a log of sessions"

	pageTitleText = "Yoga for the back: what was done"
	pageWhatText  = "Written by catcow, a program that guides through gentle movement for ordinary back pain. " +
		"It shows what was done and what the person entered. It diagnoses nothing."
	pagePainText = "Pain is rated from 0, no pain, to 10, the worst pain one can think of, before and after a session. " +
		"A rating may be left out."
	pagePEGText = "PEG is the mean of three ratings of the past week, each from 0 to 10, higher being worse: pain on average, " +
		"how much it interfered with enjoying life, and with general activity (Krebs 2009)."
	pageEmptyText = "Nothing was logged in this time."
	pageRuleText  = "A change is called meaningful at 2 points and 30 % of the first value (Ostelo 2008)."
	pageWeeksText = "Means of the week. What counts as a session went on for a minute or more, or was finished with a pose done to its end; " +
		"all else counts as time. – is no rating."

	goesOnText = "the session goes on; "
	keptText   = "what is to be logged is kept beside it and taken in later"
	unkeptText = "nothing is kept unless that is mended before you leave"
)

// explain says on one line what is wrong with the log and what to do.
func explain(err error) error {
	var file fileError
	switch {
	case err == nil, errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case isFull(err):
		return errors.New("the disk is full; make some space on it")
	case errors.As(err, &file):
		return cannot(file.what, err)
	case errors.Is(err, errHeld), hasCode(err, sqlite3.BUSY, sqlite3.LOCKED):
		return errors.New("the log is in use by another program")
	case hasCode(err, sqlite3.PROTOCOL):
		return errLocked
	case hasCode(err, sqlite3.READONLY, sqlite3.PERM):
		return errors.New("the log can only be read; make its file and its folder yours")
	case hasCode(err, sqlite3.CANTOPEN):
		return cannot("opened", err)
	case hasCode(err, sqlite3.IOERR):
		return cannot(undone(err), err)
	case isDamage(err):
		return errors.New("the log is damaged; start again, and it will be mended")
	}
	return err
}

// cannot is about a file of the log that something cannot be done with, and why, where
// the system says it.
func cannot(what string, err error) error {
	var why syscall.Errno
	switch {
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("the log cannot be %s (%w); make its file and its folder yours", what, fs.ErrPermission)
	case errors.As(err, &why):
		return fmt.Errorf("the log cannot be %s (%s)", what, clean(why.Error(), limitName))
	case errors.As(err, &fileError{}):
		return fmt.Errorf("the log cannot be %s (%s)", what, reason(err))
	}
	return fmt.Errorf("the log cannot be %s; look at its disk", what)
}

// undone is what SQLite could not do with a file: "read".
func undone(err error) string {
	is := func(codes ...sqlite3.ExtendedErrorCode) bool {
		return slices.ContainsFunc(codes, func(c sqlite3.ExtendedErrorCode) bool { return errors.Is(err, c) })
	}
	switch {
	case is(sqlite3.IOERR_WRITE, sqlite3.IOERR_FSYNC, sqlite3.IOERR_DIR_FSYNC, sqlite3.IOERR_TRUNCATE, sqlite3.IOERR_DELETE,
		sqlite3.IOERR_BEGIN_ATOMIC, sqlite3.IOERR_COMMIT_ATOMIC, sqlite3.IOERR_ROLLBACK_ATOMIC):
		return "written"
	case is(sqlite3.IOERR_LOCK, sqlite3.IOERR_RDLOCK, sqlite3.IOERR_UNLOCK, sqlite3.IOERR_CHECKRESERVEDLOCK, sqlite3.IOERR_SHMLOCK,
		sqlite3.IOERR_BLOCKED):
		return "locked"
	case is(sqlite3.IOERR_SHMOPEN, sqlite3.IOERR_SHMSIZE, sqlite3.IOERR_SHMMAP, sqlite3.IOERR_NOMEM):
		return "opened"
	}
	return "read"
}

// notFileText is about what is in the place of a file and is none.
func notFileText(info fs.FileInfo) string {
	what := "not a file"
	if info.IsDir() {
		what = "a folder"
	}
	return info.Name() + " is " + what
}

// deadLinkText is about a link to what is not there, or cannot be reached.
func deadLinkText(path string) string {
	return clean(filepath.Base(path), limitName) + " is a link that leads nowhere"
}

// unreadable is about what is in the place of the log.
func unreadable(text string) error { return fmt.Errorf("the log cannot be read (%s)", text) }

// countText is a number of things: "1 session", "2 sessions".
func countText(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return strconv.Itoa(n) + " " + thing
}

// poseText is an id as one would write it: "supine twist".
func poseText(id string) string { return strings.ReplaceAll(id, "-", " ") }

// endText is how a session ended, as it is shown.
func endText(end string) string {
	if end == "" {
		return "cut off"
	}
	return end
}

// changeText says what the rule of [Change] makes of weekly means.
func changeText(what string, c Change) string {
	if !c.Known {
		return what + ": too few weeks with values to compare"
	}
	text := fmt.Sprintf("%s: %.1f in the first two weeks with values, %.1f in the last two: ", what, c.Baseline, c.Latest)
	switch c.Direction {
	case Better:
		return text + "a meaningful change for the better"
	case Worse:
		return text + "a meaningful change for the worse"
	case NoChange:
	}
	return text + "no meaningful change"
}
