package cells

// The bytes of what is sent: to go to a cell, to begin a change of colours, a colour, the terminal's own, a block.
const (
	bytesMove  = 6
	bytesStyle = 3
	bytesColor = 16
	bytesOwn   = 2
	bytesBlock = 3
)

// Bytes is about what is sent from one of the pictures, each w cells wide, to the next, in the mean.
func Bytes(pictures [][]Cell, w int, ground Color) int {
	if len(pictures) < 2 {
		return 0
	}
	sum := 0
	for i, p := range pictures[1:] {
		for at := 0; at < len(p); at += w {
			sum += rowBytes(p[at:at+w], pictures[i][at:at+w], ground)
		}
	}
	return sum / (len(pictures) - 1)
}

// rowBytes is what is sent of a row: all between the first and the last cell that changes, as the terminal library does.
func rowBytes(row, before []Cell, ground Color) int {
	sum, sent := 0, 0
	pen := Cell{}
	for i, cell := range row {
		changes := cell != before[i]
		if changes && sum == 0 {
			sum = bytesMove
		} else if sum == 0 {
			continue
		}
		if cell.FG != pen.FG || cell.BG != pen.BG {
			sum += bytesStyle + colorBytes(cell.FG, pen.FG, ground) + colorBytes(cell.BG, pen.BG, ground)
		}
		sum += bytesBlock
		pen = cell
		if changes {
			sent = sum
		}
	}
	return sent
}

func colorBytes(to, from, ground Color) int {
	if to == from {
		return 0
	}
	if to == ground || to == Default {
		return bytesOwn
	}
	return bytesColor
}
