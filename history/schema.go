package history

// The numbers in the tables: instants in nanoseconds since 1970 UTC, lengths in
// milliseconds, days of the local calendar since 1970-01-01, weeks of them from
// Monday to Sunday since that of 1969-12-29.
//
// The tables pose and day follow from the sessions, and are written together with
// them, so that levels and progress are read without going through the sessions.

// schema is how a database of each version becomes one of the next: the first
// makes version 1 from nothing. What was once given out is never changed here.
func schema() []string { return []string{version1, version2} }

const version1 = `
CREATE TABLE session (
	n           INTEGER PRIMARY KEY,
	id          TEXT    NOT NULL UNIQUE,
	routine     TEXT    NOT NULL,
	name        TEXT    NOT NULL,
	started     INTEGER NOT NULL,
	zone        TEXT    NOT NULL,
	zone_offset INTEGER NOT NULL,            -- seconds east of UTC
	day         INTEGER NOT NULL,
	ended       INTEGER NOT NULL,
	outcome     TEXT    NOT NULL,            -- '' while it runs or if it was cut off
	played      INTEGER NOT NULL,
	planned     INTEGER NOT NULL,
	poses       INTEGER NOT NULL,
	done        INTEGER NOT NULL,
	plan_stages INTEGER NOT NULL,
	next        INTEGER NOT NULL,            -- the stage to go on with
	plan        TEXT    NOT NULL,
	pain_before INTEGER,
	pain_after  INTEGER,
	regions     TEXT    NOT NULL,            -- one a line
	leg         INTEGER NOT NULL,
	counted     INTEGER NOT NULL,            -- 1 if it counts as a session, 0 if only as minutes
	run         TEXT    NOT NULL,            -- who plays it or played it last
	dismissed   INTEGER NOT NULL,            -- 1 if it is not to go on
	changed     INTEGER NOT NULL,            -- of two states of a session the later one counts
	detail      TEXT    NOT NULL             -- its stages and what hurt, as JSON
) STRICT;
CREATE INDEX session_started ON session (started, id);
CREATE INDEX session_day ON session (day);
CREATE INDEX session_open ON session (n) WHERE outcome = '' AND dismissed = 0;

CREATE TABLE pose (                          -- what a session says about a pose
	session     INTEGER NOT NULL,
	pose        TEXT    NOT NULL,
	at          INTEGER NOT NULL,            -- when the session started
	day         INTEGER NOT NULL,
	whole       INTEGER NOT NULL,            -- times it was done to the end
	skipped     INTEGER NOT NULL,            -- times it was not
	hurt        INTEGER NOT NULL,            -- times it hurt
	tenths      INTEGER NOT NULL,            -- its level after the session
	comfortable INTEGER NOT NULL,            -- completions since the last step
	last        INTEGER NOT NULL,            -- the start of the last session that counted
	PRIMARY KEY (session, pose)
) STRICT, WITHOUT ROWID;
CREATE INDEX pose_at ON pose (pose, at);
CREATE INDEX pose_trouble ON pose (day, hurt, skipped) WHERE hurt > 0 OR skipped > 0;

CREATE TABLE day (
	day      INTEGER PRIMARY KEY,
	sessions INTEGER NOT NULL,
	played   INTEGER NOT NULL,
	before   INTEGER NOT NULL,               -- sum of pain
	befores  INTEGER NOT NULL,               -- how many gave it
	after    INTEGER NOT NULL,
	afters   INTEGER NOT NULL
) STRICT;

CREATE TABLE peg (
	at          INTEGER PRIMARY KEY,
	zone        TEXT    NOT NULL,
	zone_offset INTEGER NOT NULL,
	day         INTEGER NOT NULL,
	pain        INTEGER NOT NULL,
	enjoyment   INTEGER NOT NULL,
	activity    INTEGER NOT NULL
) STRICT;

CREATE TABLE machine (id TEXT NOT NULL) STRICT; -- by which name it writes for others

CREATE TABLE synced (                        -- files that are taken in, or written for others
	name  TEXT    PRIMARY KEY,
	size  INTEGER NOT NULL,
	time  INTEGER NOT NULL,
	stamp TEXT    NOT NULL                   -- of what was written
) STRICT, WITHOUT ROWID;
`

const version2 = `ALTER TABLE pose ADD COLUMN part INTEGER NOT NULL DEFAULT 0; -- times it was done in part; before, it was among the skipped`
