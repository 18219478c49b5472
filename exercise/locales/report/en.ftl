# Words of the after-action report, the explanations and the handouts.

report-title = After-action report and improvement plan
contents = Contents
handling = Handling: to be set by the organiser
draft = DRAFT until released
to-fill = to be filled in
none = none
nothing = nothing
nobody = nobody
everybody = everybody
facilitator = Facilitator
region = Region
run-out-word = run-out
start = Start
turn = Turn
turn-short = Turn { $turn }
turn-title = Turn { $turn }
turn-title-time = Turn { $turn } · { $time }
in-turn = turn { $turn }
number = No.
kind = Kind
who = Who
what = What
place = Place
source = Source
indicator = Indicator
change = Change
cause = Cause
axis = Axis
field = Field
entry = Entry
role = Role

## Cover and overview

cover-dates = Exercise dates
cover-turns = Turns
cover-turns-value = { $played } of { $planned } played, each { $length }
cover-ended = EndEx
cover-model = Model and preset
cover-scenario = Scenario
cover-seed = Seed
overview = Exercise overview
overview-name = Exercise Name
overview-dates = Exercise Dates
overview-scope = Scope
overview-mission = Mission Area(s)
overview-capabilities = Core Capabilities
overview-objectives = Objectives
overview-hazard = Threat or Hazard
overview-scenario = Scenario
overview-sponsor = Sponsor
overview-organisations = Participating Organizations
overview-contact = Point of Contact
mission-areas = Border management; protection of people on the move

## How to read

reading = How to read this report
reading-axes = Security and migrant rights stand side by side. They are never added together, and states are never ranked.
reading-parts = Values run from 0 to 100 points. Every change is taken apart into its causes, and the parts add up exactly. S marks security, R marks rights.
reading-model = Values are parameters of an exercise. They come from authored rules, each with its source, and describe no real state, body or person.
reading-ratings = Ratings of objectives belong to the evaluators. The boxes are empty and nothing in this report fills them from indicators.
reading-runout = Outcomes after EndEx come without decisions and are shown apart, so that slow effects are seen.

part-is = Part 1. What is: the facts of the run
part-is-intro = Everything up to Part 2 was decided, said or computed in this exercise. Nobody judges here.
part-ought = Part 2. What ought to be: the group's judgements
part-ought-intro = From here on people judge: evaluators rate objectives, the group answers, and what was observed stands as it was noted. Evidence beside an objective is repeated from Part 1. No figure follows from a judgement, and no judgement from a figure.

## Timeline

timeline = Timeline
moment-inject = Inject
moment-added = Inject written on the spot
moment-statement = Statement
moment-response = Response
moment-lifted = Measure lifted
moment-agreement = Clause adopted
moment-breach = Red line crossed
moment-ruling = Ruling
moment-skipped = Inject left out
moment-paper = Position paper
moment-revision = Position paper, revised
moment-reminder = Framing reminder
moment-floor = Floor given
reminder-on = on entry { $number }: { $reason }
paper-on = on question { $number }
before-turns = before the first turn

## Decisions

decisions = Decisions, and what was known
decisions-intro = For each turn: what the screens showed when responses were still open, what each seat had received, and what it decided. The last two columns hold what the rows of the decision itself brought to each axis over the whole exercise. What rules made of a decision is told under the outcomes.
decisions-none = No seat responded in this turn.
decisions-caption = Decisions of this turn
known-shown = On the screens:
known-moved = Changed since the turn before:
known-all = Appendix D lists every indicator as it was shown.
known-states = { $count ->
        [one] one state indicator changed its band
       *[other] { $count } state indicators changed their band
    } (Appendix D)
known-inbox = Received in this turn
known-nothing-new = Nothing new:
known-sofar = Injects so far
known-messages = Messages
known-open = Measures open
known-caption = What each seat had received (* with a line for this seat alone)
scores-hidden = The axes and indicators were hidden from seats.
decision = Decision
decision-moved = What its own rows moved
decision-more = { $count ->
        [one] and one more
       *[other] and { $count } more
    }
