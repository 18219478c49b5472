"""The form of a pack: one file that holds a scenario with all it plays on, and a manifest that says what it is.

A pack is a zip file with nothing in it but this: ``manifest.json`` first, then text files laid out as in a library
folder, sorted by name, stored as they are, all dated alike. The same files give the same bytes on every machine,
whichever compression library it has.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from io import BytesIO
from typing import Annotated
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import msgspec
from msgspec import Meta, Struct, field

from exercise.errors import LibraryError
from exercise.limits import MAX_FILE_BYTES, MAX_PACK_BYTES, MAX_PACK_FILES

__all__ = [
    "ENDING",
    "FORMAT",
    "MANIFEST",
    "MAX_ENTRIES",
    "MAX_FILE_BYTES",
    "MAX_PACK_BYTES",
    "MAX_TOTAL_BYTES",
    "Manifest",
    "Pack",
    "PackError",
    "PackedFile",
    "PackedLibrary",
    "PackedModel",
    "digest_of",
    "manifest_bytes",
    "pack_bytes",
]

ENDING = ".scenario"
"""How the name of a pack ends."""
FORMAT = 1
"""The version of this form."""
MANIFEST = "manifest.json"

MAX_TOTAL_BYTES = MAX_PACK_BYTES
"""Most that all files of a pack hold together."""
MAX_ENTRIES = MAX_PACK_FILES
"""Most files in a pack, the manifest included."""

_DATE = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip file can tell; the day of packing is nobody's business."""
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16

_Line = Annotated[str, Meta(min_length=1, max_length=1000)]
_Name = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]
_Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]


class PackError(LibraryError):
    """A pack cannot be read, is not safe to unpack, or cannot be installed."""


class PackedFile(Struct, frozen=True, forbid_unknown_fields=True):
    """What a file of a pack must hold.

    Attributes:
        size: Its length in bytes.
        sha256: Its digest, in hexadecimal.
    """

    size: Annotated[int, Meta(ge=0, le=MAX_FILE_BYTES)]
    sha256: _Digest


class PackedModel(Struct, frozen=True, forbid_unknown_fields=True):
    """The model a scenario plays on.

    Attributes:
        name: Its name.
        version: Its version as its author wrote it.
        packed: Whether it lies in the pack; where not, it is the one built into ``Manifest.engine``.
        sha256: Digest over all its files, so that another one of the same name is noticed.
    """

    name: _Name
    version: _Line
    packed: bool
    sha256: _Digest


class PackedLibrary(Struct, frozen=True, forbid_unknown_fields=True):
    """A library of injects, measures and indicators that a scenario uses; attributes as for a model."""

    name: _Name
    version: _Line
    author: _Line
    license: _Line
    packed: bool
    sha256: _Digest


class Manifest(Struct, frozen=True, forbid_unknown_fields=True):
    """What a pack says of itself.

    Attributes:
        format: Version of the form of packs.
        name: The scenario's id.
        title: Its title, in English or else its first language, names put in for placeholders.
        summary: Its summary, likewise.
        author: Who wrote it.
        license: Under which licence it may be passed on.
        version: Its version.
        languages: Codes of the languages its title is written in.
        setting_year: The year of the story.
        engine: Version of the engine it was packed with.
        model: The model it plays on.
        files: Every file of the pack but the manifest, by its path.
        libraries: Libraries it takes injects, measures or indicators from.
        sensitivity: What is sensitive in it; empty where nothing was said.
        names: The alias file that must be used for its sake; empty where none is.
        sources: Where its contents come from, as its files say.
    """

    format: int
    name: _Name
    title: _Line
    summary: Annotated[str, Meta(max_length=8000)]
    author: _Line
    license: _Line
    version: _Line
    languages: tuple[Annotated[str, Meta(pattern=r"^[a-z]{2,3}$")], ...]
    setting_year: int
    engine: _Line
    model: PackedModel
    files: dict[str, PackedFile]
    libraries: tuple[PackedLibrary, ...] = ()
    sensitivity: Annotated[str, Meta(max_length=8000)] = ""
    names: Annotated[str, Meta(max_length=60)] = ""
    sources: tuple[Annotated[str, Meta(max_length=300)], ...] = ()


class Pack(Struct, frozen=True):
    """A pack that was read and found whole.

    Attributes:
        manifest: What it says of itself; its digests have been compared with the files.
        files: Every file but the manifest, by its path from the root of a library folder.
    """

    manifest: Manifest
    files: dict[str, bytes] = field(default_factory=dict)


def pack_bytes(manifest: Manifest, files: Mapping[str, bytes]) -> bytes:
    """Return a pack as the bytes of its file.

    Args:
        manifest: What it says of itself; the entry ``files`` is made here.
        files: Its files by their paths from the root of a library folder, with forward slashes.
    """
    known = {name: PackedFile(len(data), digest_of(data)) for name, data in sorted(files.items())}
    manifest = msgspec.structs.replace(manifest, files=known)
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as archive:
        archive.writestr(_entry(MANIFEST), manifest_bytes(manifest))
        for name in known:
            archive.writestr(_entry(name), files[name])
    return target.getvalue()


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return a manifest as UTF-8 JSON that people can read, always the same for the same manifest."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"


def digest_of(data: bytes) -> str:
    """Return the SHA-256 digest of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _DATE)
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE
    return entry
