"""What effects do, as sentences: what moves, how strongly in words and in points, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from exercise.authoring.describe.conditions import Conditions
from exercise.authoring.describe.teller import Teller, plain, sentence
from exercise.engine.language import Call, Expr, Name, Negate, Number, Ref, parse
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
        return tuple(self._line(effect, why) for effect in effects)

    def _line(self, effect: Effect, why: str) -> str:
        told = sentence(self.phrase(effect))
        own = self._teller.say(effect.why) if effect.why else ""
        return f"{told} {sentence(own)}" if own and own != why else told

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
                return word("reroute", leg=self._leg(leg), amount=self._amount(amount))
            case Amplify(amplify=groups, factor=factor):
                what = self._teller.listed([self._group(name) for name in groups])
                return word("amplify", what=what, percent=str(factor))
            case Release(release=inject):
                return word("release", what=self._teller.inject(inject))
            case Cancel(cancel=names):
                what = self._teller.listed([self._teller.measure(name) for name in names])
                return word("cancel", what=what)
            case Breach(breach=line):
                card = self._teller.red_lines.get(line)
                name = self._teller.say(card.name) if card else plain(line)
                return word("breach", what=self._teller.quoted(name))
        raise AssertionError(f"unknown effect: {effect}")

    # --- what moves -------------------------------------------------------------------------

    def _change(self, effect: Change) -> str:
        what = self._slot(effect.change)
        if effect.between is not None:
            low, high = (self._amount(one) for one in effect.between)
            told = self._teller.word("moves-between", what=what, low=low, high=high)
        else:
            told = self._moves(what, effect.by or "0")
        if effect.delay == "now":
            return told
        return self._teller.word(f"delay-{effect.delay}", told=told)

    def _moves(self, what: str, by: str) -> str:
        expr = parse(by)
        up, inner = (False, expr.operand) if isinstance(expr, Negate) else (True, expr)
        if isinstance(inner, Call) and inner.name == "scale" and len(inner.args) == 4:
            return self._scaled(what, inner, up)
        value = self._points(inner)
        if value is None:
            return self._teller.word("moves-by", what=what, amount=self._conditions.amount(expr))
        return self._told(what, value if up else -value, "moves")

    def _scaled(self, what: str, scale: Call, up: bool) -> str:
        """A strength that grows with an amount: what it grows with, and from where to where."""
        value = self._points(scale.args[0]) or 0
        told = self._told(what, value if up else -value, "moves-to")
        amount, low, high = (self._conditions.amount(one) for one in scale.args[1:])
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
