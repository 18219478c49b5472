# What designers read of a scenario: its description, previews, comparisons and the studio.
# A value in braces is put in. Words that screens use as well stand in the app's own file.

## Lists and names

quoted = “{ $text }”
list-and = { $before } and { $last }
list-or = { $before } or { $last }
everybody = everybody
nobody = nobody
group-state = all states of the region
group-organisation = all organisations
group-power = all outside powers
group-civil = all of civil society
group-cell = all of the facilitator’s team
units = { $n ->
    [one] { $n } budget unit
   *[other] { $n } budget units
}
units-of = { $amount } budget units
any-measure = any measure
measure-of-class = a measure of the class “{ $klass }”
any-issue = any issue
bound-home = the state that acts
bound-host = the state where it is carried out
bound-partner = the partner
bound-target = the role it is aimed at
bound-actor = whoever acts
bound-issue = the issue at hand

## Values inside a sentence

slot-in = { $told } in { $who }
slot-of = { $told } of { $who }
slot-frame = { $told }, seen as { $frame }
family-willingness = political will to carry out what was agreed
family-ability = ability to carry out what was agreed
family-diverted = the share of outside funds that goes astray
family-funds = the funds
family-actions = the actions per turn
family-delivery_cap = the delivery capacity
family-voice_weight = the weight of the voice
family-concept = the share of thinking
family-hearing = the hearing
family-rhetoric = talk of danger about the subject
family-linkage = the link to crime or terror
family-acceptance = acceptance of what is said
family-institutions = the offices and laws built around the subject
family-money = the money that follows the subject
family-delivery = the deeds that follow the words
family-level = the threat level
family-frame = the frame
family-frame_weight = the weight of the frame
family-volume = the movement
family-capacity = the capacity
family-pool = the pool
family-rhetoric-of = talk of danger about { $what }
family-linkage-of = the link of { $what } to crime or terror
family-acceptance-of = belief in what is said about { $what }
family-institutions-of = the offices and laws built around { $what }
family-money-of = the money that follows { $what }
family-delivery-of = the deeds that follow the words on { $what }
family-level-of = the threat level of { $what }
family-frame-of = the frame of { $what }
family-evidence-of = the evidence behind the fear of { $what }
family-strict-of = emergency handling of { $what }
family-loose-of = the view of { $what } as a threat
family-gap-of = the gap between words and deeds on { $what }
family-volume-of = the movement on { $what }
family-capacity-of = the room on { $what }
part-rhetoric = talk of danger
part-linkage = the link to crime or terror
part-acceptance = belief in what is said
part-institutions = offices and laws
part-money = money
part-delivery = deeds
part-level = the threat level
part-frame = seen as
family-evidence = the actual threat
family-strict = emergency handling
family-loose = being seen as a threat
family-gap = the gap between words and deeds

## Conditions

