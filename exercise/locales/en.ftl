# The app's own strings in English: the language every other one falls back to.
# Scenario texts do not stand here. A value in braces is put in; a name after a full stop is an attribute.

## Words for facts: phases, bands, people

phase-lobby = lobby
phase-briefing = briefing
phase-situation = situation
phase-consultation = consultation
phase-decision = decision
phase-adjudication = adjudication
phase-outcome = outcome
phase-hot_wash = hot wash
phase-closed = closed

frame-state = security of the state
frame-human = safety of persons
frame-global = security of the world
frame-societal = safety of society

arrow-up2 = rising fast
arrow-up = rising
arrow-flat = steady
arrow-down = falling
arrow-down2 = falling fast

size-small = a little
size-medium = clearly
size-large = a lot

cause-rule = a rule
cause-measure = a measure
cause-inject = an inject
cause-clause = an adopted clause
cause-statement = a statement
cause-ruling = a ruling of the facilitator
cause-system = a fixed procedure
cause-funds = a movement of funds
cause-amplify = a rule that strengthens others
cause-cap = the bound of the scale

holder-person = person
holder-bot = bot
holder-vacant = vacant

kind-state = state
kind-organisation = organisation
kind-power = outside power
kind-civil = civil society
kind-cell = white cell

class-restrictive = restrictive
class-capacity = capacity
class-balanced = balanced
class-protection = protection
class-causes = causes
class-cooperation = cooperation
class-framing = framing

lasts-once = It acts once.
lasts-until_lifted = It stays in force until you lift it; lifting takes an action.
lasts-turns = { $turns ->
    [one] It stays in force for one turn.
   *[other] It stays in force for { $turns } turns.
}

helps-more-1 = Meant to raise a little: { $label }.
helps-more-2 = Meant to raise clearly: { $label }.
helps-more-3 = Meant to raise a lot: { $label }.
helps-less-1 = Likely to lower a little: { $label }.
helps-less-2 = Likely to lower clearly: { $label }.
helps-less-3 = Likely to lower a lot: { $label }.

decision-all_parties = Adopted when all parties sign.
decision-majority = Adopted when most parties sign.
decision-consensus = Adopted unless a party objects before the cut-off (silence procedure).

method-briefing = briefing
method-report = report
method-phone = telephone
method-letter = letter
method-media = the media
method-meeting = meeting
method-radio = radio
method-email = e-mail

inject-kind-scheduled = scheduled
inject-kind-conditional = conditional
inject-kind-contingency = contingency
inject-kind-optional = optional

inject-status-waiting = waiting
inject-status-ready = ready
inject-status-held = held back
inject-status-armed = armed
inject-status-called = called by an effect
inject-status-released = released
inject-status-skipped = skipped

observed-strength = strength
observed-improvement = to improve
observed-neutral = observation

record-inject = Turn { $turn }, event: { $text }.
record-statement = Turn { $turn }, statement of { $who }: { $text }.
record-statement-about = On: { $issue }; { $frame }. To: { $audiences }.
record-statement-words = In its own words: "{ $words }"
record-response = Turn { $turn }, response of { $who }: { $text }.
record-agreement = Turn { $turn }, adopted: { $text }
record-breach = Turn { $turn }, red line crossed, { $who }: { $text }.
record-breach-anywhere = Turn { $turn }, red line crossed: { $text }.
record-paper = Turn { $turn }, position paper of { $who } on question { $about }.
record-paper-before = Before the first turn, position paper of { $who } on question { $about }.
record-revision = Turn { $turn }, position paper of { $who } on question { $about }, revised.
record-revision-before = Before the first turn, position paper of { $who } on question { $about }, revised.
record-reminder = Turn { $turn }, framing reminder by { $who } on [{ $about }]: { $text }.
record-floor = Turn { $turn }, { $who } gives the floor to { $text }.
record-numbered = [{ $number }] { $line }
record-phrase = #{ $phrase }
record-phrase-count = { $phrase } ({ $count })
record-unlifted = Turn { $turn }, lifted by { $who }: { $text }.

flag-free_text = free text
    .help = Flag: free text. The engine proposes nothing; replace it by a measure, or add a row.
flag-restrictive = restrictive
    .help = Flag: a restrictive measure. Read why it is called needed and suitable.
flag-red_line = crosses the role's own red line
    .help = Flag: this role has said that it would not do this.
flag-no_yield = yields nothing
    .help = Flag: the measure would bring nothing as things stand. The factors say why.

factor-fit = measure fits the issue { $percent } %
factor-bundle = parts in place { $percent } %
factor-execution = execution by the host { $percent } %
factor-delivery = delivery by the acting body { $percent } %
factor-kept = reaches its purpose { $percent } %
factor-preset = preset { $percent } %
factor-ruling = ruling { $percent } %
factor-voice = weight of the voice { $percent } %
factor-heard = heard by the audiences { $percent } %
factor-factor = strengthened to { $percent } %

language-en = English
language-ru = Русский

## Refusals: one sentence for each

refusal-not_facilitator = Only the facilitator may do this.
refusal-wrong_phase = This belongs to another phase of the turn.
refusal-exercise_paused = The exercise is paused.
refusal-exercise_ended = EndEx has been called; nothing can change any more.
refusal-unknown_measure = There is no such measure.
refusal-not_offered = It is not open to your seat now.
refusal-not_unlocked = Something must open it first.
refusal-made_void = What has happened has closed it.
refusal-ruled_out = You have chosen another answer that rules it out; withdraw that one first.
refusal-requirement_not_met = What it requires is not in place.
refusal-no_actions_left = You have no actions left in this turn.
refusal-not_enough_funds = You do not have the funds for it.
refusal-wrong_target = It needs a target that it can have.
refusal-justification_missing = Say why it is needed and why it is suitable.
refusal-statement_incomplete = A statement names an issue, a frame and its audiences, each once.
refusal-text_too_long = The text is too long. Shorten it.
refusal-text_empty = The text is empty. Write a few words.
refusal-unknown_inject = There is no such inject.
refusal-inject_not_releasable = This inject cannot be released by hand now.
refusal-already_chosen = You have chosen it, or it is in force already.
refusal-nothing_to_change = That is how it stands already.
refusal-unknown_agreement = There is no such agreement.
refusal-unknown_clause = The agreement has no such clause that is on.
refusal-not_a_party = Your seat is not a party to it.
refusal-agreement_not_open = It is not on the table. Somebody must sponsor it first.
refusal-unknown_seat = There is no such seat.
refusal-seat_vacant = The seat is vacant.
refusal-unknown_ruling = There is no such ruling in this turn.
refusal-out_of_range = The number is outside the range allowed.
refusal-cannot_undo = There is nothing to go back to.
refusal-unknown_indicator = There is no such value to change.
refusal-unknown_item = It is not on the list.
refusal-paper_not_asked = Your seat is asked for no paper on this.
refusal-not_your_duty = This is for the moderator or the rapporteur, whose seat a person holds.
refusal-unknown_entry = The public record has no such entry. Cite by the numbers of the record.
refusal-citation_missing = Say by number which entries of the record the paragraph rests on.
refusal-already_reminded = A reminder on this statement has been given.

## What can be typed

command-help = help
    .help = list everything that can be typed
command-inbox = inbox
    .help = read the injects you have received
command-card = card
    .help = read your role card
command-situation = situation
    .help = where the exercise stands
command-indicators = indicators
    .help = values in words; add a place, a name or "all"
command-record = record
    .help = the public record; add a turn, a key phrase or a word
command-papers = papers
    .help = read the position papers
command-paper = paper
    .help = write or revise your position paper
command-summary = summary
    .help = read the summary, with what it cites
command-paragraph = paragraph
    .help = write a paragraph of the summary, or change one (paragraph 2)
command-strike = strike
    .help = take a paragraph out of the summary (strike 2)
command-tag = tag
    .help = tag an entry of the record with key phrases (tag 7)
command-remind = remind
    .help = remind of the frame of a statement (remind 7)
command-floor = floor
    .help = give the floor to a seat
command-measures = measures
    .help = what you may do; add a word, or "all" for those not available
command-measure = measure
    .help = the details of one measure (measure 3)
command-standing = standing
    .help = lasting measures in force
command-outcome = outcome
    .help = what moved in the last outcome, as far as it is open to all; add a place, a name or "all"
command-respond = respond
    .help = decide on a measure (respond 3)
command-own = own
    .help = write an answer of your own, in your own words
command-mine = mine
    .help = your responses of this turn
command-withdraw = withdraw
    .help = take a response back
command-lift = lift
    .help = end a lasting measure of your own
command-keep = keep
    .help = take a lifting back
command-seal = seal
    .help = say that your responses are complete
command-statement = statement
    .help = make a statement: issue, frame, audiences
command-agreements = agreements
    .help = read agreements; sponsor, change, sign them, or object
command-messages = messages
    .help = messages you sent and received
command-write = write
    .help = write to other seats, or to the facilitator
command-ask = ask
    .help = ask the facilitator something
command-questions = questions
    .help = questions and their answers
command-pause = pause
    .help = ask for a pause; from the facilitator it stops the exercise
command-resume = resume
    .help = go on after the pause
command-glossary = glossary
    .help = explain a term (glossary frame)
command-pin = pin
    .help = set or change a PIN, asked for when the keyboard is passed
command-why = why
    .help = why a value moved (why preparedness, or why 2 of the last list)
