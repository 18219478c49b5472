"""What a misspelt name is answered with."""

from __future__ import annotations

from difflib import get_close_matches

from hypothesis import given
from hypothesis import strategies as st

from exercise.nearest import nearest


def test_nearest_finds_the_misspelt_name() -> None:
    known = ["border_pressure", "preparedness", "alarm"]
    assert nearest("bordr_pressure", known) == "border_pressure"
    assert nearest("Border-Pressure", known) == "border_pressure"
    assert nearest("zzz", known) is None
    assert nearest("", known) is None
    assert nearest("alarm", []) is None


@given(st.permutations(["visa_a", "visa_b", "visa_c", "vise_a"]))
def test_nearest_does_not_depend_on_the_order(known: list[str]) -> None:
    assert nearest("visa_", known, 2) == nearest("visa_", sorted(known), 2)


def test_nearest_joins_several_and_gives_up_on_huge_names() -> None:
    assert nearest("turns", ["turn_a", "turn", "turn"], 2) == "turn or turn_a"
    assert nearest("a" * 1_000_000, ["a" * 70]) is None
    assert nearest("alarm", ["alarm" * 1_000]) is None


@given(st.text("abcs_", min_size=1, max_size=8), st.lists(st.text("abcs_", min_size=1, max_size=8)))
def test_nearest_leaves_out_nothing_that_would_have_been_near(name: str, known: list[str]) -> None:
    near = get_close_matches(name, sorted(set(known)), 1, 0.6)
    assert nearest(name, known) == next(iter(near), None)
