"""The Python source of a Program: its rules, measures, injects and clauses unrolled, one function for each.

Only numbers that the compiler made and names that it checked get into the text; nothing a designer wrote is run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set

from msgspec import Struct, field

from exercise.analysis.batch.emitting import (
    Emitter,
    Lines,
    Reaches,
    Share,
    Source,
    indented,
    reaches_of,
)
from exercise.analysis.batch.expressions import Patterns, Wording
from exercise.engine import ir
from exercise.engine.harvest import OFFSETS
from exercise.engine.program import IssueCode, OptionCode, Program
from exercise.engine.slots import DerivedSpec

_ARGUMENTS = "V P Q T F FL CH AG SA AD LV D E SP K CR FS UN VO DE DT BO CA CN BR N R Z"
ARGUMENTS = tuple(_ARGUMENTS.split())
"""Global names that the text uses; all but the last two are lists or mappings."""
_FACTS = (ir.Chosen, ir.InForce, ir.Said, ir.Adopted, ir.Fired, ir.FlagUp)
"""Conditions that are seldom true."""
AHEAD = 1 + max(offset for offsets in OFFSETS.values() for offset in offsets)
"""Outcomes for which rows can wait, the present one included."""
_DEEPEST = 10
"""Steps that conditions of rules stand inside each other; Python takes no more than a hundred."""
_WEIGHT = 4
"""How many rules that share another condition are worth one that shares such a one."""


class Module(Struct, frozen=True):
    """The source of a Program and what is needed to run it."""

    text: str
    options: dict[str, str]
    """The functions of options by name; there are many, so each is compiled when it is first needed."""
    patterns: Patterns
    reaches: Reaches
    named: dict[ir.Test, str]
    """Conditions that are asked alone, by the name of their function."""


class _Writer(Struct):
    program: Program
    emitter: Emitter
    named: dict[ir.Test, str] = field(default_factory=dict)

    def module(self, wanted: Iterable[int]) -> Iterator[str]:
        """Yield the lines of all functions but those of options.

        Args:
            wanted: Derived slots that are needed beside those the text itself reads.
        """
        program = self.program
        yield from _function("rules", (), self._rules())
        for number, inject in enumerate(program.injects):
            source = Source("inject", inject.name)
            lines = self.emitter.effects(inject.effects, source, None)
            yield from _function(f"i{number}", (), lines)
        for number, agreement in enumerate(program.agreements):
            for place, clause in enumerate(agreement.clauses):
                source = Source("clause", f"{agreement.name}.{clause.name}")
                lines = self.emitter.effects(clause.effects, source, None)
                yield from _function(f"c{number}_{place}", (), lines)
        yield from _function("follow", ("DG",), self._follow())
        yield from self._conditions()
        # Last of all: only now it is known what is read.
        yield from _function("derive", (), self._derive(wanted))

    def options(self) -> Iterator[tuple[str, str]]:
        """Yield the name and the text of every option's function."""
        for number, option in enumerate(self.program.options.values()):
            name = f"o{number}"
            lines = _function(name, ("fit", "scale", "rid"), self._option(option))
            yield name, "\n".join(lines)

    def _rules(self) -> Lines:
        """Write all rules as a tree: what several rules need is asked once for all of them."""
        wording = self.emitter.wording
        asked = [
            _Asked(
                number,
                [(wording.test(part), isinstance(part, _FACTS)) for part in _parts(rule.when)],
            )
            for number, rule in enumerate(self.program.rules)
        ]
        yield from self._tree(asked, _DEEPEST)

    def _tree(self, rules: list[_Asked], deeper: int) -> Lines:
        """Write rules by what they share, so many steps further in at most; the rest one by one."""
        grouped: set[int] = set()
        for group in _grouped(rules if deeper else []):
            shared = set(group[0].parts).intersection(*(one.parts for one in group))
            yield f"if {_all(part for part in group[0].parts if part in shared)}:"
            yield from indented(self._tree([one.without(shared) for one in group], deeper - 1))
            grouped.update(one.number for one in group)
        for one in rules:
            if one.number not in grouped:
                yield from _guarded(_all(one.parts), self._rule(one.number))

    def _rule(self, number: int) -> Lines:
        rule = self.program.rules[number]
        yield f"N[{number}]+=1"
        if rule.percent:
            source = Source("rule", rule.name, rule.place)
            yield from self.emitter.effects(rule.effects, source, None, rule.percent)

    def _option(self, option: OptionCode) -> Lines:
        """Write a use of a measure; ``fit`` and ``scale`` are per cent, ``rid`` is the response's id."""
        source = self._use(option)
        factors, divisor, positive = self._execution(option)
        percent = self.program.measures[option.measure].percent
        if percent != 100:
            factors.append(str(percent))
            divisor *= 100
        if option.yields:
            more, bundle = self._delivered(option)
            whole = divisor * 100 ** (2 + len(bundle) + len(more))
            kept = all(map(self._percent, _diverted(self.program, option)))
            effects = self.emitter.effects(
                option.yields, source, Share("h", whole, positive and kept)
            )
            yield f"h={'*'.join(['fit', 'scale', *bundle, *more, *factors])}"
            yield from _guarded("h", effects)
        if option.side_effects:
            side = Share("g", divisor, positive)
            yield f"g={'*'.join(factors)}"
            yield from _guarded("g", self.emitter.effects(option.side_effects, source, side))

    def _use(self, option: OptionCode) -> Source:
        program = self.program
        return Source(
            "measure",
            program.measures[option.measure].name,
            role=program.roles[option.role],
            target=program.targets[option.target] if option.target >= 0 else "",
            response=True,
            measure=option.measure,
            role_number=option.role,
        )

    def _execution(self, option: OptionCode) -> tuple[list[str], int, bool]:
        """Return the factors that yields and side effects share, what they are of, and whether none is negative."""
        program = self.program
        delivery = program.slot("delivery_cap", program.roles[option.role])
        factors, slots = [f"(V[{delivery}]//100)"], [delivery]
        if option.host is not None:
            two = [program.slot(name, option.host) for name in ("willingness", "ability")]
            factors.append(f"(min(V[{two[0]}],V[{two[1]}])//100)")
            slots += two
        return factors, 100 ** len(factors), all(self._positive(slot) for slot in slots)

    def _delivered(self, option: OptionCode) -> tuple[list[str], list[str]]:
        """Return what is kept of a yield, and what of it the measures beside it let through."""
        more = [f"(100-V[{slot}]//100)" for slot in _diverted(self.program, option)]
        if not option.bundle:
            first = self.program.scales.bundle[0]
            return more, [] if first == 100 else [str(first)]
        scales = tuple(self.program.scales.bundle)
        parts = [f"(not {self.emitter.wording.test(part)})" for _, part in option.bundle]
        missing = "+".join(parts)
        missing = f"min({missing},3)" if len(parts) > len(scales) - 1 else missing
        return more, [f"{scales!r}[{missing}]"]

    def _positive(self, slot: int) -> bool:
        return slot < len(self.program.slots.base) and self.program.slots.base[slot].low >= 0

    def _percent(self, slot: int) -> bool:
        base = self.program.slots.base
        return slot < len(base) and base[slot].high <= 10_000

    def _follow(self) -> Lines:
        """Write how frames and levels follow; ``DG`` holds issue and state where a state's decision stands."""
        for issue in self.program.issue_states:
            yield from self._frame(issue)
            yield from self._level(issue)

    @staticmethod
    def _frame(issue: IssueCode) -> Lines:
        weights = ",".join(f"V[{slot}]" for slot in issue.frame_weights)
        yield f"w=({weights},)"
        yield "m=max(w)"
        yield f"if w[V[{issue.frame}]//100]!=m: V[{issue.frame}]=w.index(m)*100"

    def _level(self, issue: IssueCode) -> Lines:
        scales, slot = self.program.scales, issue.level
        total = "+".join(f"{weight}*V[{place}]" for place, weight in issue.components) or "0"
        yield f"s=({total})//100"
        yield f"l=V[{slot}]//100"
        decided = f"(({issue.issue},{issue.state!r}) in DG or (-1,{issue.state!r}) in DG)"
        yield f"if l<4 and s>={scales.thresholds!r}[l] and (l<3 or {decided}): V[{slot}]=(l+1)*100"
        falls = tuple(value - scales.falls_below for value in scales.thresholds)
        yield f"elif l>0 and s<{falls!r}[l-1]: V[{slot}]=(l-1)*100"
        yield f"elif l==4 and not {decided}: V[{slot}]=300"

    def _conditions(self) -> Lines:
        """Write what is asked alone: when injects come, what measures and agreements require."""
        program = self.program
        tests = [inject.when for inject in program.injects]
        tests += [option.requires for option in program.options.values()]
        tests += [agreement.requires for agreement in program.agreements]
        for test in dict.fromkeys(test for test in tests if test is not None):
            name = self.named.setdefault(test, f"q{len(self.named)}")
            yield f"def {name}(): return {self.emitter.wording.test(test)}"

    def _derive(self, wanted: Iterable[int]) -> Lines:
        base = len(self.program.slots.base)
        specs = {spec.index: spec for spec in self.program.slots.derived}
        needed: set[int] = set()
        waiting = [slot for slot in {*self.emitter.wording.slots, *wanted} if slot >= base]
        while waiting:
            slot = waiting.pop()
            if slot not in needed:
                needed.add(slot)
                waiting += [other for other in _read(specs[slot]) if other >= base]
        for slot in sorted(needed):
            yield from _derived(specs[slot])


