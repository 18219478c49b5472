"""With fictional names no seat reads the name of a real state, body, river or town."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from exercise.authoring.case_run import play
from exercise.conduct.views import room_view, view_for
from exercise.engine.compile import compile_bundle
from exercise.library.loader import load_scenario
from exercise.library.places import open_library
from exercise.model.case import Given
from tests.support.shipped import SHIPPED, runner_of

WORDS = ("Panj", "Termez", "Serhetabat", "Almaty", "Afghan", "Tajik", "Uzbek", "Kazakh", "Turkmen")
"""Names in prose that no placeholder stands for."""


def real_names(name: str) -> Iterator[str]:
    """Names of the roles and states of a scenario as they are written, and of places near them."""
    bundle = runner_of(name).programs.bundle
    yield from (str(role.name) for role in bundle.roles.values())
    yield from (str(state.name) for state in bundle.model.states.values())
    yield from WORDS


@pytest.mark.parametrize("name", SHIPPED)
def test_no_real_name_reaches_a_seat(name: str) -> None:
    loaded = load_scenario(name, library=open_library([]), aliases="fictional")
    program = compile_bundle(loaded.bundle).program
    plans = runner_of(name).file.plans
    richest = max(plans, key=lambda plan: sum(len(step.responses) for step in plans[plan]))
    real = re.compile("|".join(rf"\b{re.escape(word)}" for word in dict.fromkeys(real_names(name))))
    found = set()
    for plan, steps in plans.items():
        run = play(program, Given(), steps)
        on_the_way = (*run.decisions.values(), *run.outcomes.values())
        for state in (*on_the_way, run.state) if plan == richest else (run.state,):
            found.update(real.findall(repr(room_view(program, state))))
            for role in program.roles:
                found.update(real.findall(repr(view_for(program, state, role))))
    assert sorted(found) == []
