"""Reading packs that strangers made: whatever is in the file, it costs little, writes nothing and reaches nothing.

Sizes are checked three times: of the file before it is read, of what its directory claims before anything is
inflated, and of what comes out while it is inflated. Entries must fill the file from its first byte to its
directory, in order, so that nothing is hidden between them and none overlaps another.
"""

from __future__ import annotations

import stat
import struct
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import msgspec

from exercise.errors import printable
from exercise.library.pack_form import (
    ENDING,
    FORMAT,
    MANIFEST,
    MAX_ENTRIES,
    MAX_FILE_BYTES,
    MAX_PACK_BYTES,
    MAX_TOTAL_BYTES,
    Manifest,
    Pack,
    PackError,
    digest_of,
)
from exercise.library.pack_names import check_names, quoted
from exercise.library.places import shown_path

__all__ = ["read_pack", "unpack"]

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_LOCAL = struct.Struct("<4s5H3L2H")
_LOCAL_MARK = b"PK\x03\x04"
_MAX_DIRECTORY = 256 * 1024
_MAX_RATIO = 100
"""Most that text shrinks to: beyond it, an entry is made to burst."""
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_UTF8 = 0x800
_LEVELS = 0x6
"""How hard the packer tried; of no consequence."""
_AGAIN = "fetch or copy the file again"
_FOREIGN = "make packs with 'exercise pack'"
_EXCERPT = 120


def read_pack(path: Path) -> Pack:
    """Return the pack in a file.

    Raises:
        PackError: The file is no pack, is damaged, or is not safe to unpack; the message names the file.
        OSError: The file cannot be read.
    """
    shown = shown_path(path)
    if not path.is_file():
        raise PackError(f"{shown} is not a file; name a file that ends in {ENDING}")
    with path.open("rb") as file:
        data = file.read(MAX_PACK_BYTES + 1)
    try:
        return unpack(data)
    except PackError as error:
        raise PackError(f"{shown} cannot be added: {error}") from None


def unpack(data: bytes) -> Pack:
    """Return the pack in some bytes; nothing is written.

    Raises:
        PackError: As :func:`read_pack`, without the name of the file.
    """
    start = _directory_start(data)
    entries = _entries(data)
    check_names(entry.orig_filename for entry in entries)
    _check_claims(entries)
    files: dict[str, bytes] = {}
    position = 0
    for entry in entries:
        first = _content_start(data, position, entry)
        position = first + entry.compress_size
        files[entry.orig_filename] = _content(data[first:position], entry)
    if position != start:
        raise PackError(f"it holds {start - position:,} bytes outside of its entries; {_FOREIGN}")
    if MANIFEST not in files:
        raise PackError(f"it has no {MANIFEST}; {_FOREIGN}")
    manifest = _manifest(files.pop(MANIFEST))
    _check_contents(manifest, files)
    return Pack(manifest, files)


def _directory_start(data: bytes) -> int:
    """Return where the directory of entries begins, looked at before anything of it is read."""
    if len(data) > MAX_PACK_BYTES:
        raise PackError(
            f"it is larger than {MAX_PACK_BYTES:,} bytes, the most that a pack may have"
        )
    found = data.rfind(_END_MARK)
    if found < 0 or found + _END.size > len(data):
        raise PackError(f"it is no pack, or its end is missing; {_AGAIN}")
    if found + _END.size != len(data):
        raise PackError(f"it holds {len(data) - found - _END.size:,} bytes after its end; {_AGAIN}")
    end: tuple[bytes, int, int, int, int, int, int, int] = _END.unpack_from(data, found)
    _, disk, first_disk, here, count, size, start, _ = end
    if count > MAX_ENTRIES:
        raise PackError(f"it claims {count:,} entries; a pack holds at most {MAX_ENTRIES}")
    if size > _MAX_DIRECTORY:
        raise PackError(
            f"its directory claims {size:,} bytes; that of a pack has at most {_MAX_DIRECTORY:,}"
        )
    if disk or first_disk or here != count:
        raise PackError(f"it is one part of an archive in several files; {_FOREIGN}")
    if start + size < found:
        raise PackError(f"it holds {found - start - size:,} bytes before its first entry; {_AGAIN}")
    if start + size > found:
        raise PackError(f"its directory is damaged; {_AGAIN}")
    return start


def _entries(data: bytes) -> list[ZipInfo]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except UnicodeDecodeError:
        raise PackError("the name of an entry is not UTF-8") from None
    except (BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error):
        raise PackError(f"its directory is damaged; {_AGAIN}") from None
    if len(entries) > MAX_ENTRIES:
        raise PackError(f"it holds {len(entries):,} entries; a pack holds at most {MAX_ENTRIES}")
    return entries


def _check_claims(entries: list[ZipInfo]) -> None:
    """Refuse by the directory alone what is not to be inflated."""
    for entry in entries:
        reason = _refused_form(entry) or _refused_size(entry)
        if reason:
            raise PackError(f"the entry {quoted(entry.orig_filename)} {reason}")
    total = sum(entry.file_size for entry in entries)
    if total > MAX_TOTAL_BYTES:
        raise PackError(
            f"its files claim {total:,} bytes together; those of a pack have at most "
            f"{MAX_TOTAL_BYTES:,}"
        )


