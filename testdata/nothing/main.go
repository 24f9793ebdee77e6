// Nothing is a Go program that does nothing, to measure against.
package main

func main() {}
