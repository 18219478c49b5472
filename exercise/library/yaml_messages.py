"""PyYAML's complaints said again: one clear sentence at the place where the author must look.

The two parsers of PyYAML (libyaml and pure Python) word and place the same mistake differently; the
rules here read both and look at the text itself, so that the author gets one answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml
from msgspec import Struct

from exercise.errors import Problem, printable
from exercise.library.yaml_nodes import Source

TAB_MESSAGE = "a tab is used for indentation, and YAML allows only spaces; replace it by spaces"

_CLOSING = {"[": "]", "{": "}"}
_LONGEST_KEY = 1024
_SHOWN = 60
_KEY_THEN_VALUE = re.compile(r":\s")
_KEY_WITHOUT_SPACE = re.compile(r"\s*[^\s:]+:[^\s:]")


class Complaint(Struct, frozen=True):
    """What the parser said, with 0-based places, and the text it said it about."""

    source: Source
    context: str
    problem: str
    line: int
    column: int
    context_line: int
    context_column: int

    @property
    def text(self) -> str:
        """The line the parser stopped on."""
        return self.source.line(self.line + 1)

    @property
    def character(self) -> str:
        """The character the parser stopped at, empty at the end of a line."""
        return self.text[self.column : self.column + 1]


Answer = tuple[int, int, str, str]


def rewrite(error: yaml.MarkedYAMLError, source: Source) -> Problem:
    """Return the problem an author should read for a syntax error of PyYAML."""
    complaint = _complaint(error, source)
    line, column, message, code = _answer(complaint)
    return Problem(
        file=source.file,
        line=line + 1,
        column=column + 1,
        severity="error",
        message=message,
        code=code,
        source_line=source.line(line + 1),
    )


def indent_tab(line: str) -> int | None:
    """Return the index of the first tab in the indentation of a line that says something."""
    head = line[: len(line) - len(line.lstrip(" \t"))]
    return head.index("\t") if "\t" in head and len(head) < len(line) else None


def shown(text: str) -> str:
    """Return ``text`` in double quotes, short and on one line, for use in a message."""
    clipped = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return f'"{printable(clipped)}"'


def _complaint(error: yaml.MarkedYAMLError, source: Source) -> Complaint:
    mark = error.problem_mark or error.context_mark
    start = error.context_mark or mark
    return Complaint(
        source=source,
        context=str(error.context or ""),
        problem=str(error.problem or ""),
        line=mark.line if mark else 0,
        column=mark.column if mark else 0,
        context_line=start.line if start else 0,
        context_column=start.column if start else 0,
    )


def _answer(seen: Complaint) -> Answer:
    tab = indent_tab(seen.text)
    if tab is not None or seen.character == "\t":
        return seen.line, seen.column if tab is None else tab, TAB_MESSAGE, "tab"
    for fragment, rule in _RULES:
        if fragment in seen.problem or fragment in seen.context:
            return rule(seen)
    return _at(seen, f"this is not valid YAML: {seen.problem}")


def _at(seen: Complaint, message: str) -> Answer:
    return seen.line, seen.column, message, "syntax"


def _at_start(seen: Complaint, message: str) -> Answer:
    return seen.context_line, seen.context_column, message, "syntax"


def _unclosed_quote(seen: Complaint) -> Answer:
    return _at_start(seen, "the quoted text that begins here has no closing quote")


def _escape(seen: Complaint) -> Answer:
    begin = max(0, seen.text.rfind("\\", 0, seen.column + 1))
    sign = seen.text[begin : begin + 2]
    message = (
        f"the escape {sign} is unknown or incomplete; for a plain backslash use single quotes,"
        " or write it twice"
    )
    return seen.line, begin, message, "syntax"


def _second_colon(seen: Complaint) -> Answer:
    before = seen.text[: seen.column]
    if _KEY_THEN_VALUE.search(before):
        message = "a second colon makes another key on this line; put the whole value in quotes"
        return _at(seen, message)
    indent = len(before) - len(before.lstrip(" "))
    if seen.column - indent > _LONGEST_KEY:
        message = f"this key is longer than {_LONGEST_KEY} characters; shorten it"
    else:
        message = (
            "this key is indented like a continuation of the line above; line it up with the keys"
            " it belongs to"
        )
    return seen.line, indent, message, "syntax"


def _no_colon(seen: Complaint) -> Answer:
    text = seen.source.line(seen.context_line + 1)
    if _KEY_WITHOUT_SPACE.match(text):
        return _at_start(seen, "a space is missing after the colon of this key")
    message = (
        "a key with a colon and a space is expected here; if this line continues the text above,"
        " indent it further"
    )
    return _at_start(seen, message)


def _wrong_key(seen: Complaint) -> Answer:
    before = seen.text[: seen.column]
    if before.strip(" -"):
        message = "the value has ended before this; put the whole value in one pair of quotes"
        return _at(seen, message)
    if seen.character == ":":
        return _at(seen, "a key is missing before this colon")
    if seen.text[seen.column :].startswith("- "):
        message = "a list item stands where a key is expected; indent it under its own key"
        return _at(seen, message)
    message = "this line is indented like no line above it; line it up with its neighbours"
    return _at(seen, message)


def _wrong_item(seen: Complaint) -> Answer:
    if seen.text[: seen.column].strip(" -"):
        return _wrong_key(seen)
    message = (
        "a list item that begins with '- ' is expected here; indent this line under the item it"
        " belongs to"
    )
    return _at(seen, message)


def _unclosed_bracket(seen: Complaint) -> Answer:
    opening = seen.source.line(seen.context_line + 1)[seen.context_column : seen.context_column + 1]
    closing = _CLOSING.get(opening, "]")
    if seen.character and seen.character in "]}":
        message = f"the '{opening}' opened before must be closed by '{closing}', not by this"
        return _at(seen, message)
    if seen.line == seen.context_line:
        message = f"a comma or '{closing}' is missing before this"
        return _at(seen, message)
    return _at_start(seen, f"the '{opening}' opened here is never closed by '{closing}'")


def _no_content(seen: Complaint) -> Answer:
    found = f"'{seen.character}'" if seen.character else "the end"
    return _at(
        seen, f"a value is expected here, but {found} follows; add it, or put text in quotes"
    )


def _bad_start(seen: Complaint) -> Answer:
    return _at(seen, f"text cannot begin with '{seen.character}' unless it is in quotes")


def _bad_name(seen: Complaint) -> Answer:
    sign = seen.source.line(seen.context_line + 1)[seen.context_column : seen.context_column + 1]
    return _at_start(seen, f"text cannot begin with '{sign}' unless it is in quotes")


def _block_header(seen: Complaint) -> Answer:
    message = "the text of a | or > block begins on the next line; nothing may follow on this one"
    return _at(seen, message)


def _list_on_key_line(seen: Complaint) -> Answer:
    message = "a list cannot begin on the line of its key; put each '- ' item on a line of its own"
    return _at(seen, message)


def _question_mark(seen: Complaint) -> Answer:
    return _at(seen, "text cannot begin with '? ' unless it is in quotes")


def _after_document(seen: Complaint) -> Answer:
    if seen.text.startswith("..."):
        return _at(seen, "the line '...' ends the document, so nothing may follow; delete it")
    return _at(seen, "the value above ends before this; check its quotes and its indentation")


_RULES: tuple[tuple[str, Callable[[Complaint], Answer]], ...] = (
    ("unexpected end of stream", _unclosed_quote),
    ("unexpected document", _unclosed_quote),
    ("escape", _escape),
    ("hexdecimal", _escape),
    ("mapping values are not allowed", _second_colon),
    ("could not find expected ':'", _no_colon),
    ("sequence entries are not allowed", _list_on_key_line),
    ("mapping keys are not allowed", _question_mark),
    ("parsing a flow sequence", _unclosed_bracket),
    ("parsing a flow mapping", _unclosed_bracket),
    ("node content", _no_content),
    ("parsing a block mapping", _wrong_key),
    ("parsing a block collection", _wrong_item),
    ("cannot start any token", _bad_start),
    ("scanning an alias", _bad_name),
    ("scanning an anchor", _bad_name),
    ("scanning a block scalar", _block_header),
    ("<document start>", _after_document),
)
