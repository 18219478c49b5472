"""Stylised facts that belong to the model as a whole, shown on the neutral scenario and not on a story."""

from __future__ import annotations

import pytest

from exercise.authoring.case_check import value_of
from tests.claims.pairs import given, pair, rows_on, run_of, turn, use

FLAT = 100
"""A point, in hundredths: what counts as flat over ten turns."""


def test_ten_declarations_raise_rhetoric_and_leave_outcomes_flat() -> None:
    """V-03."""
    said = use("joint_statement", issue="narcotics")
    steps = tuple(turn(number, cis_csto=said) for number in range(1, 11))
    runs = pair(given(), (), steps, 10)
    quantities = runs.plain.program.bundle.model.quantities
    for state in ("kazakhstan", "tajikistan"):
        assert runs.moved(f"rhetoric[narcotics, {state}]")[10] > 500
        for name, card in quantities.items():
            if card.family in ("security", "rights") and card.type == "outcome":
                slot = f"{name}[{state}]" if card.scope else name
                assert abs(runs.moved(slot)[10]) < FLAT, slot
    assert abs(runs.moved("cooperation")[10]) < FLAT


def test_after_an_attack_money_and_portfolios_drift_and_later_drift_back() -> None:
    """V-05."""
    work = {"iom": use("take_labelled_funds"), "eu": use("law_enforcement_training", "kazakhstan")}
    runs = pair(given(), (turn(1, **work),), (turn(1, "attack", **work),), 12)
    money = runs.moved("money[terrorism_radicalisation, kazakhstan]")
    assert money[3] > money[1] > 0
    assert runs.moved("money[labour_migration, kazakhstan]")[3] == 0
    assert money[12] == money[11], "nobody is moved to pay more any longer"
    assert runs.share("security_portfolio[eu]", "C-71")[3] > 0
    assert runs.moved("world_attention")[12] < runs.moved("world_attention")[1] // 4
    for slot in ("security_portfolio[eu]", "rhetoric[terrorism_radicalisation, kazakhstan]"):
        values = [
            value_of(runs.driven.program, state, slot) for state in runs.driven.outcomes.values()
        ]
        assert values[0] < max(values) > values[-1], slot


def test_when_work_abroad_fails_transfers_drop_most_where_dependence_is_greatest() -> None:
    """V-08."""
    runs = pair(given(), (), (turn(1, "work_abroad_fails"),), 4)
    states = ("kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan")
    lost = {state: runs.moved(f"remittances[{state}]")[4] for state in states}
    assert sorted(sorted(lost, key=lost.__getitem__)[:2]) == ["kyrgyzstan", "tajikistan"]
    assert all(
        runs.moved(f"remittance_stability[{state}]")[4] < 0
        for state in ("kyrgyzstan", "tajikistan")
    )


def test_people_who_are_freed_and_not_supported_fall_back() -> None:
    """V-10."""
    raid = use("anti_trafficking_operation", "uzbekistan")
    supported = turn(1, uzbekistan=raid, iom=use("reintegration_support", "uzbekistan"))
    alone = turn(1, uzbekistan=raid)
    runs = pair(given(), (supported,), (alone,), 4)
    assert runs.moved("re_entry[uzbekistan]")[4] > 0
    assert rows_on(runs.plain, "re_entry[uzbekistan]", "freed_and_left_alone") == []


@pytest.mark.parametrize("state", ["tajikistan", "kazakhstan"])
def test_a_larger_harvest_is_on_the_roads_next_turn_whatever_is_seized(state: str) -> None:
    """V-11."""
    raid = {state: use("counter_narcotics_operation", state)}
    runs = pair(given(), (turn(1, **raid),), (turn(1, "harvest", **raid),), 2)
    legs = runs.plain.program.bundle.model.flows["narcotics_routes"].legs
    assert sum(runs.moved(f"volume[{leg}]")[2] for leg in legs) > 0
    assert runs.moved(f"narcotics_control[{state}]")[2] < 0


@pytest.mark.parametrize(
    "factor",
    ["livelihood", "non_discrimination", "justice_access", "detention_freedom", "legitimacy"],
)
def test_one_factor_at_its_worst_brings_no_violence(factor: str) -> None:
    """V-12."""
    run = run_of(given({factor: {"kazakhstan": 0}}), (), 6)
    assert rows_on(run, "extremism_freedom[kazakhstan]", "many_roads_to_violence") == []