decision-reason = Reason: { $text }
decision-inject = In answer to: { $title }
decision-frame = { $issue }, { $frame } frame, before: { $audiences }
decision-referent = For: { $referent }
decision-ruled = Rulings on it: { $numbers }
statement-words = In its own words: “{ $words }”
ruling-scale = yields { $percent } %, because: { $reason }
ruling-replace = counts as: { $measure }, because: { $reason }
ruling-row = { $label } { $amount }, because: { $reason }
decision-needed = Needed: { $text }
decision-suitable = Suitable: { $text }
security-part = S, own rows
rights-part = R, own rows
frame-state = state
frame-human = human
frame-global = global
frame-societal = societal

## Outcomes

outcomes = Outcomes on both axes
outcomes-intro = The two axes after each outcome. The part after EndEx is dashed and has no decisions in it.
figure-lines = Security (S, circles) and migrant rights (R, squares) after each outcome
figure-lines-table = Security and migrant rights after each outcome
figure-plane = The path of the exercise: security across, rights upward, numbers are turns
figure-multiples = Indicators that the objectives name as evidence, by state. Grey figure: at StartEx; black figure: at the end of the run-out; dot: EndEx. S security, R rights. Each box runs from 0 to 100.
figure-multiples-table = Indicators that the objectives name as evidence, from StartEx to EndEx
cause-and-why = Cause, and why
causes-others = { $count ->
        [one] One further cause
       *[other] { $count } further causes
    } (up { $up }, down { $down })
causes-total = Whole change of the turn
runout = Run-out, after EndEx
runout-intro = { $count ->
        [one] One outcome
       *[other] { $count } outcomes
    } without decisions. Nothing here was decided after EndEx; it follows from what had been set going.
pipeline = Still on its way at EndEx
pipeline-none = No effect was waiting when EndEx was called.
pipeline-intro = { $count ->
        [one] One effect was
       *[other] { $count } effects were
    } still waiting when EndEx was called. The largest are listed by the turn they land in.
pipeline-caption = † lands after the run-out and is not in any figure
lands = Lands
arose = Arose

## Whose security

served = Whose security was served
served-intro = Decisions by the people they were meant to serve, and how the regional values tied to those people moved from StartEx to EndEx. Improvements and losses are listed apart and not set off against each other. Compare what people on the move gained and lost with what others did.
whose = Whose
decisions-for = Decisions meant for them
security-up = Security, improved
security-down = Security, lost
rights-up = Rights, improved
rights-down = Rights, lost
words-deeds = Words and deeds, fear and evidence
words-intro = What was said about an issue, what money went to it, and what was delivered, at StartEx and at EndEx. Alarm is how threatening it was held to be; evidence is what the indicators bear out.
words-caption = By issue and state, from StartEx to EndEx, points
issue = Issue
level = Level
frame = Frame
rhetoric = Said
money = Money
delivery = Delivered
evidence = Evidence
alarm = Alarm

## Red lines, agreements, rulings

red-lines = Red lines
red-lines-none = No red line was crossed.
red-lines-intro = { $count ->
        [one] One red line was crossed.
       *[other] Red lines were crossed { $count } times.
    } A breach is logged as an event and is part of no average.
red-line-framework = { $text } Read against: { $framework }.
red-line-causes = When, where, and what led to it
agreements = Agreements
agreements-none = No agreement came on the table.
agreement = Agreement
clauses = Clauses
signed = Signed by
objected = Objected
agreement-sponsor = Sponsor: { $who }
not-signed = Not signed: { $who }
rule-all_parties = Rule: all parties sign
rule-majority = Rule: majority of parties
rule-consensus = Rule: consensus with silence
clause-adopted = [adopted]
clause-open = [not adopted]
clause-off = [left out]
clause-stopped = Stopped by the objection of { $who }.
contribution = Contribution of { $who }: level { $level }
rulings = Rulings
rulings-none = Every proposal of the engine was confirmed as it stood.
ruling = Ruling
ruling-original = Response as given
ruling-own = Row of the facilitator's own
ruling-proposed = Engine's proposal
ruling-confirmed = As confirmed

## Objectives

objectives = Objectives
objectives-intro = Each objective with what bears on it: injects, evidence, observations. The rating is the evaluator's.
objective-question = Discussion question:
objective-capability = Core capability:
objective-injects = Injects:
objective-evidence = Evidence from the run
objective-observations = Observations:
objective = Objective
not-given = not given
observations-none = None noted. Without an observation the objective cannot be rated; tick N/A.
endex = EndEx
after-run-out = After run-out
rating-box = Rating, to be given by the evaluator
rating-p = Performed without Challenges
rating-s = Performed with Some Challenges
rating-m = Performed with Major Challenges
rating-u = Unable to be Performed
rating-na = Not observed

