"""Packs from strangers: whatever is in the file, it is refused quickly, in one sentence, and nothing is written."""

from __future__ import annotations

import timeit
import tracemalloc
from pathlib import Path

import pytest

from exercise.library.pack_form import MANIFEST, MAX_ENTRIES, MAX_PACK_BYTES, PackError
from exercise.library.unpack import read_pack, unpack
from tests.support.packs import (
    HEAD,
    Entry,
    archive,
    deflated,
    manifest_of,
    tiny_pack,
    tiny_packing,
    with_files,
)

PLAIN = "scenarios/tiny/further.md"
ZEROS = b"\0" * 2_000_000
GOOD = b"A line of text.\n" * 8
AGAIN = "fetch or copy the file again"
FOREIGN = "make packs with 'exercise pack'"
MOST = 32 * 1024 * 1024
LATIN = b"scenarios/tiny/\xff.yaml"

NAMES = {
    "../evil.yaml": "leads out of its folder",
    "scenarios/tiny/../../../evil.yaml": "leads out of its folder",
    "/etc/evil.yaml": "is an absolute path",
    "//server/share/evil.yaml": "is an absolute path",
    "C:/evil.yaml": "names a drive",
    "c:evil.yaml": "names a drive",
    "scenarios\\tiny\\evil.yaml": "has a backslash in its name",
    "..\\evil.yaml": "has a backslash in its name",
    "scenarios/tiny/con.yaml": "has a name that Windows keeps for a device",
    "scenarios/tiny/LPT1.md": "has a name that Windows keeps for a device",
    "scenarios/tiny/": "is a folder; a pack holds files alone",
    "scenarios/tiny/run.py": "is of no kind that a pack may hold: .yaml, .md, .ftl",
    "scenarios/tiny/yaml": "is of no kind that a pack may hold: .yaml, .md, .ftl",
    "scenarios/tiny/.hidden.yaml": "is of no kind that a pack may hold: .yaml, .md, .ftl",
    "scenarios/tiny/x.yaml.": "is of no kind that a pack may hold: .yaml, .md, .ftl",
    "scenarios/tiny/inner.zip": "is an archive inside the archive",
    "scenarios/tiny/inner.scenario": "is an archive inside the archive",
    "evil.yaml": "lies where no file of a pack belongs",
    "exercise/engine/x.yaml": "lies where no file of a pack belongs",
    "scenarios/tiny/roles/more/x.yaml": "lies where no file of a pack belongs",
    "scenarios/tiny/ру.yaml": "has characters beyond ASCII in its name",
}
"""Names of entries, and what is said of each."""

FORMS = {
    "symbolic link": (Entry(PLAIN, b"/etc/passwd", mode=0o120777), "is a symbolic link"),
    "device": (Entry(PLAIN, b"", mode=0o020666), "is no plain file"),
    "folder by its mode": (Entry(PLAIN, b"", mode=0o040755), "is no plain file"),
    "encrypted": (Entry(PLAIN, flags=0x1), "is encrypted"),
    "strongly encrypted": (Entry(PLAIN, flags=0x40), "is encrypted"),
    "LZMA": (Entry(PLAIN, method=14), "is compressed in a way that is not read (method 14)"),
    "sizes afterwards": (
        Entry(PLAIN, flags=0x8),
        f"is written in a way that is not read; {FOREIGN}",
    ),
    "bomb": (
        Entry(PLAIN, ZEROS, method=8, packed=deflated(ZEROS)),
        "claims 2,000,000 bytes out of 1,954; text does not shrink to less than a part in 100",
    ),
    "bomb that lies": (
        Entry(PLAIN, ZEROS, method=8, packed=deflated(ZEROS), size=1000),
        "holds more than the 1,000 bytes that it claims",
    ),
    "large": (
        Entry(PLAIN, b"", size=3_000_000),
        "claims 3,000,000 bytes; a file has at most 2,097,152",
    ),
    "stored in another size": (Entry(PLAIN, GOOD, size=9), f"claims two different sizes; {AGAIN}"),
    "wrong checksum": (
        Entry(PLAIN, crc=5),
        f"is damaged: its checksum is wrong; {AGAIN}",
    ),
    "no deflate": (
        Entry(PLAIN, GOOD, method=8, packed=b"\xff" * 20),
        f"is damaged: it cannot be inflated; {AGAIN}",
    ),
    "bytes after the end": (
        Entry(PLAIN, GOOD, method=8, packed=deflated(GOOD) + b"more"),
        f"is damaged: it cannot be inflated; {AGAIN}",
    ),
    "cut short": (
        Entry(PLAIN, GOOD, method=8, packed=deflated(GOOD)[:-2]),
        f"is damaged: it cannot be inflated; {AGAIN}",
    ),
    "two names": (
        Entry(PLAIN, local_name=b"scenarios/tiny/another.md"),
        f"says otherwise than the directory; {AGAIN}",
    ),
    "archive by its contents": (
        Entry(PLAIN, archive(Entry("a.md"))),
        "is an archive inside the archive",
    ),
}
"""Entries with a good name, and what is said of each."""