is-so = { $what } holds
is-not-so = { $what } does not hold
cmp-lt = { $left } is below { $right }
cmp-le = { $left } is at most { $right }
cmp-gt = { $left } is above { $right }
cmp-ge = { $left } is at least { $right }
cmp-eq = { $left } is exactly { $right }
cmp-ne = { $left } is not { $right }
turn-lt = it is before turn { $n }
turn-le = it is turn { $n } or earlier
turn-gt = it is after turn { $n }
turn-ge = it is turn { $n } or later
turn-eq = it is turn { $n }
turn-ne = it is not turn { $n }
year-lt = it is before { $n }
year-le = it is { $n } or earlier
year-gt = it is after { $n }
year-ge = it is { $n } or later
year-eq = the year is { $n }
year-ne = the year is not { $n }
in-force-for-lt = { $what } has been in force for fewer than { $n } outcomes
in-force-for-le = { $what } has been in force for at most { $n ->
    [one] { $n } outcome
   *[other] { $n } outcomes
}
in-force-for-gt = { $what } has been in force for more than { $n ->
    [one] { $n } outcome
   *[other] { $n } outcomes
}
in-force-for-ge = { $what } has been in force for at least { $n ->
    [one] { $n } outcome
   *[other] { $n } outcomes
}
in-force-for-eq = { $what } has been in force for exactly { $n ->
    [one] { $n } outcome
   *[other] { $n } outcomes
}
in-force-for-ne = { $what } has not been in force for exactly { $n ->
    [one] { $n } outcome
   *[other] { $n } outcomes
}
since-lt = fewer than { $n } turns have passed since { $what }
since-le = at most { $n ->
    [one] { $n } turn has
   *[other] { $n } turns have
} passed since { $what }
since-gt = more than { $n ->
    [one] { $n } turn has
   *[other] { $n } turns have
} passed since { $what }
since-ge = at least { $n ->
    [one] { $n } turn has
   *[other] { $n } turns have
} passed since { $what }
since-eq = exactly { $n ->
    [one] { $n } turn has
   *[other] { $n } turns have
} passed since { $what }
since-ne = not exactly { $n ->
    [one] { $n } turn has
   *[other] { $n } turns have
} passed since { $what }
moved-lt = { $what } has fallen between the last two outcomes
moved-le = { $what } has not risen between the last two outcomes
moved-gt = { $what } has risen between the last two outcomes
moved-ge = { $what } has not fallen between the last two outcomes
moved-eq = { $what } has not moved between the last two outcomes
moved-ne = { $what } has moved between the last two outcomes
moved-points-up = the rise of { $what } between the last two outcomes is { $many }
moved-points-down = the fall of { $what } between the last two outcomes is { $many }
by-lt = less than { $n } points
by-le = at most { $n } points
by-gt = more than { $n } points
by-ge = at least { $n } points
by-eq = exactly { $n } points
by-ne = not exactly { $n } points
many-none = none
many-any = at least one
many-all = each
many-not-all = not each
many-lt = fewer than { $n }
many-le = at most { $n }
many-ge = at least { $n ->
    [one] one
   *[other] { $n }
}
many-eq = exactly { $n ->
    [one] one
   *[other] { $n }
}
many-ne = not exactly { $n }
of-these = { $many } of these hold: { $told }
of-set = for { $many } of { $all }, { $told }
set-states = the states in play
set-issues = the issues
set-roles = the roles at the table
set-neighbours = the neighbours of { $of }
set-legs = the routes of { $of }
set-parties = the parties to { $of }
set-measures = the measures of the class “{ $of }”
set-frames = the frames
set-audiences = the audiences
set-agreements = the agreements
set-pools = the pools
member-states = that state
member-issues = that issue
member-roles = that role
member-neighbours = that neighbour
member-legs = that route
member-parties = that party
member-measures = that measure
member-frames = that frame
member-audiences = that audience
member-agreements = that agreement
member-pools = that pool
another = the other ({ $phrase })
chosen = { $who } chooses { $what }
chosen-not = { $who } does not choose { $what }
chosen-any = somebody chooses { $what }
chosen-nobody = nobody chooses { $what }
aimed = { $what } (aimed at { $at })
done-by = { $what } by { $who }
in_force = { $what } is in force
in_force-not = { $what } is not in force
said = { $who } speaks of { $about } this turn
said-not = { $who } does not speak of { $about } this turn
said-any = somebody speaks of { $about } this turn
said-nobody = nobody speaks of { $about } this turn
framed-as = { $what } as a matter of { $frame }
adopted = a clause of { $what } has been adopted
adopted-not = no clause of { $what } has been adopted
adopted-clause = the clause { $clause } of { $what } has been adopted
adopted-not-clause = the clause { $clause } of { $what } has not been adopted
fired = the inject { $what } has come
fired-not = the inject { $what } has not come
framed = { $what } is seen in { $where } as a matter of { $frame }
framed-not = { $what } is not seen in { $where } as a matter of { $frame }
flag = it is on record: { $what }
flag-not = it is not on record: { $what }
flag-of = it is on record for { $who }: { $what }
flag-not-of = it is not on record for { $who }: { $what }
present = { $who } is at the table
present-not = nobody plays { $who }
present-any = somebody is at the table
present-nobody = nobody is at the table
minus = minus { $what }
plus = { $left } plus { $right }
less = { $left } less { $right }
times = { $left } times { $right }
share-of = { $percent } % of { $what }
the-turn = the number of the turn
the-year = the year
change-of = the movement of { $what } between the last two outcomes
turns-since = the turns passed since { $what }
turns-in-force = the outcomes for which { $what } has been in force
how-many = the number of these that hold: { $told }
min-of = the least of { $told }
max-of = the greatest of { $told }
sum-of = the sum of { $told }
scale-of = a share of { $told }
over-count = the number of { $all } for which { $told }
over-any = whether for any of { $all } { $told }
over-all = whether for each of { $all } { $told }
over-sum = the sum, over { $all }, of { $told }
over-min = the least, over { $all }, of { $told }
over-max = the greatest, over { $all }, of { $told }
contribution-of = the contribution of { $who } to { $what } (0 to 3)
contribution-least = the least contribution of a party to { $what } (0 to 3)

