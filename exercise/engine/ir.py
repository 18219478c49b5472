"""The flat form of conditions and amounts: names are slot numbers, ``for`` is expanded.

Every node is a frozen value; all numbers are hundredths. A condition costs at most its number of nodes.
"""

from __future__ import annotations

from dataclasses import dataclass

ANY = -1
"""Stands for every role, target, issue or clause."""
NOBODY = -2
"""A name that is no role of this exercise; never matches."""


@dataclass(frozen=True, slots=True)
class Const:
    """A number, in hundredths."""

    value: int


@dataclass(frozen=True, slots=True)
class Slot:
    """The value of a slot in the snapshot."""

    index: int


@dataclass(frozen=True, slots=True)
class Moved:
    """How far a slot moved between the last two outcomes."""

    index: int


@dataclass(frozen=True, slots=True)
class TurnNow:
    """The turn, in hundredths."""


@dataclass(frozen=True, slots=True)
class YearNow:
    """The story's year, in hundredths."""


@dataclass(frozen=True, slots=True)
class Plus:
    """Sum of parts."""

    parts: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Minus:
    """Left less right."""

    left: Number
    right: Number


@dataclass(frozen=True, slots=True)
class Times:
    """Product, divided by 100 and rounded toward zero."""

    left: Number
    right: Number


@dataclass(frozen=True, slots=True)
class Least:
    """The smallest part; 0 where there is none."""

    parts: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Greatest:
    """The largest part; 0 where there is none."""

    parts: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class HowMany:
    """The number of true parts."""

    parts: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """``amount`` times how far ``value`` has moved from ``low`` to ``high``, held within 0 to 1."""

    amount: int
    value: Number
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern over measures in use: any of ``measures``, by ``role``, on ``target``."""

    measures: tuple[int, ...]
    role: int = ANY
    target: int = ANY


@dataclass(frozen=True, slots=True)
class TurnsInForce:
    """For how many outcomes a matching measure has been in force, this one included; 0 if none is."""

    match: Match


@dataclass(frozen=True, slots=True)
class TurnsSince:
    """Turns since an inject was released; 0 in its own turn and before."""

    inject: int


@dataclass(frozen=True, slots=True)
class Contribution:
    """The level a party has stated, or the least of all parties' where ``role`` is any."""

    agreement: int
    role: int = ANY


@dataclass(frozen=True, slots=True)
class Always:
    """True."""


@dataclass(frozen=True, slots=True)
class Every:
    """All parts are true."""

    parts: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part is true."""

    parts: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Opposite:
    """The operand is false."""

    operand: Test


@dataclass(frozen=True, slots=True)
class Versus:
    """A comparison; ``op`` is one of ``< <= > >= == !=``."""

    op: str
    left: Number
    right: Number


@dataclass(frozen=True, slots=True)
class Chosen:
    """A matching response was made this turn."""

    match: Match


@dataclass(frozen=True, slots=True)
class InForce:
    """A matching lasting measure is in force, this turn's included."""

    match: Match


@dataclass(frozen=True, slots=True)
class Said:
    """A statement on an issue in a frame was made this turn."""

    role: int
    issue: int
    frame: int


@dataclass(frozen=True, slots=True)
class Adopted:
    """A clause (or any clause) of an agreement is in force."""

    agreement: int
    clause: int = ANY


@dataclass(frozen=True, slots=True)
class Fired:
    """An inject has been released."""

    inject: int


@dataclass(frozen=True, slots=True)
class Present:
    """A role's seat is held by a person or a bot."""

    role: int


@dataclass(frozen=True, slots=True)
class FlagUp:
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