command-why-not = why-not
    .help = why a measure is not available, why a value stayed, why a rule was silent
command-readahead = readahead
    .help = the paper that everybody reads before StartEx
command-done = done
    .help = leave the keyboard; nothing of yours stays in sight
command-back = back
    .help = go back; Enter does the same
command-read = read
    .help = read the text and who has signed
command-sponsor = sponsor
    .help = put it on the table
command-switch = switch
    .help = turn a clause on or off; all signatures fall (switch 2)
command-sign = sign
    .help = sign all clauses, or some (sign 1 2)
command-unsign = unsign
    .help = take your signature back
command-object = object
    .help = object to all clauses, or to some (object 2)
command-unobject = unobject
    .help = take your objection back
command-contribute = contribute
    .help = say how much you put in, from 0 to 3 (contribute 2)
command-events = events
    .help = the whole events list, with numbers
command-inject = inject
    .help = read an inject with its expected action (inject 3)
command-release = release
    .help = give an inject to its recipients now (release 3)
command-hold = hold
    .help = keep a ready inject back (hold 3)
command-skip = skip
    .help = leave an inject out for good (skip 3 no time left)
command-arm = arm
    .help = let a contingency inject come, or put it back (arm 3)
command-new = new
    .help = write an inject on the spot
command-next = next
    .help = go on to the next phase
command-world = world
    .help = exact values; add words of a name or place
command-waiting = waiting
    .help = effects on their way
command-note = note
    .help = note an observation in one line
command-observe = observe
    .help = note an observation with kind, role, inject and objective
command-notes = notes
    .help = read the observations
command-seats = seats
    .help = who holds which seat; give one to somebody else
command-assign = assign
    .help = give a seat to a person or a bot, or leave it vacant (assign 2 person Ann, assign 3 4 bot)
command-order = order
    .help = in what order seats come to the keyboard
command-scores = scores
    .help = hide the two axes and all values from seats until the hot wash, or show them
command-language = language
    .help = change the language
command-undo = undo
    .help = go back to the last phase boundary or release
command-quit = quit
    .help = leave; the exercise is saved
command-start = start
    .help = open the briefing
command-seat = seat
    .help = pass the keyboard to a seat (seat 2)
command-show = show
    .help = one response with its reasons and the proposed rows (show 1)
command-scale = scale
    .help = let a response yield more or less (scale 1 50 half the staff was away)
command-replace = replace
    .help = let a response or free text count as a measure (replace 1)
command-row = row
    .help = move a value yourself (row preparedness tajikistan -4 the store burnt down)
command-rulings = rulings
    .help = your rulings of this turn
command-unrule = unrule
    .help = take a ruling back
command-confirm = confirm
    .help = confirm the proposal with your rulings
command-endex = endex
    .help = call EndEx now, before the last turn
command-axes = axes
    .help = both axes, turn by turn
command-turning = turning
    .help = the largest causes for each axis
command-runout = runout
    .help = what followed after EndEx without decisions
command-views = views
    .help = what the run shows, view by view; add a number to read one (views 2)
command-values = values
    .help = exact values; add a place or a name
command-answers = answers
    .help = write down the group's answers to the questions
command-strength = strength
    .help = note something that went well
command-improvement = improvement
    .help = note something to improve
command-prompts = prompts
    .help = what to talk about
command-report = report
    .help = how to write the after-action report
command-close = close
    .help = end the debrief
command-open = open
    .help = begin a new exercise (open 1)
command-continue = continue
    .help = go on with a saved exercise
command-watch = watch
    .help = let bots play a scenario while you conduct it; nothing is kept (watch 1)
command-scenarios = scenarios
    .help = list the scenarios

## Asking and answering

plain-option = { $number }. { $label }
plain-menu = You can type:
plain-command = { "  " }{ $word }: { $help }
plain-help-how = Type a word or its beginning. A number after it means a line of a list. In a question, Enter alone goes back.
plain-number-alone = A number needs a word before it. Type ? for the words.
plain-yes = yes
plain-no = no
plain-yes-hint = (yes or no; Enter: yes)
plain-no-hint = (yes or no; Enter: no)
plain-answer-yes-no = Please answer yes or no.
plain-all = all
plain-not-known = "{ $answer }" is not known here. Type ? for a list.
plain-not-now = "{ $answer }" cannot be used at this point. Type ? to see what can.
plain-several = "{ $answer }" may mean several: { $options }. Type more of it.
plain-not-done = Left as it was.
plain-nothing-to-choose = There is nothing to choose from.
plain-none-yet = There are none.
plain-not-a-number = "{ $answer }" is not a number that fits here.
plain-number-from-list = A number means a line of the last list of values. Type a name instead.
plain-region = the region
told-all-states = all states
plain-everybody = everybody
told-facilitator = the facilitator

## Where the exercise stands

plain-welcome = Plain mode. Answer each question and press Enter. Type ? at any time to see what can be typed.
told-moment = { $title }. Turn { $turn } of { $turns }, { $story }. Phase: { $phase }.
told-moment-outside = { $title }. Phase: { $phase }.
told-no-story-time = no date in the story
told-gauge = { $label }: { $band }, { $arrow }.
told-gauge-exact = { $label }: { $value } ({ $band }, { $arrow }).
told-for-better = for the better
told-for-worse = for the worse
told-scores-hidden = Values are hidden from seats until the hot wash.
plain-scores-shown = Seats see the values again.
told-rose = rose
told-fell = fell
told-change = { $label } { $way } { $size }, { $good }.
told-source = Source: { $source }.
told-source-chosen = a choice of this exercise's designers
told-source-numbers = the numbers are a choice of this exercise's designers
told-source-rest = the rest is a choice of this exercise's designers
told-undisclosed = The cause has not been made public.
plain-no-changes = No published value moved for a reason open to all.
plain-changes-more = { $count ->
    [one] One line more.
   *[other] { $count } lines more.
} "outcome" and a place or a name lists some, "outcome all" all of them.
plain-no-open-cause = No cause open to all moved it in the last outcome.
plain-causes-closed = It moved, for causes that are not open to all; they are told in the debrief.
plain-issues = On the agenda, with the level from 1 to 4 and whose security is spoken of:
plain-issues-none = No issue stands on an agenda.
told-issue = { $label }, { $place }: level { $level }, { $frame }.
plain-sealed-count = Sealed: { $sealed } of { $seats } seats.
plain-seat = { $who }: { $holder }
plain-seat-label-of = { $who }: { $holder }, { $label }
plain-record = Public record

## Passing the keyboard

plain-blank-begins = { $lines } empty lines follow, so that nothing stays on the screen.
plain-hand-over = Pass the keyboard to { $who }.
plain-hand-over-others = Or name another: { $others }.
plain-hand-over-prompt = Press Enter when ready:
plain-hand-over-only = Press Enter when ready, or type anything to go back:
plain-you-are-now = You are now { $who }.
plain-alone = Only one seat is held by a person. Does the same person play { $who } and facilitate, so that nothing is hidden between the two?
plain-pin-ask = PIN of { $who }:
plain-pin-wrong = That is not the PIN.
plain-pin-new = New PIN of { $who } (Enter for none):
plain-pin-again = The same PIN again:
plain-pin-set = The PIN is set. It is forgotten when the program ends.
plain-pin-none = There is no PIN now.
plain-pin-differs = The two differ. Nothing is changed.
plain-pin-whose = Whose PIN?
plain-pin-clear = Remove the PIN of { $who }?

## Launcher

plain-launcher = Which exercise do you want to open?
plain-launcher-prompt = Open, continue or watch?
plain-launcher-empty = Type "open 1" for the first scenario, or ? for a list.
plain-scenario = { $number }. { $title }. { $low } to { $high } minutes, { $turns ->
    [one] one turn
   *[other] { $turns } turns
}, { $places ->
    [one] one seat
   *[other] { $places } seats
}. { $summary }
plain-scenario-broken = { $number }. { $name }: cannot be read. The command "check" says why.
plain-scenario-which = Which scenario?
plain-no-scenarios = No scenarios were found.
plain-saved = { $title }, begun { $date } UTC, { $records ->
    [one] one entry
   *[other] { $records } entries
}
plain-saved-which = Which exercise?

## Lobby and rounds

plain-lobby = Lobby: { $title }
plain-seat-which = Which seat? Several numbers with spaces between them are allowed:
plain-seat-holder = Who holds it?
plain-seat-label = A name for the person (Enter for none):
plain-seat-call = Which seat comes to the keyboard?
plain-order-which = In what order? Numbers with spaces between them:
plain-order = Order: { $names }.
plain-prompt-lobby = Facilitator (Enter: open the briefing):
plain-prompt-next = Facilitator (Enter: go on):
plain-prompt-round = Facilitator (Enter: pass the keyboard to { $who }):
plain-prompt-round-over = Facilitator (Enter: go on to the next phase):
plain-prompt-paused = Facilitator (Enter does nothing; the exercise is paused until "resume"):
plain-prompt-situation = Facilitator (Enter: release what is ready and go on):
plain-prompt-adjudication = Facilitator (Enter: confirm, as nothing is flagged):
plain-prompt-flagged = Facilitator (Enter: what is flagged; "confirm" accepts all):
plain-prompt-outcome = Facilitator (Enter: next turn):
plain-prompt-last-outcome = Facilitator (Enter: EndEx and the hot wash):
plain-prompt-hot-wash = Hot wash:
plain-round-waits = { $who } has not been at the keyboard in this phase.
plain-round-done = { $who } has been at the keyboard.
plain-round-sealed = { $who } has sealed.
plain-no-persons = No seat is held by a person.
plain-missing = Not yet at the keyboard: { $names }. Go on all the same?
plain-bots-acted = The bots have acted.

