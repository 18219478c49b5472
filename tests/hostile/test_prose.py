"""Prose of any kind is looked through in time that grows with its length alone."""

from __future__ import annotations

import time
from itertools import islice

import pytest

from exercise.authoring import wording
from exercise.authoring.personal import find_personal
from exercise.authoring.wording import find_wordings
from exercise.library.yaml_nodes import ScalarNode, Source, offset_position

SHORT, LONG = 20_000, 160_000
TIMES = 8 * 4
"""The long text is eight times the short one; four is left for other work on the machine."""
TEXTS = {
    "letters": "a",
    "dots": "a.b-",
    "signs": "@",
    "addresses": "a@b.org ",
    "numbers abroad": "+7 901 123 45 67 ",
    "numbers at home": "901 123 45 67 ",
    "one digit": "+1",
    "brackets": "(",
    "blanks": " ",
    "dashes": "- ",
    "quotes": "“",
    "quoted wordings": "“illegal migrants” ",
    "half a wording": "illegal ",
    "labels": "name ",
}


def seconds(text: str) -> float:
    """Return how long the processor works on a text that it has not seen before."""
    wording._found.cache_clear()
    start = time.process_time()
    list(islice(find_personal(text, "x"), 101))
    find_wordings(text)
    return time.process_time() - start


@pytest.mark.parametrize("name", TEXTS)
def test_a_longer_text_takes_longer_by_its_length(name: str) -> None:
    part = TEXTS[name]
    short = min(seconds(part * (SHORT // len(part))) for _ in range(3))
    long = min(seconds(part * (LONG // len(part))) for _ in range(2))
    assert long < max(0.2, TIMES * short)


def test_the_place_of_a_character_is_found_quickly_in_a_long_text() -> None:
    lines = ("some words here",) * 60_000
    node = ScalarNode(" ".join(lines), "", "", 1, 1, len(lines), Source("x", lines))
    start = time.process_time()
    place = offset_position(node, len(node.text) - 1)
    assert (place.line, place.column) == (60_000, 15)
    assert time.process_time() - start < 1
