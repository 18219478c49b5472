"""What every journal does, whatever keeps its bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from exercise.errors import JournalConflictError, JournalCorruptError, JournalError
from exercise.journal import (
    CommandRecordedError,
    Header,
    Journal,
    MemoryJournal,
    NewRecord,
    create_sqlite,
    verify_chain,
)

MakeRecord = Callable[..., NewRecord]


def _content(journal: Journal) -> list[NewRecord]:
    return [
        NewRecord(one.actor, one.command_id, one.kind, one.version, one.payload)
        for one in journal.read()
    ]


def test_a_new_journal_is_empty_and_keeps_its_header(journal: Journal, header: Header) -> None:
    assert journal.header == header
    assert journal.head() == 0
    assert list(journal.read()) == []
    assert verify_chain(journal).records == 0


def test_records_come_back_in_order_and_unchanged(journal: Journal, new: MakeRecord) -> None:
    wanted = [new(number, text="Таджикистан \u2028 \x00") for number in range(1, 151)]
    for head, record in enumerate(wanted):
        assert journal.append(head, [record]) == head + 1
    assert _content(journal) == wanted
    assert [record.seq for record in journal.read()] == list(range(1, 151))
    assert {record.at for record in journal.read()} == {"2030-06-01T12:00:00.000+00:00"}


def test_each_record_carries_the_hash_of_the_one_before(journal: Journal, new: MakeRecord) -> None:
    journal.append(0, [new(1), new(2), new(3)])
    records = list(journal.read())
    assert [record.prev_hash for record in records[1:]] == [r.hash for r in records[:-1]]
    assert len({record.hash for record in records}) == 3
    assert verify_chain(journal).head_hash == records[-1].hash.hex()


def test_reading_takes_a_start_and_a_limit(journal: Journal, new: MakeRecord) -> None:
    journal.append(0, [new(number) for number in range(1, 201)])
    assert [record.seq for record in journal.read(after=190)] == list(range(191, 201))
    assert [record.seq for record in journal.read(after=3, limit=2)] == [4, 5]
    assert [record.seq for record in journal.read(limit=130)] == list(range(1, 131))
    assert list(journal.read(limit=0)) == []
    assert list(journal.read(after=200)) == []
    assert list(journal.read(after=10**6, limit=5)) == []


@pytest.mark.parametrize(("after", "limit"), [(-1, None), (0, -1)])
def test_reading_before_the_start_is_refused(
    journal: Journal, after: int, limit: int | None
) -> None:
    with pytest.raises(JournalError, match="count from 0"):
        journal.read(after, limit)


def test_a_reading_ends_at_the_head_of_its_call(journal: Journal, new: MakeRecord) -> None:
    journal.append(0, [new(1), new(2)])
    reading = journal.read()
    assert next(reading).seq == 1
    journal.append(2, [new(3)])
    assert [record.seq for record in reading] == [2]


@pytest.mark.parametrize("expected", [0, 1, 3, 10**9])
def test_a_stale_or_future_head_is_refused_and_nothing_is_added(
    journal: Journal, new: MakeRecord, expected: int
) -> None:
    journal.append(0, [new(1), new(2)])
    with pytest.raises(JournalConflictError, match="ends at 2") as caught:
        journal.append(expected, [new(3)])
    assert not isinstance(caught.value, CommandRecordedError)
    assert journal.head() == 2
    assert journal.append(2, [new(3)]) == 3


def test_a_resent_command_is_refused_and_names_its_record(
    journal: Journal, new: MakeRecord
) -> None:
    command = [new(1), new(1, part="second"), new(1, part="third")]
    journal.append(0, command)
    journal.append(3, [new(2)])
    for expected in (0, 4):
        with pytest.raises(CommandRecordedError) as caught:
            journal.append(expected, [new(9), *command])
        assert caught.value.seq == 3
    assert journal.head() == 4
    assert journal.recorded("facilitator", "c9") is None


def test_a_command_is_known_by_its_last_record(journal: Journal, new: MakeRecord) -> None:
    journal.append(0, [new(1), new(2), new(1, part="second")])
    assert journal.recorded("facilitator", "c1") == 3
    assert journal.recorded("facilitator", "c2") == 2
    assert journal.recorded("facilitator", "c3") is None
    assert journal.recorded("other", "c1") is None


def test_two_actors_may_use_the_same_command_id(journal: Journal, new: MakeRecord) -> None:
    journal.append(0, [new(1, actor="Казахстан"), new(1, actor="iom")])
    assert journal.recorded("iom", "c1") == 2
    assert journal.recorded("Казахстан", "c1") == 1


def test_appending_nothing_changes_nothing_but_checks_the_head(
    journal: Journal, new: MakeRecord
) -> None:
    assert journal.append(0, []) == 0
    journal.append(0, [new(1)])
    assert journal.append(1, []) == 1
    with pytest.raises(JournalConflictError):
        journal.append(0, [])


BAD: list[dict[str, object]] = [
    {"actor": ""},
    {"actor": "x" * 201},
    {"actor": "\x1b]0;title\x07"},
    {"actor": "\ud800"},
    {"actor": 7},
    {"command_id": "two\nlines"},
    {"kind": b"bytes"},
    {"version": 0},
    {"version": True},
    {"version": 2**31},
    {"payload": "text"},
    {"payload": bytes(16 * 1024 * 1024 + 1)},
]


@pytest.mark.parametrize("change", BAD, ids=lambda change: repr(change)[:40])
def test_an_unstorable_record_refuses_the_whole_append(
    journal: Journal, new: MakeRecord, change: dict[str, object]
) -> None:
    bad = replace(new(2), **change)
    with pytest.raises(JournalError, match=next(iter(change))):
        journal.append(0, [new(1), bad])
    assert journal.head() == 0
    assert journal.recorded("facilitator", "c1") is None


def test_a_negative_head_is_refused(journal: Journal, new: MakeRecord) -> None:
    with pytest.raises(JournalError, match="negative"):
        journal.append(-1, [new(1)])


def test_a_closed_journal_refuses_every_call_but_close(journal: Journal, new: MakeRecord) -> None:
    journal.append(0, [new(1)])
    journal.close()
    journal.close()
    for call in (
        journal.head,
        journal.read,
        lambda: journal.append(1, [new(2)]),
        lambda: journal.recorded("facilitator", "c1"),
    ):
        with pytest.raises(JournalError):
            call()


def test_threads_that_race_for_the_same_place_get_one_winner_each(
    journal: Journal, new: MakeRecord
) -> None:
    def work(actor: str) -> None:
        number = 0
        while number < 25:
            try:
                journal.append(journal.head(), [new(number, actor=actor)])
                number += 1
            except JournalConflictError:
                continue

    threads = [Thread(target=work, args=(actor,)) for actor in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert verify_chain(journal).records == 75
    assert len({(record.actor, record.command_id) for record in journal.read()}) == 75


@pytest.mark.parametrize(
    "change",
    [{"seed": -1}, {"seed": 2**64}, {"scenario_id": ""}, {"exercise_id": "a\x07"}, {"format": 0}],
    ids=repr,
)
def test_an_unstorable_header_makes_no_journal(
    path: Path, header: Header, change: dict[str, object]
) -> None:
    bad = replace(header, **change)
    with pytest.raises(JournalError, match=next(iter(change))):
        MemoryJournal(bad)
    with pytest.raises(JournalError, match=next(iter(change))):
        create_sqlite(path, bad)
    assert not path.exists()


def test_a_fingerprint_that_is_not_the_scenarios_is_refused(header: Header) -> None:
    with pytest.raises(JournalCorruptError, match="fingerprint"):
        MemoryJournal(replace(header, scenario=header.scenario + b" "))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(
            st.integers(0, 6),
            st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 4)), max_size=3),
        ),
        max_size=12,
    )
)
def test_both_stores_answer_any_sequence_of_appends_alike(
    tmp_path_factory: pytest.TempPathFactory,
    header: Header,
    new: MakeRecord,
    steps: list[tuple[int, list[tuple[str, int]]]],
) -> None:
    """Same heads, same refusals, same hashes, step by step."""
    file = tmp_path_factory.mktemp("pair") / "pair.exercise"
    memory, sqlite = MemoryJournal(header), create_sqlite(file, header)

    def attempt(journal: Journal, head: int, records: list[NewRecord]) -> object:
        try:
            return journal.append(head, records)
        except CommandRecordedError as error:
            return ("recorded", error.seq)
        except JournalConflictError as error:
            return ("conflict", str(error))

    for back, commands in steps:
        records = [new(number, actor=actor) for actor, number in commands]
        head = max(0, memory.head() - max(0, back - 4))
        assert attempt(memory, head, records) == attempt(sqlite, head, records)
    assert verify_chain(memory) == verify_chain(sqlite)
    sqlite.close()
