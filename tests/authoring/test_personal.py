"""What looks like data of a real person is told with its place; what only looks a little like it is not."""

from __future__ import annotations

import time

import pytest

from exercise.authoring.personal import CODE, find_personal
from exercise.library.places import find_checkout


def found(line: str) -> list[str]:
    """Return what is underlined in a line, and what it is taken for."""
    return [
        f"{line[p.column - 1 : p.column - 1 + p.length]} = {said(p.message)}"
        for p in find_personal(line, "x.md")
    ]


def said(message: str) -> str:
    return message.removeprefix("this looks like ").partition(" of a real person")[0]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Write to a.b@post.example now", ["a.b@post.example = an e-mail address"]),
        (
            "# ask x@y.org or z@y.org",
            ["x@y.org = an e-mail address", "z@y.org = an e-mail address"],
        ),
        ("phone: +992 37 221 00 00", ["+992 37 221 00 00 = a telephone number"]),
        ("call 00992372210000 at night", ["00992372210000 = a telephone number"]),
        ("call (0372) 21-00-00-11", ["(0372) 21-00-00-11 = a telephone number"]),
        ("    full_name: A B", ["full_name = a field with data"]),
        ("- **Date of birth**: 1 May", ["Date of birth = a field with data"]),
        ("  person: A B", ["person = a field with data"]),
        ("Passport no: AA 12", ["Passport no = a field with data"]),
    ],
)
def test_data_of_a_person_is_told_with_its_place(line: str, told: list[str]) -> None:
    assert found(line) == told


@pytest.mark.parametrize(
    "line",
    [
        "family: security",
        "seat: person",
        "name: Border guard",
        "They met on 2016-11-27 and on 27-11-2016.",
        "in 2004 2007 2016",
        "a budget of 10 000 000 000",
        "source: OHCHR guideline 9, A/HRC/34/CRP.1",
        "version: 1.0.0-2016.11.27",
        "claims: [C-02, C-03, C-77]",
        "sha256 0123456789012345678901234567890123456789",
        "map: [3, 4]",
        "Each person has a bed",
        "person:",
    ],
)
def test_what_is_no_such_data_is_left_alone(line: str) -> None:
    assert found(line) == []


def test_a_warning_says_where_and_what_to_do() -> None:
    (problem,) = find_personal("a\nb\n  write x@y.org\n", "notes.md")
    assert problem.format() == (
        "notes.md:3:9: warning: this looks like an e-mail address of a real person; take it out, "
        f"or make one up that cannot exist ({CODE})\n      write x@y.org\n            ^^^^^^^"
    )


def test_a_long_line_costs_little() -> None:
    began = time.perf_counter()
    for line in ("1 " * 250_000, "a" * 500_000, "+" * 500_000, "1-22-" * 100_000):
        assert found(line) == []
    assert time.perf_counter() - began < 10


def test_nothing_shipped_holds_what_looks_like_data_of_persons() -> None:
    checkout = find_checkout()
    assert checkout is not None
    for folder in ("scenarios", "roles"):
        for path in (checkout / folder).rglob("*"):
            if path.suffix in (".yaml", ".md"):
                assert list(find_personal(path.read_text(encoding="utf-8"), path.name)) == []
