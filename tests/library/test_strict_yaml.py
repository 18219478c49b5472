from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from exercise.errors import ExerciseError, Problem, ScenarioError
from exercise.library import strict_yaml
from exercise.library.strict_yaml import (
    MAX_PROBLEMS,
    parse,
    plain,
)
from exercise.limits import MAX_ENTRIES, MAX_KEY, MAX_LINES, MAX_TEXT, MAX_VALUES, most_values

GALLERY = Path(__file__).parents[1] / "malformed" / "yaml"
TWO_MIB = 2 * 1024 * 1024
LOADERS = [yaml.SafeLoader] + ([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])

# File name without its ending: place, code, message.
MISTAKES: dict[str, tuple[str, str, str]] = {
    "alias": (
        "2:10",
        "alias",
        "*coordinator refers to another place, which is not possible here; write the value "
        "out, or put text that begins with * in quotes",
    ),
    "anchor": (
        "1:8",
        "anchor",
        "the anchor &places is not possible here; delete it, or put text that begins with & "
        "in quotes",
    ),
    "backslash_in_quotes": (
        "2:15",
        "syntax",
        "the escape \\d is unknown or incomplete; for a plain backslash use single quotes, "
        "or write it twice",
    ),
    "bell_character": (
        "2:11",
        "control-character",
        "the control character U+0007 is not allowed in a text file; delete it",
    ),
    "big_integer": (
        "2:7",
        "number",
        "this number has 19 digits, at most 18 can be read; if it is text, put it in quotes",
    ),
    "block_text_on_first_line": (
        "1:12",
        "syntax",
        "the text of a | or > block begins on the next line; nothing may follow on this one",
    ),
    "boolean_key": ("2:1", "key", 'a key must be text; put it in quotes: "true"'),
    "bracket_unclosed": ("2:8", "syntax", "the '[' opened here is never closed by ']'"),
    "brackets_mixed": (
        "1:31",
        "syntax",
        "the '[' opened before must be closed by ']', not by this",
    ),
    "byte_not_utf8": (
        "1:11",
        "encoding",
        "the byte 0xE9 is not UTF-8; save the file again as UTF-8",
    ),
    "comma_missing": ("1:22", "syntax", "a comma or ']' is missing before this"),
    "comma_twice": (
        "1:20",
        "syntax",
        "a value is expected here, but ',' follows; add it, or put text in quotes",
    ),
    "complex_key": (
        "2:3",
        "key",
        "a key must be text, but this one is a list or a mapping; put text in quotes",
    ),
    "directive": (
        "1:1",
        "directive",
        "a line cannot begin with %, a YAML directive; delete it, or indent it if it is text",
    ),
    "duplicate_key": (
        "3:1",
        "duplicate-key",
        'the key "title" stands here twice: first in line 1, column 1, again in line 3; '
        "keep one of them",
    ),
    "duplicate_key_nested": (
        "5:5",
        "duplicate-key",
        'the key "funds" stands here twice: first in line 3, column 5, again in line 5; '
        "keep one of them",
    ),
    "empty": ("1:1", "empty", "the file is empty"),
    "empty_comments_only": ("1:1", "empty", "the file is empty"),
    "escape_to_control": (
        "2:7",
        "control-character",
        "an escape in this text stands for the control character U+001B; delete it",
    ),
    "infinity": (
        "2:8",
        "number",
        "infinity and not-a-number cannot be used; if it is text, put it in quotes",
    ),
    "item_among_keys": (
        "2:1",
        "syntax",
        "a list item stands where a key is expected; indent it under its own key",
    ),
    "item_on_key_line": (
        "1:8",
        "syntax",
        "a list cannot begin on the line of its key; put each '- ' item on a line of its own",
    ),
    "key_among_items": (
        "3:3",
        "syntax",
        "a list item that begins with '- ' is expected here; indent this line under the "
        "item it belongs to",
    ),
    "key_continues_text": (
        "2:3",
        "syntax",
        "this key is indented like a continuation of the line above; line it up with the "
        "keys it belongs to",
    ),
    "key_dedented_wrongly": (
        "3:3",
        "syntax",
        "this line is indented like no line above it; line it up with its neighbours",
    ),
    "key_without_colon": (
        "2:1",
        "syntax",
        "a key with a colon and a space is expected here; if this line continues the text "
        "above, indent it further",
    ),
    "key_without_space": ("2:1", "syntax", "a space is missing after the colon of this key"),
    "list_on_top": (
        "1:1",
        "top-level",
        "the file must consist of keys with values, but it holds a list",
    ),
    "merge_key": (
        "3:3",
        "merge-key",
        "the merge key << is not possible here; write the values out",
    ),
    "missing_key": ("2:1", "syntax", "a key is missing before this colon"),
    "null_character": (
        "1:14",
        "control-character",
        "a NUL character (U+0000) is not allowed in a text file; delete it",
    ),
    "null_key": ("2:1", "key", 'a key must be text; put it in quotes: "~"'),
    "number_key": ("2:3", "key", 'a key must be text; put it in quotes: "1"'),
    "number_too_large": (
        "2:8",
        "number",
        "this number is too large to be read; if it is text, put it in quotes",
    ),
    "placeholder_unquoted": (
        "1:9",
        "key",
        "a key must be text, but this one is a list or a mapping; put text in quotes",
    ),
    "quote_inside_quotes": (
        "1:20",
        "syntax",
        "the value has ended before this; put the whole value in one pair of quotes",
    ),
    "quote_unclosed": ("1:8", "syntax", "the quoted text that begins here has no closing quote"),
    "reserved_character": ("2:10", "syntax", "text cannot begin with '@' unless it is in quotes"),
    "second_colon": (
        "1:19",
        "syntax",
        "a second colon makes another key on this line; put the whole value in quotes",
    ),
    "second_document": (
        "2:1",
        "second-document",
        "a second document begins here; put it in a file of its own",
    ),
    "separator_character": (
        "1:14",
        "control-character",
        "the invisible character U+2028 is not allowed in a text file; delete it",
    ),
    "star_text": (
        "1:8",
        "alias",
        "*Border refers to another place, which is not possible here; write the value out, "
        "or put text that begins with * in quotes",
    ),
    "tab_after_dash": (
        "2:4",
        "tab",
        "a tab is used for indentation, and YAML allows only spaces; replace it by spaces",
    ),
    "tab_in_flow": (
        "2:1",
        "tab",
        "a tab is used for indentation, and YAML allows only spaces; replace it by spaces",
    ),
    "tab_indentation": (
        "3:1",
        "tab",
        "a tab is used for indentation, and YAML allows only spaces; replace it by spaces",
    ),
    "tag": (
        "1:8",
        "tag",
        "tags are not possible here; delete it, or quote the text that begins with !",
    ),
    "text_after_end": (
        "2:5",
        "syntax",
        "the line '...' ends the document, so nothing may follow; delete it",
    ),
    "text_after_quotes": (
        "1:17",
        "syntax",
        "the value has ended before this; put the whole value in one pair of quotes",
    ),
    "text_on_top": (
        "1:1",
        "top-level",
        "the file must consist of keys with values, but it holds a single value",
    ),
    "too_deep": (
        "21:41",
        "too-deep",
        "values are nested more than 20 deep; make the structure flatter",
    ),
    "utf16": ("1:1", "encoding", "this file is UTF-16; save it again as UTF-8"),
    "utf16_without_mark": ("1:1", "encoding", "this file is UTF-16; save it again as UTF-8"),
}


