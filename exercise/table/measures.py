"""Measures in words: what a card says, whether a seat may use it now, and which outcomes it is meant to help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from exercise.conduct.command import Command, Respond, RespondFreely
from exercise.conduct.decided import Decided
from exercise.conduct.view import Good, MeasureView, SeatView
from exercise.errors import RefusalCode
from exercise.table.table import Table

FRAMES = ("state", "human", "global", "societal")
"""Frames of a statement: whose security is at stake."""
DetailKind = Literal["text", "fact", "more", "less", "requires", "restrictive", "yes", "no"]
Families = Mapping[str, tuple[str, Good]]
"""Of each published indicator its outcome family, and what a rise of it means."""


class Detail(Struct, frozen=True):
    """One sentence of a measure's card.

    Attributes:
        kind: What it is about; ``yes`` and ``no`` are the verdict.
        text: The sentence.
        indicator: Of ``more`` and ``less``: the indicator.
    """

    kind: DetailKind
    text: str
    indicator: str = ""


def offered_first(view: SeatView, statements: bool) -> tuple[MeasureView, ...]:
    """Return either the statements or all other measures of a seat, those offered by injects first."""
    found = (measure for measure in view.measures if measure.statement == statements)
    return tuple(sorted(found, key=lambda measure: not measure.offered_by))


def usable(measure: MeasureView) -> bool:
    """Return whether a seat may use it in the phase it belongs to, as far as that is known now."""
    return measure.available or measure.refusal is RefusalCode.wrong_phase


def why_not(table: Table, measure: MeasureView) -> str:
    """Return in words why a measure is not available; nothing where it is."""
    if measure.refusal is None:
        return ""
    if measure.refusal is RefusalCode.requirement_not_met and measure.requires:
        return measure.requires
    return table.word(f"refusal-{measure.refusal.value}")


def verdict(table: Table, measure: MeasureView) -> str:
    """Return whether the seat may use a measure now, in another phase, or not."""
    if measure.refusal is RefusalCode.wrong_phase:
        return table.word("plain-measure-later")
    if measure.refusal is not None:
        return table.word("plain-measure-not", why=why_not(table, measure))
    return table.word("plain-measure-available")


def details(table: Table, view: SeatView, measure: MeasureView) -> Iterator[Detail]:
    """Yield everything a measure's card says, the verdict last."""
    word = table.word
    yield Detail("text", measure.text)
    yield Detail("fact", word("plain-measure-cost", cost=measure.cost))
    if measure.upkeep:
        yield Detail("fact", word("plain-measure-upkeep", upkeep=measure.upkeep))
    turns = int(measure.lasts) if measure.lasts.isdecimal() else 0
    yield Detail("fact", word(f"lasts-{'turns' if turns else measure.lasts}", turns=turns))
    serves = dict(view.referents).get(measure.referent, measure.referent)
    yield Detail("fact", word("plain-measure-serves", referent=serves))
    if measure.targets and measure.needs_target:
        names = ", ".join(target.label for target in measure.targets)
        yield Detail("fact", word("plain-measure-targets", names=names))
    for indicator, size in measure.helps:
        kind: DetailKind = "more" if size > 0 else "less"
        told = word(f"helps-{kind}-{abs(size)}", label=table.label(indicator))
        yield Detail(kind, told, indicator)
    if measure.requires and measure.refusal is not RefusalCode.requirement_not_met:
        yield Detail("requires", word("plain-measure-requires", text=measure.requires))
    if measure.restrictive:
        yield Detail("restrictive", word("plain-measure-restrictive"))
    yield Detail("yes" if usable(measure) else "no", verdict(table, measure))


def families(view: SeatView) -> Families:
    """Return the outcome family of every indicator that is published; nothing while scores are hidden."""
    return {
        gauge.slot.partition("[")[0]: (gauge.family, gauge.good) for gauge in view.common.gauges
    }


def helped(measure: MeasureView, known: Families) -> tuple[str, ...]:
    """Return the outcome families that a measure is meant to help more than it harms them."""
    sums = {"security": 0, "rights": 0}
    for indicator, size in measure.helps:
        family, good = known.get(indicator, ("", "neutral"))
        if family in sums and good != "neutral":
            sums[family] += size if good == "better" else -size
    return tuple(family for family, total in sums.items() if total > 0)


def answerable(view: SeatView, offered_by: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    """Return the open injects a response may answer, name and title.

    Args:
        view: The seat's.
        offered_by: Only these, where there are any.
    """
    return tuple(
        (item.inject, item.title)
        for item in view.inbox
        # What the facilitator wrote on the spot is no inject of the scenario that a response could name.
        if item.open
        and not item.inject.startswith("added.")
        and (not offered_by or item.inject in offered_by)
    )


def received_line(table: Table, role: str, key: str) -> str:
    """Return what is said of the response a seat gave last: its name, how many there are, and the actions left.

    Args:
        table: The table.
        role: The seat's.
        key: Of the sentence; it may use ``name``, ``count`` and ``left``.
    """
    view = table.seat(role)
    last = view.responses[-1].measure if view.responses else ""
    name = next(
        (one.name for one in view.measures if one.slug == last), table.word("app-own-words")
    )
    return table.word(key, name=name, count=len(view.responses), left=view.actions)


def respond_again(decided: Decided) -> Command:
    """Return the command that gave a response."""
    if decided.kind == "free":
        return RespondFreely(decided.text, decided.inject)
    return Respond(
        decided.measure, decided.target, decided.inject, decided.issue, decided.frame, decided.referent,
        decided.audiences, decided.needed, decided.suitable, decided.reason,
    )  # fmt: skip


__all__ = [
    "FRAMES", "Detail", "Families", "answerable", "details", "families", "helped", "offered_first",
    "received_line", "respond_again", "usable", "verdict", "why_not",
]  # fmt: skip
