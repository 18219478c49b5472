"""Openness: what decides whether a seat may do something must itself be known to the seat.

Else a refusal would tell what is hidden. Reads the compiled Program; reports and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from exercise.engine import ir
from exercise.engine.explain import show
from exercise.engine.findings import Findings, Path
from exercise.engine.program import Program

CODE = "requires-hidden"
_ADVICE = {
    "measures": "read published slots, the acting role's own card, flags and public injects",
    "agreements": "read published slots, flags and public injects",
}


def check_openness(program: Program, findings: Findings) -> None:
    """Report every ``requires`` that reads what some seat it decides about may not know."""
    for option in program.options.values():
        name = program.measures[option.measure].name
        _check(program, findings, "measures", name, option.requires, option.role)
    for agreement in program.agreements:
        _check(program, findings, "agreements", agreement.name, agreement.requires, None)


def _check(
    program: Program,
    findings: Findings,
    section: str,
    name: str,
    requires: ir.Test | None,
    role: int | None,
) -> None:
    if requires is None:
        return
    path: Path = (program.bundle.origin(section, name), section, name, "requires")
    who = "every seat" if role is None else program.roles[role]
    for node in nodes_of(requires):
        if not _open(program, node, role):
            message = (
                f"'requires' reads {show(program, node)}, which {who} may not know, so a refusal "
                f"would tell it; {_ADVICE[section]}"
            )
            findings.error(path, message, CODE)


def open_to(program: Program, test: ir.Test, role: str) -> bool:
    """Return whether a role may know all that a condition reads."""
    number = program.numbers.role[role]
    return all(_open(program, node, number) for node in nodes_of(test))


def nodes_of(node: ir.Node) -> Iterator[ir.Node]:
    """Yield a node and every node below it."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(reversed([*one.below()]))


def _open(program: Program, node: ir.Node, role: int | None) -> bool:
    match node:
        case ir.Slot(index=index) | ir.Moved(index=index):
            return all(_read_by(program, slot, role) for slot in bases_of(program, index))
        case ir.Chosen():
            return False
        case ir.Fired(inject=inject) | ir.TurnsSince(inject=inject):
            code = program.injects[inject]
            return code.public or role in code.to
        case ir.InForce(match=match) | ir.TurnsInForce(match=match):
            own = role is not None and match.role == role
            return own or not any(program.measures[number].covert for number in match.measures)
    return True


def _read_by(program: Program, slot: int, role: int | None) -> bool:
    spec = program.slots.base[slot]
    return spec.visibility == "published" or (
        role is not None and program.roles[role] in spec.readers
    )


def bases_of(program: Program, index: int) -> Iterator[int]:
    """Yield the base slots that a slot is computed from; itself where it is one."""
    count = len(program.slots.base)
    if index < count:
        yield index
        return
    spec = program.slots.derived[index - count]
    watched = spec.limit[2] if spec.limit is not None else ()
    for slot in (*(term for term, _ in spec.terms), *watched):
        yield from bases_of(program, slot)
