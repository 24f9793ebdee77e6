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
  check [FILE…]       look for mistakes in your poses, routines and settings
  config              where your settings are; "config init" writes them
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
