// Package proctree ties a program to catcow, with all that the program starts: they end
// together.
package proctree
