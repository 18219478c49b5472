"""Reading a scenario's files strictly and loading it whole, next to a bare parse of the same files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml as pyyaml

from bench.exercises import SCENARIOS
from bench.measure import Case, Subject
from exercise.engine.compile import compile_bundle
from exercise.library import strict_yaml
from exercise.library.loader import load_scenario
from exercise.library.places import open_library

FAST = getattr(pyyaml, "CSafeLoader", pyyaml.SafeLoader)


def subjects(_: Path) -> Iterator[Subject]:
    for name in SCENARIOS:
        yield _subject(name)


def _subject(name: str) -> Subject:
    files = {str(path): path.read_bytes() for path in _files(name)}
    bundle = load_scenario(name).bundle
    size = sum(len(content) for content in files.values()) // 1000
    return Subject(
        f"{name}: {len(files)} YAML files, {size} kB",
        "scenario",
        (
            Case(f"bare: PyYAML {FAST.__name__}", lambda: _bare(files)),
            Case("strict_yaml.parse, places kept", lambda: _strict(files)),
            Case("compile_bundle alone", lambda: compile_bundle(bundle)),
            Case("load_scenario: read, validate, compile", lambda: load_scenario(name)),
        ),
    )


def _files(name: str) -> list[Path]:
    library = open_library()
    folder = library.scenario(name).path
    model = library.find("model", load_scenario(name).bundle.model.id).path
    roles = [found.path for found in library.all("role").values()]
    own = [path for path in folder.rglob("*.yaml") if path.name != "cases.yaml"]
    return sorted([*own, *model.rglob("*.yaml"), *roles])


def _bare(files: dict[str, bytes]) -> None:
    for content in files.values():
        pyyaml.load(content, Loader=FAST)


def _strict(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        strict_yaml.parse(content, name)
