"""The cases reach what the shipped scenarios hold: rules, injects, options, effects, yield factors."""

from __future__ import annotations

from collections import defaultdict

import pytest

from exercise.model.effect import EFFECT_KEYS
from tests.claims.pairs import driven_runs
from tests.claims.test_other_rules import OTHERS
from tests.support.shipped import SHIPPED, all_runs, rows_in, runner_of, runs_of

FLAGSHIP = "northern-displacement"
MOVING = ("change", "income", "transfer", "reroute", "amplify")
"""Effects that write rows; the others raise flags, open, close, call or log."""
FACTORS = ("fit", "bundle", "execution", "delivery", "kept", "preset", "ruling")


def test_every_rule_that_moves_something_writes_a_row() -> None:
    """In a case of a shipped scenario, where a claim is driven, or in a test of its own."""
    played = (*all_runs(), *driven_runs())
    found = {
        name for run in played for row in rows_in(run) for name in (row.cause.name, row.cause.note)
    }
    silent = [
        name
        for scenario in SHIPPED
        for name, rule in runner_of(scenario).programs.bundle.rules().items()
        if any(getattr(effect, key, None) for effect in rule.effects for key in MOVING)
        and name not in found
        and name not in OTHERS
    ]
    assert silent == []


def test_every_inject_is_released_in_some_case() -> None:
    for run in runs_of(FLAGSHIP):
        names = [code.name for code in run.program.injects]
        break
    released = {
        name
        for run in runs_of(FLAGSHIP)
        for name, status in zip(names, run.state.world.injects, strict=True)
        if status.fired >= 0
    }
    assert sorted(set(names) - released) == []


def test_every_measure_is_used_and_every_option_writes_a_row() -> None:
    bundle = runner_of(FLAGSHIP).programs.bundle
    used = {
        decided.measure
        for run in runs_of(FLAGSHIP)
        for record in run.state.turns
        for decided in record.decided
    }
    assert sorted(set(bundle.measures()) - used) == []
    written = {row.cause.name for run in runs_of(FLAGSHIP) for row in rows_in(run)}
    options = {
        measure
        for inject in bundle.injects().values()
        for offer in inject.offers
        for measure in offer.measures
    }
    assert sorted(options - written) == []


def test_every_type_of_effect_is_named_by_a_case() -> None:
    refs = {ref for case in runner_of(FLAGSHIP).file.cases for ref in case.refs}
    named = {ref.removeprefix("effect:").split()[0] for ref in refs if ref.startswith("effect:")}
    assert sorted(set(EFFECT_KEYS) - named) == []


@pytest.mark.parametrize("factor", FACTORS)
def test_a_yield_factor_takes_three_values_and_changes_a_result(factor: str) -> None:
    values: dict[str, set[int]] = defaultdict(set)
    for run in all_runs():
        for row in rows_in(run):
            for name, percent in row.cause.factors:
                values[name].add(percent)
    assert len(values[factor]) >= 3
    pairs = [
        case
        for case in runner_of(FLAGSHIP).file.cases
        if f"factor:{factor}" in case.refs and case.differs
    ]
    assert pairs, f"no pair of runs shows what {factor} changes"
