"""Collecting what a phase brings forth: effects add up here before caps, in no particular order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from exercise.engine import dice
from exercise.engine.facts import ANY, NOBODY
from exercise.engine.ir import toward_zero
from exercise.engine.program import Drawn, EffectCode
from exercise.engine.scene import Scene
from exercise.engine.world import BreachRecord, Cause, Key, Row, Stage

OFFSETS = {"now": (0,), "short": (1,), "medium": (2, 3), "long": (4, 5, 6)}
"""In how many outcomes a delayed amount lands; it is split evenly, the remainder with the first."""


NO_READS: Mapping[int, tuple[int, ...]] = MappingProxyType({})


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
        reads: Mapping[int, tuple[int, ...]] = NO_READS,
        keep_zero: bool = False,
    ) -> None:
        """Let effects take hold.

        Args:
            effects: In authored order.
            cause: What they come from.
            factors: Name and per cent of everything that scales amounts of change.
            reads: Slots that explain an effect, by its number, where its cause has read slots too.
            keep_zero: Whether a change of nothing is worth a row, because its factors explain it.
        """
        share, whole = shared(factors)
        if share == 0:
            effects = [effect for effect in effects if effect.kind == "change"] if keep_zero else []
        scene = self.scene
        for effect in effects:
            if effect.when is not None and not effect.when.holds(scene):
                continue
            drawn = None if effect.chance is None else self._draw(effect.chance_key)
            if drawn is not None and not dice.happens(drawn, effect.chance or 0):
                continue
            amount, draw = self._amount(effect, None if drawn is None else drawn % 10_000)
            slots = reads.get(effect.number) or effect.slots
            told = replace(
                cause,
                effect=effect.number,
                factors=factors,
                reads=scene.read(slots),
                draw=draw,
                group=effect.group or "",
            )
            if effect.kind == "change":
                self._change(effect, toward_zero(amount * share, whole), told, keep_zero)
            else:
                self._other(effect, amount, told)

    def change(self, slot: int, amount: int, cause: Cause) -> None:
        """Add a row that lands in this phase."""
        if amount:
            self.now.append(Row(slot, amount, self.scene.turn, self.stage, cause))

    def _draw(self, purpose: int) -> int:
        return dice.draw(self.key.seed, self.key.playthrough, self.scene.turn, purpose)

    def _amount(self, effect: EffectCode, draw: int | None) -> tuple[int, int | None]:
        """The unscaled amount, and what was drawn: for the amount or, failing that, for the chance."""
        amount = effect.amount
        if amount is None:
            return 0, draw
        if isinstance(amount, Drawn):
            value = dice.between(self._draw(effect.amount_key), amount.low, amount.high)
            return value, value
        return amount.read(self.scene), draw

    def _change(self, effect: EffectCode, amount: int, cause: Cause, keep_zero: bool) -> None:
        turn = self.scene.turn
        if effect.delay == "now":
            if amount or keep_zero:
                self.now.append(Row(effect.slot, amount, turn, self.stage, cause))
            return
        offsets = OFFSETS[effect.delay]
        for offset, part in zip(offsets, split(amount, len(offsets)), strict=True):
            if part or (keep_zero and offset == offsets[0]):
                self.later.append(Row(effect.slot, part, turn + offset, "due", cause))

    def _other(self, effect: EffectCode, amount: int, cause: Cause) -> None:
        match effect.kind:
            case "set":
                self.flags.append(effect.flag)
            case "unlock" | "void":
                self._open(effect)
            case "transfer":
                self.demands.append(Demand(effect.slot, effect.to, max(0, amount), cause))
            case "income":
                self.change(effect.to, max(0, amount), cause)
            case "reroute":
                self.detours.append(Detour(effect.leg, max(0, amount), cause))
            case "amplify":
                self.boosts.append(Boost(effect.groups, effect.factor, effect.host_slots, cause))
            case "release":
                self.called.append(effect.inject)
            case "cancel":
                self._cancel(effect)
            case "breach":
                self.breaches.append(
                    BreachRecord(effect.line, effect.scope, self.scene.turn, cause)
                )

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


def shared(factors: tuple[tuple[str, int], ...]) -> tuple[int, int]:
    """Return the product of factors (per cent) as a share of a whole, such as 4,000 of 10,000.

    An amount is multiplied by the share and divided by the whole once, so that it is rounded once.
    """
    share = whole = 1
    for _, percent in factors:
        share *= percent
        whole *= 100
    return share, whole


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