def module_of(program: Program, present: tuple[bool, ...], wanted: Iterable[int]) -> Module:
    """Return the module of a Program.

    Args:
        program: The Program.
        present: By role, whether its seat is held.
        wanted: Derived slots that are needed beside those that conditions and amounts read.
    """
    lows = tuple(spec.low for spec in program.slots.base)
    reaches = reaches_of(program)
    writer = _Writer(program, Emitter(Wording(present, lows), reaches))
    # Options first: what they read must be known when the module's last function is written.
    options = dict(writer.options())
    text = "\n".join(writer.module(wanted))
    return Module(text, options, writer.emitter.wording.patterns, reaches, writer.named)


def _diverted(program: Program, option: OptionCode) -> list[int]:
    return [] if option.host is None else [program.slot("diverted", option.host)]


_Part = tuple[str, bool]
"""The text of a condition, and whether it is seldom true."""


class _Asked(Struct):
    """A rule with the parts of its condition that are still to be asked."""

    number: int
    parts: list[_Part]

    def without(self, known: Set[_Part]) -> _Asked:
        """Return the rule where some parts are known to be true."""
        return _Asked(self.number, [part for part in self.parts if part not in known])


def _parts(when: ir.Test) -> tuple[ir.Test, ...]:
    """Return the parts that must all be true."""
    if isinstance(when, ir.Every):
        return tuple(part for one in when.parts for part in _parts(one))
    return () if isinstance(when, ir.Always) else (when,)