@pytest.fixture(params=LOADERS, ids=lambda loader: str(loader.__name__))
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run a test with libyaml, where it is there, and with the pure Python parser."""
    monkeypatch.setattr(strict_yaml, "_FAST_LOADER", request.param)
    return request.param


def problems_of(source: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(ScenarioError) as caught:
        parse(source, "scenario.yaml")
    return caught.value.problems


def test_every_malformed_file_has_an_expectation_and_the_other_way_round() -> None:
    assert {path.stem for path in GALLERY.glob("*.yaml")} == set(MISTAKES)


@pytest.mark.parametrize("name", sorted(MISTAKES))
@pytest.mark.usefixtures("either_parser")
def test_one_mistake_gives_one_message_at_its_place(name: str) -> None:
    found = problems_of((GALLERY / f"{name}.yaml").read_bytes())
    told = [(f"{one.line}:{one.column}", one.code, one.message) for one in found]
    assert told == [MISTAKES[name]]
    assert found[0].severity == "error"


@pytest.mark.parametrize("name", sorted(MISTAKES))
def test_a_problem_carries_its_own_line_and_a_column_inside_it(name: str) -> None:
    data = (GALLERY / f"{name}.yaml").read_bytes()
    problem = problems_of(data)[0]
    if problem.source_line:
        lines = data.decode("utf-8", "replace").split("\n")
        assert problem.source_line == lines[problem.line - 1]
        assert 1 <= problem.column <= len(problem.source_line) + 1


def test_several_mistakes_are_told_together_in_the_order_of_the_file() -> None:
    found = problems_of("a: &x 1\nb: *x\nc: !t 2\nb: 3\nd: .nan\ne: [1\n")
    assert [(one.line, one.code) for one in found] == [
        (1, "anchor"),
        (2, "alias"),
        (3, "tag"),
        (4, "duplicate-key"),
        (5, "number"),
        (6, "syntax"),
    ]


def test_no_more_than_twenty_problems_are_collected() -> None:
    assert len(problems_of("a: 1\n" * 50)) == MAX_PROBLEMS


def test_the_formatted_problem_underlines_the_key() -> None:
    (problem,) = problems_of("turns: 4\nturns: 5\n")
    head, line, caret = problem.format().split("\n")
    assert head.startswith('scenario.yaml:2:1: error: the key "turns" stands here twice')
    assert head.endswith("(duplicate-key)")
    assert (line, caret) == ("    turns: 5", "    ^^^^^")


def test_a_scenario_error_is_a_value_error_and_shows_every_problem() -> None:
    with pytest.raises(ValueError, match=r"s\.yaml:2:1: [^\n]*\n(.*\n)*s\.yaml:3:1: ") as caught:
        parse("a: 1\na: 2\na: 3\n", "s.yaml")
    assert isinstance(caught.value, ExerciseError)


def test_a_format_shows_a_window_of_a_long_line_and_no_control_characters() -> None:
    line = "x" * 5000 + "\x1b" + "y" * 5000
    shown = Problem("f", 1, 5001, "error", "m", "c", line).format().split("\n")
    assert len(shown[1]) < 120
    assert shown[1][shown[2].index("^")] == "·"


@pytest.mark.parametrize("remark", [0, 10_000, 2_000_000])
def test_as_many_values_as_allowed_are_read_and_one_more_is_not(remark: int) -> None:
    """Each line is a key, a list and its items; the whole is one more."""
    start = f"# {'x' * remark}\n"
    lines = [f"k{n:02}: [{'1,' * 998}]\n" for n in range(40)]
    most = 0
    for count in range(1, 41):
        text = start + "".join(lines[:count])
        most = most_values(len(text))
        if 1 + 1_000 * count > most:
            break
    (problem,) = problems_of(text)
    assert problem.code == "too-many-values"
    assert problem.message == (
        f"this file has more than {most:,} values, the most that are read of a file of its size; split it"
    )
    room = most - 1 - 1_000 * (count - 1)
    assert (problem.line, problem.column) == (count + 1, 7 + 2 * (room - 2))
    assert len(plain(parse(start + "".join(lines[: count - 1]), "f"))) == count - 1  # type: ignore[arg-type]


def test_a_file_of_any_size_has_an_end() -> None:
    assert most_values(10**7) == MAX_VALUES


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a: [" + "1," * MAX_ENTRIES + "1]", "list"),
        ("a:\n" + "".join(f" k{n}: 1\n" for n in range(MAX_ENTRIES + 1)), "mapping"),
    ],
)
def test_a_list_or_mapping_has_an_end(text: str, what: str) -> None:
    (problem,) = problems_of(text)
    place = (1, 4) if what == "list" else (2, 2)
    assert (problem.line, problem.column, problem.code) == (*place, "too-many-entries")
    assert problem.message == f"this {what} has more than 1,000 entries; shorten it"


def test_a_list_of_the_greatest_length_is_read() -> None:
    assert len(plain(parse("a: [" + "1," * MAX_ENTRIES + "]", "f"))["a"]) == MAX_ENTRIES  # type: ignore[index]


@pytest.mark.parametrize("quote", ["", "'"])
def test_a_text_has_an_end(quote: str) -> None:
    whole = f"a: {quote}{'x' * MAX_TEXT}{quote}"
    assert plain(parse(whole, "f")) == {"a": "x" * MAX_TEXT}
    (problem,) = problems_of(whole.replace("xx", "xxx", 1))
    assert (problem.line, problem.column, problem.code) == (1, 4, "text-too-long")
    assert problem.message == (
        "a text has at most 20,000 characters, this one 20,001; shorten it, or put long prose in a Markdown file"
    )


def test_a_key_has_an_end() -> None:
    key = "k" * MAX_KEY
    assert plain(parse(f"{key}: 1", "f")) == {key: 1}
    (problem,) = problems_of(f"a: 1\n'k{key}': 1")
    assert (problem.line, problem.column, problem.code) == (2, 1, "key")
    assert problem.message == "a key has at most 200 characters, this one 201; shorten it"


def test_a_file_has_as_many_lines_as_are_read() -> None:
    assert plain(parse("\n" * (MAX_LINES - 1) + "a: 1\n", "f")) == {"a": 1}
    (problem,) = problems_of("\n" * MAX_LINES + "a: 1\n")
    assert (problem.line, problem.code) == (MAX_LINES + 1, "too-many-lines")
    assert problem.message == "this file has more than 100,000 lines; split it"


def test_twenty_levels_are_read() -> None:
    text = "".join("  " * level + "level:\n" for level in range(19)) + "  " * 19 + "level: 1\n"
    assert plain(parse(text, "f")) is not None


@pytest.mark.parametrize("text", ['a: "\\U00110000"\n', 'a: "\\ud800"\n'])
@pytest.mark.usefixtures("either_parser")
def test_an_escape_that_is_no_character_is_refused(text: str) -> None:
    assert problems_of(text)[0].code in {"syntax", "control-character"}