## Strengths, answers, prompts

strengths-areas = Strengths and areas for improvement
strengths-intro = As noted during the exercise. Empty rows are for the hot wash.
strengths = Strengths
strength = Strength
improvements = Areas for improvement
improvement = Observation
reference = Reference
analysis = Analysis
neutral = Other observations
answers = The group's answers
question = Question:
answer = Answer:
prompts = For the debrief
prompts-is = What is: facts of this run
prompts-is-intro = Answer these from the report alone, before anybody judges.
prompts-ought = What ought to be: the group's judgement
prompts-ought-intro = These have no answer in the figures. The model knows what follows from what, and not what is right.
ought-1 = Which of the things that happened here should not happen, whatever they bring on the other axis?
ought-2 = Whose loss weighed too little at this table?
ought-3 = Which restriction would you defend in front of those it touched?
ought-4 = What should your own service do differently, and by when?
judgement = The group's judgement

## Appendices

appendix-a = Appendix A: Improvement plan
plan-intro = Areas for improvement are taken over from the observations; the rest is filled in by the organisations.
plan-capability = Core Capability
plan-issue-area = Issue/Area for Improvement
plan-action = Corrective Action
plan-element = Capability Element
plan-organisation = Primary Responsible Organization
plan-poc = Organization POC
plan-starts = Start Date
plan-completes = Completion Date
appendix-b = Appendix B: Exercise participants
role-kind = Kind
held-by = Held by
label = Name given
kind-state = State
kind-organisation = Organisation
kind-power = Outside power
kind-civil = Civil society
kind-cell = Cell
holder-person = Person
holder-bot = Bot
holder-vacant = Vacant
appendix-c = Appendix C: Ledger of the largest changes
ledger-intro = Every row behind the { $count } largest changes of state indicators over the turns played, with the rule, the values it read and its source. The list follows the authored order of indicators and states.
over-turns = Over the turns played:
values-read = Values read
arose-in = Arose in turn { $turn }
appendix-d = Appendix D: What the screens showed
screens-intro = Bands as seats saw them when responses were still open. Two words joined by a dash mark poor data.
appendix-e = Appendix E: Sources
sources-intro = Where the rules, measures and injects that moved this run come from.
rests-on = What rests on it in this run

## Explanations

cause-rule = Rule: { $name }
cause-amplify = Amplified by: { $name }
cause-measure = Measure by { $name }
cause-statement = Statement by { $name }
cause-inject = Inject: { $name }
cause-clause = Agreement: { $name }
cause-funds = Funds: { $name }
cause-ruling = Facilitator's ruling
cause-system = Engine: { $name }
cause-bound = Bound of the scale
cause-cap = Ceiling of this value
cause-rounding = Rounding
why-bound = The value had reached the end of its scale; what would have gone beyond it was taken back.
why-cap = The value is held down while one of the indicators it watches is very low.
why-rounding = Means are rounded down to hundredths of a point at every level; this is what remains.
explain-head = { $label }, turn { $turn }: { $before } → { $after } ({ $change })
explain-row = { $slot }: { $amount }, arose in turn { $turn }, { $rule }
explain-reads = read: { $values }
explain-factors = scaled by: { $values }
explain-draw = drawn: { $value }
explain-note = note: { $note }
explain-source = source: { $source }
explain-others = { $count ->
        [one] one further part
       *[other] { $count } further parts
    }
explain-total = whole change
silence-fired = { $rule }: fired in this turn
silence-false = { $rule }: silent, because this was false: { $condition }

## Handouts