## A seat at the keyboard

plain-desk-heading = { $who }. What is shown now is for this seat alone.
plain-desk-prompt = { $who }:
plain-menu-hint = Type ? to see what can be typed.
plain-desk-empty = Type a word; ? lists them.
plain-purse = { $actions ->
    [one] One action
   *[other] { $actions } actions
} of { $total } left. Funds: { $funds }.
plain-no-new-injects = No new injects.
plain-inbox-empty = You have received no injects.
plain-inbox-open = { $title } (turn { $turn }, offers you an answer)
plain-inbox-read = { $title } (turn { $turn })
plain-inbox-which = Which inject? (Enter: none)
plain-inject = Inject: { $title } (turn { $turn })
plain-inject-from = From: { $sender }. By: { $method }.
plain-inject-note = Content note: { $text }
plain-inject-private = For you alone: { $text }
plain-inject-offers-one = It offers you one of these in a turn: { $names }.
plain-inject-offers = It offers you: { $names }.
plain-inject-private-of = For { $who } alone: { $text }
plain-inject-to = For: { $names }.
plain-inject-expected = Expected action: { $text }
plain-inject-trigger = Comes when: { $text }
plain-card-heading = Role card: { $name } ({ $kind })
plain-card-dilemma = Your dilemma: { $text }
plain-card-task = What you do:
plain-card-interests = Your interests:
plain-card-resources = What you can draw on:
plain-card-constraints = What limits you:
plain-card-red-lines = Your red lines:
plain-card-private = What only you know, for this exercise:
plain-card-allies = Allies: { $names }.
plain-card-values = Values on your card:
plain-standing = { $who }: { $name }, since turn { $since }.
plain-standing-own = Your own: { $name }, since turn { $since }.
plain-message = Turn { $turn }, message from { $sender } to { $to }: { $text }
plain-question = You asked: { $text } The facilitator's answer: { $answer }
plain-no-answer-yet = no answer yet
plain-glossary = Terms: { $words }. Type "glossary" and a term.
plain-glossary-entry = { $word }: { $text }
plain-indicators-hint = "why" and a number tells why a value moved. "indicators all" lists all, "indicators" and a name or place some.
plain-write-to = To whom? Numbers with spaces between them, or "all":
plain-write-text = Message:
plain-written = Sent to { $to }.
plain-ask-text = Your question to the facilitator:
plain-asked = The facilitator will see your question.
plain-pause-why = Why do you ask for a pause? (Enter: no reason)
plain-pause-asked = The facilitator will see your request. Type "done" to pass the keyboard.
plain-seal-first = Your responses are not sealed. Seal them now?
plain-you-sealed = Your responses are sealed; you may change them until the cut-off.
plain-you-not-sealed = Your responses are not sealed.
plain-why-what = Why which value?
plain-why-not-what = Which measure, by number or name, or which value?
plain-why-not-rule = Which rule? Part of its name:
plain-rule-which = Which of these rules?
plain-value-which = Which of these values?
plain-many-values = { $count } values fit; these are the first.
plain-no-such-rule = There is no rule with "{ $answer }" in its name.
plain-no-such-value = No value fits "{ $answer }".
plain-turn-word = turn

## Measures, responses, statements

plain-measure = { $number }. { $name } ({ $klass }, { $cost ->
    [0] no funds
   *[other] funds { $cost }
}){ $more }
plain-measure-offered = Offered by an inject.
plain-measure-not = Not available: { $why }
plain-measure-available = You may use it now.
plain-measures-kinds = Others by kind: { $kinds }. "measures" and a kind or a word lists them, "measures all" all of them.
plain-measures-later = You decide on measures in the decision phase. Until then you can read them:
plain-measures-none = No measure is available to you now.
plain-measures-more = { $count ->
    [one] One more is not available now.
   *[other] { $count } more are not available now.
} "measures all" lists them with the reason.
plain-measures-hint = "measure" and a number tells the details. "respond" and the same number uses it in the decision phase.
plain-measure-which = Which measure?
plain-measure-heading = { $name } ({ $klass })
plain-measure-cost = { $cost ->
    [0] Takes one action and no funds.
   *[other] Takes one action and { $cost } of your funds.
}
plain-measure-upkeep = Each further turn takes { $upkeep } more.
plain-measure-later = Not open in this phase: decisions are made in the decision phase, statements in the consultation.
plain-measure-serves = Meant to serve: { $referent }.
plain-measure-targets = Possible targets: { $names }.
plain-measure-requires = What may stand in the way: { $text }
plain-measure-restrictive = This measure is restrictive: it asks for two short answers.
plain-respond-which = Which measure? (Enter: none)
plain-chosen = { $name }.
plain-target = For which target?
plain-target-only = Target: { $target }.
plain-to-inject = Is it an answer to an inject? (Enter: on your own initiative; ? lists them)
plain-whom = Whom is it meant to serve? (Enter: { $referent }; ? lists others)
plain-needed = Why is it needed?
plain-suitable = Why is it suitable?
plain-reason = Why, in one line? (Enter: no reason)
plain-received = Received. You may change it until the cut-off.
plain-own-text = What do you do, in your own words?
plain-statement-which = Which statement? (Enter: none)
plain-statement-issue = On which issue?
plain-statement-frame = Whose security is at stake in it?
plain-statement-words = What do you say, in your own words? Everybody will read it. (Enter: nothing)
plain-statement-stays = A statement has been heard and stays.
plain-statement-audiences = To which audiences? Numbers with spaces between them, or "all":
plain-statement-sure = Make it now? It takes one action, is heard at once and cannot be taken back.
plain-statement-made = It has been heard.
told-decided-free = in your own words: { $text }
told-decided-target = for { $target }
told-decided-reason = because: { $reason }
plain-lifting = To be lifted: { $name }.
plain-no-responses = There are no responses yet.
plain-withdraw-which = Which response do you take back? (Enter: none)
plain-withdrawn = Taken back.
plain-lift-which = Which measure do you end? (Enter: none)
plain-lift-none = You have no lasting measure that you could end.
plain-keep-none = You have not lifted anything in this turn.
plain-lifted = It ends with this turn.
plain-keep-which = Which measure stays in force after all? (Enter: none)
plain-kept = It stays in force.
plain-sealed-now = Sealed. You may change your responses until the cut-off.

## The conference

paper-question = Question { $number }: { $text }
paper-none = not handed in
paper-turn = turn { $turn }
paper-before = before the first turn
paper-version = version { $number }
paper-complete = complete
paper-incomplete = incomplete, lacks: { $names }
paper-nothing = Nothing is said on this.
summary-none = Nobody has written a summary yet.
summary-by = Written by { $who }, turn { $turn }
summary-disagreement = Not agreed: { $text }
plain-papers-none = No position papers are asked for.
plain-paper-line = { $who }: { $state }
plain-papers-which = Which paper? (number, Enter for none)
plain-paper-which = On which question?
plain-paper-field = { $heading } (Enter keeps what stands there, - empties it)
plain-paper-stands = It says now: { $text }
plain-paper-handed = Handed in. Everybody can read it.
plain-paragraph-text = The paragraph:
plain-paragraph-cites = Which entries does it rest on? (numbers of the record)
plain-paragraph-dissent = Does it record a disagreement?
plain-paragraph-line = { $number }. { $text }
plain-paragraph-which = Which paragraph? (number)
plain-summary-written = Written.
plain-summary-struck = Taken out.
plain-tag-which = Which entry? (number of the record)
plain-tag-phrases = Which key phrases? (numbers, - for none)
plain-tagged = Tagged.
plain-statement-phrases = Key phrases for the record (numbers, Enter for none)
plain-remind-which = Which statement?
plain-remind-why = Your reason, in one line:
plain-reminded = The reminder stands in the record.
plain-remind-none = No statement waits for a reminder.
plain-floor-which = To whom?
plain-floor-given = { $who } has the floor.

## Agreements

plain-agreement-which = Which agreement? (Enter: none)
plain-agreement-open = { $name } (on the table, sponsored by { $sponsor })
plain-agreement-may = { $name } (you may put it on the table)
plain-agreement-closed = { $name } (not on the table)
plain-agreement-prompt = { $name } (Enter: back):
plain-agreement-heading = Agreement: { $name }
plain-agreement-parties = Parties: { $names }.
plain-agreement-not-open = It is not on the table.
plain-clause-in-force = { $text } (in force)
plain-clause-on = { $text } (on)
plain-clause-off = { $text } (off)
plain-signed = Signed by { $who }: clauses { $clauses }.
plain-objected = Objection of { $who }: clauses { $clauses }.
plain-contributes = Contribution of { $who }: level { $level }.
plain-no-party = Your seat is not a party.
plain-agreement-none = No agreement concerns your seat now.
plain-sponsored = It is on the table.
plain-sponsored-signed = It is on the table, and you have signed it.
plain-switch-which = Which clause?
plain-switched-on = The clause is on. All signatures have fallen.
plain-switched-off = The clause is off. All signatures have fallen.
plain-clauses-which = Which clauses, by number? (Enter: all that are on)
plain-signed-now = Signed.
plain-objected-now = Your objection is noted. It takes the place of your signature.
plain-signature-withdrawn = Your signature is withdrawn.
plain-objection-withdrawn = Your objection is withdrawn.
plain-no-contributions = This agreement has no levels of contribution.
plain-contribute-level = How much do you put in, from 0 (words only) to 3 (all you can)?
plain-contributed = Your contribution is { $level }.