## What effects do

size-1 = a little
size-2 = clearly
size-3 = a lot
moves-up = { $what } rises { $size }, by { $points }
moves-down = { $what } falls { $size }, by { $points }
moves-to-up = { $what } rises { $size }, by up to { $points }
moves-to-down = { $what } falls { $size }, by up to { $points }
moves-between = { $what } moves by something between { $low } and { $high }, drawn by lot
moves-by = { $what } moves by { $amount }
scaled = { $told }, growing as { $amount } goes from { $low } to { $high }
scaled-itself-below = { $told } (less below { $high }, nothing at { $low })
scaled-itself-above = { $told } (less above { $high }, nothing at { $low })
delay-short = { $told }, one turn later
delay-medium = { $told }, half of it two turns later and half three turns later
delay-long = { $told }, in thirds four, five and six turns later
with-chance = { $told }, with a chance of { $chance }
only-if = { $told }, but only if { $when }
set-flag = it goes on record: { $what }
set-flag-of = it goes on record for { $who }: { $what }
unlock = { $what } becomes available to { $who }
void = { $what } can no longer be used by { $who }
transfer = { $giver } gives { $taker } { $units }
income = { $taker } gains { $units } from { $origin }
reroute = { $amount } of the movement on { $leg } are forced onto other routes
reroute-share = { $percent } % of the movement on { $leg } is forced onto other routes
amplify = the effects of { $what } count { $percent } %
amplify-in = the effects of { $what } in { $where } count { $percent } %
release = the inject { $what } comes in the next turn
cancel = what { $what } would still bring is lost
cancel-by = what { $what } by { $who } would still bring is lost
breach = the red line { $what } is crossed

## Headings

section-about = What it is about
section-roles = Who is at the table
section-starts = Where the values begin
section-model = How the model reckons
section-injects = What happens: the injects
section-graph = The course: what comes when, and what leads to what
section-measures = What can be done: the measures
section-rules = What follows from what: the rules
section-agreements = What can be agreed
section-red_lines = Red lines
section-objectives = What is to be learned
section-questions = Questions for discussion
not-for-players = This tells everything, also what single roles must not know. It is not for players.
from-model = From the model
source = Source: { $text }.

## About, learning, beginnings

hazard = What the exercise deals with: { $text }
states-in-play = States in play: { $names }.
plays-on = It plays on the model “{ $model }”, in the reading “{ $preset }”.
sensitivity = Sensitive: { $text }
assumptions = Everybody takes as given:
timing-turns = { $n ->
    [one] One turn
   *[other] { $n } turns
} of { $length } each.
timing-duration = Conduct takes { $low } to { $high } minutes.
timing-run-out = Afterwards the story runs on for { $n ->
    [one] one turn
   *[other] { $n } turns
} without decisions.
timing-planning = A turn for planning comes first.
timing-calendar = The turns are { $times }.
timing-phases = Minutes per phase: { $phases }.
timing-phase = { $phase } { $n }
evidence = Look at: { $names }.
of-question = It belongs to the question { $text }
paper = Position papers on it are asked of { $who }, with these parts:
setting = The region as in “{ $name }”.
starts-title = What differs from the model
starts-at = { $what } begins at { $value }
start-for = { $value } for { $what }
start-in = { $value } in { $place }
every-state = every state in play
issue-starts = The issue { $issue } begins in { $where } with { $told }
issue-part = { $part } { $value }
levels-at = An issue reaches the threat levels 1 to 4 at a strength of { $values }.
fits = How well kinds of measures fit { $issue }: { $told }.
made-of = { $name } is the mean of these, by weight: { $parts }.
held-at = It is at most { $value } while { $names } is below { $low }.

## Roles

