"""What the debrief shows, as rows and texts: both axes side by side, never added up; states are never ranked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from exercise.conduct.view import Gauge
from exercise.engine.prose import say, slot_label
from exercise.engine.slots import split_name
from exercise.report.facts import Axis, AxisTurn
from exercise.report.numbers import plain, signed
from exercise.report.so_far import Stop
from exercise.report.words import ViewWords
from exercise.table.debrief import Looks, TurningPoint, late_causes, turning_points
from exercise.table.lines import sentence
from exercise.table.table import Table
from exercise.table.views import views_of
from exercise.ui import marks
from exercise.ui.desk_rows import gap, heading
from exercise.ui.widgets.canvas import fit
from exercise.ui.widgets.path_plane import path_legend, run_out_drawn
from exercise.ui.widgets.rows import Row
from exercise.ui.widgets.spark import spark

_AMOUNT = 7
"""Columns of an amount with its sign."""
_COLUMN = 17
"""Columns of one axis in the table of turns."""
_HEADING = "bold $foreground"
LANDED = 6
"""Effects told one by one; all of them stand in a sheet of their own."""
KINDS = (("strength", "+"), ("improvement", "Δ"), ("neutral", "·"))
"""Kinds of observations and their marks."""


def path_table(table: Table, looks: Looks, width: int) -> Content:
    """Return what the plane's marks mean, and both axes turn by turn, side by side; the run-out stands apart."""
    # The last column keeps clear of the scroll bar.
    axes, first = looks.axes, width - 1 - len(looks.axes) * _COLUMN
    rows = [
        path_legend(table, looks.stops),
        Content.assemble(" " * first, *(_head(axis) for axis in axes)),
    ]
    rows.append(_line(table.word("plain-start"), [plain(axis.start) for axis in axes], first))
    turns = list(zip(*(axis.turns for axis in axes), strict=True))
    played = [turn for turn in turns if not turn[0].run_out]
    rows += [_turn(table, turn, first) for turn in played]
    if played:
        moved = [signed(axis.after - whole.start) for axis, whole in zip(played[-1], axes, strict=True)]  # fmt: skip
        rows.append(_line(table.word("app-in-all"), moved, first).stylize("bold"))
    after = [_turn(table, turn, first) for turn in turns if turn[0].run_out]
    if after:
        key = "app-after-endex" if run_out_drawn(looks.stops) else "app-after-endex-outside"
        rows += [Content(), Content.styled(table.word(key), "bold $quiet")]
        rows += [row.stylize("$quiet") for row in after]
    return Content("\n").join(rows)


def _head(axis: Axis) -> Content:
    label = fit(axis.label, _COLUMN - 3)
    head = Content.assemble(marks.letter_of(axis.axis), f" {label}")
    return Content.assemble(" " * (_COLUMN - head.cell_length), head)


def _turn(table: Table, turns: Sequence[AxisTurn], first: int) -> Content:
    story = turns[0].story_time
    key = "plain-turn-of" if story else "plain-turn"
    name = table.word(key, turn=str(turns[0].turn), story=story)
    cells = [f"{plain(turn.after)} ({signed(turn.after - turn.before)})" for turn in turns]
    return _line(name, cells, first)


def _line(name: str, cells: Sequence[str], first: int) -> Content:
    told = "".join(f"{cell:>{_COLUMN}}" for cell in cells)
    beside = len(name) < first
    return Content(f"{name:<{first}}{told}" if beside else f"{name}\n{'':<{first}}{told}")


def turning_rows(looks: Looks, table: Table) -> Iterator[Row]:
    """Yield the largest causes per axis; each row's name says which value and turn to ask why about."""
    for axis in looks.axes:
        yield from _axis_rows(table, axis, turning_points(axis))


def _axis_rows(table: Table, axis: Axis, found: Sequence[TurningPoint]) -> Iterator[Row]:
    mark = Content.assemble(marks.letter_of(axis.axis), " ")
    yield Row(f".{axis.axis}", Content.styled(axis.label, _HEADING), mark, heading=True)
    slots = table.session.program.bundle.model.axes()
    slot = next(name for key, name in slots.items() if key == axis.axis)
    for number, point in enumerate(found):
        told = table.word(
            "app-turning-points" if point.until else "app-turning-point",
            turn=str(point.turn), until=str(point.until), cause=sentence(point.told),
        )  # fmt: skip
        amount = Content.styled(f"{signed(point.cause.amount):>{_AMOUNT}}  ", "bold")
        yield Row(f"{slot}@{point.turn}#{number}", Content(told), amount)


def run_out_rows(table: Table, looks: Looks) -> Iterator[Row]:
    """Yield what followed after EndEx: the largest causes, and the largest effects that had been on their way."""
    word = table.word
    yield Row(".about", Content.styled(word("plain-run-out"), "$quiet"), heading=True)
    if any(stop.run_out for stop in looks.stops):
        for axis in looks.axes:
            yield from _axis_rows(table, axis, late_causes(axis))
    landed = landed_lines(table, looks)
    title = Content.styled(word("app-landed", count=len(landed)), _HEADING)
    yield Row(".landed", title, heading=True)
    for number, (amount, told) in enumerate(landed[:LANDED]):
        yield Row(f".landed{number}", Content(told), Content(f"{amount:>{_AMOUNT}}  "))


