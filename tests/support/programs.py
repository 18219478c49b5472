"""Generated Programs: the busy scenario with other rules, yields, injects and clauses, of every kind of effect.

Drawn by a seeded generator and not by hypothesis: a Program is too large to be made smaller step by step, and a
thousand of them must come in minutes. The seed names the Program.
"""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

from msgspec.structs import replace

from exercise.engine import ir
from exercise.engine.dice import purpose
from exercise.engine.facts import NOBODY
from exercise.engine.program import ClauseCode, Drawn, EffectCode, Program, RuleCode
from tests.support.busy import busy_program

_FOLLOWING = ("frame", "level")
"""Families that follow from others; no effect may name them."""
_GROUPS = ("calm", "storm", "cost", "rule_1")
_FLAGS = 3
_COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")
_DELAYS = ("now", "now", "short", "medium", "long")
_KINDS = (
    *("change",) * 6,
    *("transfer",) * 2,
    *("set", "unlock", "void", "income", "reroute", "amplify", "release", "cancel", "breach"),
)


@cache
def _movable() -> tuple[int, ...]:
    return tuple(spec.index for spec in busy_program().slots.base if spec.family not in _FOLLOWING)


@cache
def _purses() -> tuple[int, ...]:
    families = ("funds", "pool")
    return tuple(spec.index for spec in busy_program().slots.base if spec.family in families)


