"""Responses as seats gave them, and the facilitator's rulings on them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Decided(Struct, frozen=True):
    """A response as a seat gave it, with its texts."""

    id: str
    """Unique in the exercise, such as ``3.tajikistan.1``."""
    role: str
    turn: int
    kind: Literal["measure", "statement", "free"]
    measure: str = ""
    target: str = ""
    inject: str = ""
    issue: str = ""
    frame: str = ""
    referent: str = ""
    audiences: tuple[str, ...] = ()
    needed: str = ""
    suitable: str = ""
    reason: str = ""
    text: str = ""
    phrases: tuple[str, ...] = ()
    """Of a statement: the key phrases its speaker tagged it with."""


class Ruling(Struct, frozen=True):
    """A facilitator's decision on the engine's proposal."""

    number: int
    kind: Literal["replace", "scale", "row"]
    reason: str
    response: str = ""
    measure: str = ""
    target: str = ""
    percent: int = 100
    slot: str = ""
    amount: int = 0
    """Hundredths of a point."""
