"""Packs made to harm those who add them."""

# ruff: noqa: E501  # a table reads best with one attack to a line

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from exercise.library.pack_form import MANIFEST, MAX_ENTRIES
from exercise.library.unpack import read_pack
from tests.hostile.attack import Attack, Trial, told
from tests.support.packs import Entry, archive, deflated, manifest_of, tiny_pack, with_files

TEXT = "scenarios/tiny/further.md"
ZEROS = b"\0" * 2_000_000
MEBIBYTE = 1024 * 1024


def _bomb(claimed: int | None) -> bytes:
    return with_files(Entry(TEXT, ZEROS, method=8, packed=deflated(ZEROS), size=claimed))


def _honest_bomb() -> bytes:
    data = b"0123456789abcdef" * 131_000
    entries = [Entry(f"scenarios/tiny/n{i}.md", data, 8, packed=deflated(data)) for i in range(400)]
    return with_files(*entries)


def _slow_burn() -> bytes:
    """Four files that are as large as files may be, of text that shrinks as far as text may."""
    line = b"".join(b"%d people wait.\n" % n for n in range(110_000))[: 2 * MEBIBYTE - 1]
    names = [f"scenarios/tiny/n{i}.md" for i in range(3)]
    entries = [Entry(name, line, 8, packed=deflated(line)) for name in names]
    entries.append(Entry("scenarios/tiny/zz.md", b"x", crc=1))
    return with_files(*entries)


def _many(count: int) -> bytes:
    return archive(*(Entry(f"scenarios/tiny/n{i}.md", b"x") for i in range(count)))


def _many_hidden() -> bytes:
    """Say in the end that there are two entries where there are 3,000."""
    data = bytearray(_many(3_000))
    data[-14:-10] = b"\2\0\2\0"
    return bytes(data)


def _very_many() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as book:
        for number in range(20_000):
            book.writestr(zipfile.ZipInfo(f"a{number}"), b"")
    return target.getvalue()


def _quine() -> bytes:
    inner = with_files()
    return with_files(Entry(TEXT, inner))


def _overlapping() -> bytes:
    """Let every entry of the directory point at the same content."""
    whole = archive(Entry("scenarios/tiny/a.md", ZEROS, 8, packed=deflated(ZEROS)))
    start = int.from_bytes(whole[-6:-2], "little")
    body, directory = whole[:start], whole[start:-22]
    end = bytearray(whole[-22:])
    end[8:12] = (400).to_bytes(2, "little") * 2
    end[12:16] = (len(directory) * 400).to_bytes(4, "little")
    return body + directory * 400 + bytes(end)


CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a bomb that says so": (lambda: _bomb(None), "text does not shrink"),
    "a bomb that lies": (lambda: _bomb(100_000), "holds more than the 100,000 bytes that it claims"),
    "four hundred large files": (_honest_bomb, "text does not shrink"),
    "eight mebibytes, then a false checksum": (_slow_burn, "its checksum is wrong"),
    "overlapping entries": (_overlapping, "twice"),
    "up and out": (lambda: with_files(Entry("../evil.yaml")), "leads out of its folder"),
    "up and out in the middle": (lambda: with_files(Entry("scenarios/tiny/../../evil.yaml")), "leads out of its folder"),
    "backslashes": (lambda: with_files(Entry("scenarios\\tiny\\evil.yaml")), "has a backslash in its name"),
    "an absolute path": (lambda: with_files(Entry("/etc/evil.yaml")), "is an absolute path"),
    "a drive": (lambda: with_files(Entry("C:/evil.yaml")), "names a drive"),
    "a device": (lambda: with_files(Entry("scenarios/tiny/con.yaml")), "keeps for a device"),
    "a symbolic link": (lambda: with_files(Entry(TEXT, b"/etc/passwd", mode=0o120777)), "is a symbolic link"),
    "a device file": (lambda: with_files(Entry(TEXT, b"", mode=0o020666)), "is no plain file"),
    "the same name twice": (lambda: with_files(Entry(TEXT), Entry(TEXT)), "twice"),
    "names that differ in case": (lambda: with_files(Entry(TEXT), Entry(TEXT.replace("further", "FURTHER"))), ""),
    "a name of 300 bytes": (lambda: with_files(Entry(f"scenarios/tiny/{'n' * 300}.md")), "has a name of 318 characters; at most 160 are read"),
    "a name of 60,000 bytes": (lambda: archive(Entry("n" * 60_000)), "has a name of 60000 characters"),
    "sixty names of 60,000 bytes": (lambda: archive(*(Entry("n" * 60_000) for _ in range(60))), "its directory claims"),
    "a name with an override": (lambda: with_files(Entry("scenarios/tiny/\u202edm.md", flags=0x800)), "beyond ASCII"),
    "a name with a NUL": (lambda: with_files(Entry(b"scenarios/tiny/a.md\0.exe")), "name"),
    "an archive inside": (_quine, "is an archive inside the archive"),
    "one entry too many": (lambda: _many(MAX_ENTRIES + 1), "a pack holds at most 500"),
    "entries that the end hides": (_many_hidden, "it holds 3,000 entries"),
    "twenty thousand entries": (_very_many, "pack"),
    "a false checksum": (lambda: with_files(Entry(TEXT, b"text", crc=1)), "its checksum is wrong"),
    "a local heading that says otherwise": (lambda: with_files(Entry(TEXT, local_name=b"scenarios/tiny/other12.md")), "says otherwise than the directory"),
    "an encrypted entry": (lambda: with_files(Entry(TEXT, flags=1)), "is encrypted"),
    "another compression": (lambda: with_files(Entry(TEXT, method=14)), "method 14"),
    "hidden bytes": (lambda: archive(Entry(MANIFEST, b"{}"), gap=b"x" * MEBIBYTE), "bytes outside of its entries"),
    "nine mebibytes": (lambda: b"PK\3\4" + b"\0" * (9 * MEBIBYTE), "larger than 8,388,608 bytes"),
    "a deep manifest": (lambda: archive(Entry(MANIFEST, b"[" * MEBIBYTE)), "cannot be read"),
    "a manifest of two mebibytes": (lambda: archive(Entry(MANIFEST, b'{"format": 1, "name": "' + b"a" * 2_000_000 + b'"}')), "cannot be read"),
    "a manifest of many files": (lambda: archive(Entry(MANIFEST, b'{"format": 1, "files": {' + b",".join(b'"f%d": {"size": 1, "sha256": "x"}' % n for n in range(50_000)) + b"}}")), "cannot be read"),
    "no pack": (lambda: b"\0" * (8 * MEBIBYTE), "it is no pack"),
    "ends upon ends": (lambda: b"PK\5\6" * 2_000_000, "it is no pack"),
    "a NUL in a text": (lambda: with_files(Entry(TEXT, b"a\0b")), "is not UTF-8 text"),
    "code": (lambda: with_files(Entry("scenarios/tiny/run.py")), "is of no kind"),
    "a changed file": (lambda: archive(Entry(MANIFEST, manifest_of(tiny_pack().files)), *(Entry(n, d + b"#") for n, d in tiny_pack().files.items())), "was changed after it was packed"),
}  # fmt: skip


def _attack(name: str, made: Callable[[], bytes], said: str) -> Attack:
    def prepare(folder: Path) -> Trial:
        path = folder / "hostile.scenario"
        data = made()
        path.write_bytes(data)
        return Trial(len(data), lambda: told(lambda: read_pack(path)))

    return Attack(name, prepare, said)


ATTACKS: tuple[Attack, ...] = tuple(_attack(name, *case) for name, case in CASES.items())
