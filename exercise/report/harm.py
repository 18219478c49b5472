"""The harm balance: what took from the rights of people on the move, beside what took from security, by class of cause.

Each axis keeps its own column and nothing is set off. That people arrive is a cause of no harm unless a rule says so:
rules that read arrivals are looked for, and named where there are any.
"""

from __future__ import annotations

from collections.abc import Iterator

from exercise.engine.ir import Adopted, Chosen, Fired, FlagUp, InForce, Said, TurnsInForce
from exercise.engine.node import Node
from exercise.engine.program import Program, RuleCode
from exercise.engine.prose import say
from exercise.model.measure import MEASURE_CLASSES
from exercise.model.quantity import AXES, AxisName
from exercise.report.facts_views import HarmCause, HarmClass, HarmFact
from exercise.report.outcomes import Outcomes
from exercise.report.why import Part

ARRIVALS = "arrivals"
"""What a model calls the quantity that counts people who arrive."""
CLASSES = (
    *MEASURE_CLASSES, "after-measures", "after-words", "after-texts", "rule", "inject", "clause", "ruling", "system",
)  # fmt: skip
"""Classes of causes in the order in which they are told."""
_NOBODY = ("cap", "rounding")
"""Parts of a change that are nobody's doing."""
_LOOKS_AT: tuple[tuple[str, tuple[type[Node], ...]], ...] = (
    ("after-measures", (Chosen, InForce, TurnsInForce)),
    ("after-words", (Said,)),
    ("after-texts", (Adopted,)),
)

_FURTHER = (Chosen, InForce, TurnsInForce, Said, Adopted, FlagUp, Fired)


def harm_of(told: Outcomes) -> HarmFact:
    """Return the harm balance of the turns played.

    Args:
        told: The outcomes of an exercise that is over.
    """
    alone, joint = paths(told.program)
    falls = {axis: tuple(_falls(told, axis)) for axis in AXES}
    taken = {axis: _by_class(told.program, falls[axis]) for axis in AXES}
    classes = tuple(
        HarmClass(klass, taken["rights"].get(klass, 0), taken["security"].get(klass, 0))
        for klass in CLASSES
        if any(klass in taken[axis] for axis in AXES)
    )
    return HarmFact(
        classes=classes,
        causes=_causes(told, falls["rights"]),
        red_lines=_red_lines(told),
        paths=alone,
        joint=tuple(
            (name, sum(part.amount for part in falls["security"] if part.name == name))
            for name in joint
        ),
    )


def paths(program: Program) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the rules that read the arrival of people and may move a security indicator, by name.

    Returns:
        First those that arrivals set off by themselves, then those that look at something else as well, such as how
        ready a place is.
    """
    arrivals = {spec.index for spec in program.slots.base if spec.family == ARRIVALS}
    found: dict[bool, dict[str, None]] = {True: {}, False: {}}
    for rule in program.rules:
        for effect in rule.effects:
            reads = set(rule.reads[effect.number])
            if reads & arrivals and _secures(program, effect.slot):
                others = reads - arrivals - {effect.slot}
                found[not others and not _looks_further(rule)][rule.name] = None
    return tuple(found[True]), tuple(found[False])


def _secures(program: Program, slot: int) -> bool:
    """Whether a slot is a security indicator."""
    family = program.slots.base[slot].family if slot >= 0 else ""
    card = program.bundle.model.quantities.get(family)
    return card is not None and card.family == "security"


def _looks_further(rule: RuleCode) -> bool:
    """Whether a rule looks at what was decided, said, adopted or flagged."""
    return any(isinstance(node, _FURTHER) for part in _conditions(rule) for node in _all(part))


def class_of(program: Program, kind: str, name: str) -> str:
    """Return the class of a cause: of a measure its own, of a rule what it looks at, of all else its kind."""
    if kind in ("measure", "statement", "amplify") and name in program.measure_cards:
        return program.measure_cards[name].class_
    if kind in ("rule", "amplify"):
        found = (rule for rule in program.rules if rule.name == name)
        return next((_looks_at(rule) for rule in found), "rule")
    return kind if kind in CLASSES else "system"


def _looks_at(rule: RuleCode) -> str:
    """What sets a rule off: measures in use, words, adopted texts, or else how things stand in the region."""
    nodes = [node for part in _conditions(rule) for node in _all(part)]
    for klass, kinds in _LOOKS_AT:
        if any(isinstance(node, kinds) for node in nodes):
            return klass
    return "rule"


def _conditions(rule: RuleCode) -> Iterator[Node]:
    yield rule.when
    for effect in rule.effects:
        yield from (one for one in (effect.when, effect.amount) if isinstance(one, Node))


def _all(node: Node) -> Iterator[Node]:
    yield node
    for below in node.below():
        yield from _all(below)


def _falls(told: Outcomes, axis: AxisName) -> Iterator[Part]:
    """Yield the parts of the turns played that took something from an axis."""
    for turn in told.apart.get(axis, ()):
        if not turn.run_out:
            yield from (part for part in turn.rows if part.amount < 0 and part.kind not in _NOBODY)


def _by_class(program: Program, falls: tuple[Part, ...]) -> dict[str, int]:
    taken: dict[str, int] = {}
    for part in falls:
        klass = class_of(program, part.kind, part.name)
        taken[klass] = taken.get(klass, 0) + part.amount
    return taken


def _causes(told: Outcomes, falls: tuple[Part, ...]) -> tuple[HarmCause, ...]:
    """The causes, largest first, whoever acted and wherever: a list by state would read as one from best to worst."""
    taken: dict[tuple[str, str], int] = {}
    for part in falls:
        cause = (class_of(told.program, part.kind, part.name), _cause(told, part))
        taken[cause] = taken.get(cause, 0) + part.amount
    largest = sorted(taken.items(), key=lambda pair: pair[1])
    return tuple(HarmCause(klass, cause, amount) for (klass, cause), amount in largest)


def _cause(told: Outcomes, part: Part) -> str:
    """What a part comes from: a rule's sentence, a measure's name, or the cause in its own words."""
    program = told.program
    if part.kind in ("rule", "amplify") and part.name in program.rule_cards:
        return say(program.bundle, program.rule_cards[part.name].why, told.language)
    if part.kind in ("measure", "statement"):
        return say(program.bundle, program.measure_cards[part.name].name, told.language)
    return part.why


def _red_lines(told: Outcomes) -> tuple[tuple[str, int], ...]:
    crossed: dict[str, int] = {}
    for one in told.red_lines():
        if not one.run_out:
            crossed[one.name] = crossed.get(one.name, 0) + 1
    return tuple(crossed.items())


__all__ = ["ARRIVALS", "CLASSES", "class_of", "harm_of", "paths"]
