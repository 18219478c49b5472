# Words of the analytic views, in the report, in the app and in plain mode.

views = Analytic views
views-intro = Each view answers one question from the ledger of the turns played. Security and rights keep columns of their own and are never added. Rows keep the order of the scenario; they rank nobody.
view-is = What is: facts of the run
view-ought = What ought to be: the group's judgements
none = none
region = the region
who = Who
issue = Issue
place = Place
cause = Cause
kind = Kind of cause
all-roles = all roles
from-to = { $start } → { $end }
percent = { $value } %

## Whose security

served = Whose security was served
served-finding = Decisions meant for: { $list }.
served-nobody = No decision named whose security it was meant for.
served-intro = How the regional values tied to each of them moved from StartEx to EndEx. Improvements and losses stand apart and are not set off.
whose = Whose
decisions = Decisions
security-up = Security, improved
security-down = Security, lost
rights-up = Rights, improved
rights-down = Rights, lost

## The gap

gap = Words ahead of deeds, by issue and state
gap-finding = Of { $count } issues in states, words ran ahead of delivery in { $ahead } at EndEx. Since StartEx the gap widened in { $wider } and narrowed in { $narrower }.
gap-nothing = No issue stood on an agenda, and none was spoken up or down.
gap-intro = Gap: what was said less what was delivered, −100 to 100. Where nothing was said there is no gap. Shortfall: the mean of institutions and money, less what was delivered; structures and money without results.
said = Said
delivered = Delivered
gap-head = Gap
shortfall = Shortfall

## Roles

roles = Words and deeds, by role
roles-finding = { $alone ->
    [0] Every role that raised an issue also did something about it.
    [one] Once a role raised an issue and did nothing about it.
   *[other] { $alone } times a role raised an issue and did nothing about it.
}
roles-silent = No role raised an issue.
roles-nothing = Nobody said or did anything.
roles-intro = Statements of each role on an issue, by frame, beside its measures of that issue and what came through of them. Measures that answer no issue stand in a row of their own.
no-issue = no issue
statements = Statements
measures = Measures
came-through = Came through
remark = Remark
words-alone = words, no measure
deeds-alone = measures, no word
frame-state = state { $count }
frame-human = human { $count }
frame-global = global { $count }
frame-societal = societal { $count }
spoken-down = spoken down { $count }

## Delivery

delivery = What became of measures
delivery-finding = Between { $least } % and { $most } % came through, by role, of what measures were meant to yield.
delivery-same = { $least } % came through of what measures were meant to yield.
delivery-nothing = No measure was meant to yield anything.
delivery-intro = Rate: the mean of what the factors left of a measure's yields, each measure in each outcome counted once. Points are those of indicators, whatever their sign, with parts that were still on their way at EndEx. Side effects are not counted, because they were not announced.
rate = Rate
security-points = Security, meant → came
rights-points = Rights, meant → came
cost-most = Cost most
cost-most-value = { $factor }, left { $left } %
factor-fit = fit to the issue
factor-bundle = missing parts
factor-execution = execution by the host
factor-delivery = delivery by the acting body
factor-kept = share diverted
factor-preset = preset
factor-ruling = ruling

## Perceived and actual

perceived = Perceived and actual
perceived-finding = Of { $count } issues in states, alarm stood above the evidence in { $start } at StartEx and in { $end } at EndEx.
perceived-nothing = This model does not tell how threatening a subject is held to be.
perceived-intro = Alarm is how threatening the subject was held to be, evidence what the indicators bear out, at StartEx and after each turn. Apart: alarm less evidence.
alarm = Alarm
evidence = Evidence
apart = Apart
links = Links that were claimed
links-intro = Where statements raised the link to a recognised threat: by how much, how firm it was, and over-claim, the link at EndEx in per cent of the evidence. Above 100 % more was claimed than borne out.
claimed = Raised
linkage = Link
over-claim = Over-claim

## Harm

harm = Harm to migrants, harm from migrants
harm-finding = { $count ->
    [0] No red line was crossed
    [one] One red line was crossed
   *[other] Red lines were crossed { $count } times
}; rights lost { $rights } points. The arrival of people by itself lowered no security indicator.
harm-finding-paths = { $count ->
    [0] No red line was crossed
    [one] One red line was crossed
   *[other] Red lines were crossed { $count } times
}; rights lost { $rights } points. By this model arrivals alone may lower security: { $paths }.
harm-intro = The comparison of the concept note: harm that is done to migrants, and harm that comes from them. Only losses are told here; gains stand in other views. Losses are parts of the movement of each axis, in points, and are not set off.
harm-to = Harm to migrants
harm-causes = What took from rights
harm-none = Nothing took from rights in the turns played.
harm-others = { $count ->
    [one] one further cause
   *[other] { $count } further causes
}
harm-red-lines = Red lines crossed: { $list }.
harm-no-red-lines = Red lines crossed: none.
harm-from = Harm from migrants
harm-no-path = The model holds no such path: by itself the arrival of people moves no security indicator, so there is nothing to list. What took from security stands below by kind of cause, beside what the same kind took from rights.
harm-paths = Rules by which the arrival of people alone may move a security indicator: { $paths }. What took from security stands below by kind of cause, beside what the same kind took from rights.
rule = Rule
harm-joint = Rules that count arrivals together with something else, such as how ready a place is
harm-classes = By kind of cause
from-rights = From rights
from-security = From security
class-restrictive = measures: restrictive
class-capacity = measures: capacity
class-balanced = measures: balanced
class-protection = measures: protection
class-causes = measures: causes
class-cooperation = measures: cooperation
class-framing = measures: framing
class-after-measures = rules: what follows from measures
class-after-words = rules: what follows from statements
class-after-texts = rules: what follows from agreements
class-rule = rules: how things stand in the region
class-inject = injects
class-clause = clauses of agreements
class-ruling = rulings
class-system = other

## Spending

spending = Funds for causes and for symptoms
spending-finding = For causes { $causes }, for symptoms { $symptoms } budget units.
spending-nothing = No funds were spent on measures.
spending-intro = Costs and upkeep of measures in the turns played, in budget units, by what the measure addresses. Transfers between roles are not spending.
on-causes = On causes
on-symptoms = On symptoms

## Pipeline

pipeline = Still on its way at EndEx
pipeline-nothing = No effect was waiting at EndEx.
pipeline-finding = { $count ->
    [one] One effect was waiting at EndEx.
   *[other] { $count } effects were waiting at EndEx.
} { $late ->
    [0] None of them lands after the run-out.
    [one] One lands after the run-out.
   *[other] { $late } land after the run-out.
}
pipeline-intro = † lands after the run-out and is in no figure.
pipeline-largest = The largest, by the turn they land in
lands = Lands
value = Value
change = Change
arose = Arose

## Judgements

judged = What the group says
judged-finding = Questions answered: { $answered } of { $asked }. Observations: { $noted }.
judged-intro = These are judgements. Nothing here follows from the figures, and no figure follows from it.
answers = Answers
question = Question
answer = Answer
no-answer = no answer
observations = Observations
turn = Turn
kind-noted = Kind
observed-strength = strength
observed-improvement = to improve
observed-neutral = note
observation = Observation
