"""What everybody may know, drawn: values, the map's states, the record. For sheets and for the screen of the room.

Everything here is made from the room's view; nothing a single seat knows passes through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from textual.content import Content

from exercise.conduct.view import Common, Gauge, PublicAct, StandingMeasure
from exercise.table.conference import phrases_told
from exercise.table.lines import issue_lines, sentence, standing_name
from exercise.table.table import Table
from exercise.ui import marks
from exercise.ui.hang import hang
from exercise.ui.widgets.map_places import map_places
from exercise.ui.widgets.region_map import MapState
from exercise.ui.widgets.rows import Row
from exercise.ui.widgets.spark import meter

Told = Literal["both", "value", "place"]
_NUMBER = 4
"""Columns of an entry's number, with the space behind it."""


# --- values ---------------------------------------------------------------------------------


def value_rows(
    table: Table,
    gauges: Sequence[Gauge],
    group: str,
    told: Told = "both",
    among: Sequence[Gauge] = (),
) -> tuple[Row, ...]:
    """Return values with their letter, meter, band and arrow, in columns.

    Args:
        table: For names.
        gauges: As the reader's view has them, numbers included where it has some.
        group: Begins the name of each row, before a space and the slot: one value may stand in two groups.
        told: Whether to name both value and place, or only what a heading does not name already.
        among: All values of the list, so that those of every group stand in the same columns.
    """
    wide = marks.bands_width(among or gauges)
    numbers = marks.in_column([gauge.exact for gauge in gauges])
    return tuple(
        Row(
            name=f"{group} {gauge.slot}",
            text=Content(_named(table, gauge, told)),
            mark=_letter(table, gauge),
            right=_reading(gauge, wide, number),
        )
        for number, gauge in zip(numbers, gauges, strict=True)
    )


def place_name(table: Table, place: str) -> str:
    """Return what a value's place is called: one state, two, or the region."""
    if not place:
        return table.word("plain-region")
    return " - ".join(table.name(one.strip()) for one in place.split(","))


def _named(table: Table, gauge: Gauge, told: Told) -> str:
    if told == "place":
        return place_name(table, gauge.place)
    if told == "value" and ", " in gauge.place:
        return f"{gauge.label}, {place_name(table, gauge.place)}"
    if told == "value" or gauge.family in ("card", "axis"):
        return gauge.label
    return table.label_with_region(gauge.slot)


def _letter(table: Table, gauge: Gauge) -> Content:
    family = gauge.family
    if family == "axis":
        axes = table.session.program.bundle.model.axes()
        family = next((name for name, slot in axes.items() if slot == gauge.slot), family)
    letter = marks.letter_of(family)
    return Content.assemble(letter, " ") if letter.plain else Content("  ")


def _reading(gauge: Gauge, wide: int, number: str) -> Content:
    return Content.assemble(
        (f"{number} " if number else "", "bold"),
        (meter(gauge.level, gauge.bands), "$quiet"),
        f" {gauge.band:<{wide}} ",
        marks.movement(gauge),
    )


def axes_text(table: Table, room: Common) -> Content:
    """Return both axes, one below the other and never added up; or that they are hidden."""
    if room.scores_hidden:
        return Content.styled(table.word("told-scores-hidden"), "$quiet")
    wide = max((len(gauge.label) for gauge in room.axes), default=0)
    return Content("\n").join(
        Content.assemble(
            marks.letter_of(marks.axis_family(number)),
            f" {gauge.label:<{wide}}  ",
            (meter(gauge.level, gauge.bands), f"${marks.axis_family(number)}"),
            "  ",
            marks.value(gauge),
        )
        for number, gauge in enumerate(room.axes)
    )


# --- the map --------------------------------------------------------------------------------


def indicators_by_state(table: Table, gauges: Sequence[Gauge]) -> tuple[str, ...]:
    """Return the indicators that states have, each once, in the order of the values."""
    states = table.session.program.bundle.scenario.states
    return tuple(dict.fromkeys(_indicator(gauge.slot) for gauge in gauges if gauge.place in states))


def map_states(
    table: Table, room: Common, gauges: Sequence[Gauge], indicator: str
) -> tuple[MapState, ...]:
    """Return the states of the map with one indicator; without values while scores are hidden."""
    shown = {gauge.place: gauge for gauge in gauges if _indicator(gauge.slot) == indicator}
    crossed = [breach.who for breach in room.breaches]
    found = []
    for place in map_places(table.session.program.bundle):
        gauge = shown.get(place.slug)
        found.append(
            MapState(
                place.slug,
                table.name(place.slug),
                place.column,
                place.row,
                place.neighbours,
                band=gauge.band if gauge else "",
                arrow=gauge.arrow if gauge else "flat",
                good=gauge.good if gauge else "neutral",
                breach=place.slug in crossed,
            )
        )
    return tuple(found)


def _indicator(slot: str) -> str:
    return slot.partition("[")[0]


# --- the record -----------------------------------------------------------------------------