handout-participants = Participants' handout
handout-facilitator = Facilitator's handbook
handout-order-form = Order form
handout-role = Role card
mark-participants = For all participants
mark-role = For the seat of { $role } only
mark-facilitator = For the facilitator and the white cell. Not for players.
read-ahead = Read-ahead
ground-rules = Ground rules
ground-1 = Play the role you hold. What is said in a role is not held against the person or the service.
ground-2 = There are no winners. Security and migrant rights stand side by side, are never added together, and states are not ranked.
ground-3 = Some roles receive information that others do not have. This is part of the exercise. You may share it, keep it or trade it.
ground-4 = Anybody may ask for a pause. The facilitator pauses, resumes and ends the exercise.
ground-5 = Questions go to the facilitator, whose answers hold inside the story.
ground-6 = Use role names. Personal names are not needed and nothing leaves the room.
assumptions = Assumptions and artificialities
facts-at-a-glance = At a glance
glance-turns = Turns
glance-turns-value = { $turns }, each { $length }
glance-duration = Duration
glance-duration-value = { $low } to { $high } minutes
glance-runout = After EndEx
glance-runout-value = { $count ->
        [one] one outcome
       *[other] { $count } outcomes
    } without decisions
glance-roles = Roles at the table
questions = Questions for the discussion
glossary = Words
notice-values = About the values
card-mandate = Mandate
card-dilemma = Your dilemma
card-interests = Interests
card-red-lines = Red lines
card-resources = Resources
card-constraints = Constraints
card-allies = Allies
card-private = Known to you alone, for this exercise
card-reads = You can read exactly
card-funds = Funds
card-funds-value = { $start } budget units at StartEx, { $income } per turn, up to { $limit } carried over
card-actions = Actions
card-actions-value = { $count ->
        [one] one response or statement
       *[other] { $count } responses and statements
    } per turn
card-delivery = Delivery
card-delivery-value = your own machinery delivers up to { $percent } % of plan
card-measures = Measures open to this role
measure = Measure
measure-cost = Cost
measure-lasts = Lasts
measure-what = What it means
lasts-once = once
lasts-until_lifted = until lifted
lasts-turns = { $count ->
        [one] one turn
       *[other] { $count } turns
    }
cost-upkeep = { $cost } + { $upkeep } per turn
needs = Needs: { $text }
restrictive-mark = Restrictive: say why it is needed and why it is suitable.
statement-mark = Made openly as a statement.
events-list = Events list
event-ref = Ref
event-trigger = When
event-title = Inject
event-to = To
event-expected = Expected action
event-objectives = Objectives
when-turn = turn { $turn }
when-from-turn = from turn { $turn }, if { $condition }
when-if = if { $condition }
when-contingency = in the drawer
when-contingency-if = in the drawer, if { $condition }
when-optional = optional
slips = Inject slips
slips-intro = Cut along the lines. A slip with a private line is for that seat alone.
slip-from = From { $who }, by { $method }
slip-note = Content note: { $text }
slip-private = Only for { $role }: { $text }
method-briefing = briefing
method-report = report
method-phone = phone
method-letter = letter
method-media = media
method-meeting = meeting
method-radio = radio
method-email = email
order-role = Role
order-turn = Turn
order-intro = One block per action. Hand the form to the facilitator before the cut-off.
order-measure = Measure or statement
order-target = Target
order-inject = In answer to
order-issue = Issue, frame and audience (for a statement)
order-needed = Why needed (restrictive measures)
order-suitable = Why suitable (restrictive measures)
order-reason = Reason
order-free = Or in your own words
order-agreement = Agreements: signed / objected to (name clauses)
order-block = Action { $number }

## Conference

summary = Summary of the session
summary-by = Written by { $who }, { $when }. Each paragraph names the entries of the public record it rests on.
summary-disagreement = Not agreed.
cited = [{ $number }] { $who }, { $when }: { $text }
reminders = Framing reminders
reminder-of = Statement
reminder-why = Reason
papers = Position papers and what the exercise showed
papers-intro = What seats wrote on each question, as last handed in, with the indicators that the objectives of that question name as evidence. Nothing here says that a paper brought about a change.
papers-without = Asked, and handed in none:
papers-evidence = What the exercise showed for this question
papers-no-evidence = No objective of this question names evidence.
paper-version = version { $number }, { $when }
paper-incomplete = The paper of { $who } is incomplete. It lacks: { $names }
paper-nothing = nothing is said on this
appendix-f = Appendix F: Key phrases
phrases-intro = Entries of the public record by key phrase: those of the injects, those that speakers chose for their statements, and those that the rapporteur added.
phrase = Key phrase
phrase-entries = Entries
