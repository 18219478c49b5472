"""A neutral scenario on the shipped model: all five states, a few bodies, twelve turns, no rules of its own.

What a test wants to happen comes as an inject, an event, which nobody releases but the test.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from exercise.library.cards import load_model, load_role
from exercise.library.places import open_library
from exercise.model.bundle import Bundle
from exercise.model.role import Role
from exercise.model.scenario import Scenario

MODEL = "central-asia"
STATES = ("kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan")
BODIES = ("eu", "iom", "osce", "unhcr", "unodc", "sco", "cis_csto")
TURNS = 12
Effect = Mapping[str, str]
"""An authored effect of an inject."""


def push(slot: str, by: Decimal | int) -> Effect:
    """An effect that moves a slot at once, in points."""
    return {"change": slot, "by": str(by)}


def neutral(events: Mapping[str, Sequence[Effect]]) -> Bundle:
    """The scenario with an inject for each event, by name."""
    library = open_library([])
    model, _, problems = load_model(library.find("model", MODEL))
    assert model is not None, problems
    roles = {name: _role(found.path) for name, found in library.all("role").items()}
    injects = {name: _inject(effects) for name, effects in events.items()}
    scenario = Scenario.model_validate_json(json.dumps(_HEAD | {"injects": injects}))
    return Bundle(scenario=scenario, model=model, roles=roles)


def _role(path: Path) -> Role:
    card, _, problems = load_role(path)
    assert card is not None, problems
    return card


def _inject(effects: Sequence[Effect]) -> dict[str, object]:
    return {
        "kind": "optional",
        "title": "Something happens",
        "text": "Something happens.",
        "from": "The test",
        "to": ["all"],
        "effects": [dict(effect) for effect in effects],
        "expected": "Nothing.",
        "phrases": ["mixed_flows"],
        "source": "design value",
    }


_HEAD: dict[str, object] = {
    "format": 1,
    "id": "neutral",
    "title": "Neutral",
    "summary": "Nothing happens unless a test says so.",
    "version": "1.0.0",
    "author": "Test authors",
    "model": MODEL,
    "preset": "balanced",
    "setting_year": 2016,
    "turns": TURNS,
    "turn_length": "one quarter",
    "run_out": 0,
    "duration_min": [60, 120],
    "states": list(STATES),
    "places": [{"role": name, "dilemma": "Act or wait."} for name in (*STATES, *BODIES)],
    "concept_note": "note.md",
    "texts": {"note.md": "Nothing."},
    "questions": {"q1": "What follows?"},
    "objectives": {"look": {"text": "See what follows.", "question": "q1"}},
    "overview": {"scope": "A test.", "threat_or_hazard": "None.", "assumptions": ["None."]},
    "debrief": {"focus": "What followed.", "prompts": ["Why?"]},
    "source": "design value",
}
