"""Every code is documented, found by a test, and shown with an example that is true."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import exercise
from exercise.authoring.check import check
from exercise.authoring.codes import CodeEntry, chapters, explain_code, known_codes
from exercise.engine.findings import unknown_code
from exercise.errors import LibraryError
from tests.support.tiny import FILES, only, write_library

_TESTS = Path(__file__).parents[1]
_PACKAGE = Path(exercise.__file__).parent
_ENTRIES = {code: entry for codes in chapters().values() for code, entry in codes.items()}
_TELL = (
    "LanguageError", "Problem", "_at_key", "_error", "_note", "at_offset", "at_path", "error", "failed", "failure",
    "fault", "finding", "note", "warning", "_answer",
)  # fmt: skip
"""What takes a code among its arguments, after the first."""
_NAME = ("need", "each", "expect", "unknown", "_unknown")
"""What takes the kind of a name that stands for nothing."""
_FALLBACKS = ("invalid", "name")
"""Codes for what no file is known to bring about; they are there so that no mistake is without a message."""
_CONDITION = "when: preparedness[rivermark] < 60 and fired(first_families)"


def _told_codes() -> Iterator[str]:
    """Yield the codes that stand in the source where something is told."""
    for package in ("engine", "library", "authoring"):
        for path in (_PACKAGE / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield from _codes_of(node)


def _codes_of(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    words = [one.value for one in call.args[1:] if isinstance(one, ast.Constant)]
    words += [
        one.value.value
        for one in call.keywords
        if one.arg == "code" and isinstance(one.value, ast.Constant)
    ]
    named = [word for word in words if isinstance(word, str)]
    if name in _NAME:
        yield from (unknown_code(word) for word in named if re.fullmatch(r"[a-z]+( [a-z]+)*", word))
    elif name in _TELL or call.keywords:
        yield from (word for word in named if re.fullmatch(r"[a-z]+(-[a-z]+)+", word))


def test_every_code_that_is_told_is_documented() -> None:
    told = {*_told_codes()}
    assert len(told) > 80
    assert sorted(told - {*known_codes()}) == []


@cache
def _tests_text() -> str:
    files = [*_TESTS.rglob("*.py"), *_TESTS.rglob("*.toml")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.parametrize("code", known_codes())
def test_every_documented_code_is_found_by_a_test(code: str) -> None:
    text = _tests_text()
    assert code in _FALLBACKS or f'"{code}"' in text or f"({code})" in text


def _at(entry: CodeEntry) -> tuple[str, str, str] | None:
    """Return where an example fits into the tiny library: file, what stands there, what to put there."""
    if "(" in (entry.right[0], entry.wrong[0]):
        return None
    examples = (entry.right.rstrip("\n"), entry.wrong.rstrip("\n"))
    one_condition = all(one.startswith("when: ") and "\n" not in one for one in examples)
    if entry.file == "injects.yaml" and one_condition:
        return "scenarios/tiny/injects.yaml", _CONDITION, examples[1]
    for file in sorted(FILES, key=lambda name: not name.endswith(f"/{entry.file}")):
        for depth in range(5):
            right, wrong = (textwrap.indent(lines, "  " * depth) for lines in examples)
            if FILES[file].count(right) == 1:
                return file, right, wrong
    return None


_FITTING = [code for code, entry in _ENTRIES.items() if _at(entry) is not None]


def test_most_examples_are_lines_of_the_tiny_library() -> None:
    assert len(_FITTING) >= 100


@pytest.mark.parametrize("code", _FITTING)
def test_a_wrong_example_is_told_with_its_code(code: str, tmp_path: Path) -> None:
    place = _at(_ENTRIES[code])
    assert place is not None
    file, right, wrong = place
    root = write_library(tmp_path)
    (root / file).write_text(FILES[file].replace(right, wrong), encoding="utf-8")
    assert code in [problem.code for problem in check([], only(root)).problems]


_CONDITIONS = [code for code in _FITTING if (_at(_ENTRIES[code]) or ("", "", ""))[1] == _CONDITION]


@pytest.mark.parametrize("code", _CONDITIONS)
def test_a_right_condition_is_not_told(code: str, tmp_path: Path) -> None:
    root = write_library(tmp_path)
    file = root / "scenarios" / "tiny" / "injects.yaml"
    right = _ENTRIES[code].right.rstrip("\n")
    file.write_text(file.read_text(encoding="utf-8").replace(_CONDITION, right), encoding="utf-8")
    assert [one for one in check([], only(root)).problems if one.severity == "error"] == []


@pytest.mark.parametrize("code", known_codes())
def test_every_code_is_explained_with_its_example(code: str) -> None:
    told, entry = explain_code(code), _ENTRIES[code]
    assert told.startswith(f"{code}\n\n")
    for lines in (entry.wrong, entry.right):
        assert textwrap.indent(lines.rstrip("\n"), "    ") in told
    assert max(len(line) for line in told.splitlines()) <= 140


@pytest.mark.parametrize(
    ("asked", "hint"), [("never_tru", "never-true"), ("unknown-rol", "unknown-role")]
)
def test_an_unknown_code_is_answered_with_the_nearest(asked: str, hint: str) -> None:
    with pytest.raises(LibraryError, match=f"no code '{asked}'. Did you mean '{hint}'"):
        explain_code(asked)


def test_a_code_like_none_is_answered_with_the_page() -> None:
    with pytest.raises(LibraryError, match=r"docs/check-codes\.md"):
        explain_code("zzz")
