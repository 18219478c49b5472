"""The page on what scenarios can do: its plans are played again, and bots stay within what it says of them."""

from __future__ import annotations

import pytest

from docs.make_scenarios import PAGE, Planned, planned, play, shared, title_of
from tests.support.pages import read, section, tables
from tests.support.shipped import SHIPPED

APART = 2500
"""Best and worst plans lie at least this far apart on each axis, hundredths."""
FULL = [name for name in SHIPPED if name != "first-steps"]
"""First steps teaches keys in ten minutes; it is not meant to be won or lost."""


def _plans(name: str) -> dict[str, Planned]:
    return {plan.name: plan for plan in planned(name)}


@pytest.mark.parametrize("name", SHIPPED)
def test_plans_and_bots_end_as_the_page_says(name: str) -> None:
    told = section(read(PAGE), title_of(name))
    bots, plans = tables(told)[:2]
    expected = [
        [f"`{p.name}`", f"{p.security / 100:.1f}", f"{p.rights / 100:.1f}"] for p in planned(name)
    ]
    assert [list(row) for row in plans[1:]] == expected, "run `make scenarios`"
    one = play(name, seed=1)
    for row, value in zip(bots[1:], (one.security, one.rights), strict=True):
        assert float(row[1]) <= round(value / 100, 1) <= float(row[3]), "run `make scenarios`"


@pytest.mark.parametrize("name", FULL)
def test_decisions_matter_on_both_axes(name: str) -> None:
    plans = _plans(name)
    worst, best_security, best_rights = (
        plans[key] for key in ("worst", "best_security", "best_rights")
    )
    assert best_security.security - worst.security >= APART
    assert best_rights.rights - worst.rights >= APART


@pytest.mark.parametrize("name", FULL)
def test_no_plan_is_best_on_both_axes_and_no_measure_is_in_every_best_plan(name: str) -> None:
    plans = _plans(name)
    best_security, best_rights = plans["best_security"], plans["best_rights"]
    assert best_security.security > best_rights.security
    assert best_rights.rights > best_security.rights
    assert shared(list(plans.values())) == frozenset()
