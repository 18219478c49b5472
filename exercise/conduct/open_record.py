"""The public record, and what may be told of the causes of a turn."""

from __future__ import annotations

from msgspec.structs import replace

from exercise.conduct.conference import Entry
from exercise.conduct.decided import Decided
from exercise.conduct.public_log import WRITTEN, own_phrases, said_in, written_for_all
from exercise.conduct.state import State, TurnRecord
from exercise.conduct.view import Change, PublicAct, Size
from exercise.engine.explain import origin_of, source_of
from exercise.engine.program import Program
from exercise.engine.prose import name_of, say, slot_label
from exercise.engine.world import Cause, Row
from exercise.model.quantity import AXES

_LARGE = 500
_MEDIUM = 200


def record_of(program: Program, state: State, language: str) -> tuple[PublicAct, ...]:
    """Return the public record, each entry with its number; red lines are told apart from it."""
    said = said_in(state)
    acts = (
        _told(program, state, entry, said, language, number)
        for number, entry in enumerate(state.entries, start=1)
        if entry.kind != "breach"
    )
    return tuple(sorted(acts, key=lambda act: act.turn))


def _told(
    program: Program,
    state: State,
    entry: Entry,
    said: dict[str, Decided],
    language: str,
    number: int,
) -> PublicAct:
    """An entry in words, with its number and its key phrases."""
    match entry.kind:
        case "inject":
            act = _inject(program, state, entry, language)
        case "statement" | "response":
            act = _act(program, said[entry.name], language)
        case "agreement":
            act = _adopted(program, entry, language)
        case "paper" | "revision":
            question, _, role = entry.name.partition(".")
            text = say(program.bundle, program.bundle.scenario.questions[question], language)
            place = list(program.bundle.scenario.questions).index(question) + 1
            act = PublicAct(entry.turn, entry.kind, role, text, about=place)
        case "reminder":
            reminder = state.conference.reminders[int(entry.name)]
            act = PublicAct(
                entry.turn, "reminder", reminder.by, reminder.reason, about=reminder.statement
            )
        case _:
            by, role = state.conference.floors[int(entry.name)]
            act = PublicAct(entry.turn, "floor", by, name_of(program.bundle, role, language))
    own = own_phrases(program, entry, said)
    phrases = (*own, *(word for word in state.conference.added(number) if word not in own))
    return replace(act, number=number, phrases=phrases)


def _inject(program: Program, state: State, entry: Entry, language: str) -> PublicAct:
    card = program.bundle.injects().get(entry.name)
    if card is None:
        given = written_for_all(state)[int(entry.name.removeprefix(WRITTEN))]
        return PublicAct(entry.turn, "inject", "", given.title, words=given.text)
    title = say(program.bundle, card.title, language)
    return PublicAct(
        entry.turn, "inject", "", title, words=say(program.bundle, card.text, language)
    )


def _adopted(program: Program, entry: Entry, language: str) -> PublicAct:
    agreement, _, clause = entry.name.partition(".")
    card = program.agreement_cards[agreement]
    name = say(program.bundle, card.name, language)
    text = say(program.bundle, card.clauses[clause].text, language)
    return PublicAct(entry.turn, "agreement", "", f"{name}: {text}")


def _act(program: Program, decided: Decided, language: str) -> PublicAct:
    """A response or statement as the room reads it; only a statement's words were meant for everybody."""
    if decided.kind == "free":
        return PublicAct(decided.turn, "response", decided.role, decided.text)
    bundle = program.bundle
    text = _measure_name(program, decided.measure, language)
    if decided.target and decided.target != decided.role:
        text = f"{text} → {name_of(bundle, decided.target, language)}"
    if decided.kind != "statement":
        return PublicAct(decided.turn, "response", decided.role, text)
    issue = (
        decided.issue
        or program.issues[program.measures[program.numbers.measure[decided.measure]].issue]
    )
    heard = tuple(
        say(bundle, bundle.model.audiences[name].name, language) for name in decided.audiences
    )
    about = say(bundle, bundle.model.issues[issue].name, language)
    return PublicAct(
        turn=decided.turn,
        kind="statement",
        who=decided.role,
        text=text,
        issue=about,
        frame=decided.frame,
        audiences=heard,
        words=decided.reason,
    )


