"""Compiling effects: from an authored effect to its flat code."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import lru_cache
from typing import TypeVar, cast

from msgspec import Struct, field
from msgspec.structs import replace

from exercise.engine import ir
from exercise.engine.dice import purpose
from exercise.engine.findings import Findings, Path
from exercise.engine.language import parse, syntax
from exercise.engine.language.error import LanguageError
from exercise.engine.lower import Lowering, Meter, Strengths
from exercise.engine.memory import Memory
from exercise.engine.names import Names
from exercise.engine.program import Drawn, EffectCode
from exercise.engine.resolve import OUT_OF_PLAY, STATELESS
from exercise.engine.variables import place, reach, used, words_of
from exercise.model import effect as authored

_T = TypeVar("_T")


@lru_cache(maxsize=20_000)
def _parsed(text: str) -> syntax.Expr:
    return parse(text)


class Compiler(Struct):
    """What every part of a compilation shares."""

    names: Names
    findings: Findings
    strengths: Strengths
    meter: Meter = field(default_factory=Meter)
    """What all conditions and amounts may still come to."""
    memory: Memory = field(default_factory=Memory)
    """Parts of the Program that was compiled before."""
    _lowered: dict[tuple[object, ...], tuple[object, int]] = field(default_factory=dict)
    """What :meth:`_once` has found, and what was written out for it."""
    _reach: dict[Path, tuple[frozenset[str], bool]] = field(default_factory=dict)
    _compiled: dict[tuple[object, ...], tuple[EffectCode, ...]] = field(default_factory=dict)
    """What :meth:`effects` has made without a problem."""

    def part(self, what: Hashable, given: object, make: Callable[[], _T]) -> _T:
        """Return a part of the Program; made again only where what it is made of, names aside, has changed.

        Nothing is remembered of a part with which something was wrong, so that it is told again, or for which
        something was written out several times, so that the meter is the same as without a memory.
        """
        known = self.memory.recall(what, given)
        if known is not None:
            return cast("_T", known)
        before = self.findings.told, self.meter.used
        made = make()
        if before == (self.findings.told, self.meter.used):
            self.memory.keep(what, given, made)
        return made

    def lower(
        self,
        path: Path,
        text: str,
        bound: Mapping[str, str],
        how: Callable[[Lowering, syntax.Expr], _T],
        amount: bool = False,
        around: tuple[str, str] = ("", ""),
    ) -> _T | None:
        """Parse and resolve one expression; record what is wrong with it and return nothing then.

        ``around`` is put before and after the text for parsing and does not count in offsets.
        """
        before, after = around
        try:
            self.meter.begin()
            strengths = self.strengths if amount else None
            lowering = Lowering(self.names, bound, self.findings.hints, strengths, self.meter)
            return how(lowering, _parsed(f"{before}{text}{after}"))
        except LanguageError as error:
            outside = error.code == OUT_OF_PLAY and path[0] == "model"
            if not outside and error.code != STATELESS:
                hint = f" ({error.hint})" if error.hint else ""
                at = min(max(0, error.at - len(before)), len(text))
                self.findings.error(path, f"{error.message}{hint}", error.code, at, error.length)
            return None

    def _once(
        self,
        path: Path,
        text: str,
        bound: Mapping[str, str],
        how: Callable[[Lowering, syntax.Expr], _T],
        amount: bool = False,
    ) -> _T | None:
        """Do as :meth:`lower`, and only once for all roles and targets that mean the same by a text."""
        key = (how, amount, text, used(bound, words_of(text)))
        if key in self._lowered:
            known, shared = self._lowered[key]
            self.meter.used += shared
            return cast("_T", known)
        before = self.meter.used
        found = self.lower(path, text, bound, how, amount)
        if found is not None:
            self._lowered[key] = found, self.meter.used - before
        return found

    def test(self, path: Path, text: str | None, bound: Mapping[str, str]) -> ir.Test | None:
        """Compile a condition; a missing one is always true."""
        if text is None:
            return ir.Always()
        return self._once(path, text, bound, Lowering.test)

    def number(self, path: Path, text: str, bound: Mapping[str, str]) -> ir.Number | None:
        """Compile an amount."""
        return self._once(path, text, bound, Lowering.number, amount=True)

    def slot(self, path: Path, text: str, bound: Mapping[str, str]) -> int | None:
        """Compile the name of a base slot that may be changed."""
        found = self._once(path, text, bound, Lowering.slot)
        if found is not None and found >= len(self.names.table.base):
            self.findings.error(
                path,
                f"'{text}' is computed from other values and cannot be changed itself",
                "derived",
            )
            return None
        return found

    def effects(
        self, path: Path, effects: tuple[authored.Effect, ...], bound: Mapping[str, str], cause: str
    ) -> tuple[EffectCode, ...]:
        """Compile a list of effects; those that cannot be compiled are reported and left out.

        Roles and targets that mean the same by every text share one list.
        """
        if path not in self._reach:
            self._reach[path] = reach(effects)
        words, drawn = self._reach[path]
        key = (path, used(bound, words), cause if drawn else "")
        if key not in self._compiled:
            codes = [
                self._effect((*path, number), effect, bound, cause, number)
                for number, effect in enumerate(effects)
            ]
            made = tuple(code for code in codes if code is not None)
            if len(made) < len(codes):
                return made
            self._compiled[key] = made
        return self._compiled[key]

    def _effect(
        self, path: Path, effect: authored.Effect, bound: Mapping[str, str], cause: str, number: int
    ) -> EffectCode | None:
        when = self.test((*path, "when"), effect.when, bound)
        chance = self._chance(path, effect.chance)
        code = self._kind(path, effect, bound, cause, number)
        if code is None or when is None:
            return None
        if chance is not None:
            key = purpose(f"{cause}|{number}|chance")
            code = replace(code, chance=chance, chance_key=key)
        return code if isinstance(when, ir.Always) else replace(code, when=when)

    def _chance(self, path: Path, text: str | None) -> int | None:
        if text is None:
            return None
        try:
            expr = _parsed(text)
        except LanguageError as error:
            self.findings.error(
                (*path, "chance"), error.message, error.code, error.at, error.length
            )
            return None
        if not isinstance(expr, syntax.Number) or not expr.percent or not 0 <= expr.value <= 10_000:
            self.findings.error((*path, "chance"), "a chance is a share such as 30%", "chance")
            return None
        return expr.value

    def _kind(
        self, path: Path, effect: authored.Effect, bound: Mapping[str, str], cause: str, number: int
    ) -> EffectCode | None:
        match effect:
            case authored.Change():
                return self._change(path, effect, bound, cause, number)
            case authored.SetFlag():
                flag = self.lower((*path, "set"), effect.set, bound, Lowering.flag)
                return None if flag is None else EffectCode("set", number, flag=flag)
            case authored.Unlock():
                return self._open(path, "unlock", effect.unlock, effect.role, bound, number)
            case authored.Void():
                return self._open(path, "void", effect.void, effect.role, bound, number)
            case authored.Transfer():
                return self._transfer(path, effect, bound, number)
            case authored.Income():
                to = self.slot((*path, "to"), effect.to, bound)
                amount = self.number((*path, "income"), effect.income, bound)
                return (
                    None
                    if to is None or amount is None
                    else EffectCode("income", number, amount=amount, to=to)
                )
            case authored.Reroute():
                return self._reroute(path, effect, bound, number)
            case authored.Amplify():
                return self._amplify(path, effect, bound, number)
        return self._event(path, effect, bound, number)

    def _event(
        self,
        path: Path,
        effect: authored.Release | authored.Cancel | authored.Breach,
        bound: Mapping[str, str],
        number: int,
    ) -> EffectCode | None:
        match effect:
            case authored.Release():
                return self._release(path, effect.release, number)
            case authored.Cancel():
                return self._cancel(path, effect, bound, number)
            case authored.Breach():
                lines = self.names.red_lines
                if effect.breach not in lines:
                    self._unknown((*path, "breach"), "red line", effect.breach, lines)
                    return None
                return EffectCode("breach", number, line=effect.breach, scope=place(bound))

    def _release(self, path: Path, word: str, number: int) -> EffectCode | None:
        known = self.names.numbers.inject
        if word in known:
            return EffectCode("release", number, inject=known[word])
        bank = self.names.model.injects
        if word not in bank:
            self._unknown((*path, "release"), "inject", word, [*known, *bank])
        elif path[0] != "model":
            message = (
                f"inject '{word}' stands in the model and is not taken into this scenario; "
                "name it in 'with_injects'"
            )
            self.findings.error((*path, "release"), message, "unknown-inject")
        return None

    def _unknown(self, path: Path, what: str, word: str, known: Iterable[str]) -> None:
        self.findings.error(path, *self.findings.unknown(what, word, known))

    def _change(
        self, path: Path, effect: authored.Change, bound: Mapping[str, str], cause: str, number: int
    ) -> EffectCode | None:
        slot = self.slot((*path, "change"), effect.change, bound)
        amount: ir.Number | Drawn | None = None
        if (effect.by is None) == (effect.between is None):
            self.findings.error(path, "a change has either 'by' or 'between'", "amount")
        elif effect.by is not None:
            amount = self.number((*path, "by"), effect.by, bound)
        elif effect.between is not None:
            amount = self._drawn(path, effect.between, bound)
        if slot is None or amount is None:
            return None
        return EffectCode(
            "change",
            number,
            slot=slot,
            amount=amount,
            amount_key=purpose(f"{cause}|{number}|between") if isinstance(amount, Drawn) else 0,
            delay=effect.delay,
            group=effect.group,
        )

    def _drawn(self, path: Path, bounds: tuple[str, str], bound: Mapping[str, str]) -> Drawn | None:
        low, high = (
            self.number((*path, "between", n), text, bound) for n, text in enumerate(bounds)
        )
        if (
            not isinstance(low, ir.Const)
            or not isinstance(high, ir.Const)
            or low.value > high.value
        ):
            self.findings.error(
                (*path, "between"), "'between' takes two plain numbers, the smaller first", "amount"
            )
            return None
        return Drawn(low.value, high.value)

    def _open(
        self, path: Path, kind: str, word: str, role: str, bound: Mapping[str, str], number: int
    ) -> EffectCode | None:
        measures = self.lower(
            (*path, kind), word, bound, lambda low, expr: low.measures(_name(expr))
        )
        who = self.lower((*path, "role"), role, bound, lambda low, expr: low.role(_name(expr)))
        if measures is None or who is None:
            return None
        return EffectCode(
            "unlock" if kind == "unlock" else "void", number, measures=measures, role=who
        )

    def _transfer(
        self, path: Path, effect: authored.Transfer, bound: Mapping[str, str], number: int
    ) -> EffectCode | None:
        amount = self.number((*path, "transfer"), effect.transfer, bound)
        source = self.slot((*path, "from"), effect.from_, bound)
        to = self.slot((*path, "to"), effect.to, bound)
        if amount is None or source is None or to is None:
            return None
        for key, slot in (("from", source), ("to", to)):
            if self.names.table.base[slot].family not in ("funds", "pool"):
                self.findings.error(
                    (*path, key), "a transfer runs between funds and pools", "transfer"
                )
                return None
        return EffectCode("transfer", number, amount=amount, slot=source, to=to)

    def _reroute(
        self, path: Path, effect: authored.Reroute, bound: Mapping[str, str], number: int
    ) -> EffectCode | None:
        leg = self.lower(
            (*path, "reroute"),
            effect.reroute,
            bound,
            lambda low, expr: low.member(_name(expr), "leg"),
        )
        amount = self.number((*path, "by"), effect.by, bound)
        if leg is None or amount is None:
            return None
        return EffectCode(
            "reroute", number, amount=amount, leg=self.names.table.index["volume", (leg,)]
        )

    def _amplify(
        self, path: Path, effect: authored.Amplify, bound: Mapping[str, str], number: int
    ) -> EffectCode | None:
        host_slots = None
        if effect.host is not None:
            host = self.lower(
                (*path, "host"),
                effect.host,
                bound,
                lambda low, expr: low.member(_name(expr), "state"),
            )
            if host is None:
                return None
            host_slots = frozenset(
                spec.index for spec in self.names.table.base if host in spec.args
            )
        return EffectCode(
            "amplify", number, groups=effect.amplify, factor=effect.factor, host_slots=host_slots
        )

    def _cancel(
        self, path: Path, effect: authored.Cancel, bound: Mapping[str, str], number: int
    ) -> EffectCode | None:
        measures: list[int] = []
        for position, word in enumerate(effect.cancel):
            found = self.lower(
                (*path, "cancel", position),
                word,
                bound,
                lambda low, expr: low.measures(_name(expr)),
            )
            measures.extend(found or ())
        role = self.lower(
            (*path, "role"), effect.role, bound, lambda low, expr: low.role(_name(expr))
        )
        return (
            None
            if role is None
            else EffectCode("cancel", number, measures=tuple(measures), role=role)
        )


def _name(expr: syntax.Expr) -> syntax.Name:
    if isinstance(expr, syntax.Name):
        return expr
    raise LanguageError("a single name is needed here", expr.at, max(1, expr.end - expr.at), "name")
