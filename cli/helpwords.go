package cli

// What the help says, command by command.

const rootHelp = `catcow guides you through yoga for a sore back: pose by pose, step by step, with
a countdown, a breath to follow and a moving figure.

usage: catcow [COMMAND]

  catcow              the menu
  start ROUTINE       straight into a session
  routines            list the routines
  poses               list the poses
  show NAME           a pose or a routine, as text
  plan ROUTINE        what happens when in a routine
  log                 the sessions there were
  stats               what they add up to
  export              your log for a physio, a spreadsheet, another machine
  import-log FILE     take in the log of another machine
  check [FILE…]       look for mistakes in your poses, routines and settings
  config              where your settings are; "config init" writes them
  safety              when not to exercise, and whom to call
  doctor              what works here, and what to do about the rest
  completion SHELL    let the tab key finish your words
  version             which catcow this is

A routine goes by its number, its id or the beginning of one: catcow start lower
"catcow COMMAND --help" says more about a command.`

const startHelp = `Go straight into a session. ROUTINE is a number of the list, an id or the
beginning of one; "catcow routines" lists them.

The flags hold for this session; "catcow config" says where to set such things
for good. A session at another speed than 1 is only a look at the routine.`

const startExample = `  catcow start 1
  catcow start lower-back --level 0.5
  catcow start restorative --without downward-dog`

const planHelp = `Print what happens when in a routine, and what is said: everything a session
does, as text. The flags are those of "catcow start".`

const planExample = `  catcow plan lower-back
  catcow plan lower-back --level 1 --json`

const showHelp = `Print all there is about a pose or a routine. NAME is an id or the beginning of
one, a pose and a variant with a slash between, or the number of a routine.`

const showExample = `  catcow show cobra
  catcow show childs-pose/wide-knees
  catcow show lower-back`

const logHelp = `List the sessions there were, the newest first. Each stands under the time that
the clock showed where it began; another zone than that of today is named.`

const logExample = `  catcow log --limit 5
  catcow log --since 2w
  catcow log --since 2026-11-01 --json`

const statsHelp = `Print what your sessions add up to: the weeks against your goal, the pain before
and after, and the poses that hurt.`

const statsExample = `  catcow stats
  catcow stats --weeks 26 --json`

const exportHelp = `Print your log, or write it to a file: md is a page for a physio, csv is for a
spreadsheet, and json holds everything, for "catcow import-log" on another
machine. A file that is there already is left alone.`

const exportExample = `  catcow export -o physio.md --since 12w
  catcow export -o sessions.csv
  catcow export --format json > log.json`

const importHelp = `Take in a log that "catcow export --format json" wrote, on another machine or on
this one. What is there already stays as it is, so that doing it twice does no
harm. A FILE called - is the standard input.`

const importExample = `  catcow import-log log.json
  ssh laptop catcow export --format json | catcow import-log -`

const safetyHelp = `Print what catcow is and what it is not, the signs that need a person and not a
program, and what to mind while you move.`

const doctorHelp = `Look at what catcow needs, say what was found, and name what to do about the
rest: the terminal, the sound, the voice, your settings and your log. It plays a
chime and says a line; nothing else is changed.

The exit code is 1 if the settings or the log need mending.`

const doctorExample = `  catcow doctor
  catcow doctor --quiet --json`

const checkHelp = `Look for mistakes in poses and routines you wrote, and in your settings: all of
them, or the files you name. A line for each mistake says where it is and what
is wanted.`

const checkExample = `  catcow check
  catcow check my-pose.toml`

const configHelp = `Print where your settings are looked for. Your own poses and routines belong in
the folders "poses" and "routines" beside them.`

const configExample = `  catcow config init
  nano "$(catcow config)"`

const configInitHelp = `Write the settings as they come, with what each of them means, for you to edit.
Settings that are there already are left alone.`

const completionHelp = `Print what your shell needs so that the tab key finishes commands, routines and
poses. The help of each shell says where to put it.`
