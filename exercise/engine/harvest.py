"""Collecting what a phase brings forth: effects add up here before caps, in no particular order."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from exercise.engine import dice
from exercise.engine.evaluate import Reads, Scene, number, test, toward_zero
from exercise.engine.ir import ANY, NOBODY
from exercise.engine.program import Drawn, EffectCode
from exercise.engine.world import BreachRecord, Cause, Key, Row, Stage

OFFSETS = {"now": (0,), "short": (1,), "medium": (2, 3), "long": (4, 5, 6)}
"""In how many outcomes a delayed amount lands; it is split evenly, the remainder with the first."""


class Demand(Struct, frozen=True):
    """A transfer that wants funds, before it is known what is there."""

    source: int
    to: int
    amount: int
    cause: Cause


class Detour(Struct, frozen=True):
    """A reroute that wants part of a flow, before it is known what is there."""

    leg: int
    """Volume slot that loses."""
    amount: int
    cause: Cause


class Boost(Struct, frozen=True):
    """An amplification that has taken hold."""

    groups: tuple[str, ...]
    factor: int
    slots: frozenset[int] | None
    cause: Cause


class Harvest(Struct):
    """Everything the effects of one phase bring, in the order met; order decides nothing."""

    scene: Scene
    stage: Stage
    key: Key
    now: list[Row] = field(default_factory=list)
    later: list[Row] = field(default_factory=list)
    demands: list[Demand] = field(default_factory=list)
    detours: list[Detour] = field(default_factory=list)
    boosts: list[Boost] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    called: list[int] = field(default_factory=list)
    cancelled: list[Row] = field(default_factory=list)
    unlocked: list[tuple[int, int]] = field(default_factory=list)
    voided: list[tuple[int, int]] = field(default_factory=list)
    breaches: list[BreachRecord] = field(default_factory=list)

    def take(
        self,
        effects: Sequence[EffectCode],
        cause: Cause,
        factors: tuple[tuple[str, int], ...] = (),
        reads: Reads | None = None,
        keep_zero: bool = False,
    ) -> None:
        """Let effects take hold.

        Args:
            effects: In authored order.
            cause: What they come from.
            factors: Name and per cent of everything that scales amounts of change.
            reads: Slots that the condition has read.
            keep_zero: Whether a change of nothing is worth a row, because its factors explain it.
        """
        if factors and any(percent == 0 for _, percent in factors):
            effects = [effect for effect in effects if effect.kind == "change"] if keep_zero else []
        for effect in effects:
            seen: Reads = dict(reads or {})
            if effect.when is not None and not test(effect.when, self.scene, seen):
                continue
            drawn = self._chance(effect)
            if (
                drawn is not None
                and effect.chance is not None
                and not dice.happens(drawn, effect.chance)
            ):
                continue
            told = replace(
                cause,
                effect=effect.number,
                factors=factors,
                draw=None if drawn is None else drawn % 10_000,
            )
            self._one(effect, told, seen, keep_zero)

    def change(self, slot: int, amount: int, cause: Cause) -> None:
        """Add a row that lands in this phase."""
        if amount:
            self.now.append(Row(slot, amount, self.scene.turn, self.stage, cause))

    def _chance(self, effect: EffectCode) -> int | None:
        if effect.chance is None:
            return None
        return dice.draw(self.key.seed, self.key.playthrough, self.scene.turn, effect.chance_key)

    def _one(self, effect: EffectCode, cause: Cause, reads: Reads, keep_zero: bool) -> None:
        match effect.kind:
            case "change":
                self._change(effect, cause, reads, keep_zero)
            case "set":
                self.flags.append(effect.flag)
            case "unlock" | "void":
                self._open(effect)
            case "transfer":
                amount = max(0, self._amount(effect, reads)[0])
                self.demands.append(
                    Demand(effect.slot, effect.to, amount, _explained(cause, reads))
                )
            case "income":
                self.change(
                    effect.to, max(0, self._amount(effect, reads)[0]), _explained(cause, reads)
                )
            case "reroute":
                amount = max(0, self._amount(effect, reads)[0])
                self.detours.append(Detour(effect.leg, amount, _explained(cause, reads)))
            case "amplify":
                self.boosts.append(
                    Boost(effect.groups, effect.factor, effect.host_slots, _explained(cause, reads))
                )
            case "release":
                self.called.append(effect.inject)
            case "cancel":
                self._cancel(effect)
            case "breach":
                record = BreachRecord(
                    effect.line, effect.scope, self.scene.turn, _explained(cause, reads)
                )
                self.breaches.append(record)

    def _amount(self, effect: EffectCode, reads: Reads) -> tuple[int, int | None]:
        if isinstance(effect.amount, Drawn):
            drawn = dice.draw(
                self.key.seed, self.key.playthrough, self.scene.turn, effect.amount_key
            )
            value = dice.between(drawn, effect.amount.low, effect.amount.high)
            return value, value
        assert effect.amount is not None
        return number(effect.amount, self.scene, reads), None

    def _change(self, effect: EffectCode, cause: Cause, reads: Reads, keep_zero: bool) -> None:
        base, drawn = self._amount(effect, reads)
        amount = scaled(base, cause.factors)
        told = replace(
            cause,
            reads=_sorted(reads),
            draw=cause.draw if drawn is None else drawn,
            group=effect.group or "",
        )
        offsets = OFFSETS[effect.delay]
        for offset, part in zip(offsets, split(amount, len(offsets)), strict=True):
            row = Row(
                effect.slot, part, self.scene.turn + offset, "due" if offset else self.stage, told
            )
            if part or (keep_zero and offset == offsets[0]):
                (self.later if offset else self.now).append(row)

    def _open(self, effect: EffectCode) -> None:
        if effect.role == NOBODY:
            return
        opened = self.unlocked if effect.kind == "unlock" else self.voided
        opened.extend((measure, effect.role) for measure in effect.measures)

    def _cancel(self, effect: EffectCode) -> None:
        program, world = self.scene.program, self.scene.world
        for row in world.waiting:
            number_of = (
                program.numbers.measure.get(row.cause.name, -1)
                if row.cause.kind == "measure"
                else -1
            )
            role = program.numbers.role.get(row.cause.role, -1)
            if (
                number_of in effect.measures
                and effect.role in (ANY, role)
                and row not in self.cancelled
            ):
                self.cancelled.append(row)


def scaled(base: int, factors: tuple[tuple[str, int], ...]) -> int:
    """Return an amount times all factors (per cent), divided once and rounded toward zero."""
    value, divisor = base, 1
    for _, percent in factors:
        value *= percent
        divisor *= 100
    return toward_zero(value, divisor)


def split(amount: int, parts: int) -> tuple[int, ...]:
    """Return an amount in equal parts, the remainder with the first.

    >>> split(100, 3)
    (34, 33, 33)
    """
    share = toward_zero(amount, parts)
    return (amount - share * (parts - 1), *([share] * (parts - 1)))


def boosted(rows: Sequence[Row], boost: Boost) -> list[Row]:
    """Return the rows by which an amplification changes others: one per slot and turn it touches."""
    sums: dict[tuple[int, int, Stage], int] = {}
    for row in rows:
        named = row.cause.group in boost.groups or row.cause.name in boost.groups
        if (
            named
            and row.cause.kind != "amplify"
            and (boost.slots is None or row.slot in boost.slots)
        ):
            place = (row.slot, row.turn, row.stage)
            sums[place] = sums.get(place, 0) + row.amount
    cause = replace(
        boost.cause,
        kind="amplify",
        group=boost.cause.kind,
        factors=(("factor", boost.factor),),
    )
    extra = [
        Row(slot, toward_zero(total * (boost.factor - 100), 100), turn, stage, cause)
        for (slot, turn, stage), total in sums.items()
    ]
    return [row for row in extra if row.amount]


def _explained(cause: Cause, reads: Reads) -> Cause:
    return replace(cause, reads=_sorted(reads))


def _sorted(reads: Reads) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(reads.items()))
