"""Kept programs: the same as compiled anew, and used only where they can be trusted."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from exercise.engine.compile import compile_bundle
from exercise.engine.program import Program
from exercise.errors import ExerciseError
from exercise.library.bundles import bundle_bytes, bundle_from_bytes
from exercise.library.loader import load_scenario
from exercise.session import compiled
from exercise.session.compiled import MOST, cache_folder, program_of


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Begin with no cache folder at all."""
    monkeypatch.setattr(compiled, "cache_folder", lambda: tmp_path / "programs")


@pytest.fixture(scope="module")
def scenario() -> bytes:
    """A scenario as a journal holds it."""
    return bundle_bytes(load_scenario("first-steps").bundle)


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Count how often a scenario is compiled."""
    seen: list[object] = []

    def counted(bundle: object) -> object:
        seen.append(bundle)
        return compile_bundle(bundle)  # type: ignore[arg-type]

    monkeypatch.setattr("exercise.engine.compile.compile_bundle", counted)
    yield seen


def _kept() -> list[Path]:
    return sorted(compiled.cache_folder().glob("*.program"))


def test_a_kept_program_is_the_one_compiled_anew(
    scenario: bytes, compilations: list[object]
) -> None:
    first, second = program_of(scenario), program_of(scenario)
    assert len(compilations) == 1
    assert first == second == compile_bundle(bundle_from_bytes(scenario)).program
    assert first is not second


def test_another_scenario_or_another_engine_is_compiled(
    scenario: bytes, compilations: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    program_of(scenario)
    program_of(scenario.replace(b"First steps", b"Other steps"))
    assert len(compilations) == 2
    monkeypatch.setattr(sys, "version", "another Python")
    program_of(scenario)
    assert len(compilations) == 3
    assert len(_kept()) == 3


def test_every_file_of_engine_and_model_counts() -> None:
    told = "\n".join(compiled._engine())
    for name in ("compile.py", "turn.py", "parser.py", "scenario.py", "measure.py"):
        assert f"\n{name} " in told, name


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:40] + bytes([data[40] ^ 1]) + data[41:],
        lambda data: data[:32] + pickle.dumps("no program"),
        lambda data: b"not a cache at all",
    ],
    ids=["empty", "cut", "changed", "exchanged", "foreign"],
)
def test_a_damaged_file_is_compiled_anew_and_mended(
    spoil: object, scenario: bytes, compilations: list[object]
) -> None:
    whole = program_of(scenario)
    (path,) = _kept()
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]
    assert program_of(scenario) == whole
    assert len(compilations) == 2
    assert program_of(scenario) == whole
    assert len(compilations) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
@pytest.mark.parametrize("folder", [False, True], ids=["file", "folder"])
def test_what_others_could_have_written_is_not_read(
    folder: bool, scenario: bytes, compilations: list[object]
) -> None:
    program_of(scenario)
    (path,) = _kept()
    assert path.parent.stat().st_mode & 0o077 == 0
    (path.parent if folder else path).chmod(0o777)
    program_of(scenario)
    assert len(compilations) == 2


def test_without_a_folder_to_write_to_everything_works(
    scenario: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(compiled, "cache_folder", lambda: tmp_path / "file" / "programs")
    assert isinstance(program_of(scenario), Program)


def test_only_the_newest_are_kept(scenario: bytes) -> None:
    program_of(scenario)
    (first,) = _kept()
    for number in range(MOST + 3):
        (first.parent / f"{number:064}.program").write_bytes(b"")
    program_of(scenario.replace(b"First steps", b"Other steps"))
    assert len(_kept()) == MOST


def test_bytes_that_are_no_scenario_are_refused_and_not_kept() -> None:
    with pytest.raises(ExerciseError):
        program_of(b"{}")
    assert not _kept()


def test_the_folder_is_the_persons_cache() -> None:
    assert cache_folder().name == "programs"
