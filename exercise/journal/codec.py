"""Commands and events to canonical bytes and back. Class names are never stored; a stable kind and a version are.

The first record of a command also carries the command itself, so that a journal holds what was asked as well
as what happened, and deciding can be repeated and compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, cast, get_args

import msgspec
from msgspec import Struct, ValidationError
from msgspec.structs import fields

from exercise.conduct.command import Command
from exercise.conduct.event import Event
from exercise.errors import JournalCorruptError, JournalVersionError
from exercise.journal.canonical import canonical, parse_canonical
from exercise.journal.record import NewRecord, Record

VERSION = 1
"""Version of every form stored here; a later form gets an upgrade step from this one."""


def kind_of(value_type: type[Any]) -> str:
    """Return the stored kind of a command or event type.

    >>> class SituationOpened: ...
    >>> kind_of(SituationOpened)
    'situation_opened'
    """
    name = value_type.__name__
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


_EVENTS: dict[str, type[Any]] = {kind_of(event): event for event in get_args(Event)}
_COMMANDS: dict[str, type[Any]] = {kind_of(command): command for command in get_args(Command)}


def encode(
    actor: str, command_id: str, command: Command, events: Sequence[Event]
) -> list[NewRecord]:
    """Return the records of a decided command, one per event."""
    asked = {"kind": kind_of(type(command)), "data": _plain(command)}
    return [
        NewRecord(
            actor,
            command_id,
            kind_of(type(event)),
            VERSION,
            canonical({"event": _plain(event)} | ({"command": asked} if number == 0 else {})),
        )
        for number, event in enumerate(events)
    ]


def decode(record: Record) -> Event:
    """Return the event of a record.

    Raises:
        JournalVersionError: The record was written by a later version.
        JournalCorruptError: The payload is not what its kind needs.
    """
    return cast(Event, _read(record, _EVENTS, record.kind, _content(record)["event"]))


def decode_command(record: Record) -> Command | None:
    """Return the command of a record, or nothing where it is not a command's first.

    Raises:
        JournalVersionError: The record was written by a later version.
        JournalCorruptError: The payload is not what its kind needs.
    """
    asked = _content(record).get("command")
    if asked is None:
        return None
    if not isinstance(asked, dict) or set(asked) != {"kind", "data"}:
        raise JournalCorruptError(f"record {record.seq} holds no readable command")
    return cast(Command, _read(record, _COMMANDS, asked["kind"], asked["data"]))


def _content(record: Record) -> dict[str, Any]:
    if record.version > VERSION:
        raise JournalVersionError(
            f"record {record.seq} has version {record.version}; this program reads up to {VERSION}. "
            "Open it with the version that wrote it, or update."
        )
    content = parse_canonical(record.payload)
    if not isinstance(content, dict) or "event" not in content:
        raise JournalCorruptError(f"record {record.seq} holds no event")
    return content


def _read(record: Record, known: dict[str, type[Any]], kind: str, data: Any) -> Any:
    if kind not in known:
        raise JournalCorruptError(f"record {record.seq} is of unknown kind '{str(kind)[:60]}'")
    try:
        return msgspec.convert(data, known[kind])
    except ValidationError as error:
        raise JournalCorruptError(f"record {record.seq} ({kind}) is wrong: {error}") from error


def _plain(value: Any) -> Any:
    """Return a frozen value as plain JSON data; fields at their default are left out to keep journals small."""
    if isinstance(value, Struct):
        return {
            name: _plain(given)
            for name, default in _defaults(type(value))
            if (given := getattr(value, name)) != default
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


@cache
def _defaults(kind: type[Struct]) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.default) for field in fields(kind))