def _refused_form(entry: ZipInfo) -> str:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "is a symbolic link"
    if kind not in (0, stat.S_IFREG):
        return "is no plain file"
    if entry.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return f"is compressed in a way that is not read (method {entry.compress_type})"
    if entry.flag_bits & ~(_UTF8 | _LEVELS):
        return f"is written in a way that is not read; {_FOREIGN}"
    return ""


def _refused_size(entry: ZipInfo) -> str:
    if entry.file_size > MAX_FILE_BYTES:
        return f"claims {entry.file_size:,} bytes; a file has at most {MAX_FILE_BYTES:,}"
    if entry.file_size > _MAX_RATIO * entry.compress_size:
        return (
            f"claims {entry.file_size:,} bytes out of {entry.compress_size:,}; text does not "
            f"shrink to less than a part in {_MAX_RATIO}"
        )
    if entry.compress_type == ZIP_STORED and entry.file_size != entry.compress_size:
        return f"claims two different sizes; {_AGAIN}"
    return ""


def _content_start(data: bytes, position: int, entry: ZipInfo) -> int:
    """Return where the content of the entry at a position begins.

    Raises:
        PackError: The heading before it says otherwise than the directory.
    """
    shown = quoted(entry.orig_filename)
    if entry.header_offset != position:
        raise PackError(f"the entry {shown} does not lie where the one before it ends; {_FOREIGN}")
    if position + _LOCAL.size > len(data):
        raise PackError(f"the entry {shown} is damaged; {_AGAIN}")
    mark, _, flags, method, _, _, crc, packed, size, name, extra = _LOCAL.unpack_from(
        data, position
    )
    first: int = position + _LOCAL.size + name
    raw = entry.orig_filename.encode("utf-8" if entry.flag_bits & _UTF8 else "cp437")
    told = (mark, flags, method, crc, packed, size, data[first - name : first])
    due = (
        _LOCAL_MARK, entry.flag_bits, entry.compress_type, entry.CRC, entry.compress_size,
        entry.file_size, raw,
    )  # fmt: skip
    if told != due:
        raise PackError(f"the entry {shown} says otherwise than the directory; {_AGAIN}")
    return first + int(extra)


def _content(packed: bytes, entry: ZipInfo) -> bytes:
    shown = quoted(entry.orig_filename)
    content = packed
    if entry.compress_type == ZIP_DEFLATED:
        content = _inflated(packed, entry.file_size, shown)
    if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise PackError(f"the entry {shown} is damaged: its checksum is wrong; {_AGAIN}")
    return content


def _inflated(packed: bytes, size: int, shown: str) -> bytes:
    """Return what was compressed; at most one byte more than was claimed is ever made."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflater.decompress(packed, size + 1)
    except zlib.error:
        raise PackError(f"the entry {shown} is damaged: it cannot be inflated; {_AGAIN}") from None
    if len(content) > size:
        raise PackError(f"the entry {shown} holds more than the {size:,} bytes that it claims")
    if not inflater.eof or inflater.unused_data:
        raise PackError(f"the entry {shown} is damaged: it cannot be inflated; {_AGAIN}")
    return content


def _manifest(data: bytes) -> Manifest:
    try:
        number = msgspec.json.decode(data, type=_Form).format
        if number != FORMAT:
            raise PackError(
                f"it is of form {number}, and this version reads form {FORMAT}; it was packed by "
                "a newer version of the exercise engine"
            )
        return msgspec.json.decode(data, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        reason = printable(str(error))[:_EXCERPT]
        raise PackError(f"its {MANIFEST} cannot be read: {reason}") from None


class _Form(msgspec.Struct):
    """What every form of a manifest says."""

    format: int


def _check_contents(manifest: Manifest, files: dict[str, bytes]) -> None:
    """Compare the files with what the manifest says of them."""
    head = f"scenarios/{manifest.name}/scenario.yaml"
    if head not in files:
        raise PackError(f"it lacks the file {quoted(head)} that its {MANIFEST} promises")
    for name in sorted(manifest.files.keys() | files.keys()):
        known, data = manifest.files.get(name), files.get(name)
        if known is None:
            raise PackError(f"it holds {quoted(name)}, of which its {MANIFEST} knows nothing")
        if data is None:
            raise PackError(f"it lacks the file {quoted(name)} that its {MANIFEST} promises")
        if (known.size, known.sha256) != (len(data), digest_of(data)):
            raise PackError(f"the file {quoted(name)} was changed after it was packed; {_AGAIN}")
        _check_text(name, data)
    _check_place(manifest, files)


def _check_text(name: str, data: bytes) -> None:
    if data.startswith((b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ")):
        raise PackError(f"the entry {quoted(name)} is an archive inside the archive")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise PackError(f"the file {quoted(name)} is not UTF-8 text") from None
    if "\0" in text:
        raise PackError(f"the file {quoted(name)} is not UTF-8 text")


def _check_place(manifest: Manifest, files: dict[str, bytes]) -> None:
    """Refuse files of a scenario, model or library that the manifest does not name."""
    folders = [f"scenarios/{manifest.name}/", "roles/aliases/"]
    folders += [f"scenarios/libraries/{one.name}/" for one in manifest.libraries if one.packed]
    if manifest.model.packed:
        folders.append(f"scenarios/models/{manifest.model.name}/")
    for name in files:
        if not name.startswith(tuple(folders)):
            raise PackError(
                f"it holds {quoted(name)}, which belongs to nothing that its {MANIFEST} names"
            )
