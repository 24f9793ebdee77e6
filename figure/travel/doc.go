// Package travel finds ways between postures: through places people pass, such as the knees and the side, none of it through the
// floor, through what stands there, or through the body itself.
package travel
