"""Scenarios as one file: pack, add, remove."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from exercise.catalogue import Catalogue
from exercise.cli.screens import library_of
from exercise.errors import ExerciseError, Problem, ScenarioError, printable
from exercise.library.added import find_added, remove
from exercise.library.pack_form import Manifest, Pack
from exercise.library.places import Library, shown_path
from exercise.library.unpack import read_pack

_WIDTH = 88
_INDENT = 14
_SHOWN = 3
"""Sources that are told; the manifest has all of them."""


def pack(arguments: argparse.Namespace) -> int:
    """Pack a scenario into one file and say what is in it."""
    from exercise.authoring.packing import pack_name, pack_scenario

    words = Catalogue(arguments.language)
    try:
        packing = pack_scenario(arguments.scenario, library_of(arguments), arguments.force)
    except ScenarioError as error:
        _print_problems(error.problems)
        errors = sum(problem.severity == "error" for problem in error.problems)
        print(words.say("cli-pack-refused", count=errors), file=sys.stderr)
        return 1
    path = Path(arguments.output or pack_name(packing.pack.manifest)).expanduser()
    _write(path, packing.data, words)
    _print_problems(packing.problems)
    _print_pack(packing.pack, words)
    for reason in packing.left_out:
        print(words.say("cli-pack-left-out", reason=reason))
    print(words.say("cli-pack-written", path=shown_path(path), size=f"{len(packing.data):,}"))
    return 0


def add(arguments: argparse.Namespace) -> int:
    """Show what is in a pack, then add it."""
    from exercise.authoring.adding import add_pack

    words, library = Catalogue(arguments.language), library_of(arguments)
    source = Path(arguments.source).expanduser()
    found = _packed(source, library, arguments.force) if source.is_dir() else read_pack(source)
    _print_pack(found, words)
    sys.stdout.flush()
    into = Path(arguments.into).expanduser() if arguments.into else None
    added = add_pack(found, library, into, arguments.replace, arguments.force)
    place, name = shown_path(added.folder), found.manifest.name
    if added.already:
        print(words.say("cli-add-already", name=name, path=place))
        return 0
    if added.replaced is not None:
        print(words.say("cli-add-replaced", version=printable(added.replaced.version)))
    if added.other_model:
        model, engine = found.manifest.model.name, printable(found.manifest.engine)
        print(words.say("cli-add-other-model", model=model, engine=engine))
    print(words.say("cli-add-done", name=name, path=place))
    library_option = f" --library {arguments.into}" if arguments.into else ""
    print(words.say("cli-add-play", command=f"exercise play {name}{library_option}"))
    return 0


def remove_added(arguments: argparse.Namespace) -> int:
    """Remove what was added, after asking, and list what is gone."""
    words = Catalogue(arguments.language)
    into = Path(arguments.into).expanduser() if arguments.into else None
    installed = find_added(arguments.name, into)
    if not arguments.yes and not _agreed(installed.manifest, words):
        print(words.say("cli-remove-kept"))
        return 0
    for path in remove(installed):
        print(words.say("cli-remove-file", path=shown_path(path)))
    print(words.say("cli-remove-done", name=arguments.name))
    return 0


def _packed(folder: Path, library: Library, force: bool) -> Pack:
    from exercise.authoring.packing import pack_scenario

    return pack_scenario(str(folder), library, force).pack


def _write(path: Path, data: bytes, words: Catalogue) -> None:
    """Write a pack in one step; a pack of the same name with other contents stays."""
    if path.exists() and (not path.is_file() or path.read_bytes() != data):
        raise ExerciseError(words.say("cli-pack-exists", path=shown_path(path)))
    if not path.parent.is_dir():
        raise ExerciseError(words.say("cli-pack-no-folder", path=shown_path(path.parent)))
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".packing-", delete=False) as file:
        part = Path(file.name)
        try:
            file.write(data)
            file.close()
            part.chmod(0o644)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def _agreed(manifest: Manifest, words: Catalogue) -> bool:
    if not sys.stdin.isatty():
        raise ExerciseError(words.say("cli-remove-ask"))
    question = words.say(
        "cli-remove-question", title=printable(manifest.title), version=printable(manifest.version)
    )
    return input(f"{question} ").strip().casefold() in words.say("cli-remove-yes").split()


def _print_problems(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        print(problem.format(), file=sys.stderr)


def _print_pack(found: Pack, words: Catalogue) -> None:
    for key, value in _told(found.manifest, words):
        lines = wrap(printable(value), _WIDTH - _INDENT) or [""]
        print(f"{words.say(f'cli-pack-{key}'):<{_INDENT}}{lines[0]}")
        for line in lines[1:]:
            print(f"{'':<{_INDENT}}{line}")
    for name, data in found.files.items():
        print(f"{'':<{_INDENT}}{name} ({len(data):,})")


def _few(texts: tuple[str, ...], words: Catalogue) -> str:
    """Return the first texts, and how many more there are."""
    more = len(texts) - _SHOWN
    shown = "; ".join(texts[:_SHOWN])
    return f"{shown}; {words.say('cli-pack-more', count=more)}" if more > 0 else shown


def _told(manifest: Manifest, words: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield what a pack says of itself, line by line."""
    yield "name", f"{manifest.name} {manifest.version}"
    yield "title", manifest.title
    yield "summary", manifest.summary
    yield "author", manifest.author
    yield "licence", manifest.license
    yield "languages", ", ".join(manifest.languages)
    yield "year", str(manifest.setting_year)
    if manifest.sensitivity or manifest.names:
        yield "sensitivity", f"{manifest.sensitivity} ({manifest.names})"
    model = manifest.model
    kind = "packed" if model.packed else "built-in"
    yield "model", f"{model.name} {model.version}, {words.say(f'cli-pack-is-{kind}')}"
    for one in manifest.libraries:
        yield "library", f"{one.name} {one.version}, {one.author}, {one.license}"
    yield "engine", manifest.engine
    yield "sources", _few(manifest.sources, words)
    yield "files", words.say("cli-pack-count", count=len(manifest.files))
