"""Canaries: a bundle in which every text that some seat may not know is a word found nowhere else,
and the list of those a seat may know in a given state."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from exercise.conduct.open_record import rows_of
from exercise.conduct.state import State
from exercise.engine.compile import compile_bundle
from exercise.engine.explain import origin_of
from exercise.engine.program import Program
from exercise.library.bundles import bundle_bytes, bundle_from_bytes
from exercise.model.bundle import Bundle
from tests.support.plays import Asker

SEED = 918_273_645
"""A seed that stands in no text by chance."""
_WORD = re.compile(r"qz\d+zq")
_CARD = ("mandate", "interests", "resources", "constraints", "private")
Put = Callable[[str, str, str], str]
_INJECT = ("title", "text", "from", "expected", "content_note")


def canaries_in(value: object) -> set[str]:
    """Return every canary in the printed form of a value."""
    return set(_WORD.findall(repr(value)))


class Singer(Asker):
    """Says nothing but canaries, each once."""

    _next = count(1_000_000)

    def text(self) -> str:
        """Return a new canary."""
        return f"qz{next(self._next)}zq"


@dataclass(frozen=True)
class Aviary:
    """A program full of canaries, and where each was put: section, name, key."""

    program: Program
    places: dict[str, tuple[str, str, str]]

    def known(self, state: State, role: str | None) -> set[str]:
        """Return the canaries a seat (or the room) may know in a state."""
        own = {word for word, place in self.places.items() if self._open(state, role, *place)}
        return own | canaries_in(list(self._said(state, role)))

    def _open(self, state: State, role: str | None, section: str, name: str, key: str) -> bool:
        if section == "roles":
            return role == name
        if section == "rules":
            return name in self._told(state)
        if section == "injects":
            code = self.program.injects[self.program.numbers.inject[name]]
            here = role is not None and self.program.numbers.role[role] in code.to
            given = any(delivery.inject == name for delivery in state.deliveries)
            open_text = key in ("title", "text", "from", "content_note") and (here or code.public)
            return given and (open_text or (key == f"private {role}" and here))
        return False

    def _told(self, state: State) -> set[str]:
        """Rules with a row on a published indicator in the last complete turn."""
        done = [turn for turn in state.turns if turn.outcome is not None and not turn.run_out]
        names = set()
        for row in rows_of(done[-1]) if done else ():
            if self.program.slots.base[row.slot].visibility == "published":
                names.add(origin_of(row.cause).name)
        return names

    def _said(self, state: State, role: str | None) -> Iterator[object]:
        """What people have said that a seat has heard."""
        for decided in state.responses:
            if decided.role == role:
                yield decided
            if decided.kind == "statement":
                yield decided.reason
        for delivery in state.deliveries:
            if not delivery.to or role in delivery.to:
                yield delivery
        if role is not None:
            yield [m for m in state.messages if role == m.sender or role in m.to]
            yield [asked for asked in state.questions if asked.question.role == role]
        # Papers, the summary and reminders are open to all from the first.
        yield state.conference
        for turn in state.turns:
            yield [decided.text for decided in turn.decided]
            yield [decided.reason for decided in turn.decided if decided.kind == "statement"]
            for row in rows_of(turn) if turn.outcome is not None else ():
                told = self.program.slots.base[row.slot].visibility == "published"
                if row.cause.kind == "ruling" and told:
                    yield row.cause.note


def aviary(bundle: Bundle) -> Aviary:
    """Return a bundle with canaries for every hidden text, compiled."""
    data = json.loads(bundle_bytes(bundle))
    places: dict[str, tuple[str, str, str]] = {}
    numbers = count(1)

    def put(section: str, name: str, key: str) -> str:
        word = f"qz{next(numbers)}zq"
        places[word] = (section, name or word, key)
        return word

    for name, card in data["roles"].items():
        for key in _CARD:
            if key in card:
                told = card[key]
                card[key] = (
                    [put("roles", name, key) for _ in told]
                    if isinstance(told, list)
                    else (put("roles", name, key))
                )
    scenario = data["scenario"]
    for place in scenario["places"]:
        place["dilemma"] = put("roles", place["role"], "dilemma")
    for name, card in scenario["injects"].items():
        for key in _INJECT:
            card[key] = put("injects", name, key)
        for role in card.get("private", {}):
            card["private"][role] = put("injects", name, f"private {role}")
    _hide_facilitators(scenario, put)
    _hide_rules(data, put)
    program = compile_bundle(bundle_from_bytes(json.dumps(data).encode())).program
    return Aviary(program, places)


def _hide_facilitators(scenario: dict[str, Any], put: Put) -> None:
    scenario["debrief"]["focus"] = put("facilitator", "debrief", "focus")
    scenario["debrief"]["prompts"] = [put("facilitator", "debrief", "prompt")]
    scenario["overview"]["scope"] = put("facilitator", "overview", "scope")
    for name, objective in scenario["objectives"].items():
        objective["text"] = put("facilitator", name, "objective")
    for name in scenario["texts"]:
        scenario["texts"][name] = put("facilitator", name, "text")


def _hide_rules(data: dict[str, Any], put: Put) -> None:
    """Rules get canaries for names as well, wherever a preset or an amplification names them."""
    text = json.dumps(data)
    parts = (data["model"], data["scenario"])
    for name in dict.fromkeys(name for part in parts for name in part.get("rules", {})):
        text = text.replace(f'"{name}"', f'"{put("rules", "", "name")}"')
    data.clear()
    data.update(json.loads(text))
    for part in (data["model"], data["scenario"]):
        for name, rule in part.get("rules", {}).items():
            rule["why"] = put("rules", name, "why")
            for effect in rule["effects"]:
                effect.pop("why", None)