class _Maker:
    """Draws the parts of one Program."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.over = busy_program()

    def below(self, names: Any) -> int:
        return self.random.randrange(len(names))

    def role(self, least: int = NOBODY) -> int:
        return self.random.randint(least, len(self.over.roles) - 1)

    def match(self) -> ir.Match:
        return ir.Match(self.measures(), self.role(), self.random.randint(-1, 2))

    def measures(self) -> tuple[int, ...]:
        count = self.random.randint(1, 5)
        return tuple(self.random.sample(range(len(self.over.measures)), count))

    def clause(self) -> tuple[int, int]:
        agreement = self.below(self.over.agreements)
        clauses = self.over.agreements[agreement].clauses
        return agreement, self.random.randint(-1, len(clauses) - 1)

    def number(self, depth: int) -> ir.Number:
        random = self.random
        low, high = random.sample(range(-5_000, 10_000), 2)
        made: list[ir.Number] = [
            ir.Const(random.randint(-3_000, 6_000)),
            ir.Slot(random.randrange(self.over.slots.size)),
            ir.Slot(random.randrange(self.over.slots.size)),
            ir.Moved(random.randrange(self.over.slots.size)),
            ir.TurnNow(),
            ir.YearNow(),
            ir.TurnsInForce(self.match()),
            ir.TurnsSince(self.below(self.over.injects)),
            ir.Contribution(self.below(self.over.agreements), self.role()),
        ]
        if depth:
            parts = self.numbers(depth - 1)
            one, two = self.number(depth - 1), self.number(depth - 1)
            made += [
                ir.Plus(parts),
                ir.Minus(one, two),
                ir.Times(one, ir.Const(random.randint(-150, 150))),
                ir.Least(parts),
                ir.Greatest(parts),
                ir.HowMany(self.tests(depth - 1)),
                ir.Scale(random.randint(-3_000, 3_000), one, low, high),
                ir.Scale(random.randint(-3_000, 3_000), two, high, low),
            ]
        return random.choice(made)

    def numbers(self, depth: int) -> tuple[ir.Number, ...]:
        return tuple(self.number(depth) for _ in range(self.random.randint(0, 3)))

    def tests(self, depth: int) -> tuple[ir.Test, ...]:
        return tuple(self.test(depth) for _ in range(self.random.randint(0, 3)))

    def test(self, depth: int) -> ir.Test:
        random = self.random
        issue, frame = (
            random.randint(-1, len(names) - 1) for names in (self.over.issues, self.over.frames)
        )
        made: list[ir.Test] = [
            ir.Always(),
            ir.Chosen(self.match()),
            ir.Chosen(self.match()),
            ir.InForce(self.match()),
            ir.Said(self.role(), issue, frame),
            ir.Adopted(*self.clause()),
            ir.Fired(self.below(self.over.injects)),
            ir.Present(self.role()),
            ir.FlagUp(random.randrange(_FLAGS)),
            ir.Versus(random.choice(_COMPARISONS), self.number(0), self.number(0)),
        ]
        if depth:
            made += [
                ir.Every(self.tests(depth - 1)),
                ir.Every(self.tests(depth - 1)),
                ir.Some(self.tests(depth - 1)),
                ir.Opposite(self.test(depth - 1)),
                ir.Versus(random.choice(_COMPARISONS), self.number(depth - 1), self.number(0)),
            ]
        return random.choice(made)

    def amount(self) -> ir.Number | Drawn:
        low = self.random.randint(-900, 900)
        if self.random.random() < 0.2:
            return Drawn(low, low + self.random.randint(0, 500))
        if self.random.random() < 0.5:
            return ir.Const(self.random.randint(-2_000, 2_000))
        return self.number(2)

    def effect(self, number: int, cause: str) -> EffectCode:
        random = self.random
        kind = random.choice(_KINDS)
        fields = self._fields(kind, f"{cause}|{number}")
        made = EffectCode(kind, number, **fields)  # type: ignore[arg-type]
        if random.random() < 0.3:
            made = replace(made, when=self.test(1))
        if random.random() < 0.2:
            key = purpose(f"{cause}|{number}|chance")
            made = replace(made, chance=random.randint(0, 10_000), chance_key=key)
        return made

    def _fields(self, kind: str, name: str) -> dict[str, Any]:
        random, purses = self.random, _purses()
        match kind:
            case "change":
                slots = _movable() if random.random() < 0.6 else purses
                return {
                    "slot": random.choice(slots),
                    "amount": self.amount(),
                    "amount_key": purpose(f"{name}|between"),
                    "delay": random.choice(_DELAYS),
                    "group": random.choice((None, *_GROUPS)),
                }
            case "transfer":
                source, to = random.choice(purses), random.choice(purses)
                return {"slot": source, "to": to, "amount": self.number(2)}
            case "income":
                return {"to": random.choice(purses), "amount": self.number(2)}
            case "reroute":
                return {"leg": random.choice(tuple(self.over.legs)), "amount": self.number(2)}
            case "amplify":
                hosts = frozenset(random.sample(_movable(), 20)) if random.random() < 0.3 else None
                groups = tuple(random.sample(_GROUPS, 2))
                return {"groups": groups, "factor": random.randint(0, 250), "host_slots": hosts}
            case "set":
                return {"flag": random.randrange(_FLAGS)}
            case "release":
                return {"inject": self.below(self.over.injects)}
            case "breach":
                return {"line": "unscreened_return", "scope": random.choice(("", "s=a"))}
        return {"measures": self.measures(), "role": self.role()}

    def effects(self, cause: str, most: int = 3) -> tuple[EffectCode, ...]:
        count = self.random.randint(0, most)
        return tuple(self.effect(number, cause) for number in range(count))

    def rule(self, number: int) -> RuleCode:
        name = f"rule_{number // 2}"
        scope = (("s", str(number)),)
        percent = self.random.choice((100, 100, 50, 130, 0))
        return RuleCode(name, scope, self.test(2), self.effects(f"{name}{scope}"), percent)

    def clause_of(self, clause: ClauseCode) -> ClauseCode:
        turns = self.random.randint(0, 2)
        return replace(clause, turns=turns, effects=self.effects(clause.name))

    def program(self) -> Program:
        over = self.over
        options = dict(over.options)
        for key in self.random.sample(tuple(options), len(options) // 2):
            options[key] = replace(
                options[key],
                yields=self.effects(f"yields|{key}"),
                side_effects=self.effects(f"sides|{key}", 2),
            )
        return replace(
            over,
            flags=(*over.flags, "one_more", "another")[:_FLAGS],
            rules=tuple(self.rule(number) for number in range(self.random.randint(1, 12))),
            options=options,
            injects=tuple(replace(one, effects=self.effects(one.name, 2)) for one in over.injects),
            agreements=tuple(
                replace(one, clauses=tuple(self.clause_of(clause) for clause in one.clauses))
                for one in over.agreements
            ),
        )


def made_program(seed: int) -> Program:
    """Return the generated Program of a seed."""
    return _Maker(seed).program()


__all__ = ["made_program"]
