"""What the facilitator can rule, and rulings and proposals in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from exercise.conduct.decided import Decided
from exercise.conduct.view import FacilitatorView, Gauge, ProposedRow, ToRule
from exercise.engine.prose import say
from exercise.report.why_text import signed
from exercise.table.lines import sentence
from exercise.table.table import Table


def flagged_first(found: Sequence[ToRule]) -> tuple[str, ...]:
    """Return the names of responses in the order in which they are looked at; keep it while rulings change flags."""
    return tuple(one.decided.id for one in sorted(found, key=lambda one: not one.flags))


def in_order(found: Sequence[ToRule], order: Sequence[str]) -> tuple[ToRule, ...]:
    """Return responses in an order that was fixed before."""
    return tuple(sorted(found, key=lambda one: order.index(one.decided.id)))


def measures_to_rule(table: Table, role: str) -> tuple[tuple[str, str], ...]:
    """Return the measures that a response of a role may count as: slug and name."""
    program = table.session.program
    number, cards = program.numbers.role[role], program.bundle.measures()
    return tuple(
        (code.name, say(program.bundle, cards[code.name].name, table.language))
        for n, code in enumerate(program.measures)
        if not code.statement and program.reach.get((n, number))
    )


def targets_to_rule(table: Table, role: str, measure: str) -> tuple[tuple[str, str], ...]:
    """Return the targets that a measure of a role can have: slug and name; none where it needs none."""
    program = table.session.program
    reach = program.reach[program.numbers.measure[measure], program.numbers.role[role]]
    return tuple(
        (program.targets[target], table.name(program.targets[target]))
        for target in reach
        if target >= 0
    )


def movable(table: Table, view: FacilitatorView) -> tuple[Gauge, ...]:
    """Return the values that a ruling can move: those that are not made of others."""
    names = {spec.name for spec in table.session.program.slots.base}
    return tuple(gauge for gauge in view.gauges if gauge.slot in names)


def hundredths(text: str) -> int | None:
    """Return points as hundredths; nothing where the text is no number with up to two decimals.

    >>> hundredths("-4"), hundredths("2,5"), hundredths("much")
    (-400, 250, None)
    """
    try:
        value = Decimal(text.replace(",", ".").replace("−", "-")) * 100
    except InvalidOperation:
        return None
    return int(value) if value.is_finite() and value == value.to_integral_value() else None


def reasons(table: Table, decided: Decided) -> Iterator[str]:
    """Return the reasons that a seat gave for a response."""
    for key in ("needed", "suitable", "reason"):
        text = getattr(decided, key)
        if text:
            yield table.word(f"plain-their-{key}", text=text)


def row_line(table: Table, row: ProposedRow, cause: str) -> str:
    """Return a proposed row in one line; its cause is not told again where it is the response itself."""
    why = "" if row.why == cause else f" {sentence(row.why)}"
    return table.word(
        "plain-proposed",
        amount=signed(row.amount),
        label=row.label,
        turn=str(row.turn),
        why=why,
    )


def factors_line(table: Table, row: ProposedRow) -> str:
    """Return what scaled a row; nothing where nothing did."""
    told = [(name, percent) for name, percent in row.factors if percent != 100]
    words = "; ".join(table.word(f"factor-{name}", percent=str(percent)) for name, percent in told)
    return table.word("plain-factors", words=words) if words else ""


def ruling_line(table: Table, view: FacilitatorView, text: str) -> str:
    """Put a response's words, or a value's label, where a ruling begins with its name in files."""
    for one in view.to_rule:
        if text.startswith(f"{one.decided.id} "):
            return f"{one.who}, {one.text}{text.removeprefix(one.decided.id)}"
    slot = next((g.slot for g in view.gauges if text.startswith(f"{g.slot} ")), "")
    return f"{table.label(slot)}{text.removeprefix(slot)}" if slot else text


__all__ = [
    "factors_line", "flagged_first", "hundredths", "in_order", "measures_to_rule", "movable", "reasons", "row_line",
    "ruling_line", "targets_to_rule",
]  # fmt: skip
