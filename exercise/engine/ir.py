"""The flat form of conditions and amounts: names are slot numbers, ``for`` is expanded.

Every node is a frozen value; all numbers are hundredths. A condition costs at most its number of nodes.
"""

from __future__ import annotations

from msgspec import Struct

ANY = -1
"""Stands for every role, target, issue or clause."""
NOBODY = -2
"""A name that is no role of this exercise; never matches."""


class Const(Struct, frozen=True):
    """A number, in hundredths."""

    value: int


class Slot(Struct, frozen=True):
    """The value of a slot in the snapshot."""

    index: int


class Moved(Struct, frozen=True):
    """How far a slot moved between the last two outcomes."""

    index: int


class TurnNow(Struct, frozen=True):
    """The turn, in hundredths."""


class YearNow(Struct, frozen=True):
    """The story's year, in hundredths."""


class Plus(Struct, frozen=True):
    """Sum of parts."""

    parts: tuple[Number, ...]


class Minus(Struct, frozen=True):
    """Left less right."""

    left: Number
    right: Number


class Times(Struct, frozen=True):
    """Product, divided by 100 and rounded toward zero."""

    left: Number
    right: Number


class Least(Struct, frozen=True):
    """The smallest part; 0 where there is none."""

    parts: tuple[Number, ...]


class Greatest(Struct, frozen=True):
    """The largest part; 0 where there is none."""

    parts: tuple[Number, ...]


class HowMany(Struct, frozen=True):
    """The number of true parts."""

    parts: tuple[Test, ...]


class Scale(Struct, frozen=True):
    """``amount`` times how far ``value`` has moved from ``low`` to ``high``, held within 0 to 1."""

    amount: int
    value: Number
    low: int
    high: int


class Match(Struct, frozen=True):
    """A pattern over measures in use: any of ``measures``, by ``role``, on ``target``."""

    measures: tuple[int, ...]
    role: int = ANY
    target: int = ANY


class TurnsInForce(Struct, frozen=True):
    """For how many outcomes a matching measure has been in force, this one included; 0 if none is."""

    match: Match


class TurnsSince(Struct, frozen=True):
    """Turns since an inject was released; 0 in its own turn and before."""

    inject: int


class Contribution(Struct, frozen=True):
    """The level a party has stated, or the least of all parties' where ``role`` is any."""

    agreement: int
    role: int = ANY


class Always(Struct, frozen=True):
    """True."""


class Every(Struct, frozen=True):
    """All parts are true."""

    parts: tuple[Test, ...]


class Some(Struct, frozen=True):
    """At least one part is true."""

    parts: tuple[Test, ...]


class Opposite(Struct, frozen=True):
    """The operand is false."""

    operand: Test


class Versus(Struct, frozen=True):
    """A comparison; ``op`` is one of ``< <= > >= == !=``."""

    op: str
    left: Number
    right: Number


class Chosen(Struct, frozen=True):
    """A matching response was made this turn."""

    match: Match


class InForce(Struct, frozen=True):
    """A matching lasting measure is in force, this turn's included."""

    match: Match


class Said(Struct, frozen=True):
    """A statement on an issue in a frame was made this turn."""

    role: int
    issue: int
    frame: int


class Adopted(Struct, frozen=True):
    """A clause (or any clause) of an agreement is in force."""

    agreement: int
    clause: int = ANY


class Fired(Struct, frozen=True):
    """An inject has been released."""

    inject: int


class Present(Struct, frozen=True):
    """A role's seat is held by a person or a bot."""

    role: int


class FlagUp(Struct, frozen=True):
    """A flag is up."""

    flag: int


Number = (
    Const
    | Slot
    | Moved
    | TurnNow
    | YearNow
    | Plus
    | Minus
    | Times
    | Least
    | Greatest
    | HowMany
    | Scale
    | TurnsInForce
    | TurnsSince
    | Contribution
)
Test = (
    Always
    | Every
    | Some
    | Opposite
    | Versus
    | Chosen
    | InForce
    | Said
    | Adopted
    | Fired
    | Present
    | FlagUp
)
Node = Number | Test