def landed_lines(table: Table, looks: Looks) -> tuple[tuple[str, str], ...]:
    """Return every effect that was on its way at EndEx and landed, largest first: the amount, and what it was."""
    landed = sorted((one for one in looks.pipeline if one.landed), key=lambda one: -abs(one.amount))
    return tuple(
        (
            signed(one.amount),
            table.word(
                "app-landed-line", label=f"{one.slot}, {one.place}" if one.place else one.slot,
                turn=str(one.turn), arose=str(one.arose), cause=sentence(one.cause),
            ),
        )
        for one in landed
    )  # fmt: skip


def value_rows(table: Table, looks: Looks, gauges: Sequence[Gauge]) -> Iterator[Row]:
    """Yield every value from StartEx to EndEx, in authored order: the region's, each state's, then hidden ones.

    Args:
        table: The table.
        looks: What the debrief looks at.
        gauges: The published values.
    """
    legend = Content.styled(table.word("app-values-legend"), "$quiet")
    yield Row(".legend", legend, heading=True)
    shown = {gauge.slot for gauge in gauges}
    quantities = table.session.program.bundle.model.quantities
    every = [slot for slot in looks.stops[0].values if slot.partition("[")[0] in quantities]
    open_, hidden = [s for s in every if s in shown], [s for s in every if s not in shown]
    yield from _by_place(table, looks.stops, open_)
    if hidden:
        text = Content.styled(table.word("app-hidden-values"), "bold $accent")
        yield Row(".hidden", text, heading=True)
        yield from _by_place(table, looks.stops, hidden)


def _by_place(table: Table, stops: Sequence[Stop], slots: Sequence[str]) -> Iterator[Row]:
    places: dict[str, list[str]] = {}
    for slot in slots:
        places.setdefault((split_name(slot)[1] or ("",))[-1], []).append(slot)
    for place in sorted(places, key=bool):
        name = table.name(place) if place else table.word("app-region")
        yield Row(f".{place}.{slots[0]}", Content.styled(name, _HEADING), heading=True)
        for slot in places[place]:
            yield _value(table, stops, slot)


def _value(table: Table, stops: Sequence[Stop], slot: str) -> Row:
    bundle = table.session.program.bundle
    family, args = split_name(slot)
    played = [stop.values[slot] for stop in stops if not stop.run_out]
    after = [stop.values[slot] for stop in stops if stop.run_out]
    card = bundle.model.quantities[family]
    told, drawn = f"{_whole(played[0])} → {_whole(played[-1])}", spark(played)
    if after:
        told, drawn = f"{told} ┊ {_whole(after[-1])}", f"{drawn}┊{spark(after)}"
    return Row(
        slot,
        Content(slot_label(bundle, family, args[:-1], table.language)),
        Content.assemble(marks.letter_of(card.family) or " ", " "),
        Content.assemble(f"{told} ", (drawn, "$accent")),
    )


def _whole(value: int) -> str:
    """Return hundredths in whole points, in a column of their own; what stands behind the value tells hundredths."""
    return f"{(value + 50) // 100:>3}"


def view_rows(table: Table, looks: Looks) -> Iterator[Row]:
    """Yield the analytic views, each with what it comes to: what is, then what ought to be."""
    words = ViewWords(table.language)
    for number, (title, views) in enumerate(views_of(table, looks)):
        if number:
            yield gap(title)
        yield heading(title, words.say(title))
        for view in views:
            yield Row(view.name, Content.styled(view.title, "bold"), below=(view.finding,))


def answer_rows(table: Table, answers: dict[str, str]) -> Iterator[Row]:
    """Yield the scenario's questions, each with the group's answer."""
    bundle = table.session.program.bundle
    for slug, text in bundle.scenario.questions.items():
        given = answers.get(slug, "")
        below = Content.styled(given, "$foreground") if given else table.word("app-no-answer")
        mark = Content.styled("● ", "$good") if given else Content.styled("○ ", "$quiet")
        told = Content.styled(say(bundle, text, table.language), "bold")
        yield Row(slug, told, mark, below=(below,))


def observation_rows(
    table: Table, observations: Sequence[tuple[int, str, str, str]]
) -> Iterator[Row]:
    """Yield what was noted: strengths, what to improve, and the rest; each row's name holds its place in the notes."""
    for kind, mark in KINDS:
        found = [(n, one) for n, one in enumerate(observations) if one[1] == kind]
        if found:
            text = Content.styled(table.word(f"app-observed-{kind}"), _HEADING)
            yield Row(f".{kind}", text, heading=True)
        for number, (turn, _, role, told) in found:
            where = table.word("app-observed-turn", turn=str(turn))
            who = f"{table.name(role)}, {where}" if role else where
            yield Row(str(number), Content(told), Content(f"{mark} "), below=(who,))


def talk_text(table: Table) -> Content:
    """Return the focus of the debrief, its prompts, and what the exercise is not."""
    bundle, language = table.session.program.bundle, table.language
    debrief = bundle.scenario.debrief
    parts = [Content.styled(say(bundle, debrief.focus, language), "bold")]
    parts += [Content(f"• {say(bundle, text, language)}") for text in debrief.prompts]
    parts.append(Content.styled(table.room().notice, "$quiet"))
    return Content("\n\n").join(parts)


__all__ = [
    "answer_rows", "landed_lines", "observation_rows", "path_table", "run_out_rows", "talk_text",
    "turning_rows", "value_rows", "view_rows",
]  # fmt: skip
