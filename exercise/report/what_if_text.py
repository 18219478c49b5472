"""What-ifs and decision impact as plain lines, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from exercise.analysis.impact import Impact
from exercise.analysis.ledgers import BreachDifference, RowDifference
from exercise.analysis.whatif import AxisPaths, EndValue, WhatIf
from exercise.engine.explain import points, signed
from exercise.engine.ledger import Share
from exercise.engine.program import Program
from exercise.engine.prose import bands_of, say
from exercise.report.what_if_words import Teller

__all__ = ["impact_text", "what_if_text"]

MOST = 12
"""How many parts and values are told one by one, unless all are asked for."""
_WIDE = 10
"""Characters of a column of numbers."""


def what_if_text(program: Program, found: WhatIf, language: str = "en", every: bool = False) -> str:
    """Return an answer as plain lines.

    Args:
        program: The Program.
        found: The answer.
        language: Of the words and of the scenario's texts.
        every: Whether all differing lines, values and parts are told, and not the largest alone.
    """
    return "\n".join(_Telling(Teller(program, language), found, every).lines())


def impact_text(
    program: Program, found: Sequence[Impact], language: str = "en", most: int = 0
) -> str:
    """Return impacts as plain lines, in the order given.

    Args:
        program: The Program.
        found: Sorted as they are to be read.
        language: Of the words and of the scenario's texts.
        most: How many to tell; 0 for all.
    """
    teller = Teller(program, language)
    lines = [teller.say("impact-title"), teller.say("model-says")]
    if not found:
        return "\n".join((*lines, "", teller.say("impact-none")))
    heads = [_axis_label(program, name, language) for name in program.bundle.model.axes().values()]
    widths = [max(_WIDE, len(head)) for head in heads]
    lines += [teller.say("impact-sign"), "", _cells(heads, widths)]
    shown = found[:most] if most else found
    for one in shown:
        lines += _impact(teller, one, widths)
    if len(found) > len(shown):
        lines.append(teller.say("impact-others", count=len(found) - len(shown)))
    return "\n".join(lines)


def _cells(cells: Iterable[str], widths: Sequence[int]) -> str:
    return "  ".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))


def _impact(teller: Teller, one: Impact, widths: Sequence[int]) -> tuple[str, str]:
    numbers = _cells(map(signed, one.axes), widths)
    taken = teller.say(
        "impact-line",
        turn=str(one.turn),
        who=teller.who(one.seat),
        taken=teller.responses(one.taken),
    )
    against = teller.say("impact-against", alternative=teller.responses(one.alternative))
    return f"{numbers}  {taken}", f"{'':{len(numbers)}}  {against}"


def _axis_label(program: Program, name: str, language: str) -> str:
    return say(program.bundle, program.bundle.model.derived[name].name, language)


class _Telling:
    """One answer, told from top to bottom."""

    def __init__(self, teller: Teller, found: WhatIf, every: bool) -> None:
        self.teller, self.found, self.every = teller, found, every
        self.say = teller.say

    def lines(self) -> Iterator[str]:
        found = self.found
        who = self.teller.who(found.change.seat)
        yield self.say("title", turn=str(found.change.turn), who=who)
        yield self.say("model-says")
        yield ""
        yield f"{self.say('record')}: {self.teller.responses(found.instead_of)}"
        yield f"{self.say('instead')}: {self.teller.responses(found.decided)}"
        yield ""
        yield from self._paths()
        if not found.values:
            yield from ("", self.say("no-difference"))
        yield from self._section(self.say("bands"), self._bands())
        yield from self._section(self.say("red-lines"), map(self._breach, found.breaches))
        yield from self._section(self.say("injects"), self._injects())
        yield from self._section(self.say("values"), self._values())
        yield from self._ledger()
        for axis in found.axes:
            yield from self._parts(axis)
        yield ""
        yield from self._dropped()

    def _section(self, head: str, lines: Iterator[str]) -> Iterator[str]:
        told = list(lines)
        if told:
            yield from ("", head, *(f"  {line}" for line in told))

    # --- trajectories -----------------------------------------------------------------------

    def _paths(self) -> Iterator[str]:
        columns = [self._column(axis) for axis in self.found.axes]
        ticks = ["", *(self._tick(number) for number in range(len(self.found.stops)))]
        width = max(map(len, ticks))
        for tick, *cells in zip(ticks, *columns, strict=True):
            yield f"{tick:<{width}}  {'  '.join(cells)}".rstrip()

    def _column(self, axis: AxisPaths) -> list[str]:
        """An axis stop by stop: its value in the record and in the what-if, and the difference."""
        heads = (
            self.say("axis-actual", axis=self.teller.label(axis.slot)),
            self.say("axis-other"),
            self.say("axis-change"),
        )
        rows = [
            (points(ours), points(theirs), signed(theirs - ours))
            for ours, theirs in zip(axis.actual, axis.what_if, strict=True)
        ]
        widths = [max(_WIDE, len(head)) for head in heads]
        return [_cells(row, widths) for row in (heads, *rows)]

    def _tick(self, number: int) -> str:
        stop = self.found.stops[number]
        if not number:
            return self.say("startex")
        return self.say("run-out" if stop.run_out else "turn", turn=str(stop.turn))

    # --- what ends elsewhere ----------------------------------------------------------------

    def _bands(self) -> Iterator[str]:
        for one in self.found.values:
            if one.bands[0] != one.bands[1]:
                actual, other = (self._band(one, number) for number in one.bands)
                label = self.teller.label(one.slot)
                yield self.say("band-line", label=label, actual=actual, other=other)

    def _band(self, one: EndValue, number: int) -> str:
        bundle = self.teller.bundle
        family = self.teller.program.slots.spec(one.slot).family
        return say(bundle, bands_of(bundle, family)[number].word, self.teller.language)

    def _breach(self, one: BreachDifference) -> str:
        bundle = self.teller.bundle
        name = say(bundle, bundle.red_lines()[one.breach.line].name, self.teller.language)
        if one.breach.place:
            name = f"{name} ({self.teller.who(one.breach.place)})"
        key = "red-line-record" if one.actual else "red-line-other"
        return self.say(key, turn=str(one.breach.turn), name=name)

    def _injects(self) -> Iterator[str]:
        for key, names in zip(("inject-record", "inject-other"), self.found.injects, strict=True):
            for name in names:
                yield self.say(key, name=self.teller.inject(name))

    def _values(self) -> Iterator[str]:
        values = self.found.values
        if not self.every:
            largest = sorted(values, key=lambda one: -abs(one.what_if - one.actual))[:MOST]
            values = tuple(one for one in values if one in largest)
        for one in values:
            change = signed(one.what_if - one.actual)
            moved = f"{points(one.actual)} → {points(one.what_if)}"
            yield f"{change:>8}  {self.teller.label(one.slot)}: {moved}"
        if len(self.found.values) > len(values):
            more = len(self.found.values) - len(values)
            yield f"{'':8}  {self.say('more', count=str(more))}"

    # --- the ledger -------------------------------------------------------------------------

    def _ledger(self) -> Iterator[str]:
        if self.every:
            told = (f"{self._where(one)}: {self._row(one)}" for one in self.found.rows)
            yield from self._section(self.say("rows"), told)
        elif self.found.first:
            row = self.found.first[0].row
            stage = self.say(f"stage-{row.stage}")
            head = self.say("first", turn=str(row.turn), stage=stage)
            yield from self._section(head, map(self._row, self.found.first))

    def _where(self, one: RowDifference) -> str:
        return f"{self.say('turn', turn=str(one.row.turn))}, {self.say(f'stage-{one.row.stage}')}"

    def _row(self, one: RowDifference) -> str:
        row = one.row
        moved = f"{signed(one.actual)} → {signed(one.what_if)}"
        label = self.teller.label(row.slot)
        return f"{signed(row.amount):>8}  {label}: {moved} - {self.teller.cause(row)}"

    def _parts(self, axis: AxisPaths) -> Iterator[str]:
        parts = sorted(axis.parts, key=lambda part: -abs(part.amount))
        if not parts:
            return
        shown = parts if self.every else parts[:MOST]
        rest = parts[len(shown) :]
        lines = [f"{signed(part.amount):>8}  {self._part(part)}" for part in shown]
        if rest:
            together = signed(sum(part.amount for part in rest))
            lines.append(f"{together:>8}  {self.say('others', count=len(rest))}")
        lines.append(f"{signed(axis.change):>8}  {self.say('total')}")
        head = self.say("parts", axis=self.teller.label(axis.slot))
        yield from self._section(head, iter(lines))

    def _part(self, part: Share) -> str:
        told = self.teller.part(part)
        return told if part.row is None else f"{self.say('turn', turn=str(part.row.turn))}: {told}"

    def _dropped(self) -> Iterator[str]:
        if not self.found.dropped:
            yield self.say("nothing-dropped")
            return
        yield self.say("dropped")
        for one in self.found.dropped:
            yield "  " + self.say(
                "dropped-line",
                turn=str(one.turn),
                who=self.teller.who(one.actor),
                act=self.teller.act(one).rstrip("."),
                why=self.teller.reason(one.refusal),
            )