def _all(parts: Iterable[_Part]) -> str:
    """Return the condition that all parts are true; what is seldom true is asked first."""
    texts = [text for text, _ in sorted(parts, key=lambda part: not part[1])]
    return " and ".join(texts) or "True"


def _grouped(rules: Iterable[_Asked]) -> list[list[_Asked]]:
    """Return rules that share the part which spares most when it is asked once for all; others are left out."""
    count = Counter(part for one in rules for part in dict.fromkeys(one.parts))
    groups: dict[_Part, list[_Asked]] = {}
    for one in rules:
        if one.parts:
            best = max(one.parts, key=lambda part: count[part] * (_WEIGHT if part[1] else 1))
            groups.setdefault(best, []).append(one)
    return [group for group in groups.values() if len(group) > 1]


def _guarded(condition: str, lines: Iterable[str]) -> Lines:
    if condition == "True":
        yield from lines
        return
    yield f"if {condition}:"
    yield from indented([*lines] or ["pass"])


def _function(name: str, arguments: Iterable[str], lines: Iterable[str]) -> Lines:
    """Write a function; sums of later turns are looked up once, for they move up from turn to turn."""
    body = [*lines] or ["pass"]
    ahead = [number for number in range(1, AHEAD) if any(f"E{number}[" in line for line in body)]
    yield f"def {name}({','.join(arguments)}):"
    yield from indented(f"E{number}=E[{number}]" for number in ahead)
    yield from indented(body)


def _read(spec: DerivedSpec) -> Iterator[int]:
    yield from (slot for slot, _ in spec.terms)
    yield from spec.limit[2] if spec.limit is not None else ()


def _derived(spec: DerivedSpec) -> Lines:
    if spec.kind == "mean":
        yield from _mean(spec)
        return
    first, second = (f"V[{slot}]" for slot, _ in spec.terms)
    match spec.kind:
        case "gap":
            value = f"{first}-{second} if {first} else 0"
        case "strict":
            value = f"100 if {first}>=400 else 0"
        case _:
            higher = f"{first}>200 or ({first}==200 and {second}>={spec.accepted})"
            value = f"100 if {higher} else 0"
    yield f"V[{spec.index}]={value}"


def _mean(spec: DerivedSpec) -> Lines:
    total = sum(weight for _, weight in spec.terms)
    terms = "+".join(f"{weight}*V[{slot}]" for slot, weight in spec.terms)
    if spec.shortfall:
        terms = f"{10_000 * total}-({terms})"
    value = f"({terms})//{total}" if total else "0"
    yield f"V[{spec.index}]={value}"
    if total and spec.limit is not None:
        ceiling, bound, watched = spec.limit
        below = " or ".join(f"V[{slot}]<{bound}" for slot in watched) or "False"
        place = f"V[{spec.index}]"
        yield f"if {place}>{ceiling} and ({below}): {place}={ceiling}"


__all__ = ["AHEAD", "ARGUMENTS", "Module", "module_of"]
