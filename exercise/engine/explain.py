"""Why, and why not: the causes behind a change, and the first thing that kept a rule silent."""

from __future__ import annotations

from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from exercise.engine import ir
from exercise.engine.program import CauseKind, Program, RuleCode
from exercise.engine.scene import Scene
from exercise.engine.world import Cause


class WhyNot(Struct, frozen=True):
    """Why a rule brought nothing in a turn."""

    key: str
    """The rule with its variables."""
    fired: bool
    condition: str
    """The first part that was false, in words of the language; empty where the rule fired."""
    reads: tuple[tuple[int, int], ...]
    """Slots and values that part has read, hundredths."""


def why_not(scene: Scene, rule: RuleCode) -> WhyNot:
    """Return the first condition of a rule that is false in a scene, with its values."""
    return first_false(scene, rule.key, rule.when)


def first_false(scene: Scene, key: str, test: ir.Test) -> WhyNot:
    """Return the first part of a condition that is false in a scene, with its values; ``key`` names whose it is."""
    for part in _parts(test):
        if not part.holds(scene):
            return WhyNot(key, False, show(scene.program, part), scene.read(part.slots))
    return WhyNot(key, True, "", ())


def _parts(node: ir.Test) -> tuple[ir.Test, ...]:
    if isinstance(node, ir.Every):
        return tuple(inner for part in node.parts for inner in _parts(part))
    return (node,)


def origin_of(cause: Cause) -> Cause:
    """Return what lies behind a cause: for an amplification the rule, measure, inject or clause it is from."""
    if cause.kind != "amplify":
        return cause
    return replace(cause, kind=cast("CauseKind", cause.group or "rule"))


def source_of(program: Program, cause: Cause) -> str:
    """Return where a cause comes from: the authored source of its rule, measure, inject or clause."""
    bundle = program.bundle
    cause = origin_of(cause)
    match cause.kind:
        case "rule":
            return program.rule_cards[cause.name].source
        case "measure" | "statement":
            return program.measure_cards[cause.name].source
        case "inject":
            return bundle.injects()[cause.name].source
        case "clause":
            return program.agreement_cards[cause.name.split(".")[0]].source
        case "funds":
            return (
                bundle.roles[cause.role].funds.source
                if cause.role in bundle.roles
                else "design value"
            )
        case "ruling":
            return "facilitator's ruling"
    return "engine: fixed procedure"


def claims_of(program: Program, cause: Cause) -> tuple[str, ...]:
    """Return the ids of the claims behind a cause."""
    bundle = program.bundle
    cause = origin_of(cause)
    match cause.kind:
        case "rule":
            return program.rule_cards[cause.name].ref
        case "measure" | "statement":
            return program.measure_cards[cause.name].claims
        case "inject":
            return bundle.injects()[cause.name].claims
    return ()


def points(value: int) -> str:
    """Return hundredths as a number of points, such as ``-4.5`` or ``31``.

    >>> points(-450), points(3100)
    ('-4.5', '31')
    """
    sign = "-" if value < 0 else ""
    whole, part = divmod(abs(value), 100)
    return f"{sign}{whole}" + (f".{part:02d}".rstrip("0") if part else "")


def signed(value: int) -> str:
    """Return hundredths with a sign that terminals and searches know.

    >>> signed(450), signed(-5), signed(0)
    ('+4.5', '-0.05', '0')
    """
    return f"+{points(value)}" if value > 0 else points(value)


def show(program: Program, node: ir.Node) -> str:
    """Return a condition or amount in the words of the language."""
    match node:
        case ir.Const(value=value):
            return points(value)
        case ir.Slot(index=index):
            return program.slots.name(index)
        case ir.Moved(index=index):
            return f"change({program.slots.name(index)})"
        case ir.Versus(op=op, left=left, right=right):
            return f"{show(program, left)} {op} {show(program, right)}"
        case ir.Every(parts=parts):
            return " and ".join(_bracketed(program, part) for part in parts)
        case ir.Some(parts=parts):
            return " or ".join(_bracketed(program, part) for part in parts)
        case ir.Opposite(operand=operand):
            return f"not {_bracketed(program, operand)}"
        case ir.FlagUp(flag=flag):
            return f"flag({program.flags[flag]})"
        case ir.Chosen(match=match):
            return f"chosen({_match(program, match)})"
        case ir.InForce(match=match):
            return f"in_force({_match(program, match)})"
    return _show_rarer(program, node)


def _show_rarer(program: Program, node: ir.Node) -> str:
    match node:
        case ir.TurnNow():
            return "turn"
        case ir.YearNow():
            return "year"
        case ir.Always():
            return "always"
        case ir.Plus(parts=parts):
            return " + ".join(show(program, part) for part in parts)
        case ir.Minus(left=left, right=right):
            return f"{show(program, left)} - {show(program, right)}"
        case ir.Times(left=left, right=right):
            return f"{show(program, left)} * {show(program, right)}"
        case ir.Least(parts=parts):
            return f"min({_list(program, parts)})"
        case ir.Greatest(parts=parts):
            return f"max({_list(program, parts)})"
        case ir.HowMany(parts=parts):
            return f"count({_list(program, parts)})"
        case ir.Scale(amount=amount, value=value, low=low, high=high):
            return f"scale({points(amount)}, {show(program, value)}, {points(low)}, {points(high)})"
    return _show_fact(program, node)


def _show_fact(program: Program, node: ir.Node) -> str:
    match node:
        case ir.TurnsInForce(match=match):
            return f"turns_in_force({_match(program, match)})"
        case ir.TurnsSince(inject=inject):
            return f"turns_since({program.injects[inject].name})"
        case ir.Contribution(agreement=agreement, role=role):
            return f"contribution({program.agreements[agreement].name}{_more(program.roles, role)})"
        case ir.Said(role=role, issue=issue, frame=frame):
            words = (
                _named(program.roles, role),
                _named(program.issues, issue),
                _named(program.frames, frame),
            )
            return f"said({', '.join(words)})"
        case ir.Adopted(agreement=agreement, clause=clause):
            code = program.agreements[agreement]
            return f"adopted({code.name}, {'any' if clause < 0 else code.clauses[clause].name})"
        case ir.Fired(inject=inject):
            return f"fired({program.injects[inject].name})"
        case ir.Present(role=role):
            return f"present({_named(program.roles, role)})"
    raise AssertionError(f"unknown node: {node}")


def _match(program: Program, match: ir.Match) -> str:
    klass = [name for name, members in program.numbers.klass.items() if members == match.measures]
    names = [program.measures[number].name for number in match.measures]
    word = names[0] if len(names) == 1 else (*klass, "any")[0]
    return f"{word}, {_named(program.roles, match.role)}, {_named(program.targets, match.target)}"


def _named(names: tuple[str, ...], number_of: int) -> str:
    if number_of == ir.ANY:
        return "any"
    return names[number_of] if number_of >= 0 else "nobody"


def _more(names: tuple[str, ...], number_of: int) -> str:
    return "" if number_of == ir.ANY else f", {_named(names, number_of)}"


def _bracketed(program: Program, node: ir.Test) -> str:
    text = show(program, node)
    return f"({text})" if isinstance(node, (ir.Every, ir.Some)) else text


def _list(program: Program, parts: tuple[ir.Node, ...]) -> str:
    return ", ".join(show(program, part) for part in parts[:6]) + (
        ", ..." if len(parts) > 6 else ""
    )


__all__ = [
    "WhyNot",
    "claims_of",
    "first_false",
    "origin_of",
    "points",
    "show",
    "signed",
    "source_of",
    "why_not",
]
