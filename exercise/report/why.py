"""Why a value changed in a turn, and why a rule stayed silent.

The parts of an explanation add up to the change exactly; nothing here rounds or leaves out.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from exercise.conduct.open_record import rows_of, why
from exercise.conduct.state import State, TurnRecord
from exercise.engine.explain import WhyNot, claims_of, source_of, why_not
from exercise.engine.ledger import Share, shares
from exercise.engine.program import Program
from exercise.engine.prose import name_of, say, slot_label
from exercise.engine.slots import split_name
from exercise.engine.turn import adjudication_scene
from exercise.engine.world import Cause, TurnInput
from exercise.errors import ExerciseError
from exercise.model.quantity import Derived, Quantity
from exercise.nearest import nearest
from exercise.report.words import Words

ENGINE = "engine: fixed procedure"
SELF_TOLD = ("measure", "statement", "inject", "clause")
"""Kinds of cause whose words hold their whole sentence."""


class Part(Struct, frozen=True):
    """One part of a change: a ledger row, or ``rounding`` or ``cap`` of a derived value."""

    amount: int
    """Hundredths of a point."""
    kind: str
    """Kind of cause; ``rounding`` or ``cap`` where there is no row."""
    name: str
    """Name of the cause in files."""
    key: str
    """The name with the rule's variables."""
    cause: str
    """In words."""
    why: str
    """One plain sentence."""
    stage: str
    landed: int
    """The turn it landed in."""
    arose: int
    """The turn it was caused in."""
    slot: str
    """Label of the indicator the row moved."""
    place: str
    """The state in which it moved, or nothing."""
    row_amount: int
    """What the row moved there, hundredths; a derived value gets a weighted part of it."""
    source: str
    claims: tuple[str, ...] = ()
    reads: tuple[tuple[str, int], ...] = ()
    """Label and value of what condition and amount read, hundredths."""
    factors: tuple[tuple[str, int], ...] = ()
    """What scaled a yield, per cent."""
    draw: int | None = None
    note: str = ""
    role: str = ""
    response: str = ""


class Explanation(Struct, frozen=True):
    """A value's change over one turn, taken apart."""

    slot: str
    label: str
    turn: int
    before: int
    """Hundredths of a point."""
    after: int
    rows: tuple[Part, ...]
    run_out: bool

    @property
    def change(self) -> int:
        """The whole change, hundredths; the parts add up to it."""
        return self.after - self.before


def explain_rows(
    program: Program, state: State, turn: int, slot_name: str, language: str = "en"
) -> Explanation:
    """Take the change of a base or derived value in one turn apart.

    Args:
        program: The Program.
        state: The exercise.
        turn: A turn that has its outcome; turns of the run-out included.
        slot_name: As in files: ``preparedness[tajikistan]``, ``preparedness``, ``security``.
        language: Of labels and sentences.

    Raises:
        ExerciseError: There is no such turn or value; the message names what there is.
    """
    record = record_of_turn(state, turn)
    slot = find_slot(program, slot_name)
    return explain_record(program, record, slot, language)


def explain_record(
    program: Program, record: TurnRecord, slot: int, language: str = "en"
) -> Explanation:
    """Take the change of a slot in a complete turn apart."""
    found = shares(program, slot, record.start, record.s2, rows_of(record))
    parts = tuple(_part(program, share, record.turn, language) for share in found)
    return Explanation(
        slot=program.slots.name(slot),
        label=label_of(program, slot, language),
        turn=record.turn,
        before=record.start[slot],
        after=record.s2[slot],
        rows=parts,
        run_out=record.run_out,
    )


def explain_silence(program: Program, state: State, turn: int, rule: str) -> tuple[WhyNot, ...]:
    """Return what kept a rule silent in a turn: the first condition that was false, with its values.

    Args:
        program: The Program.
        state: The exercise.
        turn: A turn that has its outcome.
        rule: A rule's name, for all its expansions, or its full key with variables.

    Raises:
        ExerciseError: There is no such turn or rule.
    """
    record = record_of_turn(state, turn)
    found = [code for code in program.rules if rule in (code.key, code.name)]
    if not found:
        raise ExerciseError(_unknown("rule", rule, (code.name for code in program.rules)))
    assert record.at_cut_off is not None
    scene = adjudication_scene(program, record.at_cut_off, record.given or TurnInput(), turn)
    return tuple(why_not(scene, code) for code in found)


def record_of_turn(state: State, turn: int) -> TurnRecord:
    """Return a turn that has its outcome; raises ExerciseError where there is none."""
    done = [record for record in state.turns if record.outcome is not None]
    for record in done:
        if record.turn == turn:
            return record
    if not done:
        raise ExerciseError(
            "No turn has its outcome yet. Confirm the first turn's proposal, then ask again."
        )
    raise ExerciseError(
        f"Turn {turn} has no outcome. Name a turn from {done[0].turn} to {done[-1].turn}."
    )