def record_text(
    table: Table, room: Common, found: Sequence[PublicAct], width: int, turn: int = 0
) -> Content:
    """Return entries of the public record with their numbers, the newest turn on top, in each turn as it happened.

    Args:
        table: For names.
        room: The room's view.
        found: The entries.
        width: Columns there are.
        turn: Only this turn; 0 for all.
    """
    last = max((act.turn for act in found), default=0)
    turns = [turn] if turn else list(range(last, -1, -1))
    acts = [[act for act in found if act.turn == number] for number in turns]
    parts = [_turn_part(table, room, part, width) for part in acts if part]
    if not parts:
        return Content.styled(table.word("app-record-none"), "$quiet")
    return Content("\n\n").join(parts)


def _turn_part(table: Table, room: Common, acts: Sequence[PublicAct], width: int) -> Content:
    turn = acts[0].turn
    title = table.word("app-turn", turn=str(turn)) if turn else table.word("app-before-turns")
    lines = [Content.styled(title, "bold $accent")]
    for act in acts:
        lines.append(act_text(table, act, width, numbered=True))
        tags = phrases_told(table, room, act.phrases)
        if tags:
            lines.append(hang(Content(" " * _NUMBER), tags, width, "$accent"))
    return Content("\n").join(lines)


def act_text(
    table: Table, act: PublicAct, width: int, turn: bool = False, numbered: bool = False
) -> Content:
    """Return an act of the record; a red line crossed begins with ``!``.

    Args:
        table: For names.
        act: The act.
        width: Columns there are.
        turn: Whether to say the turn.
        numbered: Whether to begin with its number in the record, and not with a bullet.
    """
    word = table.word
    who = table.name(act.who) if act.who else ""
    key = "breach-anywhere" if act.kind == "breach" and not who else act.kind
    told = word(f"app-act-{key}", who=who, text=sentence(act.text), about=str(act.about))
    if turn:
        told = f"{told} ({word('app-in-turn', turn=str(act.turn))})"
    number = Content.styled(f"{act.number:>{_NUMBER - 1}} ", "$quiet") if numbered else Content()
    if act.kind == "breach":
        mark = Content.assemble(number, ("! ", "bold $warn"))
        return hang(mark, told, width, "bold $warn")
    mark = number or Content("• ")
    lines = [hang(mark, told, width)]
    under = Content(" " * mark.cell_length)
    lines += [hang(under, more, width, "$quiet") for more in _spoken(table, act)]
    return Content("\n").join(lines)


def _spoken(table: Table, act: PublicAct) -> Iterator[str]:
    """Of a statement: on what, in which frame, to whom, and in which words."""
    if act.kind == "statement":
        yield table.word(
            "record-statement-about", issue=act.issue, frame=table.word(f"frame-{act.frame}"),
            audiences=", ".join(act.audiences),
        )  # fmt: skip
        if act.words:
            yield table.word("record-statement-words", words=act.words)


def acts_text(table: Table, room: Common, kind: str, empty: str, width: int) -> Content:
    """Return what the record holds of one kind, the newest first, each with its turn.

    Args:
        table: For names.
        room: The room's view.
        kind: ``inject``, ``statement``, ``response``, ``agreement`` or ``breach``.
        empty: Key of what stands there when there are none.
        width: Columns there are.
    """
    acts = [act for act in (*room.record, *room.breaches) if act.kind == kind]
    if not acts:
        return Content.styled(table.word(empty), "$quiet")
    return Content("\n").join(act_text(table, act, width, turn=True) for act in reversed(acts))


def issues_text(table: Table, room: Common, width: int) -> Content:
    """Return the issues on agendas in sentences; places where they stand alike share a line."""
    if not room.issues:
        return Content.styled(table.word("plain-issues-none"), "$quiet")
    lines = issue_lines(table, room.issues)
    return Content("\n").join(hang(Content("• "), line, width) for line in lines)


def standing_text(table: Table, measures: Sequence[StandingMeasure], width: int) -> Content:
    """Return lasting measures in force, one per line, with who took them and since when."""
    if not measures:
        return Content.styled(table.word("app-standing-none"), "$quiet")
    lines = [
        f"{table.name(one.role)}: {standing_name(table, one)}"
        f" ({table.word('app-since-turn', turn=str(one.since))})"
        for one in measures
    ]
    return Content("\n").join(hang(Content("• "), line, width) for line in lines)


def public_standing(table: Table) -> tuple[StandingMeasure, ...]:
    """Return the lasting measures in force that everybody may know of."""
    cards = table.session.program.bundle.measures()
    view = table.seat(table.room().roles[0][0])
    # A seat's view leaves out what others hide; what this seat hides itself is left out here.
    return tuple(one for one in view.standing if not cards[one.slug].covert)


__all__ = [
    "act_text", "acts_text", "axes_text", "indicators_by_state", "issues_text", "map_states", "place_name",
    "public_standing", "record_text", "standing_text", "value_rows",
]  # fmt: skip
