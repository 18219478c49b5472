"""The events list in words: what comes next, what lies in the drawer, and all that is known of one inject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from exercise.conduct.view import FacilitatorView, InjectLine
from exercise.engine.prose import say
from exercise.table.lines import measure_name
from exercise.table.table import Table

BY_HAND = ("contingency", "optional")
"""Kinds that lie in the drawer until somebody wants them."""
COMING = ("ready", "held", "called")
"""States in which an inject can come at once."""
RELEASING = ("situation", "consultation", "decision")
"""Phases in which injects are released."""
_RANKS = {"ready": 0, "held": 1, "called": 2, "armed": 4, "waiting": 5, "skipped": 7}
_NOW, _EARLIER = 3, 6
_PART = re.compile(
    r"(?P<slot>[a-z_]+\[[^\]]*\])"
    r"|fired\((?P<inject>\w+)[^)]*\)"
    r"|(?P<law>in_force|chosen)\((?P<measure>\w+)[^)]*\)"
    r"|count\(\w+ in \w+: *(?P<count>)"
    r"|change\((?P<change>)"
    r"|\b(?P<link>and|or|not)\b"
    r"|\b(?P<name>[a-z][a-z_]+)\b(?!\()"
)


def in_drawer(line: InjectLine) -> bool:
    """Return whether an inject waits until somebody wants it."""
    return line.kind in BY_HAND and line.status in ("waiting", "armed")


def drawer(view: FacilitatorView) -> tuple[InjectLine, ...]:
    """Return the injects that wait until somebody wants them."""
    return tuple(one for one in view.injects if in_drawer(one))


def up_next(view: FacilitatorView) -> tuple[InjectLine, ...]:
    """Return all other injects: ready, held and called ones, those of this turn, those to come, the past ones."""

    def rank(line: InjectLine) -> tuple[int, int]:
        if line.status == "released":
            return (_NOW, 0) if line.fired == view.common.turn else (_EARLIER, -line.fired)
        return _RANKS[line.status], line.turn if line.status in ("armed", "waiting") else 0

    return tuple(sorted((one for one in view.injects if not in_drawer(one)), key=rank))


def releasable(view: FacilitatorView, line: InjectLine) -> bool:
    """Return whether an inject could be given to its recipients now."""
    open_now = line.status not in ("released", "skipped")
    return open_now and view.common.phase.value in RELEASING


class Written(Struct, frozen=True):
    """An inject that the facilitator wrote on the spot."""

    name: str
    turn: int
    title: str
    text: str
    to: str
    """Its recipients in words."""


def written(table: Table) -> tuple[Written, ...]:
    """Return the injects written on the spot, the newest first."""
    known = table.session.program.bundle.injects()
    return tuple(
        Written(
            one.inject, one.turn, one.title, one.text,
            ", ".join(table.name(role) for role in one.to) or table.word("plain-everybody"),
        )
        for one in reversed(table.session.state.deliveries)
        if one.inject not in known
    )  # fmt: skip


def possible(view: FacilitatorView, line: InjectLine) -> tuple[str, ...]:
    """Return what can be done with an inject now, out of ``release``, ``hold``, ``skip`` and ``arm``."""
    can = {
        "release": releasable(view, line),
        "hold": line.status == "ready",
        "skip": line.status not in ("released", "skipped"),
        "arm": line.kind == "contingency" and line.status in ("waiting", "armed"),
    }
    return tuple(act for act, it in can.items() if it)


def recipients(table: Table, line: InjectLine) -> str:
    """Return who receives an inject."""
    names = (table.word("plain-everybody") if to == "all" else table.name(to) for to in line.to)
    return ", ".join(names)


def inject_text(table: Table, name: str) -> str:
    """Return the text of an inject as its recipients read it."""
    bundle = table.session.program.bundle
    return say(bundle, bundle.injects()[name].text, table.language)


def note_lines(table: Table, note: str) -> tuple[str, ...]:
    """Return what stands above the text of an inject that is hard to read; nothing for most."""
    return (table.word("plain-inject-note", text=note),) if note else ()


def inject_lines(table: Table, line: InjectLine) -> Iterator[str]:
    """Return what only the facilitator knows of an inject: who gets it, private texts, what is expected, when."""
    bundle = table.session.program.bundle
    yield table.word("plain-inject-to", names=recipients(table, line))
    for role, text in bundle.injects()[line.inject].private.items():
        yield table.word(
            "plain-inject-private-of",
            who=table.name(role),
            text=say(bundle, text, table.language),
        )
    yield table.word("plain-inject-expected", text=line.expected)
    if line.trigger:
        yield table.word("plain-inject-trigger", text=trigger_words(table, line.trigger))


def trigger_words(table: Table, trigger: str) -> str:
    """Return a condition with the names of its values, injects and measures as people know them."""
    return " ".join(_PART.sub(lambda part: _named(table, part), trigger).split())


def _named(table: Table, part: re.Match[str]) -> str:
    program = table.session.program
    if part["inject"]:
        card = program.bundle.injects().get(part["inject"])
        title = say(program.bundle, card.title, table.language) if card else part["inject"]
        return table.word("told-when-fired", title=title)
    if part["measure"]:
        known = part["measure"] in program.bundle.measures()
        name = measure_name(table, part["measure"]) if known else part["measure"]
        return table.word(f"told-when-{part['law'].replace('_', '-')}", name=name)
    if part["count"] is not None:
        return table.word("told-when-count")
    if part["change"] is not None:
        return table.word("told-when-change")
    if part["link"]:
        return table.word(f"told-when-{part['link']}")
    slot = part["slot"] or part["name"]
    return table.label(slot) if slot.partition("[")[0] in program.slots.scopes else slot


__all__ = [
    "BY_HAND", "COMING", "RELEASING", "Written", "drawer", "in_drawer", "inject_lines", "inject_text", "note_lines",
    "possible",
    "recipients", "releasable", "trigger_words", "up_next", "written",
]  # fmt: skip
