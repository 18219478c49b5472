"""What the facilitator can rule, and rulings and proposals in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from exercise.conduct.decided import Decided
from exercise.conduct.view import FacilitatorView, Gauge, ProposedRow, ToRule
from exercise.engine.explain import signed
from exercise.engine.harvest import shared
from exercise.engine.prose import say
from exercise.table.lines import sentence
from exercise.table.table import Table

_MEANT = ("fit", "voice")
"""A factor that only what a measure or a statement is meant for has, and no side effect."""


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


def texts_of_measures(table: Table) -> dict[str, str]:
    """Return what each measure is, by its slug: words by which one finds it as well."""
    bundle = table.session.program.bundle
    return {
        slug: say(bundle, card.text, table.language) for slug, card in bundle.measures().items()
    }


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
    """Return what scaled a row, the weakest first; nothing where nothing did."""
    told = sorted((one for one in row.factors if one[1] != 100), key=lambda one: one[1])
    words = "; ".join(_factor(table, one) for one in told)
    return table.word("plain-factors", words=words) if words else ""


def _factor(table: Table, factor: tuple[str, int]) -> str:
    name, percent = factor
    return table.word(f"factor-{name}", percent=str(percent))


def proposal_line(table: Table, one: ToRule) -> str:
    """Return in one sentence how much of a response the engine lets take effect, and what holds it back most."""
    if not one.rows:
        free = "free_text" in one.flags
        return table.word("plain-proposal-free" if free else "plain-proposal-none")
    factors = _weighed(one.rows)
    weakest = min(factors, key=lambda one: one[1], default=("", 100))
    percent = _percent(factors)
    if weakest[1] >= 100:
        key = "plain-proposal-whole" if percent == 100 else "plain-proposal-more"
        return table.word(key, percent=str(percent))
    if not percent or not any(row.amount for row in one.rows):
        key = "plain-proposal-nothing"
    else:
        said = one.decided.kind == "statement"
        key = "plain-proposal-said" if said else "plain-proposal-part"
    return table.word(key, percent=str(percent), weakest=_factor(table, weakest))


def _weighed(rows: Sequence[ProposedRow]) -> tuple[tuple[str, int], ...]:
    """Return the factors of what was meant, and not those of side effects; of several the most favourable."""
    meant = [row for row in rows if any(name in _MEANT for name, _ in row.factors)]
    return max((row.factors for row in meant or rows), key=_percent)


def _percent(factors: tuple[tuple[str, int], ...]) -> int:
    """Return what factors leave together, in whole per cent; 0 only where nothing is left."""
    share, whole = shared(factors)
    return max(1, (200 * share + whole) // (2 * whole)) if share else 0


def by_factors(rows: Sequence[ProposedRow]) -> tuple[tuple[ProposedRow, ...], ...]:
    """Return rows with those that the same factors scaled put together, the largest first."""
    groups: dict[tuple[tuple[str, int], ...], list[ProposedRow]] = {}
    for row in sorted(rows, key=lambda row: -abs(row.amount)):
        groups.setdefault(row.factors, []).append(row)
    return tuple(tuple(group) for group in groups.values())


def ruling_line(table: Table, view: FacilitatorView, text: str) -> str:
    """Put a response's words, or a value's label, where a ruling begins with its name in files."""
    for one in view.to_rule:
        if text.startswith(f"{one.decided.id} "):
            return f"{one.who}, {one.text}{text.removeprefix(one.decided.id)}"
    slot = next((g.slot for g in view.gauges if text.startswith(f"{g.slot} ")), "")
    return f"{table.label(slot)}{text.removeprefix(slot)}" if slot else text


__all__ = [
    "by_factors", "factors_line", "flagged_first", "hundredths", "in_order", "measures_to_rule", "movable",
    "proposal_line", "reasons", "row_line", "ruling_line", "targets_to_rule", "texts_of_measures",
]  # fmt: skip
