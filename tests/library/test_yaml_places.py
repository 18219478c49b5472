from __future__ import annotations

from typing import Any

import pytest
import yaml

from exercise.library import strict_yaml
from exercise.library.strict_yaml import (
    MappingNode,
    ScalarNode,
    SequenceNode,
    locate,
    offset_position,
    parse,
)

LOADERS = [yaml.SafeLoader] + ([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])


@pytest.fixture(params=LOADERS, ids=lambda loader: str(loader.__name__))
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run a test with libyaml, where it is there, and with the pure Python parser."""
    monkeypatch.setattr(strict_yaml, "_FAST_LOADER", request.param)
    return request.param


def scalar_of(text: str) -> ScalarNode:
    node = parse(text, "scenario.yaml").entries["value"][1]
    assert isinstance(node, ScalarNode)
    return node


def character_at(text: str, node: ScalarNode, offset: int) -> str:
    place = offset_position(node, offset)
    line = text.split("\n")[place.line - 1]
    assert place.source_line == line
    return line[place.column - 1 : place.column]


SCENARIO = """\
# A note.
title: Border week   # the name
seats:
  - role: uzbekistan
    funds: 3
  - role: "tajikistan"
limits: {low: 1, high: 9}
briefing: |
  First line.

  Second line.
# The end.
"""


@pytest.mark.usefixtures("either_parser")
def test_nodes_know_their_lines() -> None:
    root = parse(SCENARIO, "f")
    seats, briefing = root.entries["seats"][1], root.entries["briefing"][1]
    assert isinstance(seats, SequenceNode)
    assert isinstance(seats.items[0], MappingNode)
    assert isinstance(briefing, ScalarNode)
    assert (root.line, root.column, root.end_line) == (2, 1, 11)
    assert (seats.line, seats.column, seats.end_line) == (4, 3, 6)
    assert (seats.items[0].line, seats.items[0].column, seats.items[0].end_line) == (4, 5, 5)
    assert (briefing.line, briefing.column, briefing.end_line, briefing.style) == (8, 11, 11, "|")


def test_the_order_of_the_file_is_kept() -> None:
    assert list(parse("b: 1\na: 2\nc: 3\n", "f").entries) == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        ((), False, (2, 1, 1)),
        (("title",), False, (2, 8, 11)),
        (("title",), True, (2, 1, 5)),
        (("seats", 1, "role"), False, (6, 11, 12)),
        (("seats", 1, "role"), True, (6, 5, 4)),
        (("seats", 1), True, (6, 5, 1)),
        (("limits", "high"), False, (7, 24, 1)),
        (("limits", "middle"), False, (7, 9, 1)),
        (("limits", "middle"), True, (7, 1, 6)),
        (("seats", 7, "role"), False, (4, 3, 1)),
        (("seats", -1), False, (4, 3, 1)),
        (("seats", "role"), False, (4, 3, 1)),
        (("title", "text"), False, (2, 8, 11)),
        (("absent",), True, (2, 1, 1)),
    ],
)
def test_locate_finds_the_value_the_key_or_the_deepest_ancestor(
    path: tuple[str | int, ...], key: bool, place: tuple[int, int, int]
) -> None:
    found = locate(parse(SCENARIO, "f"), path, key)
    assert (found.line, found.column, found.length) == place
    assert found.source_line == SCENARIO.split("\n")[found.line - 1]


def test_an_absent_value_stands_after_its_colon() -> None:
    found = locate(parse("a:\nb: 1\n", "f"), ("a",))
    assert (found.line, found.column) == (1, 3)


@pytest.mark.parametrize(
    "text",
    [
        "value: alarm > 4 and not fired\n",
        "value:   'alarm > 4 and not fired'\n",
        'value: "alarm > 4 and not fired" # why\n',
        "value: alarm > 4\n  and not\n\n  fired\n",
        "value: 'alarm > 4\n  and not fired'\n",
        "value: |\n  alarm > 4\n    and not\n\n  fired\nnext: 1\n",
        "value: >-  # folded\n\n    alarm > 4\n    and not fired\n\n# end\n",
        "value: |2+\n   alarm > 4\n  and not fired\n\n",
    ],
)
@pytest.mark.usefixtures("either_parser")
def test_every_character_of_a_text_is_found_again_in_the_file(text: str) -> None:
    node = scalar_of(text)
    for offset, character in enumerate(node.text):
        if not character.isspace():
            assert character_at(text, node, offset) == character
    end = offset_position(node, len(node.text.rstrip()))
    assert end.source_line[: end.column - 1].endswith("fired")


def test_an_offset_maps_to_the_right_one_of_equal_characters() -> None:
    node = scalar_of("value: |\n  aa\n  aa\n")
    places = [offset_position(node, offset) for offset in (0, 1, 3, 4)]
    assert [(one.line, one.column) for one in places] == [(2, 3), (2, 4), (3, 3), (3, 4)]


def test_an_offset_after_an_escape_gives_the_start_of_the_text() -> None:
    node = scalar_of('value: "ab\\u0041cd"\n')
    places = [offset_position(node, offset) for offset in (1, 2, 4)]
    assert [(one.line, one.column) for one in places] == [(1, 10), (1, 8), (1, 8)]


def test_an_offset_outside_the_text_is_brought_inside() -> None:
    node = scalar_of("value: alarm\n")
    assert (offset_position(node, -3).column, offset_position(node, 99).column) == (8, 13)


def test_an_empty_text_has_the_place_where_it_would_begin() -> None:
    assert offset_position(scalar_of("value: ''\n"), 0).column == 8
