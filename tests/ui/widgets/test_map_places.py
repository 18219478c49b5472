"""Places on the map: as the model has them, packed, and in rows where it has none."""

from __future__ import annotations

import pytest

from exercise.library.loader import load_scenario
from exercise.model.bundle import Bundle
from exercise.ui.widgets.map_places import MapPlace, map_places
from tests.support.tiny import tiny_program


def bundle_with(cells: dict[str, tuple[int, int] | None]) -> Bundle:
    """Return a bundle with these states in play, none of them anybody's neighbour."""
    bundle = tiny_program().bundle
    one = bundle.model.states["rivermark"]
    states = {
        slug: one.model_copy(update={"map": cell, "neighbours": ()}) for slug, cell in cells.items()
    }
    return bundle.model_copy(
        update={
            "model": bundle.model.model_copy(update={"states": states}),
            "scenario": bundle.scenario.model_copy(update={"states": tuple(cells)}),
        }
    )


def cells_of(bundle: Bundle) -> list[tuple[int, int]]:
    return [(place.column, place.row) for place in map_places(bundle)]


def test_a_shipped_region_stands_where_its_model_puts_it() -> None:
    places = {
        place.slug: place
        for place in map_places(load_scenario("northern-displacement").program.bundle)
    }
    assert {slug: (place.column, place.row) for slug, place in places.items()} == {
        "kazakhstan": (1, 0),
        "kyrgyzstan": (2, 1),
        "tajikistan": (2, 2),
        "turkmenistan": (0, 1),
        "uzbekistan": (1, 1),
    }
    assert places["tajikistan"].neighbours == ("kyrgyzstan", "uzbekistan")


def test_states_out_of_play_leave_no_room_behind() -> None:
    (place,) = map_places(load_scenario("first-steps").program.bundle)
    assert place == MapPlace("tajikistan", 0, 0, ())


def test_empty_columns_and_rows_are_left_out_and_the_order_is_kept() -> None:
    assert cells_of(bundle_with({"a": (7, 2), "b": (3, 9), "c": (3, 2)})) == [
        (1, 0),
        (0, 1),
        (0, 0),
    ]


@pytest.mark.parametrize(
    ("count", "cells"),
    [
        (1, [(0, 0)]),
        (2, [(0, 0), (1, 0)]),
        (4, [(0, 0), (1, 0), (0, 1), (1, 1)]),
        (5, [(0, 0), (1, 0), (2, 0), (0, 1), (1, 1)]),
    ],
)
def test_states_without_places_stand_in_rows(count: int, cells: list[tuple[int, int]]) -> None:
    names: dict[str, tuple[int, int] | None] = dict.fromkeys("abcde"[:count])
    assert cells_of(bundle_with(names)) == cells


def test_states_without_places_stand_below_those_with_one() -> None:
    cells: dict[str, tuple[int, int] | None] = {
        "a": None,
        "b": (0, 0),
        "c": (4, 0),
        "d": None,
        "e": None,
    }
    assert cells_of(bundle_with(cells)) == [(0, 1), (0, 0), (1, 0), (1, 1), (0, 2)]


def test_a_border_told_by_one_side_is_a_border() -> None:
    bundle = tiny_program().bundle
    states = dict(bundle.model.states)
    states["rivermark"] = states["rivermark"].model_copy(update={"neighbours": ()})
    one_sided = bundle.model_copy(
        update={"model": bundle.model.model_copy(update={"states": states})}
    )
    assert {place.slug: place.neighbours for place in map_places(one_sided)} == {
        "rivermark": ("highvale",),
        "highvale": ("rivermark",),
    }
