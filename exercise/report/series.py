"""A value over an exercise."""

from __future__ import annotations

from msgspec import Struct


class Series(Struct, frozen=True):
    """A value over the exercise."""

    slot: str
    label: str
    place: str
    family: str
    higher_is: str
    values: tuple[int, ...]
    """At StartEx and after each outcome, run-out included; hundredths."""
