package figure_test

import (
	"slices"
	"testing"

	"catcow/figure"
	"catcow/figure/cells"
	"catcow/figure/figuretest"
)

// BenchmarkWayBytes is how much is sent while the figure goes from pose to pose, at 20 pictures a second.
func BenchmarkWayBytes(b *testing.B) {
	theme := figure.DarkTheme()
	poses := figuretest.Builtins(b)
	size := figure.Size{W: 52, H: 19}
	const fps = 20
	worst, sum, n := 0, 0, 0
	for b.Loop() {
		for i := range poses {
			from, to := poses[i].Sets[0].Release, poses[(i+5)%len(poses)].Sets[0].Step(0)
			way := figure.Transition(&from, to, 7)
			frames := int(way.Seconds() * fps)
			r := &figure.Renderer{}
			var pictures [][]figure.Cell
			for f := range frames + 1 {
				p := way.At(float64(f) / float64(frames))
				pictures = append(pictures, slices.Clone(r.Draw(&p, figure.View{}, size, figure.Quad, &theme, 0).Cell))
			}
			rate := cells.Bytes(pictures, size.W, figure.Ground(&theme)) * fps
			worst, sum, n = max(worst, rate), sum+rate, n+1
		}
	}
	b.ReportMetric(float64(worst)/1000, "worst-kB/s")
	b.ReportMetric(float64(sum/n)/1000, "mean-kB/s")
}
