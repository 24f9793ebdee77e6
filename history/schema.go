package history

// The numbers in the tables: instants in nanoseconds since 1970 UTC, lengths in
// milliseconds, days of the local calendar since 1970-01-01, weeks of them from
// Monday to Sunday since that of 1969-12-29.
//
// The tables day and poseweek are sums over session and pose, kept by triggers,
// so that progress is read without going through the sessions.

// schema is how a database of each version becomes one of the next: the first
// makes version 1 from nothing. What was once given out is never changed here.
func schema() []string { return []string{version1} }

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
	ended       INTEGER NOT NULL CHECK (ended >= started),
	outcome     TEXT    NOT NULL,            -- '' while it runs or if it was cut off
	played      INTEGER NOT NULL,
	planned     INTEGER NOT NULL,
	poses       INTEGER NOT NULL,
	done        INTEGER NOT NULL,
	stages      INTEGER NOT NULL,
	stage       INTEGER NOT NULL,            -- the first one not yet done
	again       TEXT    NOT NULL,
	pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
	pain_after  INTEGER CHECK (pain_after BETWEEN 0 AND 10),
	regions     TEXT    NOT NULL,            -- one a line
	leg         INTEGER NOT NULL,
	counted     INTEGER NOT NULL,            -- 1 if it counts as a session, 0 if only as minutes
	run         TEXT    NOT NULL,            -- who plays it or played it last
	dismissed   INTEGER NOT NULL,            -- 1 if it is not to go on
	changed     INTEGER NOT NULL             -- the instant of the last change
) STRICT;
CREATE INDEX session_started ON session (started);
CREATE INDEX session_open ON session (n) WHERE outcome = '' AND dismissed = 0;

CREATE TABLE stage (
	session INTEGER NOT NULL,
	nr      INTEGER NOT NULL,                -- in the order they were gone through, from 1
	place   INTEGER NOT NULL,                -- in the plan, from 0
	kind    TEXT    NOT NULL,
	pose    TEXT    NOT NULL,
	variant TEXT    NOT NULL,
	side    TEXT    NOT NULL,
	item    INTEGER NOT NULL,
	sets    INTEGER NOT NULL,
	planned INTEGER NOT NULL,
	played  INTEGER NOT NULL,
	skipped INTEGER NOT NULL,
	last    INTEGER NOT NULL,
	at      INTEGER NOT NULL,
	PRIMARY KEY (session, nr)
) STRICT, WITHOUT ROWID;

CREATE TABLE hurt (
	session INTEGER NOT NULL,
	nr      INTEGER NOT NULL,
	pose    TEXT    NOT NULL,
	variant TEXT    NOT NULL,
	place   INTEGER NOT NULL,
	at      INTEGER NOT NULL,
	pain    INTEGER CHECK (pain BETWEEN 0 AND 10),
	leg     INTEGER NOT NULL,
	choice  TEXT    NOT NULL,
	PRIMARY KEY (session, nr)
) STRICT, WITHOUT ROWID;

CREATE TABLE peg (
	at          INTEGER PRIMARY KEY,
	zone        TEXT    NOT NULL,
	zone_offset INTEGER NOT NULL,
	day         INTEGER NOT NULL,
	pain        INTEGER NOT NULL CHECK (pain BETWEEN 0 AND 10),
	enjoyment   INTEGER NOT NULL CHECK (enjoyment BETWEEN 0 AND 10),
	activity    INTEGER NOT NULL CHECK (activity BETWEEN 0 AND 10)
) STRICT;

CREATE TABLE pose (
	session INTEGER NOT NULL,
	pose    TEXT    NOT NULL,
	at      INTEGER NOT NULL,                -- when the session started
	week    INTEGER NOT NULL,
	whole   INTEGER NOT NULL,                -- times it was done to the end
	skipped INTEGER NOT NULL,                -- times it was not
	hurt    INTEGER NOT NULL,                -- times it hurt
	PRIMARY KEY (session, pose)
) STRICT, WITHOUT ROWID;
CREATE INDEX pose_at ON pose (pose, at);