def refused(data: bytes) -> str:
    """Return what is said of some bytes, having measured that the answer was quick and small."""
    tracemalloc.start()
    try:
        said = _said_of(data)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < MOST
    # Other work on the machine only ever adds to the time, so the best of a few is the one that counts.
    assert min(timeit.repeat(lambda: _said_of(data), number=1, repeat=3)) < (
        0.05 + 0.2 * len(data) / 1024**2
    )
    return said


def _said_of(data: bytes) -> str:
    with pytest.raises(PackError) as caught:
        unpack(data)
    return str(caught.value)


def test_a_pack_is_read_as_it_was_written() -> None:
    packing = tiny_packing()
    assert unpack(packing.data) == packing.pack
    assert unpack(with_files()).files == packing.pack.files


def test_a_compressed_pack_is_read_as_well() -> None:
    entry = Entry(PLAIN, GOOD, method=8, packed=deflated(GOOD))
    assert unpack(with_files(entry)).files[PLAIN] == GOOD


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_not_safe_everywhere_is_refused(name: str) -> None:
    flags = 0 if name.isascii() else 0x800
    assert refused(with_files(Entry(name, flags=flags))) == f"the entry '{name}' {NAMES[name]}"


def test_control_characters_in_a_name_are_not_sent_to_the_terminal() -> None:
    said = refused(with_files(Entry("scenarios/tiny/\x1b[2Jx.yaml")))
    assert said == (
        "the entry 'scenarios/tiny/·[2Jx.yaml' is of no kind that a pack may hold: .yaml, .md, .ftl"
    )
    said = refused(with_files(Entry("scenarios/tiny/x\0.yaml")))
    assert said == "the entry 'scenarios/tiny/x·.yaml' has a NUL character in its name"


def test_a_long_name_is_cut_where_it_is_told() -> None:
    said = refused(with_files(Entry(f"scenarios/tiny/{'a' * 300}.yaml")))
    shown = f"scenarios/tiny/{'a' * 65}…"
    assert said == f"the entry '{shown}' has a name of 320 characters; at most 160 are read"


def test_a_name_that_is_no_text_is_refused() -> None:
    assert refused(with_files(Entry(LATIN, flags=0x800))) == "the name of an entry is not UTF-8"
    said = refused(with_files(Entry(LATIN)))
    assert said == "the entry 'scenarios/tiny/·.yaml' has characters beyond ASCII in its name"


def test_two_entries_of_one_name_are_refused() -> None:
    assert refused(with_files(Entry(HEAD))) == f"it holds '{HEAD}' twice"
    other = "scenarios/tiny/Scenario.yaml"
    assert refused(with_files(Entry(other))) == (
        f"'{HEAD}' and '{other}' differ in capitals alone, so that one would overwrite the other"
    )


@pytest.mark.parametrize("form", FORMS)
def test_an_entry_of_no_good_form_is_refused(form: str) -> None:
    entry, said = FORMS[form]
    assert refused(with_files(entry)) == f"the entry '{PLAIN}' {said}"


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a: \0", "й".encode("cp1251")])
def test_a_file_that_is_no_text_is_refused(data: bytes) -> None:
    assert refused(with_files(Entry(PLAIN, data))) == f"the file '{PLAIN}' is not UTF-8 text"


