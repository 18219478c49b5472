"""Packs that people have added: each in a folder of its own, laid out as a library, put there and taken away whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from exercise.errors import LibraryError
from exercise.library.pack_form import MANIFEST, Manifest, Pack, PackError, manifest_bytes
from exercise.library.places import added_folder, shown_path
from exercise.nearest import did_you_mean

__all__ = ["Installed", "find_added", "install", "list_added", "remove", "staged"]

_ADDING = ".adding-"
_REMOVING = ".removing-"
_READABLE = 0o755
"""Whoever may look into the folder around it may read what was added."""


class Installed(Struct, frozen=True):
    """A pack that was added.

    Attributes:
        folder: Where it lies.
        manifest: What it says of itself.
    """

    folder: Path
    manifest: Manifest


def list_added(into: Path | None = None) -> dict[str, Installed]:
    """Return the packs in a folder by name, those whose manifest cannot be read left out.

    Args:
        into: The folder they were added to; the person's own by default.
    """
    folder = added_folder() if into is None else into
    found = {}
    for path in sorted(folder.glob(f"*/{MANIFEST}")):
        if path.parent.name.startswith("."):
            continue
        with suppress(OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
            found[path.parent.name] = Installed(path.parent, manifest)
    return found


def find_added(name: str, into: Path | None = None) -> Installed:
    """Return one pack that was added.

    Raises:
        LibraryError: There is none of this name.
    """
    known = list_added(into)
    if name not in known:
        where = shown_path(added_folder() if into is None else into)
        hint = did_you_mean(name, known)
        raise LibraryError(f"no scenario '{name}' was added to {where}{hint}")
    return known[name]


@contextmanager
def staged(pack: Pack, into: Path) -> Iterator[Path]:
    """Write a pack beside its place, as a library folder to look at; it is gone afterwards unless it was installed.

    Args:
        pack: What to write.
        into: The folder it is to be added to; made where it is not there, and unmade where nothing was added.
    """
    made = [folder for folder in (into, *into.parents) if not folder.exists()]
    into.mkdir(mode=0o700, parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=_ADDING, dir=into))
    try:
        for name, data in pack.files.items():
            path = stage / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        (stage / MANIFEST).write_bytes(manifest_bytes(pack.manifest))
        yield stage
    finally:
        if stage.exists():
            shutil.rmtree(stage)
        for folder in made:
            with suppress(OSError):
                folder.rmdir()


def install(stage: Path, name: str) -> Path:
    """Put a staged pack in its place and return that place; what lay there before is removed.

    Until the last step the old one stays, and where that step fails it comes back.

    Raises:
        PackError: Its place cannot be taken.
    """
    place = stage.parent / name
    try:
        stage.chmod(_READABLE)
        with _set_aside(place):
            stage.rename(place)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise PackError(f"{shown_path(place)} cannot be put in place: {reason}") from None
    return place


@contextmanager
def _set_aside(place: Path) -> Iterator[None]:
    """Move what lies at a place out of the way, for good if the block succeeds."""
    if not place.exists():
        yield
        return
    aside = Path(tempfile.mkdtemp(prefix=_REMOVING, dir=place.parent)) / place.name
    place.rename(aside)
    try:
        yield
    except BaseException:
        aside.rename(place)
        raise
    finally:
        shutil.rmtree(aside.parent)


def remove(installed: Installed) -> list[Path]:
    """Take a pack away and return the files that were removed.

    Raises:
        OSError: It cannot be moved or removed.
    """
    gone = sorted(path for path in installed.folder.rglob("*") if path.is_file())
    with _set_aside(installed.folder):
        pass
    return gone
