"""Programs compiled before, kept in the person's cache folder, so that a saved exercise opens at once.

A kept program is used only for the very bytes of a scenario and the very files of the engine it was compiled with.
Like Python's own cache of modules it is code of this machine: it is read only where nobody else could have written it.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import platformdirs

from exercise.engine.program import Program

MOST = 20
"""Programs kept; the oldest go."""
_PARTS = ("engine", "model")
"""Packages whose files decide what a program is."""
_ENDING = ".program"
_DIGEST = hashlib.sha256().digest_size


def program_of(scenario: bytes) -> Program:
    """Return the program of a scenario as a journal holds it.

    Args:
        scenario: A bundle's bytes.

    Raises:
        ExerciseError: The bytes are no scenario of this version.
    """
    path = _path(scenario)
    kept = _read(path)
    if kept is not None:
        return kept
    from exercise.engine.compile import compile_bundle
    from exercise.library.bundles import bundle_from_bytes

    program = compile_bundle(bundle_from_bytes(scenario)).program
    with suppress(OSError):
        _write(path, program)
    return program


def cache_folder() -> Path:
    """Return the folder of kept programs, which need not exist; it can be removed at any time."""
    return Path(platformdirs.user_cache_dir("exercise-engine", appauthor=False)) / "programs"


def _path(scenario: bytes) -> Path:
    key = hashlib.sha256(scenario)
    for part in _engine():
        key.update(part.encode())
    return cache_folder() / f"{key.hexdigest()}{_ENDING}"


def _engine() -> Iterator[str]:
    """Yield what tells one state of the engine from another: Python's version, and every file with size and time."""
    yield sys.version
    root = Path(__file__).resolve().parents[1]
    for path in sorted(path for part in _PARTS for path in (root / part).rglob("*.py")):
        about = path.stat()
        yield f"{path.name} {about.st_size} {about.st_mtime_ns}"


def _read(path: Path) -> Program | None:
    try:
        if not _own(path):
            return None
        data = path.read_bytes()
        if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
            return None
        found = pickle.loads(data[_DIGEST:])
    except (
        OSError,
        pickle.UnpicklingError,
        AttributeError,
        ImportError,
        EOFError,
        TypeError,
        ValueError,
    ):
        return None
    return found if isinstance(found, Program) else None


def _own(path: Path) -> bool:
    """Whether the file and its folder belong to this person and nobody else may write them."""
    if sys.platform == "win32":
        return True
    return all(
        about.st_uid == os.getuid() and not about.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        for about in (path.stat(), path.parent.stat())
    )


def _write(path: Path, program: Program) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    payload = pickle.dumps(program, pickle.HIGHEST_PROTOCOL)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(hashlib.sha256(payload).digest() + payload)
    Path(name).replace(path)
    kept = sorted(path.parent.glob(f"*{_ENDING}"), key=lambda one: one.stat().st_mtime_ns)
    for old in kept[:-MOST]:
        old.unlink(missing_ok=True)


__all__ = ["cache_folder", "program_of"]
