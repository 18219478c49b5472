"""The tree that the strict YAML reader builds, and the way back from it to lines and columns.

Nodes are values: they hold what the author typed and where. This module reads no file and imports
no YAML parser. Every line and column counts from 1.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from msgspec import Struct

Scalar = str | int | float | bool | None

_BLANK = " \t\n"
_NO_BLANKS = str.maketrans("", "", _BLANK)


class Source(Struct, frozen=True, eq=False, gc=False):
    """The text a tree was read from.

    Attributes:
        file: The file's name as it should be shown.
        lines: The lines without their ends; never empty.
    """

    file: str
    lines: tuple[str, ...]

    def line(self, number: int) -> str:
        """Return line ``number`` (from 1), or an empty text beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def __repr__(self) -> str:
        """Return the file's name alone, so that a node can be shown."""
        return f"Source({self.file!r})"


class Position(Struct, frozen=True, gc=False):
    """A place in a file.

    Attributes:
        line: Line, from 1.
        column: Character in the line, from 1.
        source_line: The text of the line.
        length: How many characters to underline, at least 1.
    """

    line: int
    column: int
    source_line: str
    length: int = 1


class ScalarNode(Struct, frozen=True, gc=False):
    """A single value.

    Attributes:
        text: What the author wrote, after quotes, escapes and folding are taken off.
        value: ``text``, or the number, truth value or null that a plain scalar stands for.
        style: "" for plain, else the sign it begins with: ' or " or | or >.
        line: First line, from 1.
        column: First character, from 1; the quote or the block sign where there is one.
        end_line: Last line, from 1.
        source: Where it was read from.
    """

    text: str
    value: Scalar
    style: str
    line: int
    column: int
    end_line: int
    source: Source


class SequenceNode(Struct, frozen=True, gc=False):
    """A list of values, in the order of the file."""

    items: tuple[Node, ...]
    line: int
    column: int
    end_line: int
    source: Source


class MappingNode(Struct, frozen=True, gc=False):
    """Keys with values, in the order of the file; each key keeps its own place."""

    entries: dict[str, tuple[ScalarNode, Node]]
    line: int
    column: int
    end_line: int
    source: Source


Node = MappingNode | SequenceNode | ScalarNode


def scalars(node: Node, without: Collection[str] = ()) -> Iterator[ScalarNode]:
    """Yield every single value of a tree in the order of the file, keys left out.

    Args:
        node: Where to begin.
        without: Keys whose values are not looked into.
    """
    waiting: list[Node] = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, ScalarNode):
            yield one
        elif isinstance(one, SequenceNode):
            waiting += one.items[::-1]
        elif without:
            entries = reversed(one.entries.items())
            waiting += [value for key, (_, value) in entries if key not in without]
        else:
            waiting += [value for _, value in reversed(one.entries.values())]


def plain(node: Node) -> object:
    """Return the tree as dicts, lists and scalars, in the order of the file."""
    if isinstance(node, ScalarNode):
        return node.value
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    # Most values are scalars: a call for each would be half of the time.
    return {
        key: value.value if isinstance(value, ScalarNode) else plain(value)
        for key, (_, value) in node.entries.items()
    }


def sources_of(node: Node) -> tuple[Source, ...]:
    """Return where a tree was read from, each text once: its head, its sections, and what these are gathered from."""
    found = {id(node.source): node.source}
    for _, section in node.entries.values() if isinstance(node, MappingNode) else ():
        found[id(section.source)] = section.source
        for key, _ in section.entries.values() if isinstance(section, MappingNode) else ():
            found[id(key.source)] = key.source
    return tuple(found.values())


def locate(node: Node, path: tuple[str | int, ...], key: bool = False) -> Position:
    """Return where the value at ``path`` begins, or its deepest ancestor that exists.

    Args:
        node: The tree to look in.
        path: Keys of mappings and indexes of lists, from the outside in.
        key: Point at the key of that value instead; a list item has none, so its value is taken.
    """
    found, label = node, None
    for step in path:
        following = _step(found, step)
        if following is None:
            break
        label, found = following
    return _position(label if key and label is not None else found)


def _step(node: Node, step: str | int) -> tuple[ScalarNode | None, Node] | None:
    if isinstance(node, MappingNode):
        return node.entries.get(step) if isinstance(step, str) else None
    if isinstance(node, SequenceNode) and isinstance(step, int) and 0 <= step < len(node.items):
        return None, node.items[step]
    return None


def _position(node: Node) -> Position:
    line = node.source.line(node.line)
    room = max(1, len(line) - node.column + 1)
    wanted = 1
    if isinstance(node, ScalarNode):
        one_line = node.line == node.end_line
        wanted = len(node.text) + 2 * bool(node.style) if one_line else room
    return Position(node.line, node.column, line, max(1, min(wanted, room)))


def offset_position(node: ScalarNode, offset: int) -> Position:
    """Return the place in the file of character ``offset`` (from 0) of a scalar's text.

    Folding and indentation change only blanks, so the text and the file are walked together by
    their other characters. That is exact for every style up to the first escape; from there on the
    start of the scalar is returned. An offset on a blank, or beyond the end, gives the place
    after the character before it.
    """
    offset = max(0, min(offset, len(node.text)))
    on_blank = offset == len(node.text) or node.text[offset] in _BLANK
    wanted = node.text[: offset + 1].translate(_NO_BLANKS)
    line, start = _content_start(node)
    place = _walk(node, wanted, line, start)
    if place is None:
        return _start(node)
    return Position(place[0], place[1] + on_blank, node.source.line(place[0]))


def _content_start(node: ScalarNode) -> tuple[int, int]:
    if node.style in ("|", ">"):
        return node.line + 1, 1
    return node.line, node.column + len(node.style)


def _walk(node: ScalarNode, wanted: str, line: int, start: int) -> tuple[int, int] | None:
    """Return the place of the last of ``wanted``, or None where the file has something else."""
    matched = 0
    while wanted and line <= node.end_line:
        written = node.source.line(line)[start - 1 :]
        there = written.translate(_NO_BLANKS)
        left = len(wanted) - matched
        if not wanted.startswith(there[:left], matched):
            return None
        if len(there) >= left:
            return line, start + _nth(written, left)
        matched += len(there)
        line, start = line + 1, 1
    return None


def _nth(line: str, count: int) -> int:
    """Return where the character that is number ``count`` of those that are not blank stands, from 0."""
    solid = (at for at, character in enumerate(line) if character not in _BLANK)
    return next(islice(solid, count - 1, None))


def _start(node: ScalarNode) -> Position:
    return Position(node.line, node.column, node.source.line(node.line))
