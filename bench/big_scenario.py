"""A large scenario made of a shipped one: its injects and rules over and over, under new names."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from exercise.library.places import open_library

BASE = "russian-downturn"
INJECTS, RULES = 200, 300

_SENTENCE_END = re.compile(r"(?<=[a-z])\.(?=\s)")
_ENTRY = re.compile(r"^(?=[a-z][a-z0-9_]*:)", re.MULTILINE)


def write_big(folder: Path, injects: int = INJECTS, rules: int = RULES) -> Path:
    """Write the scenario into a folder and return its own folder, named ``big``."""
    source, target = open_library((), {}).scenario(BASE).path, folder / "scenarios" / "big"
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("cases.yaml"))
    head = target / "scenario.yaml"
    text = head.read_text(encoding="utf-8")
    head.write_text(text.replace(f"id: {BASE}", "id: big"), encoding="utf-8")
    for name, count in (("injects", injects), ("rules", rules)):
        path = target / f"{name}.yaml"
        path.write_text(_repeated(path.read_text(encoding="utf-8"), count), encoding="utf-8")
    return target


def _repeated(text: str, count: int) -> str:
    """Return a section with as many entries as asked for, no text twice; the first ones are the section's own."""
    head, *entries = _ENTRY.split(text)
    copies = [entries[number % len(entries)] for number in range(len(entries), count)]
    renamed = [_named(entry, number) for number, entry in enumerate(copies)]
    return head + "".join([*entries[:count], *renamed])


def _named(entry: str, number: int) -> str:
    name, colon, rest = entry.partition(":")
    # What is remembered from a text must not serve for its copies.
    return f"{name}_{number}{colon}{_SENTENCE_END.sub(f' {number}.', rest)}"
