"""Packs to read and to spoil: the tiny scenario packed, and archives written entry by entry."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from exercise.authoring.packing import Packing, pack_scenario
from exercise.library.pack_form import MANIFEST, Manifest, Pack, PackedFile, digest_of
from exercise.library.pack_form import manifest_bytes as as_bytes
from tests.support.tiny import NAME, only, write_library

HEAD = f"scenarios/{NAME}/scenario.yaml"
LICENCE = "license: CC-BY-4.0\n"


def licensed_library(root: Path) -> Path:
    """Write the tiny library, whose scenario says under which licence it may be passed on."""
    write_library(root)
    with (root / HEAD).open("a", encoding="utf-8") as file:
        file.write(LICENCE)
    return root


@cache
def tiny_packing() -> Packing:
    """Return the tiny scenario packed, once."""
    with TemporaryDirectory() as folder:
        root = licensed_library(Path(folder).resolve())
        return pack_scenario(NAME, only(root))


def tiny_pack() -> Pack:
    """Return the tiny scenario as a pack."""
    return tiny_packing().pack


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of an archive, whose headings may say what they like."""

    name: str | bytes
    data: bytes = b"a: 1\n"
    method: int = 0
    flags: int = 0
    mode: int = 0o100644
    size: int | None = None
    crc: int | None = None
    packed: bytes | None = None
    local_name: bytes | None = None

    @property
    def raw(self) -> bytes:
        return self.name if isinstance(self.name, bytes) else self.name.encode()

    @property
    def stored(self) -> bytes:
        return self.data if self.packed is None else self.packed

    @property
    def numbers(self) -> tuple[int, int, int]:
        crc = zlib.crc32(self.data) if self.crc is None else self.crc
        return crc, len(self.stored), len(self.data) if self.size is None else self.size


def deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def archive(*entries: Entry, gap: bytes = b"") -> bytes:
    """Return an archive of these entries, with something between the last one and the directory."""
    body, directory = b"", b""
    for one in entries:
        raw, local = one.raw, one.local_name or one.raw
        form = (20, one.flags, one.method, 0, 33, *one.numbers)
        directory += struct.pack(
            "<4s6H3L5H2L",
            b"PK\x01\x02",
            0x314,
            *form,
            len(raw),
            0,
            0,
            0,
            0,
            one.mode << 16,
            len(body),
        )
        directory += raw
        body += struct.pack("<4s5H3L2H", b"PK\x03\x04", *form, len(local), 0) + local + one.stored
    body += gap
    end = (0, 0, len(entries), len(entries), len(directory), len(body), 0)
    return body + directory + struct.pack("<4s4H2LH", b"PK\x05\x06", *end)


def manifest_of(files: Mapping[str, bytes], **changes: object) -> bytes:
    """Return the tiny scenario's manifest for other files."""
    known = {name: PackedFile(len(data), digest_of(data)) for name, data in files.items()}
    manifest: Manifest = msgspec.structs.replace(tiny_pack().manifest, files=known, **changes)
    return as_bytes(manifest)


def with_files(*more: Entry) -> bytes:
    """Return the tiny scenario's pack with further entries, all of them in its manifest."""
    files = tiny_pack().files | {
        one.raw.decode("utf-8", "replace"): one.data for one in more
    }  # fmt: skip
    known = [Entry(name, data) for name, data in tiny_pack().files.items()]
    return archive(Entry(MANIFEST, manifest_of(files)), *known, *more)