seat-person = A seat for a person ({ $kind }).
seat-bot = Played by a bot unless somebody takes the seat ({ $kind }).
seat-vacant = Nobody sits there unless somebody takes the seat ({ $kind }).
dilemma = Its dilemma: { $text }
role-interests = What it wants:
role-resources = What it has to work with:
role-constraints = What holds it back:
role-red-lines = What it says it will never do:
role-private = What only this role knows:
allies = It can usually count on { $names }.
means = It begins with { $start } and gains { $income } per turn; at most { $limit } can be carried over. { $actions } per turn. Its own machinery delivers { $percent } % of plan; its words weigh { $voice } %.
actions = { $n ->
    [one] One action
   *[other] { $n } actions
}
reads = It reads exactly: { $names }.
thinks-of = Whose security it thinks of: { $weights }.
role-can = What it can do in this scenario:
role-can-model = What it can do besides, from the model:
role-can-all = It can use all { $n } measures of the model.
role-can-all-but = It can use all { $n } measures of the model but these: { $names }.
role-can-some = It can use { $n } of the { $of } measures of the model; the chapter on measures says which.
role-agreements = What it can sign:
named-free = { $name } (free)
named-cost = { $name } ({ $units })

## Measures

measure-who = Used by: { $who }.
offered-only = Only as an answer to { $names }.
offered-also = Also an answer to { $names }.
offered-never = Only as an answer to an inject, and no inject offers it.
locked = Closed until a rule opens it.
cost-none = It costs nothing.
cost = It costs { $units }.
upkeep = Each further turn costs { $units }.
lasts-once = It acts once.
lasts-until_lifted = It stays in force until it is lifted.
lasts-turns = It stays in force for { $n ->
    [one] one outcome
   *[other] { $n } outcomes
}.
target-home = It is carried out at home.
target-state = A state acts at home; others choose a state.
target-state-chosen = It is carried out in a state that is chosen.
target-partner = It needs a partner, one of: { $partners }.
target-role = It is aimed at another role.
measure-class = Kind: { $klass }; it works on { $addresses }.
addresses-cause = a cause
addresses-symptom = a symptom
serves = It is meant to serve: { $whom }.
answers-issue = It answers the issue { $issue }.
asks-reasons = It limits what people may do, so two short reasons are asked for.
statement = It is a statement, of { $strength } strength.
statement-lowers = It is a statement that speaks an issue down, of { $strength } strength.
strength-low = low
strength-medium = medium
strength-high = high
covert = Others do not learn of it.
emergency = While it is in force, the state may handle the issue as an emergency.
needs = It needs: { $text }
needs-condition = It can be used only while { $when }.
else-told = Otherwise the role is told: { $text }
bundle = It yields in full only where all of this is in place:
yields = What it is meant to bring, if carried out in full:
side-effects = What comes with it:
preset-strength = In the reading “{ $preset }” this counts { $percent } % of what is written.
class-title = Kind: { $klass }
measure-line = { $name }: { $who }
measures-of-model = { $n ->
    [one] One measure
   *[other] { $n } measures
} of the model
rules-of-model = { $n ->
    [one] One rule
   *[other] { $n } rules
} of the model, by name
moves-both = What moves security and rights
moves-security = What moves security
moves-rights = What moves rights
moves-other = What moves drivers, movements and bodies
moves-issues = What moves how issues are seen
moves-means = What moves money and means
moves-events = What makes events, records and breaches

## Injects

turn = Turn { $n }
turn-time = Turn { $n }: { $time }
turn-none = Not tied to a turn
course-sure = Sure to come
course-nothing = nothing
course-drawer = In the facilitator’s drawer
edge-releases = { $what } calls for it
edge-by-rule = { $what } leads to it by the rule { $via }
edge-flag = { $what } puts on record what it waits for: { $via }
edge-value = { $what } can bring it closer by moving { $via }
edge-answer = { $what } (an answer to { $to })
comes-scheduled = It comes.
comes-scheduled-turn = It comes in turn { $n }.
comes-scheduled-turn-if = It comes in turn { $n }, but only if { $when }.
comes-conditional-if = It comes as soon as { $when }.
comes-conditional-turn-if = From turn { $n } on it comes as soon as { $when }.
comes-contingency = It lies in the facilitator’s drawer.
comes-contingency-if = It lies in the facilitator’s drawer; once armed, it comes as soon as { $when }.
comes-contingency-turn = It lies in the facilitator’s drawer; once armed, it may come from turn { $n } on.
comes-contingency-turn-if = It lies in the facilitator’s drawer; once armed, it comes from turn { $n } on as soon as { $when }.
comes-optional = The facilitator may release it.
comes-optional-if = The facilitator may release it if { $when }.
comes-optional-turn = The facilitator may release it from turn { $n } on.
comes-optional-turn-if = The facilitator may release it from turn { $n } on if { $when }.
inject-to = It goes to { $who }.
inject-from = From: { $sender } ({ $method }).
inject-issue = It is about the issue { $issue }.
content-note = Beforehand: { $text }
private = For one reader alone:
private-line = { $who }: { $text }
inject-effects = What the event itself does:
offers = What it offers in this turn:
offers-turns = What it offers, for { $n } turns:
offer-any = { $who } may choose { $names }.
offer-one = { $who } may choose one: { $names }.
expected = A good response: { $text }
serves-objectives = It serves: { $aims }.
phrases = Key phrases: { $names }.

