// Package check finds what is wrong with a figure before anybody sees it: what floats, what is bent further than joints go, what is
// inside something else, what falls over, what glows where nothing is stretched.
package check
