# Words of the what-if and of decision impact.

model-says = What the model says, not what would have happened.
title = What if: turn { $turn }, { $who }
record = In the record
instead = Instead
no-response = no response
axis-actual = { $axis }: record
axis-other = what if
axis-change = difference
startex = StartEx
turn = turn { $turn }
run-out = run-out { $turn }
no-difference = No value ends elsewhere.
bands = Bands that differ at the end
band-line = { $label }: { $actual } → { $other }
red-lines = Red lines that differ
red-line-record = turn { $turn }, { $name }: crossed in the record only
red-line-other = turn { $turn }, { $name }: crossed in the what-if only
injects = Injects that differ
inject-record = { $name }: came in the record only
inject-other = { $name }: comes in the what-if only
values = Values that end elsewhere
first = First lines of the ledger that differ: turn { $turn }, { $stage }
rows = All lines of the ledger that differ
parts = What the difference consists of: { $axis }
others = { $count ->
    [one] one more, together
   *[other] { $count } more, together
}
more = and { $count } more; --all tells all
total = whole difference
part-rounding = rounding of the mean
part-cap = ceilings on values the axis is computed from
stage-due = effects that fell due
stage-inject = injects
stage-outcome = outcome
dropped = Recorded acts that are not legal any more
nothing-dropped = Every other recorded act stays as it was.
dropped-line = turn { $turn }, { $who }: { $act }. { $why }
facilitator = facilitator
refused = turn { $turn }, { $who }, { $measure }: { $why }
refused-targets = turn { $turn }, { $who }, { $measure }: { $why } It can have: { $targets }.
impact-title = Decision impact: what each decision changed by the end, against what its seat could have decided alone
impact-sign = Plus: the decision left the axis higher than the alternative. Sorted by the larger change; neither axis outweighs the other.
impact-line = turn { $turn }, { $who }: { $taken }
impact-against = against: { $alternative }
impact-none = No seat has decided anything there.
impact-others = { $count ->
    [one] one more comparison; --top 0 shows all
   *[other] { $count } more comparisons; --top 0 shows all
}
impact-progress = { $done } of { $all }
impact-stopped = stopped after { $done } of { $all }; what was found by then:

## Errors of the command

need-change = say what to change: --turn N --seat SEAT --measure NAME, or --impact for all alternatives
need-one-target = --target belongs to one --measure; name one, or leave the target out
need-none-alone = --measure none stands alone: it means no response
no-change-with-impact = --impact compares with every alternative; leave --measure and --target out

## Acts

act-assign_seat = gives the seat of { $name } to somebody else
act-advance = goes on to the next phase
act-release_inject = releases the inject { $name }
act-hold_inject = holds the inject { $name } back
act-skip_inject = leaves the inject { $name } out
act-arm_inject = arms the inject { $name }, or puts it back
act-add_inject = gives an inject written on the spot: { $name }
act-replace_response = rules that a response counts as another: { $name }
act-scale_response = rules that a response yields more or less: { $name }
act-add_row = rules that a value moves: { $name }
act-end_exercise = calls EndEx: { $name }
act-respond = { $name }
act-respond_freely = { $name }
act-lift_measure = ends { $name }
act-sponsor = puts on the table: { $name }
act-switch_clause = turns a clause on or off: { $name }
act-sign = signs { $name }
act-withdraw_signature = takes a signature back: { $name }
act-object_to = objects to { $name }
act-withdraw_objection = takes an objection back: { $name }
act-contribute = states a contribution to { $name }
