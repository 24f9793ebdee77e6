package figure
import ("testing";"catcow/figure/skel")
func TestTmp(t *testing.T){
 for id,p:=range bases().pose { 
  c:=&checker{fig:&Figure{}}; _=c
  t.Logf("%s %.3f place %d pitch %v", id, p.Lowest(), p.place(), bases().base[id].pitch); 
  if id=="side" { for b:=range skel.Bone(skel.Bones){ t.Logf("  %s %.3f",b.Name(),p.solved.Bones[b].P)}}}
}
