"""No line that a rule writes goes against the claim it rests on, over all cases of the shipped scenarios.

The arrows were typed apart from the rules (`arrows`), so a rule with its sign turned round is found here.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from exercise.authoring.case_run import Run
from exercise.engine.explain import claims_of
from tests.claims.arrows import CLAIMS, DOWN, TABLE, UP, WINDOWS
from tests.support.shipped import SHIPPED, rows_in, runs_of

CONVERSE = {
    "trained_officials_find_people": "C-08 tells what untrained officials do",
    "posts_without_women": "C-42 tells what women at the post bring",
    "alarm_settles": "C-88 tells what keeps alarm from settling",
    "agreed_line_is_quiet": "C-14 tells what a line does that nobody has agreed on",
    "day_is_refused": "C-13 and C-43 tell what comes of it when both sides take part",
    "disaster_as_matter_of_nature": "C-26 tells what a disaster does that nobody prepares for",
    "figures_meet": "C-88 tells what comes where figures are missing",
    "frame_was_corrected": "C-05 tells what a danger left standing does",
    "kept_chair_is_a_small_thing": "C-89 tells what silence does, and here somebody kept a chair",
}
"""Rules that say what happens where the driver of their claim is not there."""
SHOWN = {
    "northern-displacement": (
        "trained_officials_find_people",
        "posts_without_women",
        "alarm_settles",
    ),
    "valley-disaster": ("agreed_line_is_quiet", "day_is_refused", "disaster_as_matter_of_nature"),
    "full-conference": ("figures_meet", "frame_was_corrected", "kept_chair_is_a_small_thing"),
}
"""The scenario whose cases show that such a rule still acts."""


def test_the_table_holds_every_claim_once_with_a_known_delay() -> None:
    assert list(TABLE) == [f"C-{number:02d}" for number in range(1, CLAIMS + 1)]
    assert {claim.delay for claim in TABLE.values()} == {*WINDOWS, "none"} - {"now"}
    assert all(claim.arrows or claim.special for claim in TABLE.values())


@pytest.mark.parametrize("scenario", SHIPPED)
def test_rows_of_rules_point_the_way_their_claims_do_or_tell_the_converse(scenario: str) -> None:
    against = {one for run in runs_of(scenario) for one in _against(run)}
    assert sorted(one for one in against if one.split()[0] not in CONVERSE) == []
    assert set(SHOWN.get(scenario, ())) <= {one.split()[0] for one in against}


def test_every_rule_that_tells_the_converse_is_shown_by_a_scenario() -> None:
    assert sorted(name for names in SHOWN.values() for name in names) == sorted(CONVERSE)


def _against(run: Run) -> Iterator[str]:
    """Yield each rule that moved an indicator against a claim of its own, with the claim and the indicator."""
    quantities = run.program.bundle.model.quantities
    for row in rows_in(run):
        family = run.program.slots.base[row.slot].family
        ref = quantities[family].ref if family in quantities else None
        if row.cause.kind != "rule" or not ref or not row.amount:
            continue
        way = UP if row.amount > 0 else DOWN
        for claim in claims_of(run.program, row.cause):
            arrows = {arrow.what: arrow.way for arrow in TABLE[claim].arrows}
            if arrows.get(ref, way) != way:
                yield f"{row.cause.name} {claim} {ref}"
