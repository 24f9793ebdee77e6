package history

import "time"

// Begin writes a new session and gives it back with its ID, at once. It is marked
// as being played by this process until it is finished or the process ends.
func (l *Log) Begin(s Session) Session {
	s.ID = newID()
	if s.Started.IsZero() {
		s.Started = l.now()
	}
	if s.Ended.Before(s.Started) {
		s.Ended = s.Started
	}
	r := recordOf(s, l.now())
	r.run = l.run.id
	l.mu.Lock()
	l.known[s.ID] = r
	l.mu.Unlock()
	l.push(op{Do: doBegin, ID: s.ID, At: s.Started, Session: &r})
	return s
}

// Stage writes a stage that is over. It adds to the time played, and the session
// stands at the stage after it. A stage gone through twice is told twice.
func (l *Log) Stage(id string, s Stage) {
	if s.At.IsZero() {
		s.At = l.now()
	}
	r := recordStage(s)
	l.tell(op{Do: doStage, ID: id, At: s.At, Stage: &r})
}

// Update writes that the rest of the plan has changed: how many stages there are
// now, how long they are together, and how to compile the plan again.
func (l *Log) Update(id string, stages int, planned time.Duration, again string) {
	l.tell(op{Do: doUpdate, ID: id, Stages: stages, Planned: millis(planned), Again: line(again, limitText)})
}

// Finish writes how a session ended: [Finished], [EndedEarly] or [Interrupted].
func (l *Log) Finish(id, end string) {
	l.tell(op{Do: doFinish, ID: id, End: line(end, limitName)})
}

// Hurt writes that something hurt.
func (l *Log) Hurt(h Hurt) {
	if h.At.IsZero() {
		h.At = l.now()
	}
	r := recordHurt(h)
	l.tell(op{Do: doHurt, ID: h.Session, At: h.At, Hurt: &r})
}

// CheckIn writes a rating of pain before or after a session, 0 to 10, and in
// place of one given earlier. Anything else than 0 to 10 means that none was
// given. The regions that hurt are those before.
func (l *Log) CheckIn(session string, after bool, pain int, where []string) {
	do := doBefore
	if after {
		do = doAfter
	}
	l.tell(op{Do: do, ID: session, Pain: rating(&pain), Where: lines(where)})
}

// PEG writes an answer to the three questions.
func (l *Log) PEG(p PEG) {
	if p.At.IsZero() {
		p.At = l.now()
	}
	r := recordPEG(p)
	l.push(op{Do: doPEG, At: p.At, PEG: &r})
}

// Dismiss says that a session which was cut off is not to go on.
func (l *Log) Dismiss(id string) { l.tell(op{Do: doDismiss, ID: id}) }

// tell is push for what belongs to a session; one with no ID is not logged.
func (l *Log) tell(o op) {
	if !isID(o.ID) {
		return
	}
	if o.At.IsZero() {
		o.At = l.now()
	}
	l.push(o)
}
