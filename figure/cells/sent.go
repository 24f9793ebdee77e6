package cells

// The bytes of what is sent: to go to a cell, to begin a change of colours, a colour, the terminal's own, a block.
const (
	bytesMove  = 6
	bytesStyle = 3
	bytesColor = 16
	bytesOwn   = 2
	bytesBlock = 3
)

// bytes is about what is sent from one picture to the next, in the mean.
func (c *calmer) bytes(pictures [][]Cell) int {
	sum := 0
	for i, p := range pictures[1:] {
		for at := 0; at < len(p); at += c.w {
			sum += c.rowBytes(p[at:at+c.w], pictures[i][at:at+c.w])
		}
	}
	return sum / (len(pictures) - 1)
}

// rowBytes is what is sent of a row: all between the first and the last cell that changes, as the terminal library does.
func (c *calmer) rowBytes(row, before []Cell) int {
	from, to := 0, len(row)
	for from < to && row[from] == before[from] {
		from++
	}
	for to > from && row[to-1] == before[to-1] {
		to--
	}
	if from == to {
		return 0
	}
	sum := bytesMove
	var pen Cell
	for i := range row[from:to] {
		cell := &row[from+i]
		if cell.FG != pen.FG || cell.BG != pen.BG {
			sum += bytesStyle + c.color(cell.FG, pen.FG) + c.color(cell.BG, pen.BG)
		}
		sum += bytesBlock
		pen = *cell
	}
	return sum
}

func (c *calmer) color(to, from Color) int {
	if to == from {
		return 0
	}
	if to == c.ground || to == Default {
		return bytesOwn
	}
	return bytesColor
}
