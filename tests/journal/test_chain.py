"""The hash chain: what it binds, and that any change of it is named."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace

from exercise.errors import JournalCorruptError, JournalGapError
from exercise.journal import Header, MemoryJournal, NewRecord, Record, read_verified, verify_chain
from exercise.journal.record import genesis_hash, record_hash

MakeRecord = Callable[..., NewRecord]


class _Altered(MemoryJournal):
    """A journal whose records were changed behind its back."""

    def __init__(self, header: Header, records: list[Record]) -> None:
        super().__init__(header)
        self.records = records

    def read(self, after: int = 0, limit: int | None = None) -> Iterator[Record]:
        return iter(self.records)


@pytest.fixture
def records(header: Header, new: MakeRecord) -> list[Record]:
    journal = MemoryJournal(header)
    journal.append(0, [new(number) for number in range(1, 7)])
    return list(journal.read())


def _field(content: bytes) -> bytes:
    return len(content).to_bytes(8, "big") + content


def test_the_hash_is_sha256_over_length_prefixed_fields() -> None:
    """Written out by hand, so that the format cannot change unnoticed."""
    record = NewRecord("иом", "c1", "started", 3, b"{}")
    fields = [
        b"exercise record 1",
        b"12",
        "иом".encode(),
        b"c1",
        b"started",
        b"3",
        b"{}",
        b"p" * 32,
    ]
    expected = hashlib.sha256(b"".join(map(_field, fields))).digest()
    assert record_hash(12, record, b"p" * 32) == expected


def test_moving_a_byte_to_the_next_field_changes_the_hash() -> None:
    one = NewRecord("ab", "c", "kind", 1, b"{}")
    other = NewRecord("a", "bc", "kind", 1, b"{}")
    assert record_hash(1, one, b"") != record_hash(1, other, b"")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("format", 2),
        ("engine_version", "9"),
        ("scenario_id", "other"),
        ("fingerprint", "0" * 64),
        ("seed", 5),
        ("exercise_id", "ex2"),
        ("scenario", b"{}"),
    ],
)
def test_the_first_record_is_bound_to_the_header(header: Header, field: str, value: object) -> None:
    changed = replace(header, **{field: value})
    assert genesis_hash(changed) != genesis_hash(header)


def test_the_wall_clock_is_outside_the_chain(header: Header, records: list[Record]) -> None:
    late = replace(header, created_at="2031-01-01T00:00:00.000+00:00")
    assert genesis_hash(late) == genesis_hash(header)
    moved = [replace(record, at="1999-01-01T00:00:00.000+00:00") for record in records]
    assert verify_chain(_Altered(late, moved)).records == 6


def test_a_whole_journal_reports_count_and_head_hash(header: Header, records: list[Record]) -> None:
    report = verify_chain(_Altered(header, records))
    assert (report.records, report.head_hash) == (6, records[-1].hash.hex())


@pytest.mark.parametrize("place", range(6))
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("actor", "x"),
        ("command_id", "x"),
        ("kind", "x"),
        ("version", 2),
        ("payload", b"{}"),
        ("prev_hash", b"x" * 32),
        ("hash", b"x" * 32),
    ],
)
def test_any_changed_field_of_any_record_is_found_and_named(
    header: Header, records: list[Record], place: int, field: str, value: object
) -> None:
    records[place] = replace(records[place], **{field: value})
    with pytest.raises(JournalCorruptError, match=f"record {place + 1} "):
        verify_chain(_Altered(header, records))


@pytest.mark.parametrize("place", range(5))
def test_a_missing_record_is_named(header: Header, records: list[Record], place: int) -> None:
    del records[place]
    with pytest.raises(JournalGapError, match=f"record {place + 1} is missing"):
        verify_chain(_Altered(header, records))


def test_two_swapped_records_are_found(header: Header, records: list[Record]) -> None:
    records[2], records[3] = records[3], records[2]
    with pytest.raises(JournalGapError, match="record 3"):
        verify_chain(_Altered(header, records))


def test_a_record_rewritten_with_its_own_right_hash_breaks_the_next_link(
    header: Header, records: list[Record]
) -> None:
    forged = replace(records[2], payload=b"{}")
    records[2] = replace(forged, hash=record_hash(3, forged, forged.prev_hash))
    with pytest.raises(JournalCorruptError, match="record 4 does not follow record 3"):
        verify_chain(_Altered(header, records))


def test_records_under_another_header_are_refused(header: Header, records: list[Record]) -> None:
    with pytest.raises(JournalCorruptError, match="does not follow the header"):
        verify_chain(_Altered(replace(header, seed=1), records))


def test_records_before_the_damage_are_given(header: Header, records: list[Record]) -> None:
    records[3] = replace(records[3], kind="other")
    reading = read_verified(_Altered(header, records))
    assert [next(reading).seq for _ in range(3)] == [1, 2, 3]
    with pytest.raises(JournalCorruptError):
        next(reading)
