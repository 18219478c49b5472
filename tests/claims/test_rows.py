"""No line that a rule writes goes against the claim it rests on, over all cases of the shipped scenarios.

The arrows were typed apart from the rules (`arrows`), so a rule with its sign turned round is found here.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from exercise.authoring.case_run import Run
from exercise.engine.explain import claims_of
from tests.claims.arrows import CLAIMS, DOWN, TABLE, UP, WINDOWS
from tests.support.shipped import SHIPPED, all_runs, rows_in, runs_of

CONVERSE = {
    "trained_officials_find_people": "C-08 tells what untrained officials do",
    "posts_without_women": "C-42 tells what women at the post bring",
    "alarm_settles": "C-88 tells what keeps alarm from settling",
    "agreed_line_is_quiet": "C-14 tells what a line does that nobody has agreed on",
    "day_is_refused": "C-13 and C-43 tell what comes of it when both sides take part",
    "figures_meet": "C-88 tells what keeps alarm from settling",
    "frame_was_corrected": "C-05 tells what a frame does that nobody corrects",
    "kept_chair_is_a_small_thing": "C-89 tells what comes of it where nobody lets those concerned speak",
    "disaster_as_matter_of_nature": "C-26 tells what a disaster does that nobody prepares for",
}
"""Rules that say what happens where the driver of their claim is not there."""


def test_the_table_holds_every_claim_once_with_a_known_delay() -> None:
    assert list(TABLE) == [f"C-{number:02d}" for number in range(1, CLAIMS + 1)]
    assert {claim.delay for claim in TABLE.values()} == {*WINDOWS, "none"} - {"now"}
    assert all(claim.arrows or claim.special for claim in TABLE.values())


@pytest.mark.parametrize("scenario", SHIPPED)
def test_rows_of_rules_point_the_way_their_claims_do(scenario: str) -> None:
    against = sorted({one for run in runs_of(scenario) for one in _against(run)})
    assert against == []


def test_the_rules_that_tell_the_converse_are_still_there_and_still_do() -> None:
    found = {one.split()[0] for run in all_runs() for one in _against(run, ())}
    assert found == set(CONVERSE)


def _against(run: Run, known: tuple[str, ...] = tuple(CONVERSE)) -> Iterator[str]:
    """Yield each rule that moved an indicator against a claim of its own, with the claim and the indicator."""
    quantities = run.program.bundle.model.quantities
    for row in rows_in(run):
        family = run.program.slots.base[row.slot].family
        ref = quantities[family].ref if family in quantities else None
        if row.cause.kind != "rule" or row.cause.name in known or not ref or not row.amount:
            continue
        way = UP if row.amount > 0 else DOWN
        for claim in claims_of(run.program, row.cause):
            arrows = {arrow.what: arrow.way for arrow in TABLE[claim].arrows}
            if arrows.get(ref, way) != way:
                yield f"{row.cause.name} {claim} {ref}"
