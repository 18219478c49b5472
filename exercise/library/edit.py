"""Changing single values in a YAML file: everything else, comments and layout included, stays as its author left it."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from exercise.errors import ExerciseError, ScenarioError
from exercise.library.positions import Path, follow
from exercise.library.strict_yaml import MappingNode, Node, ScalarNode, parse
from exercise.library.yaml_nodes import plain

__all__ = ["EditError", "NewEntry", "Value", "edited"]

_WIDTH = 120
_INDENT = "  "

Value = str | int | Sequence[str] | None
"""What is written; nothing takes the key away."""


class EditError(ExerciseError):
    """A file that cannot be changed in place; the message says which line stands in the way."""


class NewEntry(Struct, frozen=True):
    """An entry to be added behind the others.

    Attributes:
        name: Its key.
        values: What stands under it.
        comments: Lines above it.
    """

    name: str
    values: Mapping[str, Value]
    comments: tuple[str, ...] = ()


class _Cut(Struct, frozen=True):
    """Lines to be replaced, from 0, the last one not included."""

    first: int
    last: int
    lines: list[str] = field(default_factory=list)


def edited(
    text: str,
    file: str,
    section: Path,
    changes: Mapping[Path, Value],
    added: Sequence[NewEntry] = (),
) -> str:
    """Return the text of a file with some values changed and some entries added.

    Args:
        text: The file.
        file: Its name, for messages.
        section: Where the entries stand; empty where they are the whole file.
        changes: New values by their path under the section, such as ``("first_queue", "title")``.
        added: Entries to add at the section's end.

    Raises:
        EditError: Something stands in a form that cannot be changed line by line.
        ScenarioError: The file is no YAML.
    """
    tree = parse(text, file)
    place = _block(tree, section, file)
    cuts = [_cut(place, path, value, file) for path, value in changes.items()]
    if added:
        cuts.append(_behind(place, added))
    lines = text.splitlines()
    for cut in sorted(cuts, key=lambda one: (one.first, one.last), reverse=True):
        lines[cut.first : cut.last] = cut.lines
    changed = "\n".join(lines) + "\n"
    _compare(changed, file, section, changes, added)
    return changed


def _block(tree: Node, path: Path, file: str) -> MappingNode:
    node: Node = tree
    for step in path:
        found = follow(node, step)
        if found is None:
            raise EditError(f"{file}: there is no '{step}' to change")
        node = found[1]
    if not isinstance(node, MappingNode) or _is_flow(node):
        raise EditError(
            f"{file}:{node.line}:{node.column}: write this over several lines, without braces, and try again"
        )
    return node


def _is_flow(node: MappingNode) -> bool:
    return node.source.line(node.line)[node.column - 1 : node.column] == "{"


def _cut(place: MappingNode, path: Path, value: Value, file: str) -> _Cut:
    parent = _block(place, path[:-1], file)
    name = str(path[-1])
    found = parent.entries.get(name)
    if found is not None:
        label, node = found
        first, last = label.line - 1, _end(node)
        told = [] if value is None else _written(name, value, label.column - 1)
        return _Cut(first, last, _with_comment(told, node))
    _, behind = parent.entries.get("title", next(reversed(parent.entries.values())))
    indent = next(iter(parent.entries.values()))[0].column - 1
    return _Cut(_end(behind), _end(behind), [] if value is None else _written(name, value, indent))


def _end(node: Node) -> int:
    """Return the number of a node's last line that is not blank."""
    last = node.end_line
    while last > node.line and not node.source.line(last).strip():
        last -= 1
    return last


def _with_comment(lines: list[str], node: Node) -> list[str]:
    """Keep the comment behind a value that stood on one line."""
    line = node.source.line(node.line)
    _, sign, comment = line.rpartition(" #")
    on_line = isinstance(node, ScalarNode) and node.end_line == node.line
    if lines and len(lines) == 1 and on_line and sign and comment not in getattr(node, "text", ""):
        return [f"{lines[0]}  #{comment}"]
    return lines


def _behind(place: MappingNode, added: Sequence[NewEntry]) -> _Cut:
    label, _ = next(iter(place.entries.values()))
    indent = label.column - 1
    lines: list[str] = []
    for entry in added:
        lines += [f"{' ' * indent}# {comment}".rstrip() for comment in entry.comments]
        lines.append(f"{' ' * indent}{entry.name}:")
        for name, value in entry.values.items():
            if value is not None:
                lines += _written(name, value, indent + len(_INDENT))
    last = max(_end(node) for _, node in place.entries.values())
    return _Cut(last, last, lines)


# --- writing ----------------------------------------------------------------------------------


def _written(name: str, value: Value, indent: int) -> list[str]:
    """Return a key with its value, as a person would write it."""
    head = f"{' ' * indent}{name}:"
    if isinstance(value, int):
        return [f"{head} {value}"]
    if not isinstance(value, str):
        return [f"{head} [{', '.join(value or ())}]"]
    if _is_plain(value) and len(head) + len(value) < _WIDTH:
        return [f"{head} {value}"]
    inner = " " * (indent + len(_INDENT))
    lines = value.split("\n")
    if (
        any(line != line.rstrip() or line.startswith((" ", "\t")) for line in lines)
        or not value.strip()
    ):
        return [f"{head} {json.dumps(value, ensure_ascii=False)}"]
    if len(lines) > 1:
        return (
            [f"{head} |-", *(f"{inner}{line}".rstrip() for line in lines)]
            if lines[-1] and lines[0]
            else [f"{head} {json.dumps(value, ensure_ascii=False)}"]
        )
    if len(head) + len(value) < _WIDTH - 2 or "  " in value:
        return [f"{head} {json.dumps(value, ensure_ascii=False)}"]
    wrapped = textwrap.wrap(
        value, _WIDTH - len(inner), break_long_words=False, break_on_hyphens=False
    )
    return [f"{head} >-", *(f"{inner}{line}" for line in wrapped)]


def _is_plain(text: str) -> bool:
    """Whether a text is read as itself without quotes."""
    if "\n" in text or text != text.strip():
        return False
    try:
        found = parse(f"k: {text}\n", "value").entries["k"][1]
    except (ScenarioError, KeyError):
        return False
    return isinstance(found, ScalarNode) and found.value == text


def _compare(
    changed: str, file: str, section: Path, changes: Mapping[Path, Value], added: Sequence[NewEntry]
) -> None:
    """Make sure that the file says what it was to say; else the change was wrong, and is not made."""
    place: object = plain(parse(changed, file))
    for step in section:
        place = place.get(step) if isinstance(place, dict) else None
    wanted: dict[Path, Value] = dict(changes)
    for one in added:
        wanted.update({(one.name, key): value for key, value in one.values.items()})
    for path, value in wanted.items():
        found = place
        for step in path:
            found = found.get(step) if isinstance(found, dict) else None
        if found != (list(value) if isinstance(value, list | tuple) else value):
            where = ".".join(map(str, path))
            raise EditError(f"{file}: '{where}' cannot be changed in place; change it by hand")
