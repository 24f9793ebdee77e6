package sheet

import (
	"slices"
	"strings"
	"testing"
)

func TestATableIsReadByItsHead(t *testing.T) {
	want := []string{"1 heading", "2 own bridge 5s x10 x3", "3 cat-cow 10 reps x2", "4 own clams 15 reps x2 each side"}
	tabs := "Exercise\tSets\tReps\tHold (sec)\tNotes\nBridge\t3\t10\t5\tslow\nCat cow\t2\t10\t\t\nClams\t2\t15 each side\t\tred band\n"
	if got := read(t, tabs); !slices.Equal(got, want) {
		t.Errorf("with tabs: %q; want %q", got, want)
	}
	commas := "Exercise,Sets,Reps,Hold (s),Notes\nBridge,3,10,5,slow\n\"Cat cow\",2,10,,\nClams,2,15 each side,,red band\n"
	if got := read(t, commas); !slices.Equal(got, want) {
		t.Errorf("with commas: %q; want %q", got, want)
	}
	bars := "| Exercise | Sets | Reps | Seconds |\n|---|---|---|---|\n| Bridge | 3 | 10 | 5 |\n| Cobra | | | |\n"
	if got, want := read(t, bars), []string{"1 heading", "2 remark", "3 own bridge 5s x10 x3", "4 cobra 5s x20-30"}; !slices.Equal(got, want) {
		t.Errorf("with bars: %q; want %q", got, want)
	}
}

func TestAnEmptyCellOfATableIsOfItsColumn(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{
			"tabs", "Exercise\tSets\tReps\tHold\tNotes\nWalking\t\t\t12 min\tdaily\nCalf stretch\t\t2\t25 s\tkeep the left knee straight\nClams\t2\t9 R/L\t\tred band\n" +
				"Knee to chest\t\t3 ea\t25 s\t\nCalf stretch\t\t2\t25 s\tR leg only\nCobra\t3\t\t\t10\n\t2\t10 reps\t\t\n\t\t\t\tStop if it hurts\n",
			[]string{
				"1 heading", "2 own walking 12m", "3 own calf-stretch 25s x2", "4 own clams 9 reps x2 each side",
				"5 single-knee-to-chest 25s x3 each side", "6 unread", "7 unread", "8 unread", "9 remark",
			},
		},
		{"bars", "| Exercise | Sets | Reps | Hold |\n|---|---|---|---|\n| Plank | 3 | | 25s |\n| Cobra | | 9 | |\n", []string{"1 heading", "2 remark", "3 own plank 25s x3", "4 cobra 9 reps"}},
		{"tabs that line up the rows", "Exercise\tSets\tReps\nBridge\t\t3\t10\n", []string{"1 heading", "2 own bridge 10 reps x3"}},
		{"tabs that line up the head", "Exercise\t\tSets\tReps\nBridge\t3\t10\n", []string{"1 heading", "2 own bridge 10 reps x3"}},
	} {
		if got := read(t, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n\t%s\nwant\n\t%s", c.name, strings.Join(got, "\n\t"), strings.Join(c.want, "\n\t"))
		}
	}
}

func TestTheColumnOfSidesSaysWhatEachIsOf(t *testing.T) {
	text := "Exercise\tSets\tReps\tHold\tSide\tNotes\nClam\t3\t15\t-\teach\tband\nCalf stretch\t1\t3\t30s\tEach\tagainst wall\n" +
		"Cat cow\t1\t10\t-\teach\t-\nQuad stretch\t1\t3\t30s\tboth\t-\nHip hitch\t1\t8\t-\tR\t-\n"
	want := []string{"1 heading", "2 own clam 15 reps x3 each side", "3 own calf-stretch 30s x3 each side", "4 unread", "5 unread", "6 unread"}
	if got := read(t, text); !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
}
