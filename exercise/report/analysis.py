"""The report's sections on what followed, what was agreed, and what people noted and answered."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from exercise.report.charts import BLUE, ORANGE, Line, Lines, Multiples, Plane, Small
from exercise.report.document import (
    Block,
    Figure,
    Paragraph,
    Section,
    Table,
    once,
)
from exercise.report.facts import (
    Axis,
    AxisTurn,
    CauseShare,
    Facts,
    IssueFact,
    ReferentFact,
    Series,
)
from exercise.report.numbers import change, plain, signed
from exercise.report.why import sentence
from exercise.report.words import Words

CAUSES = 5
"""How many causes per axis and turn are told one by one; the others are summed, so that the rows still add up."""
WAITING = 14
_STYLE = {"security": ("S", "circle", BLUE), "rights": ("R", "square", ORANGE)}


def outcomes(facts: Facts, words: Words) -> Iterator[Section]:
    """Yield both axes over time, their causes turn by turn, and the run-out apart."""
    yield Section(words.say("outcomes"), tuple(_figures(facts, words)))
    pairs = list(zip(*(axis.turns for axis in facts.axes), strict=True))
    for turns in pairs:
        if not turns[0].run_out:
            yield Section(_heading(turns[0], words), tuple(_turn(facts.axes, turns, words)), 2)
    run_out = [turns for turns in pairs if turns[0].run_out]
    if run_out:
        yield Section(words.say("runout"), tuple(_run_out(facts, run_out, words)), 2)
    yield Section(words.say("pipeline"), tuple(_pipeline(facts, words)), 2)


def _figures(facts: Facts, words: Words) -> Iterator[Block]:
    yield Paragraph(words.say("outcomes-intro"))
    yield _lines(facts, words)
    if len(facts.axes) == len(_STYLE):
        yield _plane(facts, words)
    yield _multiples(facts, words)


def _heading(turn: AxisTurn, words: Words) -> str:
    return words.turn(turn.turn, turn.story_time)


def _values(axis: Axis) -> tuple[int, ...]:
    return (axis.start, *(turn.after for turn in axis.turns))


def _ticks(facts: Facts, words: Words) -> tuple[str, ...]:
    turns = facts.axes[0].turns if facts.axes else ()
    return (words.say("start"), *(str(turn.turn) for turn in turns))


def played_values(facts: Facts) -> int:
    """Return how many values of a series belong to StartEx and the turns played."""
    return 1 + sum(not turn.run_out for turn in facts.axes[0].turns)


def _axes_table(facts: Facts, words: Words) -> Table:
    columns = (words.say("turn"), *(axis.label for axis in facts.axes))
    values = [_values(axis) for axis in facts.axes]
    rows = tuple(
        (
            tick + (f" ({words.say('run-out-word')})" if number >= played_values(facts) else ""),
            *(plain(v[number]) for v in values),
        )
        for number, tick in enumerate(_ticks(facts, words))
    )
    return Table(
        columns, rows, words.say("figure-lines-table"), numeric=tuple(range(1, len(columns)))
    )


def _lines(facts: Facts, words: Words) -> Figure:
    lines = tuple(Line(axis.label, *_STYLE[axis.axis], _values(axis)) for axis in facts.axes)
    chart = Lines(_ticks(facts, words), lines, played_values(facts), words.say("run-out-word"))
    return Figure(chart, words.say("figure-lines"), _axes_table(facts, words))


def _plane(facts: Facts, words: Words) -> Figure:
    security, rights = facts.axes
    points = tuple(zip(_values(security), _values(rights), strict=True))
    chart = Plane(security.label, rights.label, points, _ticks(facts, words), played_values(facts))
    return Figure(chart, words.say("figure-plane"))


def _multiples(facts: Facts, words: Words) -> Figure:
    wanted = list(
        dict.fromkeys(
            series.slot.partition("[")[0] for fact in facts.objectives for series in fact.evidence
        )
    )
    by_family: dict[str, list[Series]] = {family: [] for family in wanted}
    for series in (*facts.indicators,):
        found = by_family.get(series.slot.partition("[")[0])
        if found is not None:
            found.append(series)
    places = tuple(
        dict.fromkeys(
            series.place for many in by_family.values() for series in many if series.place
        )
    )
    columns = (*places, "")
    heads = (*places, words.say("region"))
    rows = tuple(_multiple(many, columns) for many in by_family.values() if many)
    chart = Multiples(heads, rows, played_values(facts))
    return Figure(
        chart,
        words.say("figure-multiples"),
        _multiples_table(by_family, columns, heads, played_values(facts), words),
    )


def _multiple(
    many: list[Series], columns: tuple[str, ...]
) -> tuple[str, str, str, tuple[Small | None, ...]]:
    letter, _, colour = _STYLE.get(many[0].family, _STYLE["security"])
    by_place = {series.place: series for series in many}
    smalls = tuple(_small(by_place.get(place)) for place in columns)
    return many[0].label, letter, colour, smalls


def _small(series: Series | None) -> Small | None:
    if series is None:
        return None
    return Small(series.values, _whole(series.values[0]), _whole(series.values[-1]))


def _whole(value: int) -> str:
    return str((value + 50) // 100)


def _multiples_table(
    by_family: dict[str, list[Series]],
    columns: tuple[str, ...],
    heads: tuple[str, ...],
    played: int,
    words: Words,
) -> Table:
    rows = []
    for many in by_family.values():
        places = {series.place: series for series in many}
        cells = [places.get(place) for place in columns]
        if many:
            rows.append(
                (
                    many[0].label,
                    *(_ends(s, played) for s in cells),
                )
            )
    return Table(
        (words.say("indicator"), *heads),
        tuple(rows),
        words.say("figure-multiples-table"),
        small=True,
        heads=True,
    )


def _ends(series: Series | None, played: int) -> str:
    return change(series.values[0], series.values[played - 1]) if series else ""


def _turn(axes: tuple[Axis, ...], turns: tuple[AxisTurn, ...], words: Words) -> Iterator[Block]:
    for axis, turn in zip(axes, turns, strict=True):
        moved = (
            f"{change(turn.before, turn.after)} ({signed(turn.after - turn.before)}), {turn.band}"
        )
        yield Paragraph(moved, f"{_STYLE[axis.axis][0]}  {axis.label}")
    rows = [
        row for axis, turn in zip(axes, turns, strict=True) for row in _causes(axis, turn, words)
    ]
    yield _cause_table(rows, words)


def _cause_table(rows: list[tuple[str, ...]], words: Words) -> Table:
    columns = tuple(words.say(key) for key in ("axis", "change", "cause-and-why", "source"))
    return Table(columns, tuple(rows), "", (1,), (8, 11, 53, 28), small=True)


def _causes(axis: Axis, turn: AxisTurn, words: Words) -> Iterator[tuple[str, ...]]:
    letter = _STYLE[axis.axis][0]
    for cause in turn.causes[:CAUSES]:
        yield letter, signed(cause.amount), _cause(cause), _source(cause)
    rest = turn.causes[CAUSES:]
    if rest:
        up = sum(cause.amount for cause in rest if cause.amount > 0)
        down = sum(cause.amount for cause in rest if cause.amount < 0)
        told = words.say("causes-others", count=len(rest), up=signed(up), down=signed(down))
        yield letter, signed(up + down), told, ""
    yield letter, signed(turn.after - turn.before), words.say("causes-total"), ""


def _cause(cause: CauseShare) -> str:
    because = sentence(cause.kind, cause.cause, cause.why)
    return f"{cause.cause}\n{because}" if because else cause.cause


def _source(cause: CauseShare) -> str:
    return cause.source + (f" ({', '.join(cause.claims)})" if cause.claims else "")


def _run_out(facts: Facts, turns: list[tuple[AxisTurn, ...]], words: Words) -> Iterator[Block]:
    yield Paragraph(words.say("runout-intro", count=len(turns)))
    for number, axis in enumerate(facts.axes):
        before, after = turns[0][number].before, turns[-1][number].after
        yield Paragraph(
            f"{change(before, after)} ({signed(after - before)})",
            f"{_STYLE[axis.axis][0]}  {axis.label}",
        )
    rows = [
        row
        for column in range(len(facts.axes))
        for row in _summed(facts.axes[column], [t[column] for t in turns], words)
    ]
    yield _cause_table(rows, words)


def _summed(axis: Axis, turns: list[AxisTurn], words: Words) -> Iterator[tuple[str, ...]]:
    """The causes of several turns as those of one."""
    found: dict[tuple[str, str, str], CauseShare] = {}
    for cause in (cause for turn in turns for cause in turn.causes):
        key = (cause.kind, cause.key, cause.why)
        old = found.get(key)
        found[key] = (
            replace(old, amount=old.amount + cause.amount, rows=old.rows + cause.rows)
            if old
            else cause
        )
    causes = tuple(sorted(found.values(), key=lambda cause: -abs(cause.amount)))
    last = turns[-1]
    whole = AxisTurn(
        turn=last.turn,
        story_time="",
        run_out=True,
        before=turns[0].before,
        after=last.after,
        band=last.band,
        causes=causes,
    )
    return _causes(axis, whole, words)


def _pipeline(facts: Facts, words: Words) -> Iterator[Block]:
    if not facts.pipeline:
        yield Paragraph(words.say("pipeline-none"))
        return
    yield Paragraph(words.say("pipeline-intro", count=len(facts.pipeline)))
    largest = sorted(facts.pipeline, key=lambda wait: -abs(wait.amount))[:WAITING]
    shown = [wait for wait in facts.pipeline if wait in largest]
    columns = tuple(
        words.say(key) for key in ("lands", "indicator", "place", "change", "cause", "arose")
    )
    rows = tuple(
        (
            str(wait.turn) + ("" if wait.landed else " †"),
            wait.slot,
            wait.place,
            signed(wait.amount),
            wait.cause,
            str(wait.arose),
        )
        for wait in shown
    )
    yield Table(
        columns, rows, words.say("pipeline-caption"), (3,), (8, 24, 16, 10, 34, 8), small=True
    )


def served(facts: Facts, words: Words) -> Iterator[Section]:
    """Yield whose security was served, and words against deeds."""
    keys = ("whose", "decisions-for", "security-up", "security-down", "rights-up", "rights-down")
    rows = tuple(_referent(fact) for fact in facts.referents)
    columns = tuple(words.say(key) for key in keys)
    table = Table(columns, rows, "", (1, 2, 3, 4, 5), (30, 14, 14, 14, 14, 14), heads=True)
    yield Section(words.say("served"), (Paragraph(words.say("served-intro")), table))
    yield Section(words.say("words-deeds"), tuple(_words_and_deeds(facts, words)))


def _referent(fact: ReferentFact) -> tuple[str, ...]:
    moved = (fact.security_up, fact.security_down, fact.rights_up, fact.rights_down)
    return (fact.referent, str(fact.decisions), *(signed(value) for value in moved))


def _words_and_deeds(facts: Facts, words: Words) -> Iterator[Block]:
    yield Paragraph(words.say("words-intro"))
    keys = (
        "issue",
        "place",
        "level",
        "frame",
        "rhetoric",
        "money",
        "delivery",
        "alarm",
        "evidence",
    )
    rows = once(tuple(_issue(fact) for fact in facts.issues))
    columns = tuple(words.say(key) for key in keys)
    yield Table(columns, rows, words.say("words-caption"), (4, 5, 6, 7, 8), heads=True, small=True)


def _issue(fact: IssueFact) -> tuple[str, ...]:
    level = f"{fact.level[0]} → {fact.level[1]}"
    frame = " → ".join(dict.fromkeys(fact.frame))
    pairs = (fact.rhetoric, fact.money, fact.delivery, fact.alarm, fact.evidence)
    return (fact.issue, fact.place, level, frame, *(_pair(pair) for pair in pairs))


def _pair(pair: tuple[int, int] | None) -> str:
    return "" if pair is None else f"{_whole(pair[0])} → {_whole(pair[1])}"