def find_slot(program: Program, name: str) -> int:
    """Return a base or derived slot by its written name or its ref; raises ExerciseError where there is none."""
    family, args = split_name(name)
    number = program.slots.index.get((_family(program, family), args))
    if number is None:
        names = (program.slots.name(index) for index in range(program.slots.size))
        raise ExerciseError(_unknown("indicator", name, names))
    return number


def _family(program: Program, word: str) -> str:
    """Return what a ref such as ``SEC-10`` stands for; any other word as it is."""
    model = program.bundle.model
    cards: dict[str, Quantity | Derived] = {**model.quantities, **model.derived}
    refs = {card.ref: name for name, card in cards.items() if card.ref}
    return refs.get(word.upper(), word)


def label_of(program: Program, slot: int, language: str) -> str:
    """Return what a slot is called, with its place."""
    spec = program.slots.spec(slot)
    return slot_label(program.bundle, spec.family, spec.args, language)


def cause_key(cause: Cause) -> str:
    """Return a cause's name with its variables."""
    return f"{cause.name}[{cause.scope}]" if cause.scope else cause.name


def cause_words(program: Program, cause: Cause, words: Words) -> str:
    """Return a cause in a few words: its kind, its name, and who used it."""
    bundle, language = program.bundle, words.language
    match cause.kind:
        case "rule" | "amplify":
            return words.say(
                f"cause-{cause.kind}",
                name=cause.name.replace("_", " ") + _where(program, cause, language),
            )
        case "measure" | "statement":
            return words.say(f"cause-{cause.kind}", name=why(program, cause, language))
        case "inject":
            title = say(bundle, bundle.injects()[cause.name].title, language)
            return words.say("cause-inject", name=title)
        case "clause":
            return words.say("cause-clause", name=why(program, cause, language))
        case "funds":
            return words.say("cause-funds", name=cause.name.replace("_", " "))
        case "ruling":
            return words.say("cause-ruling")
        case "cap":
            return words.say("cause-bound")
    return words.say("cause-system", name=cause.name.replace("_", " "))


def sentence(kind: str, cause: str, why_words: str) -> str:
    """Return what there is to say beyond the cause itself; nothing where the cause says it already."""
    return "" if kind in SELF_TOLD or why_words == cause else why_words


def _where(program: Program, cause: Cause, language: str) -> str:
    places = [pair.split("=")[1] for pair in cause.scope.split(", ") if "=" in pair]
    names = ", ".join(name_of(program.bundle, place, language) for place in places)
    return f" ({names})" if names else ""


def _part(program: Program, share: Share, turn: int, language: str) -> Part:
    words = Words(language)
    if share.row is None:
        return _remainder(share, turn, words)
    row, cause = share.row, share.row.cause
    spec = program.slots.spec(row.slot)
    because = words.say("why-bound") if cause.kind == "cap" else why(program, cause, language)
    return Part(
        amount=share.amount,
        kind=cause.kind,
        name=cause.name,
        key=cause_key(cause),
        cause=cause_words(program, cause, words),
        why=because,
        stage=row.stage,
        landed=row.turn,
        arose=cause.turn,
        slot=slot_label(program.bundle, spec.family, (), language),
        place=name_of(program.bundle, spec.args[-1], language) if spec.args else "",
        row_amount=row.amount,
        source=source_of(program, cause),
        claims=claims_of(program, cause),
        reads=tuple((label_of(program, slot, language), value) for slot, value in cause.reads),
        factors=cause.factors,
        draw=cause.draw,
        note=cause.note,
        role=cause.role,
        response=cause.response,
    )


def _remainder(share: Share, turn: int, words: Words) -> Part:
    """The part of a derived value's change that no row has."""
    return Part(
        amount=share.amount,
        kind=share.name,
        name=share.name,
        key=share.name,
        cause=words.say(f"cause-{share.name}"),
        why=words.say(f"why-{share.name}"),
        stage="outcome",
        landed=turn,
        arose=turn,
        slot="",
        place="",
        row_amount=0,
        source=ENGINE,
    )


def _unknown(kind: str, name: str, names: Iterable[str]) -> str:
    close = nearest(name, tuple(dict.fromkeys(names)))
    hint = f" Did you mean '{close}'?" if close else ""
    return f"There is no {kind} '{name}'.{hint}"


__all__ = [
    "Explanation",
    "Part",
    "cause_key",
    "cause_words",
    "explain_record",
    "explain_rows",
    "explain_silence",
    "find_slot",
    "label_of",
    "record_of_turn",
    "sentence",
]
