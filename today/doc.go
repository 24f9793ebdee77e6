// Package today makes a session for one person and one day: it chooses poses, and
// fits a routine into the minutes there are.
//
// It is pure: what was done lately, what hurts and which day it is are handed to
// it, and the same answers give the same session.
//
// The order is that of a class. Whoever is led arrives and warms up, works,
// unwinds and rests, and goes down towards the floor once, without getting up
// again in between.
package today