## Rules, red lines, agreements

rule-when = when { $when },
rule-always = in every turn
rule-for = For each of { $all }: { $told }
rule-then = then { $then }.
rule-then-these = then:
rule-why = Because: { $why }
contested = Disputed: { $text }
framework = Standard: { $text }.
parties = Parties: { $who }.
sponsors = It may also be put on the table by { $who }.
contributions = Each party says how much it contributes, 0 to 3.
clause = Clause { $n }: { $text }
clause-off = It is left out at first.

## Previews

preview-title = { $scenario }: what { $role } reads
preview-before = Before the first turn
preview-before-lead = The role card has { $card } words and the read-ahead { $ahead }: about { $minutes } min.
preview-card = The role card
preview-read-ahead = The read-ahead, by its headings
preview-means = It begins with { $funds }. { $actions } per turn.
preview-figures = Its own figures at the start:
preview-any-turn = In any turn
preview-perhaps = May come from this turn on
preview-reading = To read: { $words } words, about { $minutes } min; the situation phase has { $given }.
preview-reading-most = To read: { $words } words, about { $minutes } min; the situation phase has { $given }. With all that may come there are { $most } words, about { $most_minutes } min.
preview-reading-unsure = Nothing is sure to come. With all that may come there are { $most } words, about { $most_minutes } min; the situation phase has { $given }.
preview-nothing = Nothing new comes to this role.
preview-too-long = That is more than the situation phase has time for.
preview-held = Comes only if the facilitator releases it or an event calls for it.
preview-scheduled-if = Comes in this turn only if { $when }.
preview-scheduled-hidden = Comes in this turn only on a condition that this role cannot see.
preview-conditional-if = Comes as soon as { $when }.
preview-conditional-hidden = Comes on a condition that this role cannot see.
preview-public = Everybody gets it.
preview-not-public = Not everybody gets it.
preview-private = Only this role reads: { $text }
preview-offers = It may choose:
preview-offers-one = It may choose one:
preview-measures = What it can choose besides
preview-measures-lead = { $n ->
    [one] One measure
   *[other] { $n } measures
} on its list from the start, about { $minutes } min to read. What injects offer stands with them.
preview-open = Open at the start
preview-statements = Statements, in the consultation
preview-closed = Not open at the start
preview-agreements = What it can sign or put on the table
preview-party = This role is a party.
preview-sponsor = This role is no party and may only put it on the table.
preview-clauses = Clauses:
preview-paper = This role is asked for a position paper with these parts:
preview-saved = Watching { $folder }. Each save prints this again; Ctrl+C ends.

## What differs

diff-title = What differs for players between { $before } and { $after }
diff-same = Nothing differs for players between { $before } and { $after }.
diff-counts = { $n ->
    [one] One difference
   *[other] { $n } differences
}.
diff-everybody = For everybody
diff-facilitator = For the facilitator
diff-roles = For { $who }
diff-added = New { $what }: { $title }
diff-removed = Gone { $what }: { $title }
diff-changed = Changed { $what }: { $title }
diff-was = before: { $text }
diff-now = now: { $text }
diff-about = scenario
diff-roles-noun = role
diff-injects = inject
diff-measures = measure
diff-agreements = agreement
diff-rules = rule
diff-red_lines = red line
diff-starts = starting value
diff-model = model
diff-objectives = objective
diff-questions = question
