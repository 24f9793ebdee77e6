// Package author reads what authors write: the key poses of a figure, in the words of AUTHORING.md, and works them out.
//
// A table becomes [Draft]s, each over what it starts from; what is to be fitted and settled is solved; a [Figure] gives the postures
// of every setup on both sides. What an author writes never panics: it is read, or it is a [decode.Problem] with the key it stands at.
package author
