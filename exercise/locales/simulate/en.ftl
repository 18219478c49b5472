# What `exercise simulate` tells of many playthroughs. A value in braces is put in.

heading = { $title }: { $runs } playthroughs, seed { $seed }, preset { $preset }
interrupted = Interrupted: { $runs } of { $asked } playthroughs are done and counted.
policy-uniform = Seats decide at random: each action anything that is legal then, all of it equally likely.
policy-least-used = Seats take what has been used least so far, so that everything comes up. Averages of such playthroughs mean little.
policy-none = Nobody decides anything: what the region does on its own.
policy-plan = Seats decide as recorded; only chance differs.
dropped = { $count ->
    [one] One recorded decision was not legal when its turn came and was left out.
   *[other] { $count } recorded decisions, over all playthroughs, were not legal when their turn came and were left out.
}
model-output = Model output: what the rules of this scenario do, not what people or states will do.
checked = { $count ->
    [one] One playthrough was played on the reference interpreter as well: no difference.
   *[other] { $count } playthroughs were played on the reference interpreter as well: no difference.
}
axes = Where the axes end, the run-out included (points)
mean = mean
low = 5 % end at or below
middle = half end at or below
high = 95 % end at or below
bars = How many playthroughs end where
options = What goes with a measure: playthroughs with it less those without it
options-how = In brackets: where the difference lies with a confidence of 95 %. By chance alone one interval in twenty misses. The larger change on either axis comes first. What else seats decide differs between the two kinds of playthroughs as well.
options-none = No measure was used in enough playthroughs and left out in enough to say what goes with it.
options-more = { $count ->
    [one] One more stands in the JSON.
   *[other] { $count } more stand in the JSON.
}
options-few = { $count ->
    [one] Of one measure there are too few playthroughs to say.
   *[other] Of { $count } measures there are too few playthroughs to say.
}
playthroughs = playthroughs
measure = measure
red-lines = Red lines crossed
red-lines-none = none
red-line = { $share } of playthroughs, { $times } times in all: { $name }
injects = Injects that came
inject = { $share } of playthroughs: { $name } ({ $title })
never = Not seen in { $runs } of { $runs } playthroughs
never-proof = Nothing here is proved to be impossible: these playthroughs did not come upon it.
never-nothing = everything was seen at least once
never-injects = Injects: { $names }
never-held = Injects that only the facilitator releases: { $names }
never-rules = Rules: { $names }
never-options = Measures of { $role }: { $names }
