"""A requirement reads only what every seat it decides about may know."""

from __future__ import annotations

import pytest

from exercise.engine.program import Program
from exercise.errors import ScenarioError
from tests.support.busy import BUSY, load_files

_MEASURES = "scenarios/models/tiny-model/measures.yaml"
_AGREEMENTS = "scenarios/models/tiny-model/agreements.yaml"


def _measure(requires: str, who: str = "states", target: str = "home") -> str:
    return (
        f"tested:\n  name: T\n  text: T.\n  class: capacity\n  addresses: cause\n  who: [{who}]\n"
        f"  target: {target}\n  referent: state\n  requires: {requires!r}\n  requires_text: R.\n"
        "  source: design value\n"
    )


def _load(requires: str, who: str = "states", target: str = "home") -> Program:
    return load_files({**BUSY, _MEASURES: BUSY[_MEASURES] + _measure(requires, who, target)})


@pytest.mark.parametrize(
    ("requires", "who", "target"),
    [
        ("willingness[home] > 50", "rivermark", "home"),
        ("willingness[host] > 50", "watch_body", "state"),
        ("insecurity > 50", "states", "home"),
        ("arrivals[home] > 5", "states", "home"),
        ("arrivals > 5", "rivermark", "home"),
        ("change(insecurity) > 1", "states", "home"),
        ("evidence[displacement, home] > 1 and willingness[home] > 1", "rivermark", "home"),
        ("count(s in states: willingness[s] > 50) > 0", "states", "home"),
        ("chosen(speak_up, any, any)", "states", "home"),
        ("fired(visit)", "states", "home"),
        ("turns_since(relief) > 1", "highvale", "home"),
        ("in_force(quiet_watch, any, any)", "states", "home"),
        ("in_force(capacity, any, home)", "states", "home"),
        ("funds[rivermark] > 2", "highvale", "home"),
        ("volume[bridge] > 2 or pool[donor_window] > 1", "states", "home"),
    ],
)
def test_a_requirement_on_what_is_hidden_is_refused(requires: str, who: str, target: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        _load(requires, who, target)
    assert {problem.code for problem in caught.value.problems} == {"requires-hidden"}


@pytest.mark.parametrize(
    ("requires", "who", "target"),
    [
        ("preparedness[home] > 50 and cohesion > 10", "states", "home"),
        ("willingness[home] > 50", "highvale", "home"),
        ("arrivals[home] > 5", "rivermark", "home"),
        ("funds[actor] > 2", "all", "none"),
        ("flag(trained, home)", "states", "home"),
        ("fired(first_families) and turns_since(first_families) < 3", "states", "home"),
        ("fired(visit)", "highvale", "home"),
        ("in_force(close_crossing, any, any)", "states", "home"),
        ("in_force(quiet_watch, actor, any)", "states", "home"),
        ("adopted(river_pact, any) and present(aid_body)", "states", "home"),
        ("level[displacement, home] >= 2 and turn > 1", "states", "home"),
    ],
)
def test_a_requirement_on_what_is_open_is_taken(requires: str, who: str, target: str) -> None:
    assert "tested" in _load(requires, who, target).numbers.measure


@pytest.mark.parametrize(
    ("requires", "fine"),
    [
        ("preparedness[rivermark] >= 15", True),
        ("arrivals[rivermark] >= 15", False),
        ("funds[aid_body] > 1", False),
        ("fired(first_families)", True),
        ("fired(donor_asks)", False),
    ],
)
def test_an_agreement_requires_only_what_everybody_may_know(requires: str, fine: bool) -> None:
    text = BUSY[_AGREEMENTS].replace("preparedness[rivermark] >= 15", requires)
    if fine:
        assert load_files({**BUSY, _AGREEMENTS: text}).agreements
        return
    with pytest.raises(ScenarioError) as caught:
        load_files({**BUSY, _AGREEMENTS: text})
    assert {problem.code for problem in caught.value.problems} == {"requires-hidden"}


def test_the_message_says_what_whom_and_how_to_mend_it() -> None:
    with pytest.raises(ScenarioError) as caught:
        _load("insecurity > 50", "highvale")
    assert "insecurity" in str(caught.value)
    assert "highvale may not know" in str(caught.value)
    assert "read published slots" in str(caught.value)
