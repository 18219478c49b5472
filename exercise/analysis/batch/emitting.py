"""Effects as Python statements over accumulators: what ``engine.harvest`` does, unrolled for each effect.

Beside the names of :mod:`exercise.analysis.batch.expressions` the text uses

- ``D`` sums by slot of what lands now, ``E1`` to ``E6`` the same by how many outcomes ahead (of the list ``E``),
- ``SP`` by slot what is taken from funds now, ``K`` by amplification the rows that it can change,
- ``CR`` later rows that can be cancelled, and lists of what else happens: ``FS`` flags, ``UN`` and ``VO`` measures
  unlocked and voided, ``DE`` transfers, ``DT`` reroutes, ``BO`` amplifications, ``CA`` injects called for, ``CN``
  cancellations, ``BR`` red lines,
- ``R`` the draw of a purpose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from exercise.analysis.batch.expressions import Wording
from exercise.engine import ir
from exercise.engine.facts import NOBODY
from exercise.engine.harvest import OFFSETS, split
from exercise.engine.ir import toward_zero
from exercise.engine.possible import effects_of
from exercise.engine.program import Drawn, EffectCode, Program

Lines = Iterator[str]
_INDENT = " "


class Source(Struct, frozen=True):
    """What effects come from, as far as other effects ask for it."""

    kind: str
    name: str
    scope: str = ""
    role: str = ""
    target: str = ""
    response: bool = False
    """Whether the response is known only in play, as ``rid``."""
    measure: int = -1
    """Where later rows can be cancelled: the measure and its role."""
    role_number: int = -1

    def order(self, number: int) -> str:
        """Return the text of the place among transfers and reroutes that one effect's has."""
        words = (self.kind, self.name, self.scope, self.role, self.target)
        response = "rid" if self.response else "''"
        return f"({', '.join(map(repr, words))}, {response}, {number})"


class Share(Struct, frozen=True):
    """What scales amounts: ``name`` of a variable, out of ``whole``."""

    name: str
    whole: int
    positive: bool
    """Whether it is never below nothing."""


class Boosting(Struct, frozen=True):
    """An amplification, as far as it does not depend on what calls for it."""

    groups: tuple[str, ...]
    factor: int
    slots: frozenset[int] | None

    def touches(self, slot: int, name: str, group: str = "") -> bool:
        """Return whether a row of a cause and group is changed by it."""
        named = name in self.groups or group in self.groups
        return named and (self.slots is None or slot in self.slots)


class Reaches(Struct, frozen=True):
    """What effects of a Program have to take down for others."""

    boosts: tuple[Boosting, ...]
    sources: frozenset[int]
    """Slots that transfers take from."""
    cancellable: frozenset[int]
    """Measures whose later rows can be cancelled."""


def reaches_of(program: Program) -> Reaches:
    """Return what effects have to take down."""
    effects = list(effects_of(program))
    return Reaches(
        boosts=tuple(dict.fromkeys(_boosting(one) for one in effects if one.kind == "amplify")),
        sources=frozenset(one.slot for one in effects if one.kind == "transfer"),
        cancellable=frozenset(
            measure for one in effects if one.kind == "cancel" for measure in one.measures
        ),
    )


def _boosting(effect: EffectCode) -> Boosting:
    return Boosting(effect.groups, effect.factor, effect.host_slots)


