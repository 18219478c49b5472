"""Canonical JSON: one value, one sequence of bytes, nothing else accepted."""

from __future__ import annotations

from enum import IntEnum, StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercise.errors import JournalError
from exercise.journal import canonical, parse_canonical

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abя\x00\U0001f600"), inner),
    max_leaves=20,
)


class _Word(StrEnum):
    one = "one"


class _Number(IntEnum):
    one = 1


@given(values)
def test_every_value_comes_back_and_gives_the_same_bytes(value: object) -> None:
    data = canonical(value)
    assert parse_canonical(data) == value
    assert canonical(parse_canonical(data)) == data


def test_keys_are_sorted_and_text_is_plain_utf8() -> None:
    assert canonical({"b": [1, True, None], "a": "Ош"}) == '{"a":"Ош","b":[1,true,null]}'.encode()


def test_the_order_of_keys_does_not_matter() -> None:
    assert canonical({"a": 1, "b": 2}) == canonical({"b": 2, "a": 1})


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        float("nan"),
        (1, 2),
        {1: "x"},
        {"a": {None: 1}},
        {"a": b"x"},
        [{1, 2}],
        "\ud800",
        {"\udfff": 1},
        2**64,
        -(2**63) - 1,
        _Word.one,
        _Number.one,
        {_Word.one: 1},
    ],
    ids=repr,
)
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    with pytest.raises(JournalError):
        canonical(value)


def test_nesting_is_limited_to_64_levels_both_ways() -> None:
    assert parse_canonical(b"[" * 64 + b"]" * 64)
    value: list[object] = []
    value.append(value)
    with pytest.raises(JournalError, match="nested"):
        canonical(value)
    for depth in (65, 100_000):
        with pytest.raises(JournalError, match="nested"):
            parse_canonical(b"[" * depth + b"]" * depth)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"nul",
        b"\xff",
        b"\xef\xbb\xbf1",
        b"1.0",
        b"1e3",
        b"-0",
        b"01",
        b"NaN",
        b"-Infinity",
        b"18446744073709551616",
        b"9" * 5000,
        b' {"a":1}',
        b'{"a": 1}',
        b'{"a":1}\n',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b'{"a":1,"\\u0061":2}',
        b'"\\u0061"',
        b'"\\ud800"',
        b'"\\/"',
        b'"\n"',
        b"\xc0\xaf",
        b"{'a':1}",
    ],
    ids=lambda data: repr(data[:24]),
)
def test_bytes_that_are_not_canonical_json_are_refused(data: bytes) -> None:
    with pytest.raises(JournalError):
        parse_canonical(data)


def test_a_doubled_key_is_named() -> None:
    with pytest.raises(JournalError, match="'seat' is given twice"):
        parse_canonical(b'{"seat":1,"seat":2}')


@given(st.binary(max_size=40))
def test_any_bytes_are_read_or_refused_with_the_journals_own_error(data: bytes) -> None:
    try:
        value = parse_canonical(data)
    except JournalError:
        return
    assert canonical(value) == data