## The facilitator

plain-only-facilitator = For the facilitator's eyes only:
plain-up-next = Up next
plain-up-next-none = Nothing is ready in this turn.
plain-drawer = In the drawer. "release" gives one now; "arm" lets one come in its turn or on its condition:
plain-event = { $number }. { $title }, to { $to }: { $status } ({ $kind }, turn { $turn })
plain-event-any = { $number }. { $title }, to { $to }: { $status } ({ $kind })
plain-event-which = Which inject? (Enter: none)
plain-released = Released: { $title }
plain-held = Held back for this turn: { $title }
plain-skip-why = It is left out for good. Why?
plain-skipped = Left out for good: { $title }
plain-armed = Armed, to come when its time or condition has come: { $title }
plain-disarmed = Back in the drawer: { $title }
plain-new-title = Title of the inject:
plain-new-text = Text:
plain-new-all = Does everybody receive it?
plain-world-hint = "why" and a name tells every row behind a value.
plain-more-waiting = { $count } smaller effects more.
plain-waiting = Turn { $turn }: { $label } { $amount }. { $why }
plain-note-text = What did you observe?
plain-noted = Noted.
plain-note = Turn { $turn }, { $kind }, { $who }: { $text }
plain-note-alone = Turn { $turn }, { $kind }: { $text }
plain-observe-kind = Of which kind? (Enter: observation)
plain-observe-role = About which seat? (Enter: none)
plain-observe-inject = About which inject? (Enter: none)
plain-observe-objective = About which objective? (Enter: none)
plain-question-of = { $who } asks: { $text } Answer: { $answer }
plain-questions-wait = { $count ->
    [one] A question waits
   *[other] { $count } questions wait
} for an answer. Type "questions".
plain-answer-which = Which do you answer? (Enter: none)
plain-answer-text = Answer:
plain-answered = The seat will read your answer.
plain-pause-request = { $who } asks for a pause. Reason: { $reason }.
plain-is-paused = The exercise is paused. Type "resume" to go on.
plain-resumed = The exercise goes on.
plain-undo-sure = Go back to the last phase boundary or release?
told-when-fired = "{ $title }" has come
told-when-in-force = "{ $name }" is in force
told-when-chosen = "{ $name }" was chosen
told-when-count = number of places where (
told-when-change = change of (
told-when-and = and
told-when-or = or
told-when-not = not
told-undo-release = This takes back the release of "{ $title }" and everything since.
told-undo-briefing = This goes back from { $phase } to { $before }; everything since is taken back.
told-undo-phase = This goes back from { $phase } to { $before } of turn { $turn }; everything since is taken back.
told-task-talk = Read what has happened and talk to the others: { $names }. What you tell them is up to you.
told-task-alone = Read what has happened.
told-task-choose = Choose measures from the list under each thing that came up; it says what each costs. { $actions } at most in each of { $turns } turns. Your funds: { $funds } now, { $income } more each turn.
told-task-texts = Agreements can be put on the table. The list says what you may do with each: propose, sign or object.
told-task-red-lines = Nothing stops you from crossing a red line of yours; the others may ask you why.
told-task-after = No answer is the right one: after each turn you read what came of it, and why.
plain-undone = Undone.
plain-language-which = Which language?
plain-language-now = The language is changed.

## Adjudication

plain-flagged = { $count ->
    [one] One response is flagged and deserves a look.
   *[other] { $count } responses are flagged and deserve a look.
} Type "show" and a number; "confirm" accepts everything as it stands.
plain-nothing-flagged = Nothing is flagged.
plain-look-first = { $count ->
    [one] One response is flagged.
   *[other] { $count } responses are flagged.
} Type "show" and its number, or "confirm" to accept everything as it stands.
plain-to-rule = { $number }. { $who }: { $text }
plain-to-rule-flagged = { $number }. { $who }: { $text }. Flags: { $flags }.
plain-to-rule-heading = { $who }: { $text }
plain-response-which = Which response? (Enter: none)
plain-their-needed = Why needed: { $text }
plain-their-suitable = Why suitable: { $text }
plain-their-reason = Their reason: { $text }
plain-proposed = Turn { $turn }: { $label } { $amount }.{ $why }
plain-factors = { "  " }Scaled by: { $words }.
plain-more-rows = { $count ->
    [one] One smaller row more.
   *[other] { $count } smaller rows more.
}
plain-proposal-part = The engine proposes { $percent } % of the intended effect. Held back most by: { $weakest }.
plain-proposal-nothing = The engine proposes no effect. Held back by: { $weakest }.
plain-proposal-whole = The engine proposes the full effect.
plain-proposal-more = The engine proposes { $percent } % of the intended effect.
plain-proposal-said = The engine proposes that it is said in full, and up to { $percent } % of it accepted. Held back most by: { $weakest }.
plain-proposal-none = The engine proposes that it stands, and moves no value by itself.
plain-proposal-free = The engine proposes nothing: it cannot weigh words of one's own.
plain-scale-percent = Per cent of the yield, from 0 to 200:
plain-ruling-why = Reason for the ruling, in one line; the room may read it:
plain-replace-by = By which measure? Part of its name, or ? for the list:
plain-row-what = Which value moves?
plain-row-amount = By how many points, such as -4 or 2.5?
plain-ruled = Ruled.
plain-unrule-which = Which ruling do you take back? (Enter: none)
plain-unruled = The ruling is taken back.

## Outcome and hot wash

plain-outcome-room = What followed. This may be read to the room:
plain-no-red-line = No red line was crossed.
plain-on-their-way = { $count ->
    [one] One effect is
   *[other] { $count } effects are
} still on their way.
plain-end-why = Why does the exercise end here?
plain-end-sure = Call EndEx now?
plain-table-head = Turn: { $first }; { $second }
plain-table-line = { $name }: { $first }; { $second }
plain-start = Start
plain-turn-of = Turn { $turn }, { $story }
plain-turn = Turn { $turn }
plain-after-run-out = These are the values after the run-out. "axes" tells those at EndEx.
plain-run-out = The run-out: what followed after EndEx, while nobody decided anything. It stands apart from the turns played.
plain-turning = Turning points, { $axis }:
plain-views-hint = "views" and a number reads one in full.
plain-view-line = { $number }. { $title }: { $finding }
plain-turning-point = { "  " }Turn { $turn }: { $amount }. { $cause }
plain-group-question = { $text } Answer: { $answer }
plain-group-which = Which question has the group answered? (Enter: none)
plain-group-answer = The group's answer:
plain-strength-text = What went well?
plain-improvement-text = What should be done better?
plain-debrief = To talk about: { $focus }
plain-saved-in = The exercise is saved in:
plain-report-how = The after-action report is written with:
plain-not-kept = This exercise was not kept, so no report can be written from it.
plain-close-sure = End the debrief? Nothing can be added afterwards. The report can still be written.
plain-closed = The debrief is over.
plain-no-pins = PINs are not kept. Whoever had one sets it again with "pin".
plain-left = You have left. The exercise is saved in:
plain-left-resume = Go on with:
plain-left-unkept = You have left. This exercise was not kept.

## The command line

cli-problem = exercise: { $problem }
cli-problem-at = exercise: { $problem }: { $path }
cli-list-scenarios = Scenarios
cli-list-none = none; name a folder with --library
cli-list-shape = { $turns ->
    [one] one turn
   *[other] { $turns } turns
}, { $seats ->
    [one] one seat
   *[other] { $seats } seats
}
cli-list-minutes = { $from } to { $to } min
cli-list-broken = broken: { $problem }
cli-list-saved = Saved exercises
cli-list-unreadable = cannot be read: { $reason }
cli-list-records = { $count ->
    [one] one record
   *[other] { $count } records
}
cli-list-libraries = Libraries of injects, measures and indicators
cli-list-credit = version { $version }, { $author }, { $license }; source: { $source }
cli-pack-refused = not packed: { $count ->
    [one] one mistake
   *[other] { $count } mistakes
} above; mend it, or pack it as it is with --force
cli-pack-exists = { $path } is there already and holds something else; raise 'version' in scenario.yaml, or name another file with -o
cli-pack-no-folder = there is no folder { $path }; make it, or name another file with -o
cli-pack-left-out = left out: { $reason }
cli-pack-written = packed: { $path } ({ $size } bytes)
cli-pack-name = scenario
cli-pack-title = title
cli-pack-summary = summary
cli-pack-author = author
cli-pack-licence = licence
cli-pack-languages = languages
cli-pack-year = set in
cli-pack-sensitivity = sensitive
cli-pack-model = model
cli-pack-is-packed = in the pack
cli-pack-is-built-in = built in
cli-pack-library = uses
cli-pack-engine = packed by
cli-pack-sources = sources
cli-pack-files = files
cli-pack-count = { $count }
cli-pack-more = and { $count } more
cli-add-already = '{ $name }' was added before, just like this: { $path }
cli-add-replaced = version { $version } was removed
cli-add-other-model = the model '{ $model }' has changed since engine { $engine }: run the scenario's cases before you rely on it
cli-add-done = added: { $name } in { $path }
cli-add-play = play it: { $command }
cli-remove-ask = nobody can be asked here; say --yes to remove it
cli-remove-question = Remove "{ $title }", version { $version }? [y/N]
cli-remove-yes = y yes
cli-remove-kept = nothing was removed
cli-remove-file = removed { $path }
cli-remove-done = '{ $name }' is gone
cli-verified = verified: { $commands ->
    [one] one command
   *[other] { $commands } commands
} decided again, { $events ->
    [one] one event
   *[other] { $events } events
} equal, chain { $chain }
cli-name-scenario = name a scenario or a folder, or write --all
cli-simulate-progress = { $done } of { $of } playthroughs, { $seconds } s left
cli-simulate-interrupted = interrupted: { $done } of { $of } playthroughs are done and told of
cli-simulate-nothing = interrupted before the first playthroughs were done; there is nothing to tell
cli-simulate-plan = '--policy plan' and '--plan JOURNAL' belong together; name both
cli-simulate-axes = model '{ $model }' has no two axes to tell of; write 'axis: security' and 'axis: rights' beside two of its derived values
cli-simulate-goal = { $path } cannot be written: it is a folder, or its folder is not there; name another file with -o
cli-simulate-other = the exercise in { $path } was played on another state or preset of this scenario; its decisions do not fit this one
cli-new-language = Language of texts and comments, en or ru
cli-new-starter = What is it about? A number or a name
cli-new-title = Title
cli-new-roles = Seats, by the names of their role cards
cli-new-turns = Turns
cli-new-folder = Folder
cli-new-written = Written:
cli-new-schemas = and schemas for your editor in { $path }
cli-new-next = Next:
cli-new-left = nothing was written
cli-new-try = Try '{ $name }'.
cli-new-mean = Did you mean '{ $name }'?
cli-new-bad-name = '{ $name }' cannot be a scenario's folder: use lower-case letters, digits and hyphens, and begin with a letter. { $hint }
cli-new-taken-name = a folder '{ $name }' beside scenarios means something else; choose another name
cli-new-exists = { $path } is there already, and nothing is overwritten; choose another name
cli-new-bad-title = a title is one line of 1 to { $most } characters
cli-new-bad-turns = '{ $given }' is no number of turns; write { $least } to { $most }
cli-new-bad-starter = there is no starter '{ $given }'; there are { $known }
cli-new-bad-language = starters are not written in '{ $given }'; there are { $known }
cli-new-twice = '{ $role }' is named twice; a role has one seat
cli-new-unknown-role = there is no role '{ $role }'. { $hint } There are { $known }
cli-new-other-state = '{ $role }' governs a state that the model does not have; its states are { $known }
cli-new-no-role = the story needs one more role of this kind: { $kinds }. Add one, such as { $role }
cli-schema-fit = the schemas fit the models
cli-schema-write = run: exercise schema --write
cli-launch-headless = There is no terminal here, so bots play '{ $scenario }' from StartEx to the report.
cli-play-headless = There is no terminal here, so bots play every seat.
cli-seat-unknown = there is no seat '{ $role }'; seats are { $known }
cli-seat-holder = '{ $pair }': write { $role }=person, { $role }=bot or { $role }=vacant
cli-heading = { $title }, seed { $seed }, { $model } ({ $preset })
cli-turn = turn { $turn }   security { $security }   rights { $rights }
cli-red-lines = red lines { $count }
cli-run-out = run-out { $turn }   security { $security }   rights { $rights }
cli-red-line = red line, turn { $turn }: { $text }
cli-red-line-by = red line, turn { $turn }: { $text } ({ $who })
cli-report = report  { $path }
cli-journal = journal { $path }
cli-left-closed = The exercise is closed and kept. See its debrief again: exercise resume "{ $path }"
cli-left = The exercise is saved. Go on with it: exercise resume "{ $path }"

## App: everywhere

app-key-next-pane = next
    .help = go to the next part of the screen
app-key-next-field = next field
app-key-previous-pane = previous
    .help = go to the part of the screen before
app-key-help = help
app-key-palette = everything
app-key-more = more
    .help = search all acts by their names
app-key-theme = dark or light
    .help = the dark theme for a laptop, the light one for the projector
app-key-quit = leave
app-key-how-to-leave = how to leave
app-key-back = back
app-key-close = close
app-key-take = done
app-key-mark = mark
app-key-all-or-none = all or none
app-key-choose = choose
app-key-here = I am here
app-key-somebody-else = somebody else
app-scores-hidden = values hidden until the hot wash
app-turn-of = turn { $turn } of { $turns }
app-paused = PAUSED
app-too-small = The window has { $width } columns and { $height } lines. Please enlarge it to at least { $columns } by { $lines }, or make the letters smaller. Nothing is lost.
app-narrow = Type here to narrow the list
app-nothing-fits = Nothing fits.
app-mark-one = Mark at least one.
app-pin-empty = Type the PIN.
app-sure = Please confirm
app-help = Help
app-help-lists = In lists: arrows move, digits go to the first nine lines, Enter chooses. Texts: arrows and Page Down scroll. Tab goes to the next pane. The mouse works too.
app-palette-ask = What do you want to do?
app-palette-key = key { $key }
app-key-do = do it
app-copied = Copied, where the terminal allows it.
app-how-to-leave = Ctrl+Q leaves; what was done is saved.
app-quit-saved = Leave the exercise? It is saved up to this moment and can be continued from the launcher.
app-quit-unkept = Leave the exercise? Nothing of it is kept.
app-quit-yes = Leave
app-quit-no = Stay
app-failed = The app had to stop because of a fault in the program ({ $what }). Everything acknowledged is saved; continue the exercise from the launcher. Where it happened is noted in { $path }.
app-purpose-hand-over = The keyboard is being passed on. Nothing of the last person is on the screen. Whoever is named here takes it with Enter.
app-hand-over = Please pass the keyboard to
app-hand-over-how = Everybody else looks away. Press Enter when you sit here.
app-hand-to = Who takes the keyboard?
app-pin-of = PIN of { $who }
app-pin-wrong = That is not the PIN. The keyboard stays closed.

## App: lobby and briefing

app-purpose-lobby = Who plays? Give each seat to a person, to a bot, or to nobody. One person may hold several seats. Then go on to the briefing.
app-purpose-briefing = Who are you in this exercise? Read your role card. What stands under "Only you know" is seen by nobody else.
app-purpose-read-ahead = The paper that everybody reads before the exercise starts.
app-seats = Seats
app-this-exercise = This exercise
app-key-holder = change
    .help = change who holds the marked seat
app-key-name-person = name
    .help = write down who sits there; role names suffice
app-key-others-bots = all others bots
    .help = the marked seat is a person's, all others are bots'
app-key-scores = scores
    .help = hide the two axes and all values from seats until the hot wash, or show them
app-key-language = language
app-key-pin = facilitator's PIN
    .help = asked for when the keyboard or the screen comes back to the facilitator
app-key-own-pin = PIN
    .help = set a PIN, asked for when the keyboard comes to you
app-key-read-ahead = read-ahead
    .help = the paper that everybody reads before StartEx
app-key-to-briefing = to the briefing
app-key-launcher = launcher
    .help = back to the list of scenarios; this exercise stays where it is
app-key-briefed = I have read it
app-scores-are-hidden = Scores: hidden from seats until the hot wash.
app-scores-are-shown = Scores: shown to seats in words and arrows.
app-kept-in = Saved after every act in
    { $path }
app-not-kept = A rehearsal: nothing of it is kept.
app-lobby-how = Enter changes who plays the marked seat: a person, a bot, nobody. F10 goes on.
app-name-question = Who sits there? A first name or initials, or nothing.
app-language = Language
app-nobody-plays = No seat is held by a person. Bots play, and you conduct.
app-nobody-plays-yes = I only conduct
app-nobody-plays-no = Back to the seats
app-conduct-title = Who conducts the exercise?
app-conduct-who = Only { $who } is played by a person.
app-conduct-alone = The same person. Phases pass by themselves, bots play the others.
app-conduct-other = A facilitator. The keyboard is handed over between the two.
app-pin-new = A new PIN, or nothing to have none. It is forgotten when the app ends.
app-pin-again = The same PIN once more.
app-pin-set = The PIN is set.
app-pin-none = There is no PIN.
app-pin-differs = The two did not match. Nothing was changed.
app-read-ahead = Read-ahead
app-your-card = Your role card
app-card-dilemma = Your dilemma
app-desk-private = Only you know, for this exercise
app-desk-red-lines = Your red lines
app-desk-card-values = Your figures, 0 to 100
app-card-task = What you do
app-card-private = Only you know, for this exercise: yours to share or keep
app-card-red-lines = Your red lines: what you must not let happen
app-card-interests = Interests
app-card-resources = Resources
app-card-constraints = Constraints
app-card-allies = Allies
app-card-values = Your figures now, 0 to 100 (not counts of people)

## App: launcher

app-purpose-launcher = Choose a scenario and open it, go on with a saved exercise, or watch bots play.
app-title = Border exercise engine
app-notice = exercise, not an assessment of real states
app-scenarios = Scenarios
app-continue = Continue
app-about = About
app-no-scenarios = There are no scenarios.
app-no-saved = No saved exercises yet.
app-key-open = open
app-key-continue = continue
app-key-watch = watch
    .help = bots hold every seat, you conduct; nothing is kept
app-minutes = { $low } to { $high } min
app-hours = { $low } to { $high } h
app-saved = { $stage }, { $when }
app-stage-lobby = not begun yet
app-stage-turn = turn { $turn }
app-stage-over = over
app-saved-about = { $stage }. { $records ->
    [one] One act is recorded.
   *[other] { $records } acts are recorded.
} Enter goes on where it stopped.
app-card-facts = Turns: { $turns }. Roles: { $places }. { $length }
app-practise = You will practise
app-roles = Roles at the table
app-broken = This scenario has a fault and cannot be opened. "exercise check" lists all of them.
app-loading = Opening …

## App: Outcome

app-purpose-outcome = What changed and why? The room may hear the five lines. Enter or F3 on a line tells what brought it. F10 goes on.
app-five-lines = In five lines
app-plane = Plane
app-moved = What moved
app-whose-facilitator = You conduct: numbers for you alone, the five lines for all.
app-whose-alone = You play { $who }: you see what your seat may see.
app-then-turn = F10: turn { $turn }.
app-then-hot-wash = F10: the end (EndEx), then the debrief.
app-red-line-crossed = Red line crossed
app-way-means = Set off already, they take hold in later turns and are in no value yet.
app-way-means-never = Set off already, they would take hold after the end; this exercise does not look that far.
app-way-means-last = Set off already, they take hold in the run-out, after the end, and are in no value yet.
app-lands-in = turn { $turn }: { $count }
app-lands-later = later: { $count }
app-lands-after = after the last turn: { $count }
app-better-up = higher is better
app-better-right = further right is better
app-path-marks = ○ turns (0: start), ● now.
app-path-marks-endex = ○ turns (0: start), ● end.
app-path-part = Shown: part of 0 to 100.
app-texts-and-lines = Texts, red lines, issues
app-moved-band = In a new band
app-moved-within = Within the same band
app-adopted = Adopted in this turn
app-none-adopted = No text was adopted.
app-red-lines = Red lines
app-issues = Issues
app-on-their-way = On their way
app-end-yes = End the exercise
app-end-no = Go on playing
app-key-next-turn = next turn
app-key-hot-wash = end, debrief
    .help = end the exercise and begin the debrief
app-key-why = why
    .help = what brought the marked value, cause by cause
app-key-situation = situation
    .help = all values, issues, texts and acts that are known
app-key-note = note
    .help = write down an observation for the report
app-key-room = room view
    .help = what everybody in the room may see
app-key-undo = undo
    .help = go back to the last phase or release
app-key-end = end the exercise
    .help = call EndEx before the last turn is over

## App: messages, agreements, situation and why

app-purpose-messages = Who wrote to you? The newest message stands last; what is highlighted is read below. Write to other seats, or ask the facilitator.
app-purpose-letter = Mark who gets the message, then write it. What goes to the facilitator is a question and will be answered. What you have written stays when you go back.
app-purpose-questions = Your questions to the facilitator, with the answers. Nobody else reads them.
app-purpose-agreements = Which texts are on the table, who signed or objected, and do you sign? Signatures can be taken back until the cut-off. Mark clauses to sign or object to those alone.
app-purpose-record = What has happened, as everybody may know it, the newest turn on top.
app-purpose-glossary = What a term means in this exercise. Type its beginning.
app-purpose-situation = Where does everything stand? Values, the region on a map, issues on the agenda, and what is in force.
app-purpose-why = Why did this value move in the outcome? One cause per paragraph, the largest first, each with its source.
app-purpose-why-not = Why did something not happen? Rules that stayed silent with the first condition that was false, and measures that are not available. Type words of a name to find others.
app-messages = Messages
app-messages-none = No messages yet. F2 writes one.
app-message-sent = you to { $to }
app-message-shared = { $sender } to you and { $others }
app-in-turn = turn { $turn }
app-turn = Turn { $turn }
app-since-turn = since turn { $turn }
app-letter = New message
app-letter-to = To
app-letter-text = Text
app-letter-to-nobody = Mark at least one recipient.
app-letter-sent = Sent to { $to }.
app-questions = Questions to the facilitator
app-questions-none = You have not asked anything yet. F2 asks.
app-ask-title = A question
app-ask-how = Only the facilitator reads it. What you have written stays when you go back.
app-pause-title = Ask for a pause
app-pause-question = Why? Enter alone gives no reason.
app-pause-asked = The facilitator will see your request.
app-key-write = write
app-key-reply = reply
app-key-send = send
app-key-ask = ask
app-key-ask-pause = ask for a pause
    .help = the facilitator sees it at once and decides
app-agreements = Agreements
app-agreements-list = All texts
app-agreement-text = Text
app-agreement-open = on the table, sponsored by { $sponsor }; { $signed }
app-agreement-signed = signed { $signed } of { $parties }
app-agreement-may = You may put it on the table.
app-agreement-closed = It is not on the table.
app-agreement-you-signed = You have signed.
app-agreement-you-objected = You have objected.
app-agreement-you-open = You have not signed. F10 signs all clauses, Space marks single ones.
app-agreement-contributions = Contributions: { $levels }.
app-clause-on = in the text
app-clause-off = left out
app-clause-in-force = in force
app-clause-signed = signed: { $who }
app-clause-objected = ! objection: { $who }
app-contribution = How much do you put in?
app-contribution-0 = 0  words only
app-contribution-1 = 1  a little
app-contribution-2 = 2  a fair share
app-contribution-3 = 3  all you can
app-key-sign = sign
    .help = sign every clause that is on, or only those marked
app-key-sponsor = put on the table
    .help = sponsor the agreement
app-key-switch = clause on or off
    .help = turn the highlighted clause on or off; all signatures fall
app-key-object = object
    .help = to every clause that is on, or only to those marked
app-key-take-back = take back
    .help = your signature or your objection
app-key-contribute = contribute
    .help = say how much you put in, from 0 to 3
app-key-mark-clause = mark clause
    .help = sign or object to marked clauses alone
app-key-read = read
app-record = Public record
app-record-all-turns = all turns
app-record-none = Nothing stands in the record yet.
app-act-inject = event: { $text }
app-act-statement = { $who }, statement: { $text }
app-act-response = { $who }, response: { $text }
app-act-agreement = adopted: { $text }
app-act-breach = red line crossed, { $who }: { $text }
app-act-breach-anywhere = red line crossed: { $text }
app-act-paper = { $who }, position paper on question { $about }
app-act-revision = { $who }, position paper on question { $about }, revised
app-act-reminder = { $who }, framing reminder on entry { $about }: { $text }
app-act-floor = { $who } gives the floor to { $text }
app-before-turns = Before the first turn
app-record-phrases = Key phrases
app-record-find-title = Find words
app-record-every-phrase = All entries
app-record-find = Words to look for; nothing shows everything
app-record-found = with “{ $words }”
app-key-phrases = key phrase
    .help = show only entries with a key phrase
app-key-find = find words
    .help = show only entries that hold some words
app-key-earlier = earlier
    .help = the turn before
app-key-later = later
    .help = the turn after
app-glossary = Glossary
app-situation = Situation
app-values = Values
app-values-own = Values: your state
app-values-region = Values: the region
app-values-all = Values: all places
app-values-exact = Exact values, for the facilitator alone
app-values-section-axes = Both axes
app-values-section-card = Known to you alone
app-values-section-own = Your state
app-values-section-region = The region
app-map = Map
app-in-force = In force
app-standing = Lasting measures
app-standing-none = No lasting measure that you may know of is in force.
app-red-lines-none = No red line has been crossed.
app-adopted-none = Nothing has been adopted yet.
app-key-other-values = other values
    .help = your own state, the region, or all places
app-key-indicator-before = value before
app-key-indicator-after = next value
app-why-title = Why: { $value }
app-why-which = Why which value?
app-why-no-outcome = There has been no outcome yet, so nothing has moved.
app-why-not-published = This value is not published.
app-why-nothing = Nothing moved it.
app-why-run-out = After the end (run-out), turn { $turn }
app-why-row = One row
app-why-not-title = Why not?
app-why-not-rules = Rules that may move this value, those that stayed silent in turn { $turn } first. Words typed find other rules, and measures.
app-why-not-measures = Measures that are not available to your seat now, with the reason.
app-why-not-false = not true: { $condition }
app-why-not-read = read: { $values }
app-rule-fired = acted
app-rule-silent = silent
app-not-available = not available
app-key-row = details
    .help = everything about the row: rule, values read, what scaled it, source
app-key-why-not = why not
    .help = rules that stayed silent, measures that are not available

## App: conference

app-purpose-papers = What every seat has handed in on the questions of the conference. A paper is open to all as soon as it is handed in, and can be revised.
app-purpose-paper-form = Write under each heading. A paper that lacks one can be handed in and is shown as incomplete. What you write stays when you go back.
app-purpose-summary = The summary with what each paragraph cites, beside the numbered public record. The rapporteur writes and tags, the moderator reminds and gives the floor.
app-purpose-paragraph = A paragraph rests on entries of the public record, by number; every number must be one of the record. A disagreement is recorded as one.
app-papers = Position papers
app-papers-list = Papers
app-paper = Paper
app-paper-on = Position paper, question { $number }
app-paper-question = Question { $number }
app-summary = Summary
app-entry-reminded = ! a framing reminder was given
app-paragraph-new = New paragraph
app-paragraph-of = Paragraph { $number }
app-paragraph-text = What was said, or agreed
app-paragraph-cites = It rests on entries (numbers of the record)
app-paragraph-kind = It records
app-paragraph-said = what was said or agreed
app-paragraph-dissent = a disagreement
app-paragraph-no-entry = ! [{ $number }] is no entry of the record
app-tag-title = Key phrases of entry { $number }
app-tag-none = none
app-remind-title = Framing reminder
app-strike-sure = Take paragraph { $number } out of the summary?
app-form-phrases = Key phrases
app-form-no-phrases = none
app-form-missing-text = Write the paragraph first.
app-key-papers = position papers
    .help = read what every seat has handed in
app-key-summary = summary
    .help = the summary beside the numbered record: write, tag, remind, give the floor
app-key-write-paper = write my paper
    .help = write or revise your paper on the question shown
app-key-hand-in = hand in
app-key-write-down = write down
app-key-choose-entries = choose entries
    .help = mark the entries in a list of the record
app-key-new-paragraph = new paragraph
app-key-change-paragraph = change
app-key-tag = key phrases
    .help = tag the marked entry
app-key-cite = cite
    .help = write a paragraph that rests on the marked entry
app-key-remind = remind
    .help = remind the table of the frame of the marked statement
app-key-strike = take out
    .help = take the marked paragraph out
app-key-floor = give the floor

## App: desk

app-purpose-desk = What do you decide? First what came for you, then what you can do about it, then what you have and must heed, then values. ● has answers to choose from, ○ is for reading. Costs are funds; S and R say what a measure is meant to help, ! that it restricts people, ⊘ that it is not possible now. ! also stands before a red line. Digits go to an answer, Enter opens it, F10 says that you are done.
app-purpose-respond = Decide on a measure. Until the cut-off you can change it or take it back.
app-purpose-statement = Make a statement. Everybody hears it at once, and it stays.
app-purpose-own-answer = An answer that no measure covers. The facilitator rules on what it brings.
app-purpose-measures = All measures of your seat, those offered to you first. Cost is in funds; S and R say what a measure is meant to help, ! that it restricts people, ⊘ that it is not possible now. Type words to narrow the list; Enter takes the marked one.
app-for-you = For you
app-what-will-you-do = What will you do?
app-desk-you = You
app-desk-values = Values
app-desk-messages = Messages
app-desk-new = new
app-desk-new-count = { $count } new
app-desk-turn = turn { $turn }
app-desk-free = none
app-desk-funds = Funds
app-desk-actions = Actions
app-desk-of = { $left } of { $total } left
app-desk-nobody = nobody yet
app-desk-since = since turn { $turn }
app-desk-lifting = ends with this turn
app-desk-in-force = Your measures in force
app-desk-statements = Say it in public
app-desk-why-which = Go to a value in the pane of values first. Tab leads there.
app-desk-paused = The exercise is paused. You can go on reading.
app-nothing-came = Nothing has come for you yet.
app-on-the-table = On the table
app-desk-now-consult = Now: Enter opens what came, with what you can already do about it. Talk to others if you wish. F10 goes on; then you decide.
app-desk-now-record = Now: read what came and listen. You take no measures; Ctrl+U opens the record and the summary that you write. F10 goes on.
app-desk-now-listen = Now: read what came, and talk to others. You take no measures. F10 goes on.
app-desk-now-decide = Now: decide. Enter opens what came, with the answers it offers. F10 when you are done.
app-desk-now-unasked = Now: decide. Nothing that came asks you for an answer; F7 lists what you can do of your own accord. F10 when you are done.
app-desk-now-decided = You have decided. You can still change it, or do more. F10 when you are done.
app-desk-now-sealed = Sealed. F10 goes on.
app-signed-of = signed { $signed } of { $parties }
app-signed-by = Signed by { $who }.
app-answered-by = The facilitator's answer
app-inject-from = { $sender }, by { $method }
app-message-from = Message from { $who }
app-message-to = to { $to }
app-offered = Offered to you
app-offered-one = Choose one
app-offered-later = Offered, to be decided later
app-offered-on = On: { $title }
app-offered-on-one = Choose one on: { $title }
app-later-on = Later, on: { $title }
app-later-on-one = Later, one on: { $title }
app-cost-and-helps = funds  helps
app-legend-came = ● has answers · ○ to read
app-legend-answers = S security · R rights · ! restricts people
app-legend-values = last turn → same ↗↘ moved ↑↓ far
app-legend-measures = ● offered to you · ⊘ not possible now
app-your-responses = Your other responses
app-your-response = Your response
app-to-sponsor = You may put on the table
app-act-measures = More measures, your own initiative
app-act-read-measures = Read all measures, to decide later
app-act-own = An answer in your own words
app-act-message = Write to somebody
app-act-papers = Position papers: read, and write yours
app-act-summary = Summary, public record, the floor
app-chosen = You have decided on it. Enter changes it or takes it back.
app-not-sealed = { $count ->
    [one] One response, not sealed.
   *[other] { $count } responses, not sealed.
}
app-nothing-decided = Nothing decided yet.
app-key-finish = finished
    .help = you are done in this phase; in the decision phase you are asked whether to seal
app-key-measures = measures
    .help = all measures of your seat, on your own initiative
app-key-own-answer = own words
    .help = an answer that no measure covers; the facilitator rules on it
app-key-messages = messages
    .help = read and write messages
app-key-agreements = agreements
    .help = read, put on the table, sign
app-key-card = role card
app-key-questions = questions, pause
    .help = ask the facilitator, or ask for a pause
app-key-console = console
    .help = the facilitator's console
app-key-record = public record
    .help = what was said and done in public, turn by turn
app-key-glossary = glossary
app-key-decide = decide
app-key-list = list
app-key-usable = only available
    .help = leave out what is not available now, or show it again
app-key-kind = kind
    .help = show one kind of measures only
app-form-target = For which target
app-form-inject = An answer to
app-form-own-initiative = nothing; your own initiative
app-form-referent = Meant to serve
app-form-reason = Why, in one line? (may stay empty)
app-form-issue = On which issue
app-form-frame = Whose security
app-form-audiences = Audiences
app-form-words = What do you say, in your own words? (may stay empty)
app-form-choose = please choose
app-form-missing-target = Choose a target.
app-form-missing-needed = Say why it is needed.
app-form-missing-suitable = Say why it is suitable.
app-form-missing-issue = Choose the issue you speak on.
app-form-missing-frame = Choose whose security is at stake in it.
app-form-missing-audiences = Choose at least one audience.
app-form-missing-text = Write a few words.
app-statement-public = It takes one action. Everybody hears it at once, and it cannot be taken back.
app-statement-yes = Make the statement
app-statement-no = Back to the form
app-own-words = in your own words
app-own-answer = An answer in your own words
app-own-answer-how = It takes one action. The facilitator rules on what it brings.
app-response-change = Change it
app-response-withdraw = Take it back
app-response-received = Received: { $name }. { $count ->
    [one] One response
   *[other] { $count } responses
}, { $left ->
    [0] no action left
    [one] one action left
   *[other] { $left } actions left
}. F10 when you are done.
app-response-changed = Changed. F10 when you are done.
app-lift-sure = End "{ $name }"? It takes one action and can be taken back until the cut-off.
app-lift-yes = End it with this turn
app-lift-no = Keep it in force
app-seal-title = Are you done?
app-seal-first-alone = { $count ->
    [one] You have decided on one response. Go on to what comes of it?
   *[other] You have decided on { $count } responses. Go on to what comes of them?
}
app-seal-first = { $count ->
    [one] Seal your response? Then the facilitator knows that you are done and need not wait for you. It counts sealed or not, and nobody sees it before the outcome.
   *[other] Seal your { $count } responses? Then the facilitator knows that you are done and need not wait for you. They count sealed or not, and nobody sees them before the outcome.
}
app-seal-and-go = Seal, and hand over
app-go-unsealed = Hand over without sealing, to change it later
app-seal-and-go-alone = Go on
app-undecided = { $unread ->
    [0] You have decided nothing. Go on without a response?
    [one] You have decided nothing. One thing is unread. Go on without a response?
   *[other] You have decided nothing. { $unread } things are unread. Go on without a response?
}
app-go-undecided = Hand over without a response
app-go-undecided-alone = Go on without a response
app-back-to-desk = Back to my desk
app-all-measures = All measures
app-all-kinds = all kinds
app-kind = Kind
app-only-usable = Only what is available to you.
app-also-unusable = Also what is not available now, with the reason.

## App: Debrief

app-purpose-debrief = What did we learn? Everything is exact and open now. Look at the path and its turning points, answer the questions, note strengths and what to improve, and write the report with F6.
app-path = Path
app-turning = Turning points
app-views = Views
app-run-out = Run-out
app-answers = Answers
app-observed = Noted
app-talk = Discuss
app-gathering = Gathering …
app-after-endex = ░ Run-out, after EndEx: nobody decided anything
app-after-endex-outside = Run-out, after EndEx (not drawn): nobody decided
app-in-all = Start to end
app-turning-point = Turn { $turn }: { $cause }
app-turning-points = Turns { $turn } to { $until }: { $cause }
app-landed = { $count ->
    [one] One effect that was on its way at EndEx landed.
   *[other] { $count } effects that were on their way at EndEx landed.
}
app-landed-line = { $label }, turn { $turn }. { $cause } Since turn { $arose }.
app-hidden-values = Hidden until the end (EndEx)
app-region = The region
app-at-endex = At the end:
app-values-legend = start → end ┊ after the run-out: what landed later
app-no-answer = no answer yet
app-answer-title = The group's answer
app-none-observed = Nothing has been noted.
app-observed-strength = Strengths
app-observed-improvement = To improve
app-observed-neutral = Notes
app-observed-turn = turn { $turn }
app-observe-role = About whom?
app-nobody = nobody in particular
app-closed = The debrief is closed. Everything here stays readable, and F6 still writes the report.
app-journal-in = The exercise lies in { $path }
app-report-in = The report lies in { $path }
app-report-title = After-action report
app-report-how = In which format?
app-report-html = web page (HTML), to read and print
app-report-docx = Word document (DOCX), to go on writing
app-report-md = plain text (Markdown)
app-report-json = data (JSON), for other programs
app-report-writing = The report is being written.
app-report-failed = The report cannot be written to { $path }: { $why }.
app-close-yes = Close the debrief
app-close-no = Go on talking
app-key-close-debrief = end debrief
    .help = end the debrief; nothing can be added afterwards
app-key-report = report
    .help = write the after-action report to a file
app-key-strength = note strength
    .help = note what went well
app-key-improvement = note to improve
    .help = note what should be done better
app-key-answer = answer
    .help = write down the group's answer

## App: Console, rulings, room

app-purpose-console = What happens next? Release injects, hand the keyboard to seats, rule on responses. Only you may see this screen; F12 shows the room its own view.
app-purpose-ruling = Is the engine's proposal right? Enter lets it stand; F6 changes it with a reason that the room may read. PgDn turns the details.
app-purpose-room = What everybody in the room may see. Escape leads back to the facilitator.
app-drawer = Drawer
app-drawer-not = by hand, turn { $turn }
app-drawer-not-any = by hand
app-drawer-armed = armed, turn { $turn }
app-drawer-armed-any = armed, on its condition
app-you-conduct = You conduct as well: say what your own words bring, or go on with F10.
app-to-rule = To rule on
app-to-rule-flagged = To rule on · { $count ->
    [one] one flagged
   *[other] { $count } flagged
}
app-seats-ask = Seats · { $count ->
    [one] one question
   *[other] { $count } questions
}
app-world = World, only you see this
app-region-values = The region
app-effect = turn { $turn }: { $amount } { $label }
app-expected = Expected:
app-comes-when = Comes when:
app-comes-turn = turn { $turn }
app-comes-turn-if = from turn { $turn }, if …
app-comes-if = if …
app-comes-by-hand = by hand
app-rulings = Rulings of this turn
app-seat-sealed = sealed
app-seat-done = was at the keyboard
app-seat-waits = waits
app-asks-pause = asks for a pause
app-asks-pause-why = asks for a pause: { $reason }
app-asks = asks: { $text } (Ctrl+E answers)
app-not-at-keyboard = Seats come to the keyboard in the briefing, the consultation and the decision.
app-no-person = No person holds this seat. F6 gives it to one.
app-paused-now = The exercise is paused. F9 goes on.
app-paused-no-step = The exercise is paused. F9 goes on; then F10.
app-paused-no-seat = The exercise is paused. F9 goes on; then a seat can have the keyboard.
app-pause = Pause
app-pause-why = Why? Everybody sees that it is paused; Enter alone gives no reason.
app-clock = Time for this phase
app-clock-ask = How many minutes? 0 for no countdown. It informs and never acts.
app-clock-planned = The scenario plans { $minutes } min for this phase.
app-clock-runs = { $minutes ->
    [one] One minute is set.
   *[other] { $minutes } minutes are set.
}
app-clock-none = There is no countdown.
app-clock-left = { $time } left
app-undo-yes = Take it back
app-undo-no = Leave it
app-no-questions = Nobody has asked anything.
app-your-answer = Your answer
app-holder-of = Who holds the seat of { $who }?
app-assigned = The seat is given.
app-order = Order at the keyboard
app-order-how = F2 moves the marked seat up, F3 down. F10 keeps the order.
app-notes = Observations
app-note = Note
app-note-when = When
app-note-inject = Inject
app-note-role = Seat
app-note-objective = Objective
app-note-none = none
app-noted = Noted: { $kind }.
app-new-inject = New inject
app-new-title = Title
app-new-text = What has happened, as the recipients will read it
app-new-to = Who receives it?
app-release-early = Its time has not come. Release "{ $title }" all the same?
app-release-yes = Release now
app-look-first = { $count ->
    [one] One flagged response was not looked at.
   *[other] { $count } flagged responses were not looked at.
} Enter looks, F4 lets it stand. F10 again accepts everything.
app-in-detail = In detail
app-choice-stand = Let it stand
app-choice-stand-why = What the engine proposes is what follows.
app-choice-stand-free-why = It then brings nothing.
app-choice-change = Change it, with a reason
app-choice-change-why = For what rules cannot know: a deal made aloud, half the staff away.
app-choice-change-free-why = If it matters: count it as the nearest measure, or move a value.
app-frame-of = Frame: { $frame }
app-reason = Reason
app-rule-how = What do you change?
app-rule-scale = It yields more or less
app-rule-replace = It counts as another measure
app-rule-row = A value moves besides
app-take-back = Take back this ruling? { $ruling }
app-go-on = Go on
app-stay = Stay here
app-bots-act = The bots are acting. Try again in a moment.
app-room-adopted = Adopted
app-room-paused = The exercise is paused.
app-key-next-phase = next phase
    .help = go on; what is ready is released, what is proposed is confirmed
app-key-to-turn-one = begin turn 1
    .help = StartEx: go on from the briefing
app-key-to-consultation = to consultation
    .help = go on; every inject that is ready is released
app-key-to-decision = to decision
    .help = go on; seats then choose their responses in secret
app-key-to-adjudication = to adjudication
    .help = the cut-off: responses and signatures cannot be changed any more
app-key-to-outcome = to outcome
    .help = go on; what is proposed is confirmed
    .help = go on; what is ready is released, what is proposed is confirmed
app-key-release = release
    .help = give it to its recipients now, even before its time
app-key-hold = hold
    .help = keep a ready inject back in this phase
app-key-skip = skip
    .help = leave the marked inject out for good, with a reason
app-key-arm = arm
    .help = let it come when its time or condition has come
app-key-disarm = disarm
app-key-new-inject = new inject
    .help = write an inject on the spot
app-key-to-whom = to whom
app-key-look = look
app-key-confirm = let it stand
    .help = confirm the proposal for the marked response
app-key-change = change
    .help = scale it, count it as another measure, or move a value, with a reason
app-key-add-row = move a value
    .help = move a value yourself, with a reason
app-key-unrule = take back
app-key-hand-over = keyboard to this seat
app-key-pause = pause
    .help = stop the exercise and the clock
app-key-resume = resume
    .help = go on after the pause
app-key-answer-seats = answer questions
    .help = read the questions of seats and answer one
app-key-clock = clock
    .help = set a countdown for this phase
app-key-notes = observations
    .help = read what was noted
app-key-order = order of seats
    .help = in what order seats come to the keyboard
app-key-pins = PINs
    .help = set your own PIN, or clear one that a seat forgot
app-key-move-up = up
app-key-move-down = down
app-key-note-neutral = observation
app-key-note-strength = strength
app-key-note-improvement = to improve
app-key-note-inject = inject
app-key-note-seat = seat
app-key-note-objective = objective

## The studio

app-key-studio = studio
    .help = look at the scenario as its designer does: problems, prose, course, dry run
app-purpose-studio = Is my scenario right, and what does it do? Write it in an editor beside this window: what you save is looked at again by itself.
app-studio = STUDIO
app-studio-looking = Looking …
app-studio-parts = Scenario
app-studio-problems = Problems
app-studio-told = In words
app-studio-source = Source
app-studio-course = Course
app-studio-dry = Dry run
app-studio-role = As a role
app-studio-no-problems = No problems.
app-studio-not-yet = The scenario cannot be read yet: see the problems (F3).
app-studio-earlier = This tells of the last version without errors.
app-studio-no-words = Mark an entry of a file to read in words what it says.
app-studio-found = errors { $errors }, warnings { $warnings }; looked at { $time }
app-studio-clean = ✓ no problems; looked at { $time }
app-studio-dry-how = F5 lets bots play the scenario to its end. Nothing is saved.
app-studio-dry-runs = Bots are playing …
app-studio-dry-lead = Bots played every seat, draws { $seed }. F5 plays again with other draws. What bots do is no forecast.
app-studio-dry-turn = Turn { $turn }, { $time }
app-studio-dry-axes = Security { $security }, rights { $rights } after the outcome
app-studio-dry-never = Did not come
app-studio-dry-crossed = ! Turn { $turn }: { $name }
app-studio-dry-red-lines = Red lines crossed
app-studio-dry-end = At the end of the run-out
app-studio-role-how = F6 chooses a role, and shows what it will read, turn by turn.
app-key-dry-run = dry run
    .help = let bots play the scenario to its end
app-key-as-role = as a role
    .help = read what one role will read, turn by turn
app-key-problems = problems
app-key-go-there = go there
