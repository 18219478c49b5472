"""The strict YAML reader: text in, a tree with lines and columns out, or problems to fix.

The file is read as a stream of PyYAML events, so a limit on depth or size stops it before anything
large is built. Nothing in a file can construct an object, refer to another place, or stand twice.
The public names of the tree are re-exported here; other modules need only this one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from exercise.errors import Problem, ScenarioError
from exercise.library.yaml_directives import refuse_directives
from exercise.library.yaml_messages import TAB_MESSAGE, indent_tab, rewrite, shown
from exercise.library.yaml_nodes import (
    MappingNode,
    Node,
    Position,
    Scalar,
    ScalarNode,
    SequenceNode,
    Source,
    locate,
    offset_position,
    plain,
)
from exercise.library.yaml_scalars import NUMBER_START, WORDS, RefusedNumberError, resolve
from exercise.library.yaml_text import clean_text, describe, forbidden_in, read_text
from exercise.limits import MAX_DEPTH, MAX_ENTRIES, MAX_KEY, MAX_TEXT, most_values

__all__ = [
    "MAX_PROBLEMS",
    "MappingNode",
    "Node",
    "Position",
    "Scalar",
    "ScalarNode",
    "SequenceNode",
    "Source",
    "locate",
    "offset_position",
    "parse",
    "parse_counted",
    "plain",
    "read_text",
]

MAX_PROBLEMS = 20

_ODD = ("<<", "")
"""Keys that look like text and are none."""
_ALIAS, _SCALAR = yaml.AliasEvent, yaml.ScalarEvent
_FAST_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(source: str | bytes, file: str) -> MappingNode:
    """Return the tree of a YAML file.

    Args:
        source: The bytes of the file, or its text.
        file: Its name, for messages.

    Raises:
        ScenarioError: With up to 20 problems in the order of the file; a syntax error or a limit
            that is exceeded ends the reading.
    """
    return parse_counted(source, file)[0]


def parse_counted(source: str | bytes, file: str) -> tuple[MappingNode, int]:
    """Do as :func:`parse`, and return how many keys and values the file has as well."""
    text = read_text(source, file) if isinstance(source, bytes) else clean_text(source, file)
    return _read(text, file, _FAST_LOADER)


def _read(text: str, file: str, loader: Any) -> tuple[MappingNode, int]:
    refuse_directives(text, file)
    # Asking the parser itself takes two thirds of the time of yaml.parse, which asks twice for each event.
    events = iter(loader(text).get_event, None)
    reader = _Reader(Source(file, tuple(text.split("\n"))), events, most_values(len(text)))
    try:
        root = reader.document()
    except yaml.MarkedYAMLError as error:
        raise reader.broken(rewrite(error, reader.source)) from None
    except ScenarioError:
        raise
    except (yaml.YAMLError, ValueError):
        # The pure Python parser lets chr() fail on an escape beyond U+10FFFF.
        message = "a character after this place cannot be read"
        raise reader.failed(reader.line, reader.column, message, "syntax") from None
    reader.check_tabs()
    if reader.problems:
        raise ScenarioError(reader.problems)
    return root, reader.count


class _Reader:
    """Builds the tree from events, keeping count of nodes and collecting problems."""

    def __init__(self, source: Source, events: Iterator[Any], most: int) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self._start: Any = None
        self._events = events
        self._most = most
        self.count = 0
        self._long_texts: list[tuple[int, int]] = []

    @property
    def line(self) -> int:
        """The line where the value that was read last begins, from 1."""
        return 1 if self._start is None else int(self._start.line) + 1

    @property
    def column(self) -> int:
        """The column where the value that was read last begins, from 1."""
        return 1 if self._start is None else int(self._start.column) + 1

    def document(self) -> MappingNode:
        """Read the only document of the file."""
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise self.failed(1, 1, "the file is empty", "empty")
        first = next(self._events)
        root = self._node(first, 1)
        next(self._events)
        self._only_document()
        if isinstance(root, MappingNode):
            return root
        if isinstance(root, ScalarNode) and not root.style and not root.text:
            raise self.failed(1, 1, "the file is empty", "empty")
        kind = "a list" if isinstance(root, SequenceNode) else "a single value"
        message = f"the file must consist of keys with values, but it holds {kind}"
        raise self.failed(root.line, root.column, message, "top-level")

    def _too_many(self, event: Any) -> ScenarioError:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        message = (
            f"this file has more than {self._most:,} values, the most that are read of a file of its"
            " size; split it"
        )
        return self.failed(line, column, message, "too-many-values")

    def _too_long(self, event: Any, what: str) -> ScenarioError:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        message = f"this {what} has more than {MAX_ENTRIES:,} entries; shorten it"
        return self.failed(line, column, message, "too-many-entries")

    def check_tabs(self) -> None:
        """Note the first tab that indents a line outside quoted and block text."""
        texts = iter(self._long_texts)
        first, last = next(texts, (0, 0))
        for number, line in enumerate(self.source.lines, 1):
            tab = indent_tab(line) if "\t" in line else None
            if tab is None:
                continue
            while last and last < number:
                first, last = next(texts, (0, 0))
            if not first < number <= last:
                self._note(number, tab + 1, TAB_MESSAGE, "tab")
                return

    def failed(self, line: int, column: int, message: str, code: str) -> ScenarioError:
        """Return the error with everything found so far and this as the last problem."""
        self._add(line, column, message, code, 1)
        return ScenarioError(self.problems)

    def broken(self, problem: Problem) -> ScenarioError:
        """Return the error with a syntax error last, unless an earlier one caused it."""
        if all(problem.line != earlier.line for earlier in self.problems):
            self.problems.append(problem)
        return ScenarioError(self.problems)

    def _note(self, line: int, column: int, message: str, code: str, length: int = 1) -> None:
        self._add(line, column, message, code, length)
        if len(self.problems) >= MAX_PROBLEMS:
            raise ScenarioError(self.problems)

    def _add(self, line: int, column: int, message: str, code: str, length: int) -> None:
        text = self.source.line(line)
        self.problems.append(
            Problem(
                file=self.source.file,
                line=line,
                column=column,
                severity="error",
                message=message,
                code=code,
                source_line=text,
                length=length,
            )
        )

    def _only_document(self) -> None:
        event = next(self._events)
        if not isinstance(event, yaml.StreamEndEvent):
            message = "a second document begins here; put it in a file of its own"
            raise self.failed(event.start_mark.line + 1, 1, message, "second-document")

    def _node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        if kind is _SCALAR:
            return self._scalar(event)
        self._begin(event)
        if kind is _ALIAS:
            return self._alias(event)
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
        if depth > MAX_DEPTH:
            message = f"values are nested more than {MAX_DEPTH} deep; make the structure flatter"
            raise self.failed(self.line, self.column, message, "too-deep")
        if kind is yaml.MappingStartEvent:
            return self._mapping(event, depth)
        return self._sequence(event, depth)

    def _begin(self, event: Any) -> None:
        """Note where a value begins, and count it."""
        self._start = event.start_mark
        self.count += 1
        if self.count > self._most:
            raise self._too_many(event)

    def _alias(self, event: Any) -> ScalarNode:
        message = (
            f"*{event.anchor[:40]} refers to another place, which is not possible here; write the"
            " value out, or put text that begins with * in quotes"
        )
        line, column = self.line, self.column
        self._note(line, column, message, "alias", len(event.anchor) + 1)
        return ScalarNode(
            text="",
            value=None,
            style="",
            line=line,
            column=column,
            end_line=line,
            source=self.source,
        )

    def _properties(self, event: Any) -> None:
        if event.anchor is not None:
            message = (
                f"the anchor &{event.anchor[:40]} is not possible here; delete it, or put text that"
                " begins with & in quotes"
            )
            self._note(self.line, self.column, message, "anchor")
        if event.tag is not None:
            message = "tags are not possible here; delete it, or quote the text that begins with !"
            self._note(self.line, self.column, message, "tag")

    def _scalar(self, event: Any) -> ScalarNode:
        # Most values are scalars: that they begin is noted here, without a call for each.
        self._start = start = event.start_mark
        line, column = start.line + 1, start.column + 1
        self.count += 1
        if self.count > self._most:
            raise self._too_many(event)
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
        text, mark = event.value, event.end_mark
        end = mark.line + 1 if mark.column else mark.line
        if end < line:
            end = line
        if event.style:
            return self._styled(event, line, column, end)
        if len(text) > MAX_TEXT:
            self._note_length(text, line, column)
        elif text in WORDS or text[0] in NUMBER_START:
            value = self._resolved(text)
            return ScalarNode(text, value, "", line, column, end, self.source)
        return ScalarNode(text, text, "", line, column, end, self.source)

    def _styled(self, event: Any, line: int, column: int, end: int) -> ScalarNode:
        text, style = event.value, event.style
        if len(text) > MAX_TEXT:
            self._note_length(text, line, column)
        if end > line:
            self._long_texts.append((line, end))
        if style == '"':
            self._check_escapes(text, line, column)
        return ScalarNode(text, text, style, line, column, end, self.source)

    def _resolved(self, text: str) -> Scalar:
        try:
            return resolve(text)
        except RefusedNumberError as refused:
            self._note_number(refused, text)
            return text

    def _note_length(self, text: str, line: int, column: int) -> None:
        message = (
            f"a text has at most {MAX_TEXT:,} characters, this one {len(text):,}; shorten it, or put long prose in a"
            " Markdown file"
        )
        self._note(line, column, message, "text-too-long")

    def _note_number(self, refused: RefusedNumberError, text: str) -> None:
        message = f"{refused}; if it is text, put it in quotes"
        self._note(self.line, self.column, message, "number", len(text))

    def _check_escapes(self, text: str, line: int, column: int) -> None:
        character = forbidden_in(text)
        if character is not None:
            message = f"an escape in this text stands for {describe(character)}; delete it"
            self._note(line, column, message, "control-character")

    def _sequence(self, event: Any, depth: int) -> SequenceNode:
        items: list[Node] = []
        for inner in self._events:
            if type(inner) is yaml.SequenceEndEvent:
                break
            if len(items) == MAX_ENTRIES:
                raise self._too_long(event, "list")
            is_scalar = type(inner) is _SCALAR
            items.append(self._scalar(inner) if is_scalar else self._node(inner, depth + 1))
        end = self._end_line(event, inner, items[-1] if items else None)
        start = event.start_mark
        return SequenceNode(tuple(items), start.line + 1, start.column + 1, end, self.source)

    def _mapping(self, event: Any, depth: int) -> MappingNode:
        entries: dict[str, tuple[ScalarNode, Node]] = {}
        last: Node | None = None
        events, problems = self._events, self.problems
        for inner in events:
            if type(inner) is yaml.MappingEndEvent:
                break
            if len(entries) == MAX_ENTRIES:
                raise self._too_long(event, "mapping")
            known = len(problems)
            if type(inner) is _SCALAR:
                key: ScalarNode | None = self._scalar(inner)
            else:
                key = self._no_scalar(inner, depth + 1)
            if key is None or len(problems) > known:
                key = None
            elif key.value is not key.text or key.text in _ODD or len(key.text) > MAX_KEY:
                self._check_key(key)
            value = next(events)
            is_scalar = type(value) is _SCALAR
            last = self._scalar(value) if is_scalar else self._node(value, depth + 1)
            if key is not None and entries.setdefault(key.text, (key, last))[0] is not key:
                self._note_twice(entries[key.text][0], key)
        end = self._end_line(event, inner, last)
        start = event.start_mark
        return MappingNode(entries, start.line + 1, start.column + 1, end, self.source)

    def _end_line(self, event: Any, closing: Any, last: Node | None) -> int:
        """A block ends with its last value; the parser would count the comments after it too."""
        if event.flow_style or last is None:
            return int(closing.end_mark.line) + 1
        return last.end_line

    def _note_twice(self, earlier: ScalarNode, key: ScalarNode) -> None:
        message = (
            f"the key {shown(key.text)} stands here twice: first in line {earlier.line}, column"
            f" {earlier.column}, again in line {key.line}; keep one of them"
        )
        self._note(key.line, key.column, message, "duplicate-key", len(key.text))

    def _no_scalar(self, event: Any, depth: int) -> ScalarNode | None:
        """Tell that a key is no text; an alias tells so by itself."""
        if type(event) is not _ALIAS:
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            message = "a key must be text, but this one is a list or a mapping; put text in quotes"
            self._note(line, column, message, "key")
        self._node(event, depth)
        return None

    def _check_key(self, key: ScalarNode) -> None:
        if len(key.text) > MAX_KEY:
            message = (
                f"a key has at most {MAX_KEY} characters, this one {len(key.text):,}; shorten it"
            )
            self._note(key.line, key.column, message, "key", MAX_KEY)
        elif key.style:
            return
        elif key.text == "<<":
            message = "the merge key << is not possible here; write the values out"
            self._note(key.line, key.column, message, "merge-key", 2)
        elif not key.text:
            self._note(key.line, key.column, "a key is missing before this colon", "key")
        elif not isinstance(key.value, str):
            message = f"a key must be text; put it in quotes: {shown(key.text)}"
            self._note(key.line, key.column, message, "key", len(key.text))
