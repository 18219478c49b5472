"""What effects do, as sentences: what moves, how strongly in words and in points, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from exercise.authoring.describe.conditions import Conditions
from exercise.authoring.describe.forms import percent_of
from exercise.authoring.describe.teller import Teller, plain, sentence
from exercise.engine.language import Call, Expr, Multiply, Name, Negate, Number, Ref, parse
from exercise.model.effect import (
    Amplify,
    Breach,
    Cancel,
    Change,
    Effect,
    EffectBase,
    Income,
    Release,
    Reroute,
    SetFlag,
    Transfer,
    Unlock,
    Void,
)

_LARGE, _MEDIUM = 2000, 1000
"""Planned points of a measure, hundredths, from which its card speaks of a lot and of clearly."""

_EACH = "each"
"""A variable that stands for several states at once."""


class Effects:
    """Tells effects in the words of one scenario."""

    def __init__(self, teller: Teller, conditions: Conditions, planned: bool = False) -> None:
        """Take what variables are called.

        Args:
            teller: The names of the scenario.
            conditions: For conditions and amounts, with the variables in reach.
            planned: Whether amounts are a measure's plan, which play scales down: their size is told as the
                measure's card tells it.
        """
        self._teller, self._conditions, self._planned = teller, conditions, planned

    def lines(self, effects: Iterable[Effect], why: str = "") -> tuple[str, ...]:
        """Return each effect as a sentence, followed by its own reason where it has one.

        Args:
            effects: What is told.
            why: A reason that is told elsewhere and not repeated.
        """
        merged: list[list[Effect]] = []
        for effect in effects:
            if merged and self._alike(merged[-1][-1], effect):
                merged[-1].append(effect)
            else:
                merged.append([effect])
        return tuple(self._line(alike, why) for alike in merged)

    def _line(self, alike: Sequence[Effect], why: str) -> str:
        effect = alike[0]
        told = sentence(self._in_states(alike) if len(alike) > 1 else self.phrase(effect))
        own = self._teller.say(effect.why) if effect.why else ""
        return f"{told} {sentence(own)}" if own and own != why else told

    def _alike(self, one: Effect, other: Effect) -> bool:
        """Whether two changes are the same but for the state, and not drawn each by itself: they read as one."""
        if not isinstance(one, Change) or not isinstance(other, Change):
            return False
        if one.chance is not None or one.between is not None:
            return False
        first, second = (_parts(parse(effect.change)) for effect in (one, other))
        states = self._teller.bundle.model.states
        named = all(args and args[-1] in states for _, args in (first, second))
        same = (first[0], first[1][:-1]) == (second[0], second[1][:-1])
        return named and same and one.model_copy(update={"change": other.change}) == other

    def _in_states(self, alike: Sequence[Effect]) -> str:
        changes = [effect for effect in alike if isinstance(effect, Change)]
        family, args = _parts(parse(changes[0].change))
        states = [_parts(parse(effect.change))[1][-1] for effect in changes]
        everywhere = set(states) == set(self._teller.program.states)
        where = (
            self._teller.word("every-state")
            if everywhere
            else self._teller.listed([self._teller.who(state) for state in states])
        )
        conditions = self._conditions.with_variable(_EACH, where)
        told = f"{family}[{', '.join((*args[:-1], _EACH))}]"
        effect = changes[0].model_copy(update={"change": told})
        return Effects(self._teller, conditions, self._planned).phrase(effect)

    def phrase(self, effect: EffectBase) -> str:
        """Return an effect as part of a sentence."""
        told = self._deed(effect)
        if effect.chance is not None:
            told = self._teller.word("with-chance", told=told, chance=self._amount(effect.chance))
        if effect.when is not None:
            told = self._teller.word("only-if", told=told, when=self._conditions.text(effect.when))
        return told

    def _deed(self, effect: EffectBase) -> str:
        word = self._teller.word
        match effect:
            case Change():
                return self._change(effect)
            case SetFlag(set=flag):
                return self._flag(flag)
            case Unlock(unlock=name, role=role):
                return word("unlock", what=self._teller.measure(name), who=self._role(role))
            case Void(void=name, role=role):
                return word("void", what=self._teller.measure(name), who=self._role(role))
            case Transfer(transfer=amount, from_=giver, to=taker):
                units = self._units(amount)
                return word(
                    "transfer", units=units, giver=self._holder(giver), taker=self._holder(taker)
                )
            case Income(income=amount, to=taker, origin=origin):
                told = self._teller.say(origin)
                return word(
                    "income", units=self._units(amount), taker=self._holder(taker), origin=told
                )
        return self._rarer(effect)

    def _rarer(self, effect: EffectBase) -> str:
        word = self._teller.word
        match effect:
            case Reroute(reroute=leg, by=amount):
                return self._rerouted(leg, parse(amount))
            case Amplify(amplify=groups, factor=factor, host=host):
                what = self._teller.listed([self._group(name) for name in groups])
                if host is None:
                    return word("amplify", what=what, percent=str(factor))
                return word("amplify-in", what=what, where=self._role(host), percent=str(factor))
            case Release(release=inject):
                return word("release", what=self._teller.inject(inject))
            case Cancel(cancel=names, role=role):
                what = self._teller.listed([self._teller.measure(name) for name in names])
                if role == "any":
                    return word("cancel", what=what)
                return word("cancel-by", what=what, who=self._role(role))
            case Breach(breach=line):
                card = self._teller.red_lines.get(line)
                name = self._teller.say(card.name) if card else plain(line)
                return word("breach", what=self._teller.quoted(name))
        raise AssertionError(f"unknown effect: {effect}")

    def _rerouted(self, leg: str, amount: Expr) -> str:
        """A share of a movement reads as a share, any other amount in the movement's unit."""
        word, where = self._teller.word, self._leg(leg)
        if isinstance(amount, Multiply):
            parts = (amount.left, amount.right)
            shares = [part for part in parts if isinstance(part, Number)]
            if len(shares) == 1 and Ref("volume", (Name(leg),)) in parts:
                percent = self._teller.number(percent_of(shares[0]))
                return word("reroute-share", leg=where, percent=percent)
        return word("reroute", leg=where, amount=self._conditions.amount(amount))

    # --- what moves -------------------------------------------------------------------------

    def _change(self, effect: Change) -> str:
        what = self._slot(effect.change)
        if effect.between is not None:
            low, high = (self._amount(one) for one in effect.between)
            told = self._teller.word("moves-between", what=what, low=low, high=high)
        else:
            told = self._moves(what, effect)
        if effect.delay == "now":
            return told
        return self._teller.word(f"delay-{effect.delay}", told=told)

    def _moves(self, what: str, effect: Change) -> str:
        expr = parse(effect.by or "0")
        up, inner = (False, expr.operand) if isinstance(expr, Negate) else (True, expr)
        if isinstance(inner, Call) and inner.name == "scale" and len(inner.args) == 4:
            return self._scaled(what, inner, up, itself=inner.args[1] == parse(effect.change))
        value = self._points(inner)
        if value is None:
            return self._teller.word("moves-by", what=what, amount=self._conditions.amount(expr))
        return self._told(what, value if up else -value, "moves")

    def _scaled(self, what: str, scale: Call, up: bool, itself: bool) -> str:
        """A strength that grows with an amount: what it grows with, and from where to where."""
        value = self._points(scale.args[0]) or 0
        told = self._told(what, value if up else -value, "moves-to")
        amount, low, high = (self._conditions.amount(one) for one in scale.args[1:])
        if itself:
            falling = (self._points(scale.args[2]) or 0) > (self._points(scale.args[3]) or 0)
            key = "scaled-itself-above" if falling else "scaled-itself-below"
            return self._teller.word(key, told=told, low=low, high=high)
        return self._teller.word("scaled", told=told, amount=amount, low=low, high=high)

    def _told(self, what: str, value: int, key: str) -> str:
        size = self._teller.word(f"size-{self._size(abs(value))}")
        way = "up" if value > 0 else "down"
        points = self._teller.number(abs(value))
        return self._teller.word(f"{key}-{way}", what=what, size=size, points=points)

    def _size(self, value: int) -> int:
        strengths = self._teller.bundle.model.scales.strengths
        medium, large = int(strengths.medium * 100), int(strengths.high * 100)
        if self._planned:
            medium, large = _MEDIUM, _LARGE
        return 3 if value >= large else 2 if value >= medium else 1

    def _points(self, expr: Expr) -> int | None:
        """Return a plain number or a strength in hundredths; nothing for what depends on play."""
        if isinstance(expr, Negate):
            inner = self._points(expr.operand)
            return None if inner is None else -inner
        if isinstance(expr, Number):
            return expr.value
        if isinstance(expr, Name) and expr.ident in ("low", "medium", "high"):
            return int(getattr(self._teller.bundle.model.scales.strengths, expr.ident) * 100)
        return None

    # --- names ------------------------------------------------------------------------------

    def _amount(self, written: str) -> str:
        return self._conditions.amount(parse(written))

    def _units(self, written: str) -> str:
        expr = parse(written)
        if isinstance(expr, Number) and expr.value % 100 == 0:
            return self._teller.word("units", n=expr.value // 100)
        return self._teller.word("units-of", amount=self._conditions.amount(expr))

    def _slot(self, written: str) -> str:
        family, args = _parts(parse(written))
        return self._teller.slot(family, args, self._conditions.bound)

    def _holder(self, written: str) -> str:
        """Return who holds money, rather than what the slot is called."""
        family, args = _parts(parse(written))
        if family == "funds" and args:
            return self._role(args[0])
        return self._teller.slot(family, args, self._conditions.bound)

    def _flag(self, written: str) -> str:
        name, args = _parts(parse(written))
        return self._conditions.flag(name, args, "set-flag")

    def _role(self, role: str) -> str:
        if role == "any":
            return self._teller.word("everybody")
        return self._conditions.bound.get(role) or self._teller.who(role)

    def _leg(self, leg: str) -> str:
        return self._conditions.bound.get(leg) or self._teller.leg(leg)

    def _group(self, name: str) -> str:
        known = name in self._teller.measures
        return self._teller.measure(name) if known else self._teller.quoted(plain(name))


def _parts(expr: Expr) -> tuple[str, Sequence[str]]:
    if isinstance(expr, Ref):
        return expr.name, [arg.ident for arg in expr.args]
    if isinstance(expr, Call):
        return expr.name, [arg.ident for arg in expr.args if isinstance(arg, Name)]
    return (expr.ident, ()) if isinstance(expr, Name) else ("", ())


def breaches(effects: Iterable[Effect]) -> Iterator[str]:
    """Yield the red lines that effects cross."""
    for effect in effects:
        if isinstance(effect, Breach):
            yield effect.breach


__all__ = ["Effects", "breaches"]