def whole() -> bytes:
    return tiny_packing().data


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (lambda: b"", f"it is no pack, or its end is missing; {AGAIN}"),
        (lambda: b"format: 1\n" * 90, f"it is no pack, or its end is missing; {AGAIN}"),
        (lambda: whole()[:-1], f"it is no pack, or its end is missing; {AGAIN}"),
        (lambda: whole()[:5000], f"it is no pack, or its end is missing; {AGAIN}"),
        (lambda: whole() + b"x" * 9, f"it holds 9 bytes after its end; {AGAIN}"),
        (lambda: whole()[:-2] + b"\2\0xx", f"it holds 2 bytes after its end; {AGAIN}"),
        (lambda: b"#!/bin/sh\n" + whole(), f"it holds 10 bytes before its first entry; {AGAIN}"),
        (
            lambda: archive(Entry(MANIFEST), gap=b"hidden"),
            f"it holds 6 bytes outside of its entries; {FOREIGN}",
        ),
        (
            lambda: archive(*(Entry(f"scenarios/tiny/{n}.md") for n in range(MAX_ENTRIES + 1))),
            "it claims 501 entries; a pack holds at most 500",
        ),
        (
            lambda: b"x" * (MAX_PACK_BYTES + 1),
            "it is larger than 8,388,608 bytes, the most that a pack may have",
        ),
        (
            lambda: archive(*(Entry(f"scenarios/tiny/{n}.md", ZEROS) for n in range(4))),
            f"it has no {MANIFEST}; {FOREIGN}",
        ),
        (lambda: archive(Entry(HEAD)), f"it has no {MANIFEST}; {FOREIGN}"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(data: object, said: str) -> None:
    assert callable(data)
    assert refused(data()) == said


def claiming(count: int, size: int) -> bytes:
    """Return the tiny pack, whose end claims another number of entries, or another length of its directory."""
    data = bytearray(whole())
    data[-14:-12] = data[-12:-10] = count.to_bytes(2, "little")
    data[-10:-6] = size.to_bytes(4, "little")
    return bytes(data)


def test_a_directory_that_claims_too_much_is_not_read() -> None:
    assert refused(claiming(65_535, 90)) == "it claims 65,535 entries; a pack holds at most 500"
    assert refused(claiming(9, 2**32 - 1)) == (
        "its directory claims 4,294,967,295 bytes; that of a pack has at most 262,144"
    )


def test_more_entries_than_the_end_claims_are_counted() -> None:
    data = bytearray(archive(*(Entry(f"scenarios/tiny/{n}.md") for n in range(600))))
    data[-14:-12] = data[-12:-10] = (3).to_bytes(2, "little")
    assert refused(bytes(data)) == "it holds 600 entries; a pack holds at most 500"


def test_files_that_are_large_together_are_refused_before_they_are_inflated() -> None:
    text = bytes(n * n % 251 for n in range(30_000)) * 60
    packed = deflated(text)
    entries = (
        Entry(f"scenarios/tiny/{n}.md", text, method=8, packed=packed + b"\0" * 20_000)
        for n in range(5)
    )
    assert refused(archive(*entries)) == (
        "its files claim 9,000,000 bytes together; those of a pack have at most 8,388,608"
    )


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        (b"", "Input data was truncated"),
        (b"[]", "Expected `object`, got `array`"),
        (b"\xff", "JSON is malformed: invalid character (byte 0)"),
        (b'{"format": "1"}', "Expected `int`, got `str` - at `$.format`"),
        (b'{"format": 1}', "Object missing required field `name`"),
    ],
)
def test_a_manifest_that_is_none_is_refused(manifest: bytes, said: str) -> None:
    assert refused(archive(Entry(MANIFEST, manifest))) == f"its {MANIFEST} cannot be read: {said}"


def test_a_manifest_nested_without_end_is_refused() -> None:
    deep = b'{"format": 1, "x": ' + b"[" * 200_000
    assert refused(archive(Entry(MANIFEST, deep))).startswith(f"its {MANIFEST} cannot be read: ")


def test_a_pack_of_a_later_form_says_so() -> None:
    said = refused(
        archive(Entry(MANIFEST, manifest_of({}).replace(b'"format": 1', b'"format": 2')))
    )
    assert said == (
        "it is of form 2, and this version reads form 1; it was packed by a newer version of the "
        "exercise engine"
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({PLAIN: GOOD}, f"it lacks the file '{PLAIN}' that its {MANIFEST} promises"),
        ({HEAD: b"id: other\n"}, f"the file '{HEAD}' was changed after it was packed; {AGAIN}"),
    ],
)
def test_a_file_that_the_manifest_tells_otherwise_is_refused(
    change: dict[str, bytes], said: str
) -> None:
    files = tiny_pack().files
    known = [Entry(name, data) for name, data in files.items()]
    assert refused(archive(Entry(MANIFEST, manifest_of(files | change)), *known)) == said


def test_a_file_that_the_manifest_does_not_know_is_refused() -> None:
    files = tiny_pack().files
    entries = [Entry(name, data) for name, data in files.items()]
    said = refused(archive(Entry(MANIFEST, manifest_of(files)), *entries, Entry(PLAIN)))
    assert said == f"it holds '{PLAIN}', of which its {MANIFEST} knows nothing"


@pytest.mark.parametrize(
    "name", ["scenarios/other/x.yaml", "roles/rivermark.yaml", "scenarios/models/other/x.yaml"]
)
def test_files_of_what_is_not_packed_are_refused(name: str) -> None:
    said = refused(with_files(Entry(name)))
    assert said == f"it holds '{name}', which belongs to nothing that its {MANIFEST} names"


def test_a_pack_without_its_scenario_is_refused() -> None:
    files = {name: data for name, data in tiny_pack().files.items() if name != HEAD}
    known = [Entry(name, data) for name, data in files.items()]
    said = refused(archive(Entry(MANIFEST, manifest_of(files)), *known))
    assert said == f"it lacks the file '{HEAD}' that its {MANIFEST} promises"


def test_a_file_is_named_in_what_is_said_of_it(tmp_path: Path) -> None:
    path = tmp_path / "broken.scenario"
    path.write_bytes(whole()[:-1])
    with pytest.raises(PackError, match=r"broken\.scenario cannot be added: it is no pack"):
        read_pack(path)
    with pytest.raises(PackError, match=r"is not a file; name a file that ends in \.scenario$"):
        read_pack(tmp_path)