CREATE TABLE level (
	pose        TEXT    PRIMARY KEY,
	tenths      INTEGER NOT NULL,
	comfortable INTEGER NOT NULL,            -- completions since the last step
	last        INTEGER NOT NULL             -- the start of the last session that counted
) STRICT, WITHOUT ROWID;

CREATE TABLE fold (session INTEGER PRIMARY KEY) STRICT; -- sessions that are not in level yet

CREATE TABLE taken (                        -- what was taken in from the files beside
	run  TEXT    PRIMARY KEY,
	upto INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE day (
	day      INTEGER PRIMARY KEY,
	sessions INTEGER NOT NULL,
	played   INTEGER NOT NULL,
	before   INTEGER NOT NULL,               -- sum of pain
	befores  INTEGER NOT NULL,               -- how many gave it
	after    INTEGER NOT NULL,
	afters   INTEGER NOT NULL
) STRICT;

CREATE TRIGGER session_in AFTER INSERT ON session BEGIN
	INSERT INTO day VALUES (new.day, new.counted, new.played,
		coalesce(new.pain_before, 0), new.pain_before IS NOT NULL,
		coalesce(new.pain_after, 0), new.pain_after IS NOT NULL)
	ON CONFLICT (day) DO UPDATE SET
		sessions = sessions + excluded.sessions, played = played + excluded.played,
		before = before + excluded.before, befores = befores + excluded.befores,
		after = after + excluded.after, afters = afters + excluded.afters;
END;
CREATE TRIGGER session_out AFTER DELETE ON session BEGIN
	UPDATE day SET
		sessions = sessions - old.counted, played = played - old.played,
		before = before - coalesce(old.pain_before, 0), befores = befores - (old.pain_before IS NOT NULL),
		after = after - coalesce(old.pain_after, 0), afters = afters - (old.pain_after IS NOT NULL)
	WHERE day = old.day;
END;
CREATE TRIGGER session_changed AFTER UPDATE OF counted, played, pain_before, pain_after ON session BEGIN
	UPDATE day SET
		sessions = sessions + new.counted - old.counted, played = played + new.played - old.played,
		before = before + coalesce(new.pain_before, 0) - coalesce(old.pain_before, 0),
		befores = befores + (new.pain_before IS NOT NULL) - (old.pain_before IS NOT NULL),
		after = after + coalesce(new.pain_after, 0) - coalesce(old.pain_after, 0),
		afters = afters + (new.pain_after IS NOT NULL) - (old.pain_after IS NOT NULL)
	WHERE day = new.day;
END;

CREATE TABLE poseweek (
	week             INTEGER NOT NULL,
	pose             TEXT    NOT NULL,
	hurt             INTEGER NOT NULL,
	hurt_sessions    INTEGER NOT NULL,
	skipped          INTEGER NOT NULL,
	skipped_sessions INTEGER NOT NULL,
	PRIMARY KEY (week, pose)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER pose_in AFTER INSERT ON pose WHEN new.hurt > 0 OR new.skipped > 0 BEGIN
	INSERT INTO poseweek VALUES (new.week, new.pose, new.hurt, new.hurt > 0, new.skipped, new.skipped > 0)
	ON CONFLICT (week, pose) DO UPDATE SET
		hurt = hurt + excluded.hurt, hurt_sessions = hurt_sessions + excluded.hurt_sessions,
		skipped = skipped + excluded.skipped, skipped_sessions = skipped_sessions + excluded.skipped_sessions;
END;
CREATE TRIGGER pose_out AFTER DELETE ON pose WHEN old.hurt > 0 OR old.skipped > 0 BEGIN
	UPDATE poseweek SET
		hurt = hurt - old.hurt, hurt_sessions = hurt_sessions - (old.hurt > 0),
		skipped = skipped - old.skipped, skipped_sessions = skipped_sessions - (old.skipped > 0)
	WHERE week = old.week AND pose = old.pose;
END;
`
