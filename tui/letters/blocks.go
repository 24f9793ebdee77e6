package letters

import (
	"strings"
	"unicode"
)

// blockRows is how high the letters for terminals without blocks are: letters of an
// outline are not told apart in so few points, so these are drawn by hand.
const blockRows = 5

// blocks is a character a line, its rows from the top. What follows a row is the
// space to the next character.
const blocks = `
A| ## |#  #|####|#  #|#  #
B|### |#  #|### |#  #|### 
C| ##|#  |#  |#  | ##
D|### |#  #|#  #|#  #|### 
E|###|#  |## |#  |###
F|###|#  |## |#  |#  
G| ###|#   |# ##|#  #| ###
H|#  #|#  #|####|#  #|#  #
I|#|#|#|#|#
J|  #|  #|  #|# #| # 
K|#  #|# # |##  |# # |#  #
L|#  |#  |#  |#  |###
M|#   #|## ##|# # #|#   #|#   #
N|#   #|##  #|# # #|#  ##|#   #
O| ### |#   #|#   #|#   #| ### 
P|### |#  #|### |#   |#   
Q| ### |#   #|# # #|#  # | ## #
R|### |#  #|### |# # |#  #
S| ##|#  | # |  #|## 
T|###| # | # | # | # 
U|#  #|#  #|#  #|#  #| ## 
V|#   #|#   #| # # | # # |  #  
W|#   #|#   #|# # #|## ##|#   #
X|#   #| # # |  #  | # # |#   #
Y|#   #| # # |  #  |  #  |  #  
Z|####|  # | #  |#   |####
0| ## |#  #|#  #|#  #| ## 
1| #  |##  | #  | #  |### 
2|### |   #| ## |#   |####
3|### |   #| ## |   #|### 
4|#  #|#  #|####|   #|   #
5|####|#   |### |   #|### 
6| ## |#   |### |#  #| ## 
7|####|   #|  # | #  | #  
8| ## |#  #| ## |#  #| ## 
9| ## |#  #| ###|   #| ## 
.| | | | |#
,| | | |#|#
:| |#| |#| 
;| |#| |#|#
'|#|#| | | 
?|### |   #| ## |    | #  
!|#|#|#| |#
-|   |   |###|   |   
+|   | # |###| # |   
/|    |   #|  # | #  |#   
…|     |     |     |     |# # #
 |  |  |  |  |  
`

// blocked is a character of a terminal without blocks, if it is one of those drawn by
// hand: capitals, as high as the line; bars are as thick as stems are wide, or more.
func (f *Face) blocked(r rune) (glyph, bool) {
	_, found, ok := strings.Cut(blocks, "\n"+string(unicode.ToUpper(r))+"|")
	if !ok {
		return glyph{}, false
	}
	drawn, _, _ := strings.Cut(found, "\n")
	pattern := strings.Split(drawn, "|")
	scale := f.blockScale()
	g := glyph{w: (len(pattern[0]) + 1) * scale}
	g.points = make([]uint8, g.w*2*f.rows)
	for y := range 2 * f.rows {
		for x, mark := range pattern[f.blockRow(y/2)] {
			if mark != '#' {
				continue
			}
			for dx := range scale {
				g.points[y*g.w+x*scale+dx] = 255
			}
		}
	}
	return g, true
}

// blockScale is how many cells wide a stem is.
func (f *Face) blockScale() int { return max(f.rows/blockRows, 1) }

// blockRow is the row of a pattern that stands in a row of the terminal: stems are
// made longer, bars are not made thicker than they must.
func (f *Face) blockRow(y int) int {
	bar := f.blockScale()
	stems := max(f.rows-3*bar, 2)
	ends := [blockRows]int{bar, bar + (stems+1)/2, 2*bar + (stems+1)/2, 2*bar + stems}
	for i, end := range ends[:blockRows-1] {
		if y < end {
			return i
		}
	}
	return blockRows - 1
}
