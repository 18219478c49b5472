"""The tiny scenario with a content note on its first inject."""

from __future__ import annotations

from exercise.engine.compile import compile_bundle
from exercise.engine.program import Program
from tests.support.tiny import tiny_bundle

INJECT = "first_families"


def noted_program(note: str) -> Program:
    """Return the tiny scenario, compiled, with ``note`` on the inject that comes in turn 1."""
    bundle = tiny_bundle()
    scenario = bundle.scenario
    inject = scenario.injects[INJECT].model_copy(update={"content_note": note})
    injects = {**scenario.injects, INJECT: inject}
    scenario = scenario.model_copy(update={"injects": injects})
    return compile_bundle(bundle.model_copy(update={"scenario": scenario})).program
