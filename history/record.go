package history

import "time"

// record is a session with everything that belongs to it, as it is exported and
// as it goes from one database into another.
type record struct {
	ID      string        `json:"id"`
	Routine string        `json:"routine"`
	Name    string        `json:"name"`
	Started time.Time     `json:"started"`
	Ended   time.Time     `json:"ended"`
	Zone    string        `json:"zone"`
	End     string        `json:"end,omitempty"`
	Played  int64         `json:"played_ms"`
	Planned int64         `json:"planned_ms"`
	Poses   int           `json:"poses"`
	Done    int           `json:"done"`
	Stages  int           `json:"stages"`
	Stage   int           `json:"stage"`
	Again   string        `json:"again,omitempty"`
	Before  *int          `json:"pain_before,omitempty"`
	After   *int          `json:"pain_after,omitempty"`
	Where   []string      `json:"where,omitempty"`
	Leg     bool          `json:"leg,omitempty"`
	Changed time.Time     `json:"changed"`
	Log     []stageRecord `json:"log,omitempty"`
	Hurts   []hurtRecord  `json:"hurts,omitempty"`

	run       string
	dismissed bool
}

type stageRecord struct {
	Index   int       `json:"index"`
	Kind    string    `json:"kind"`
	Pose    string    `json:"pose"`
	Variant string    `json:"variant,omitempty"`
	Side    string    `json:"side,omitempty"`
	Item    int       `json:"item"`
	Set     int       `json:"set"`
	Planned int64     `json:"planned_ms"`
	Played  int64     `json:"played_ms"`
	Skipped bool      `json:"skipped,omitempty"`
	Last    bool      `json:"last,omitempty"`
	At      time.Time `json:"at"`
}

type hurtRecord struct {
	Pose    string    `json:"pose"`
	Variant string    `json:"variant,omitempty"`
	Stage   int       `json:"stage"`
	At      time.Time `json:"at"`
	Pain    *int      `json:"pain,omitempty"`
	Leg     bool      `json:"leg,omitempty"`
	Choice  string    `json:"choice,omitempty"`
}

type pegRecord struct {
	At        time.Time `json:"at"`
	Zone      string    `json:"zone"`
	Pain      int       `json:"pain"`
	Enjoyment int       `json:"enjoyment"`
	Activity  int       `json:"activity"`
}

func recordOf(s Session, changed time.Time) record {
	zone := zoneOf(s.Started)
	r := record{
		ID: s.ID, Routine: line(s.Routine, limitName), Name: line(s.Name, limitName),
		Started: s.Started, Ended: s.Ended, Zone: zone, End: line(s.End, limitName),
		Played: millis(s.Played), Planned: millis(s.Planned),
		Poses: s.Poses, Done: s.Done, Stages: s.Stages, Stage: s.Stage,
		Again: line(s.Again, limitText), Before: rating(s.Before), After: rating(s.After),
		Leg: s.Leg, Changed: changed,
	}
	if r.Ended.Before(r.Started) {
		r.Ended = r.Started
	}
	r.Where = lines(s.Where)
	return r
}

func (r record) session() Session {
	return Session{
		ID: r.ID, Routine: r.Routine, Name: r.Name, Started: r.Started, Ended: r.Ended, End: r.End,
		Played: length(r.Played), Planned: length(r.Planned), Poses: r.Poses, Done: r.Done,
		Stages: r.Stages, Stage: r.Stage, Again: r.Again, Before: r.Before, After: r.After,
		Where: r.Where, Leg: r.Leg,
	}
}

func recordStage(s Stage) stageRecord {
	return stageRecord{
		Index: s.Index, Kind: line(s.Kind, limitName), Pose: line(s.Pose, limitName),
		Variant: line(s.Variant, limitName), Side: line(s.Side, limitName), Item: s.Item, Set: s.Set,
		Planned: millis(s.Planned), Played: millis(s.Played), Skipped: s.Skipped, Last: s.Last, At: s.At,
	}
}

func recordHurt(h Hurt) hurtRecord {
	return hurtRecord{
		Pose: line(h.Pose, limitName), Variant: line(h.Variant, limitName), Stage: h.Stage, At: h.At,
		Pain: rating(&h.Pain), Leg: h.Leg, Choice: line(h.Choice, limitName),
	}
}

func recordPEG(p PEG) pegRecord {
	zone := zoneOf(p.At)
	return pegRecord{
		At: p.At, Zone: zone,
		Pain: min(max(p.Pain, 0), 10), Enjoyment: min(max(p.Enjoyment, 0), 10), Activity: min(max(p.Activity, 0), 10),
	}
}

func (p pegRecord) answer() PEG {
	return PEG{At: p.At, Pain: p.Pain, Enjoyment: p.Enjoyment, Activity: p.Activity}
}

// rating is a rating of pain; nil if it is none, or outside of 0 to 10.
func rating(pain *int) *int {
	if pain == nil || *pain < 0 || *pain > 10 {
		return nil
	}
	return new(*pain)
}
