"""Writing a case as YAML in the style of the shipped files, and adding it to a file without touching the rest."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from exercise.errors import LibraryError, ScenarioError
from exercise.library.places import shown_path
from exercise.library.strict_yaml import MappingNode, SequenceNode, parse
from exercise.library.validation import validate
from exercise.library.yaml_text import forbidden_in
from exercise.model.case import Case, CaseFile

__all__ = ["add_case", "case_text", "file_text", "free_name"]

_HEAD = "# yaml-language-server: $schema=../schema/cases.schema.json\nformat: 1\ncases:\n"
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*( [A-Za-z0-9_.-]+)*")
_MEANT = ("true", "false", "null", "yes", "no", "on", "off", "y", "n")
"""Words that some reader of YAML takes for something else than text."""
_BLOCK = ("when", "then")
_DASH = re.compile(r"( *)- ")


def case_text(case: Case, comments: Sequence[str] = (), indent: int = 2) -> str:
    """Return a case as an item of ``cases``: the same case, the same text.

    Args:
        case: What to write; what is as it would be anyway is left out.
        comments: Lines to stand above it.
        indent: Spaces before its dash.
    """
    data = case.model_dump(exclude_defaults=True, by_alias=True)
    lines = [f"# {comment}" for comment in comments]
    head, *rest = data.items()
    lines.append(f"- {head[0]}: {_flow(head[1])}")
    for key, value in rest:
        lines.extend(f"  {line}" for line in _entry(key, value))
    return "".join(f"{' ' * indent}{line}\n" for line in lines)


def _entry(key: str, value: Any) -> Iterator[str]:
    if key not in _BLOCK or not value:
        yield f"{key}: {_flow(value)}"
        return
    yield f"{key}:"
    for item in value:
        if key == "when":
            yield from _step(item)
        else:
            yield f"  - {_flow(item)}"


def _step(step: Mapping[str, Any]) -> Iterator[str]:
    """A step: its turn first, responses role by role and one to a line."""
    lead = "  - "
    for key, value in step.items():
        if key == "responses":
            yield f"{lead}responses:"
            for role, given in value.items():
                yield f"      {role}:"
                yield from (f"        - {_flow(one)}" for one in given)
        else:
            yield f"{lead}{key}: {_flow(value)}"
        lead = "    "


def _flow(value: Any) -> str:
    """Return a value on one line."""
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_text(str(key))}: {_flow(inner)}" for key, inner in value.items())
        return f"{{{pairs}}}"
    if isinstance(value, (tuple, list)):
        return f"[{', '.join(_flow(inner) for inner in value)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return _text(value) if isinstance(value, str) else str(value)


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.casefold() not in _MEANT:
        return str(text)
    if text.isprintable() and forbidden_in(text) is None:
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    """Return a character as it stands between double quotes; one no text file may hold as a replacement mark."""
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    known = {"\n": "\\n", "\t": "\\t"}.get(character)
    if known is not None or forbidden_in(character) is None:
        return known or f"\\U{ord(character):08X}"
    return "\N{REPLACEMENT CHARACTER}"


def file_text(item: str) -> str:
    """Return a new file of cases with one case."""
    return _HEAD + item


def free_name(path: Path, name: str) -> str:
    """Return a name that no case of a file has: the given one, with a number where it is taken.

    Raises:
        LibraryError: The path is a folder, or lies in none.
        ScenarioError: The file is no file of cases.
    """
    taken = [case.name for case in _read(path)[1].cases] if _exists(path) else []
    names = (name, *(f"{name} ({number})" for number in range(2, len(taken) + 3)))
    return next(free for free in names if free not in taken)


def add_case(path: Path, case: Case, comments: Sequence[str] = ()) -> None:
    """Add a case to the end of a file's cases, or write a new file; all other text stays as it is.

    Raises:
        LibraryError: The path is a folder or lies in none, the cases stand in brackets, or the name is taken.
        ScenarioError: The file is no file of cases.
    """
    if not _exists(path):
        _write(path, file_text(case_text(case, comments)))
        return
    text, file = _read(path)
    if case.name in [other.name for other in file.cases]:
        raise LibraryError(
            f"{shown_path(path)} has a case '{case.name}' already; give another --name"
        )
    longer = _longer(text, path, case, comments)
    wanted = file.model_copy(update={"cases": (*file.cases, case)})
    if _parsed(longer, path) != wanted:
        raise LibraryError(
            f"{shown_path(path)}: the case cannot be added without changing other text;"
            " print it with --into - and paste it"
        )
    _write(path, longer)


def _exists(path: Path) -> bool:
    """Whether a file is there; a folder cannot be one, and a new file needs a folder."""
    if path.is_dir():
        raise LibraryError(
            f"{shown_path(path)} is a folder; name a file, such as {shown_path(path / 'cases.yaml')}"
        )
    if not path.parent.is_dir():
        raise LibraryError(f"there is no folder {shown_path(path.parent)}; make it first")
    return path.exists()


def _longer(text: str, path: Path, case: Case, comments: Sequence[str]) -> str:
    """Return a file's text with one more case behind the others, in their indentation."""
    tree = parse(text, shown_path(path))
    cases = tree.entries["cases"][1]
    assert isinstance(cases, SequenceNode)
    lines = text.replace("\r\n", "\n").split("\n")
    dash = _DASH.match(lines[cases.items[0].line - 1])
    if dash is None:
        raise LibraryError(
            f"{shown_path(path)}:{cases.line}:{cases.column}: these cases stand in brackets;"
            " write them as a list with one dash each, then a case can be added"
        )
    later = [key.line for key, _ in tree.entries.values() if key.line > cases.line]
    end = min(later) - 1 if later else len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    item = case_text(case, comments, len(dash[1])).rstrip("\n").split("\n")
    rest = lines[end:] or [""]
    longer = "\n".join((*lines[:end], *item, *rest))
    return longer.replace("\n", "\r\n") if "\r\n" in text else longer


def _read(path: Path) -> tuple[str, CaseFile]:
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise LibraryError(f"{shown_path(path)} is not UTF-8; save it again as UTF-8") from None
    return text, _parsed(text, path)


def _parsed(text: str, path: Path) -> CaseFile:
    tree: MappingNode = parse(text, shown_path(path))
    file, problems = validate(CaseFile, tree)
    if file is None:
        raise ScenarioError(problems)
    return file


def _write(path: Path, text: str) -> None:
    """Put a text in a file's place at once: a crash leaves the old file or the new one."""
    place = path.resolve()
    with NamedTemporaryFile("wb", dir=place.parent, delete=False, prefix=".cases-") as file:
        kept = Path(file.name)
        try:
            file.write(text.encode("utf-8"))
            file.close()
            if place.exists():
                shutil.copymode(place, kept)
            kept.replace(place)
        except BaseException:
            kept.unlink(missing_ok=True)
            raise