def breaches_of(program: Program, state: State, language: str) -> tuple[PublicAct, ...]:
    """Return the red lines that were crossed, each with its number in the public record."""
    lines = program.bundle.red_lines()
    acts = []
    for number, entry in enumerate(state.entries, start=1):
        if entry.kind == "breach":
            breach = state.world.breaches[int(entry.name)]
            name = say(program.bundle, lines[breach.line].name, language)
            phrases = state.conference.added(number)
            acts.append(
                PublicAct(breach.turn, "breach", breach.place, name, number=number, phrases=phrases)
            )
    return tuple(acts)


def changes_of(program: Program, state: State, language: str) -> tuple[Change, ...]:
    """Return the causes of the last complete turn that are open to all, largest first."""
    done = [record for record in state.turns if record.outcome is not None and not record.run_out]
    if not done:
        return ()
    record = done[-1]
    sums: dict[tuple[int, str, str, str], list[Row]] = {}
    for row in rows_of(record):
        spec = program.slots.base[row.slot]
        card = program.bundle.model.quantities.get(spec.family)
        if (
            card is not None
            and card.visibility == "published"
            and card.family in AXES
            and row.amount
        ):
            key = (row.slot, row.cause.kind, row.cause.name, row.cause.role)
            sums.setdefault(key, []).append(row)
    told = [_change(program, rows, record.turn, language) for rows in sums.values()]
    ordered = sorted((pair for pair in told if pair[1]), key=lambda pair: -abs(pair[1]))
    return tuple(change for change, _ in ordered)


def rows_of(record: TurnRecord) -> tuple[Row, ...]:
    """Return all rows of a turn, in the order they landed."""
    steps = (record.due, record.arrived, record.outcome)
    return tuple(row for step in steps if step is not None for row in step.rows)


def _change(program: Program, rows: list[Row], turn: int, language: str) -> tuple[Change, int]:
    amount = sum(row.amount for row in rows)
    row = rows[0]
    spec = program.slots.base[row.slot]
    good = program.bundle.model.quantities[spec.family].higher_is
    secret = hidden(program, row.cause)
    size: Size = (
        "large" if abs(amount) >= _LARGE else "medium" if abs(amount) >= _MEDIUM else "small"
    )
    better = amount > 0 if good != "worse" else amount < 0
    return (
        Change(
            slot=spec.name,
            label=slot_label(program.bundle, spec.family, (), language),
            place=spec.args[0] if spec.args else "",
            size=size,
            up=amount > 0,
            better=better,
            why="" if secret else why(program, row.cause, language),
            kind=row.cause.kind,
            name="" if secret else row.cause.name,
            source="" if secret else source_of(program, row.cause),
            turn=turn,
        ),
        amount,
    )


def hidden(program: Program, cause: Cause) -> bool:
    """Return whether a cause is not open to the room: a covert measure, or an inject not all received."""
    cause = origin_of(cause)
    if cause.kind in ("measure", "statement"):
        return program.measures[program.numbers.measure[cause.name]].covert
    if cause.kind == "inject":
        return not program.injects[program.numbers.inject[cause.name]].public
    return False


def why(program: Program, cause: Cause, language: str) -> str:
    """Return one plain sentence on a cause."""
    bundle = program.bundle
    cause = origin_of(cause)
    match cause.kind:
        case "rule":
            rule = program.rule_cards[cause.name]
            effect = rule.effects[cause.effect]
            return _with_place(
                program, say(bundle, effect.why or rule.why, language), cause, language
            )
        case "measure" | "statement":
            who = name_of(bundle, cause.role, language)
            place = (
                f" → {name_of(bundle, cause.target, language)}"
                if cause.target not in ("", cause.role)
                else ""
            )
            return f"{who}: {_measure_name(program, cause.name, language)}{place}"
        case "inject":
            return say(bundle, bundle.injects()[cause.name].title, language)
        case "clause":
            agreement, clause = cause.name.split(".")
            card = program.agreement_cards[agreement]
            return f"{say(bundle, card.name, language)}: {say(bundle, card.clauses[clause].text, language)}"
        case "ruling":
            return cause.note
    return cause.name.replace("_", " ") + (
        f": {cause.note.replace('_', ' ')}" if cause.note else ""
    )


def _with_place(program: Program, sentence: str, cause: Cause, language: str) -> str:
    """Put the rule's own place in front where the sentence does not name it."""
    places = [pair.split("=")[1] for pair in cause.scope.split(", ") if pair.startswith("s=")]
    names = [name_of(program.bundle, place, language) for place in places]
    return f"{names[0]}: {sentence}" if names and names[0] not in sentence else sentence


def _measure_name(program: Program, name: str, language: str) -> str:
    return say(program.bundle, program.measure_cards[name].name, language)
