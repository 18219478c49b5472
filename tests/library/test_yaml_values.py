from __future__ import annotations

import math
from typing import Any

import pytest
import yaml

from exercise.errors import Problem, ScenarioError
from exercise.library import strict_yaml
from exercise.library.strict_yaml import (
    ScalarNode,
    locate,
    parse,
    plain,
    read_text,
)

LOADERS = [yaml.SafeLoader] + ([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])
TWO_MIB = 2 * 1024 * 1024


@pytest.fixture(params=LOADERS, ids=lambda loader: str(loader.__name__))
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run a test with libyaml, where it is there, and with the pure Python parser."""
    monkeypatch.setattr(strict_yaml, "_FAST_LOADER", request.param)
    return request.param


def problems_of(source: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(ScenarioError) as caught:
        parse(source, "scenario.yaml")
    return caught.value.problems


def value_of(text: str) -> object:
    return plain(parse(f"value: {text}\n", "scenario.yaml").entries["value"][1])


def scalar_of(text: str) -> ScalarNode:
    node = parse(text, "scenario.yaml").entries["value"][1]
    assert isinstance(node, ScalarNode)
    return node


@pytest.mark.parametrize("text", ["9:30", "no", "on", "yes", "Off", "y", "012", "-007", "0x1F"])
@pytest.mark.usefixtures("either_parser")
def test_what_yaml_1_1_would_change_stays_as_typed(text: str) -> None:
    assert value_of(text) == text


@pytest.mark.parametrize(
    "text", ["0o17", "1_000", "2024-05-01", "1.2.3", "tRUE", "+", "-x", ".", "1e"]
)
def test_what_only_resembles_a_value_stays_text(text: str) -> None:
    assert value_of(text) == text


@pytest.mark.parametrize("text", ["٣", "1٣"])
def test_only_ascii_digits_make_a_number(text: str) -> None:
    assert value_of(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("True", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-0", 0),
        ("+12", 12),
        ("-40", -40),
        ("999999999999999999", 10**18 - 1),
        ("1.5", 1.5),
        (".5", 0.5),
        ("2.", 2.0),
        ("-1e3", -1000.0),
    ],
)
@pytest.mark.usefixtures("either_parser")
def test_plain_words_and_numbers_of_the_core_rules(text: str, value: object) -> None:
    read = value_of(text)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize("text", ['"12"', "'true'", "'~'", '"9:30"', "|\n  12", ">-\n  null"])
def test_quoted_and_block_scalars_are_always_text(text: str) -> None:
    assert isinstance(value_of(text), str)


@pytest.mark.parametrize(
    "text", [".inf", "-.INF", "+.Inf", ".nan", ".NaN", "1e400", "-" + "9" * 19]
)
def test_numbers_that_no_file_may_hold_are_refused(text: str) -> None:
    assert [one.code for one in problems_of(f"value: {text}\n")] == ["number"]


def test_the_smallest_fraction_is_finite() -> None:
    value = value_of("1e-400")
    assert isinstance(value, float)
    assert math.isfinite(value)


@pytest.mark.parametrize("key", ["no", "on", "9:30", "012", '"12"', "'<<'", '"true"', "? plain"])
@pytest.mark.usefixtures("either_parser")
def test_text_keys_are_kept(key: str) -> None:
    text = f"{key}\n: 1\n" if key.startswith("?") else f"{key}: 1\n"
    assert list(parse(text, "f").entries) == [key.strip("\"'? ")]


def test_a_byte_order_mark_is_taken_off_and_does_not_shift_columns() -> None:
    node = parse(b"\xef\xbb\xbfa: 1\n", "f")
    assert (node.line, node.column, plain(node)) == (1, 1, {"a": 1})


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_as_one(end: str) -> None:
    root = parse(f"a: 1{end}b:{end}  c: 2{end}", "f")
    place = locate(root, ("b", "c"))
    assert (place.line, place.column, place.source_line) == (3, 6, "  c: 2")


def test_read_text_returns_line_feeds_only() -> None:
    assert read_text("Граница\r\nдень\r".encode(), "f") == "Граница\nдень\n"


def test_the_place_of_a_wrong_byte_counts_characters() -> None:
    with pytest.raises(ScenarioError) as caught:
        read_text("а: 1\nграница ".encode() + b"\xff\n", "f")
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (2, 9)


@pytest.mark.parametrize(
    "character",
    [
        *("\x00", "\x1b", "\x7f", "\x85", "\u2028", "\ufeff", "\ud800"),
        *("\u200b", "\u202e", "\u2066", "\u2060", "\U000e0041", "\u0301" * 9),
    ],
)
def test_characters_without_a_place_in_a_text_are_refused(character: str) -> None:
    (problem,) = problems_of(f"a: 1\nb: {character}\n")
    assert (problem.line, problem.column, problem.code) == (2, 4, "control-character")


def test_a_file_of_two_mebibytes_is_read_and_one_more_byte_is_not() -> None:
    text = "a: 1 # " + "x" * (TWO_MIB - 7)
    assert plain(parse(text, "f")) == {"a": 1}
    assert [one.code for one in problems_of(text + "x")] == ["file-too-large"]


def test_letters_with_as_many_marks_as_scripts_have_are_read() -> None:
    assert scalar_of("value: й e\u0301 a" + "\u0301" * 8).text.endswith("\u0301")


def test_the_size_of_a_text_is_counted_in_bytes() -> None:
    assert [one.code for one in problems_of("a: " + "ж" * (TWO_MIB // 2))] == ["file-too-large"]


def test_tabs_inside_quoted_and_block_text_and_after_values_are_kept() -> None:
    root = parse("a: |\n  y\n  \tx\nb: 'y\n\tz'\nc: 1\t# note\n", "f")
    assert plain(root) == {"a": "y\n\tx\n", "b": "y z", "c": 1}
