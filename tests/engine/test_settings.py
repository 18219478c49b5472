"""Where starting values come from: the scenario, the setting it names, the role card, the model."""

from __future__ import annotations

import pytest

from exercise.engine.compile import compile_bundle
from exercise.engine.program import Program
from exercise.engine.world import begin
from tests.support.tiny import tiny_bundle


def _started(setting: str | None) -> tuple[Program, tuple[int, ...]]:
    bundle = tiny_bundle()
    scenario = bundle.scenario.model_copy(update={"setting": setting})
    program = compile_bundle(bundle.model_copy(update={"scenario": scenario})).program
    return program, begin(program, tuple(True for _ in program.roles)).values


@pytest.mark.parametrize(
    ("family", "keys", "alone", "early"),
    [
        pytest.param("preparedness", ("rivermark",), 2000, 2000, id="the scenario stands first"),
        pytest.param("rhetoric", ("displacement", "rivermark"), 5000, 5000, id="for one state too"),
        pytest.param("rhetoric", ("displacement", "highvale"), 3000, 3000, id="and for all states"),
        pytest.param("linkage", ("displacement", "highvale"), 0, 1200, id="a part it is silent on"),
        pytest.param("border_control", ("highvale",), 5000, 3300, id="a slot it is silent on"),
    ],
)
def test_a_scenario_begins_from_its_setting_where_it_says_nothing_itself(
    family: str, keys: tuple[str, ...], alone: int, early: int
) -> None:
    for setting, expected in ((None, alone), ("early", early)):
        program, values = _started(setting)
        assert values[program.slots.index[family, keys]] == expected