class Emitter(Struct):
    """Writes effects."""

    wording: Wording
    reaches: Reaches

    def effects(
        self, effects: Iterable[EffectCode], source: Source, share: Share | None, percent: int = 100
    ) -> Lines:
        """Yield the statements of effects.

        Args:
            effects: In authored order.
            source: What they come from.
            share: What scales amounts of change in play, if anything does.
            percent: What scales them always.
        """
        for effect in effects:
            lines = self._effect(effect, source, share, percent)
            conditions = [*self._conditions(effect)]
            if conditions:
                lines = [f"if {' and '.join(conditions)}:", *indented(lines or ["pass"])]
            yield from lines

    def _conditions(self, effect: EffectCode) -> Lines:
        if effect.when is not None:
            yield self.wording.test(effect.when)
        if effect.chance is not None:
            yield f"R({effect.chance_key})%10000<{effect.chance}"

    def _effect(
        self, effect: EffectCode, source: Source, share: Share | None, percent: int
    ) -> list[str]:
        if effect.kind == "change":
            return [*self._change(effect, source, share, percent)]
        return [*self._other(effect, source)]

    def _change(
        self, effect: EffectCode, source: Source, share: Share | None, percent: int
    ) -> Lines:
        sign, amount, positive = self._scaled(effect, share, percent)
        if amount == "0":
            return
        slot, offsets = effect.slot, OFFSETS[effect.delay]
        cancellable = source.measure in self.reaches.cancellable
        touched = [
            number
            for number, boost in enumerate(self.reaches.boosts)
            if boost.touches(slot, source.name, effect.group or "")
        ]
        spends = effect.delay == "now" and slot in self.reaches.sources
        if not amount.isdigit() and (touched or spends or len(offsets) > 1 or cancellable):
            yield f"x={amount}"
            amount = "x"
        if amount == "x" and len(offsets) > 1:
            yield f"z={Wording.rounded('x', len(offsets), positive)}"
        for offset, part in zip(offsets, _parts(amount, len(offsets)), strict=True):
            yield from self._row(slot, offset, sign, part, source if cancellable else None)
            for number in touched:
                yield f"K[{number}].append(({offset},{slot},{sign}({part})))"
        if spends:
            yield self._spent(slot, sign, amount)

    def _row(
        self, slot: int, offset: int, sign: str, part: str, cancellable: Source | None
    ) -> Lines:
        if offset == 0:
            yield f"D[{slot}]{sign}={part}"
        elif cancellable is not None:
            place = f"{cancellable.measure},{cancellable.role_number}"
            yield f"CR.append(({offset},{slot},{sign}({part}),{place}))"
        else:
            yield f"E{offset}[{slot}]{sign}={part}"

    @staticmethod
    def _spent(slot: int, sign: str, amount: str) -> str:
        if amount.isdigit():
            return f"SP[{slot}]-={amount}" if sign == "-" else "pass"
        return f"if {sign}{amount}<0: SP[{slot}]{sign}={amount}"

    def _scaled(
        self, effect: EffectCode, share: Share | None, percent: int
    ) -> tuple[str, str, bool]:
        """Return the sign and the text of an amount, and whether the text is never below nothing.

        The sign is split off where it is known.
        """
        node = effect.amount
        if isinstance(node, Drawn):
            text, positive, sign = self._drawn(effect, node), node.low >= 0, "+"
        elif node is None:
            return "+", "0", True
        else:
            sign, node = _split_off(node)
            text, positive = self.wording.number(node), self.wording.positive(node)
        if share is not None:
            positive = positive and share.positive
            return (
                sign,
                self.wording.rounded(f"{text}*{share.name}", share.whole, positive),
                positive,
            )
        if percent == 100:
            return sign, text, positive
        if isinstance(node, ir.Const):
            return sign, str(toward_zero(node.value * percent, 100)), positive
        positive = positive and percent >= 0
        return sign, self.wording.rounded(f"{text}*{percent}", 100, positive), positive

    @staticmethod
    def _drawn(effect: EffectCode, amount: Drawn) -> str:
        return f"({amount.low}+R({effect.amount_key})%{amount.high - amount.low + 1})"

    def _other(self, effect: EffectCode, source: Source) -> Lines:
        match effect.kind:
            case "set":
                yield f"FS.append({effect.flag})"
            case "unlock" | "void":
                opened = "UN" if effect.kind == "unlock" else "VO"
                for measure in effect.measures if effect.role != NOBODY else ():
                    yield f"{opened}.append(({measure},{effect.role}))"
            case "transfer":
                order, amount = source.order(effect.number), self._wanted(effect)
                yield f"DE.append(({order},{effect.slot},{effect.to},{amount}))"
            case "reroute":
                order, amount = source.order(effect.number), self._wanted(effect)
                yield f"DT.append(({order},{effect.leg},{amount}))"
            case "income":
                yield from self._income(effect, source)
            case "amplify":
                yield f"BO.append({self.reaches.boosts.index(_boosting(effect))})"
            case "release":
                yield f"CA.append({effect.inject})"
            case "cancel":
                yield f"CN.append(({effect.measures!r},{effect.role}))"
            case "breach":
                yield f"BR.append(({effect.line!r},{effect.scope!r}))"

    def _wanted(self, effect: EffectCode) -> str:
        assert isinstance(effect.amount, ir.Number)
        text = self.wording.number(effect.amount)
        return text if self.wording.positive(effect.amount) else f"max(0,{text})"

    def _income(self, effect: EffectCode, source: Source) -> Lines:
        slot = effect.to
        yield f"x={self._wanted(effect)}"
        yield f"D[{slot}]+=x"
        for number, boost in enumerate(self.reaches.boosts):
            if boost.touches(slot, source.name):
                yield f"K[{number}].append((0,{slot},x))"


def _split_off(node: ir.Number) -> tuple[str, ir.Number]:
    match node:
        case ir.Const(value=value) if value < 0:
            return "-", ir.Const(-value)
        case ir.Scale(amount=amount) if amount < 0:
            return "-", replace(node, amount=-amount)
    return "+", node


def _parts(amount: str, count: int) -> Sequence[str]:
    """Return the parts in which an amount lands; ``z`` is the part that all but the first are."""
    if count == 1:
        return (amount,)
    if amount.isdigit():
        return tuple(map(str, split(int(amount), count)))
    return (f"x-z*{count - 1}", *(["z"] * (count - 1)))


def indented(lines: Iterable[str]) -> Lines:
    """Yield lines one step further in."""
    return (_INDENT + line for line in lines)


__all__ = [
    "Boosting",
    "Emitter",
    "Reaches",
    "Share",
    "Source",
    "indented",
    "reaches_of",
]
