"""Every case of every shipped scenario holds."""

from __future__ import annotations

import pytest

from tests.support.shipped import SHIPPED, runner_of, verdicts_of

CASES = [
    pytest.param(name, number, id=f"{name}: {case.name}")
    for name in SHIPPED
    for number, case in enumerate(runner_of(name).file.cases)
]


@pytest.mark.parametrize(("name", "number"), CASES)
def test_the_case_holds(name: str, number: int) -> None:
    verdict = verdicts_of(name)[number]
    assert verdict.passed, (verdict.place, [miss.message for miss in verdict.misses])


@pytest.mark.parametrize("name", SHIPPED)
def test_no_two_cases_have_one_name(name: str) -> None:
    names = [case.name for case in runner_of(name).file.cases]
    assert len(set(names)) == len(names)
