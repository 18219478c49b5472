"""What everybody may know, drawn: values, the map's states, the record. For sheets and for the screen of the room.

Everything here is made from the room's view; nothing a single seat knows passes through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from exercise.conduct.view import Common, Gauge, PublicAct, StandingMeasure
from exercise.engine.explain import points
from exercise.table.lines import issue_lines, sentence, standing_name
from exercise.table.table import Table
from exercise.ui import marks
from exercise.ui.widgets.map_places import map_places
from exercise.ui.widgets.paragraphs import Paragraph
from exercise.ui.widgets.region_map import MapState
from exercise.ui.widgets.spark import meter

_BAND = 18
"""Columns of the longest band told beside a value; longer ones move the columns."""


# --- values ---------------------------------------------------------------------------------


def value_paragraphs(
    table: Table, gauges: Sequence[Gauge], places: bool = False
) -> tuple[Paragraph, ...]:
    """Return values with their letter, meter, band and arrow, in columns.

    Args:
        table: For names.
        gauges: As the reader's view has them, numbers included where it has some.
        places: Whether to name the places alone, because a heading names the value.
    """
    wide = min(max((len(gauge.band) for gauge in gauges), default=0), _BAND)
    exact = max((len(_number(gauge)) for gauge in gauges), default=0)
    return tuple(
        Paragraph(
            name=gauge.slot,
            text=place_name(table, gauge.place) if places else _label(table, gauge),
            mark=_letter(gauge),
            right=_reading(gauge, wide, exact),
        )
        for gauge in gauges
    )


def place_name(table: Table, place: str) -> str:
    """Return what a value's place is called: one state, two, or the region."""
    if not place:
        return table.word("plain-region")
    return " - ".join(table.name(one.strip()) for one in place.split(","))


def _label(table: Table, gauge: Gauge) -> str:
    if gauge.family in ("card", "axis"):
        return gauge.label
    return table.label_with_region(gauge.slot)


def _letter(gauge: Gauge) -> Content:
    letter = marks.letter_of(gauge.family)
    return Content.assemble(letter, " ") if letter.plain else Content("  ")


def _number(gauge: Gauge) -> str:
    return "" if gauge.exact is None else points(gauge.exact)


def _reading(gauge: Gauge, wide: int, exact: int) -> Content:
    number = f"{_number(gauge):>{exact}} " if exact else ""
    return Content.assemble(
        (meter(gauge.level, gauge.bands), "$quiet"),
        " ",
        (number, "bold"),
        f"{gauge.band:<{wide}} ",
        marks.movement(gauge),
    )


def axes_text(table: Table, room: Common) -> Content:
    """Return both axes, one below the other and never added up; or that they are hidden."""
    if room.scores_hidden:
        return Content.styled(table.word("told-scores-hidden"), "$quiet")
    return Content("\n").join(
        Content.assemble(
            marks.letter_of(marks.axis_family(number)),
            f" {gauge.label}  ",
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


def record_text(table: Table, room: Common, turn: int = 0) -> Content:
    """Return the public record, the newest turn on top, in each turn as it happened.

    Args:
        table: For names.
        room: The room's view.
        turn: Only this turn; 0 for all.
    """
    turns = [turn] if turn else list(range(room.turn, -1, -1))
    parts = [part for number in turns for part in _turn_part(table, room, number)]
    if not parts:
        return Content.styled(table.word("app-record-none"), "$quiet")
    return Content("\n\n").join(parts)


def _turn_part(table: Table, room: Common, turn: int) -> Iterator[Content]:
    acts = [act for act in (*room.record, *room.breaches) if act.turn == turn]
    if acts:
        heading = Content.styled(table.word("app-turn", turn=str(turn)), "bold $accent")
        yield Content("\n").join([heading, *(act_line(table, act) for act in acts)])


def act_line(table: Table, act: PublicAct) -> Content:
    """Return a line of the record without its turn; a red line crossed begins with ``!``."""
    word = table.word
    who = table.name(act.who) if act.who else ""
    if act.kind == "breach":
        key = "app-act-breach" if who else "app-act-breach-anywhere"
        return Content.styled(f"! {word(key, who=who, text=sentence(act.text))}", "bold $warn")
    told = word(f"app-act-{act.kind}", who=who, text=sentence(act.text))
    if act.kind != "statement":
        return Content(f"• {told}")
    about = word(
        "record-statement-about", issue=act.issue, frame=word(f"frame-{act.frame}"),
        audiences=", ".join(act.audiences),
    )  # fmt: skip
    words = word("record-statement-words", words=act.words) if act.words else ""
    more = [Content.styled(f"  {part}", "$quiet") for part in (about, words) if part]
    return Content("\n").join([Content(f"• {told}"), *more])


def acts_text(table: Table, room: Common, kind: str, empty: str) -> Content:
    """Return what the record holds of one kind, the newest first: ``inject``, ``agreement``, ``breach``.

    Args:
        table: For names.
        room: The room's view.
        kind: Of the acts.
        empty: Key of what stands there when there are none.
    """
    acts = [act for act in (*room.record, *room.breaches) if act.kind == kind]
    if not acts:
        return Content.styled(table.word(empty), "$quiet")
    return Content("\n").join(
        Content.assemble(
            act_line(table, act), (f"  {table.word('app-in-turn', turn=str(act.turn))}", "$quiet")
        )
        for act in reversed(acts)
    )


def issues_text(table: Table, room: Common) -> Content:
    """Return the issues on agendas in sentences; places where they stand alike share a line."""
    if not room.issues:
        return Content.styled(table.word("plain-issues-none"), "$quiet")
    return Content("\n").join(Content(f"• {line}") for line in issue_lines(table, room.issues))


def standing_text(table: Table, measures: Sequence[StandingMeasure]) -> Content:
    """Return lasting measures in force, one per line, with who took them and since when."""
    if not measures:
        return Content.styled(table.word("app-standing-none"), "$quiet")
    return Content("\n").join(
        Content.assemble(
            f"• {table.name(one.role)}: {standing_name(table, one)}  ",
            (table.word("app-since-turn", turn=str(one.since)), "$quiet"),
        )
        for one in measures
    )


def public_standing(table: Table) -> tuple[StandingMeasure, ...]:
    """Return the lasting measures in force that everybody may know of."""
    cards = table.session.program.bundle.measures()
    view = table.seat(table.room().roles[0][0])
    # A seat's view leaves out what others hide; what this seat hides itself is left out here.
    return tuple(one for one in view.standing if not cards[one.slug].covert)


__all__ = [
    "act_line", "acts_text", "axes_text", "indicators_by_state", "issues_text", "map_states", "place_name",
    "public_standing", "record_text", "standing_text", "value_paragraphs",
]  # fmt: skip
