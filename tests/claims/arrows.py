"""What each of the 102 causal claims says: which values it moves, which way, and how soon.

The table was typed from the documents behind the model and is not made from its rules, so that the
rules can be held against it. A security or rights indicator is better when higher; a perception
indicator is stronger when higher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

UP, DOWN = 1, -1
WINDOWS = {"now": (0, 0), "short": (0, 1), "medium": (1, 3), "long": (3, 6)}
"""Outcomes after the one that saw the driver, first and last, in which an effect may land."""
CLAIMS = 102

_TABLE = """
C-01 short   PRC-01+
C-02 short   unlock:restrictive
C-03 short   RGT-01-
C-04 medium  RGT-13- SEC-04-
C-05 medium  RGT-06-
C-06 short   PRC-01+
C-07 medium  RGT-07- RGT-09- RGT-11-
C-08 medium  RGT-02- RGT-09-
C-09 short   RGT-06- RGT-09- RGT-10-
C-10 medium  SEC-08- SEC-11-
C-11 long    SEC-01+ RGT-02+ RGT-05+
C-12 medium  RGT-12+ RGT-02+
C-13 medium  SEC-12+ SEC-02+
C-14 medium  SEC-02-
C-15 long    SEC-08- RGT-06-
C-16 short   amplify:shock
C-17 medium  returnees_labour+ arrivals_from_abroad+
C-18 short   remittances-
C-19 short   SEC-07- SEC-15-
C-20 medium  RGT-12+
C-21 short   arrivals+
C-22 medium  arrivals+
C-23 short   SEC-10- RGT-09-
C-24 short   SEC-08- RGT-06- RGT-09-
C-25 none    own
C-26 long    displaced+ SEC-10-
C-27 short   RGT-06-
C-28 medium  factor:radicalisation
C-29 medium  SEC-06-
C-30 medium  fighters_abroad+
C-31 short   PRC-01+
C-32 long    SEC-06+
C-33 long    SEC-10+
C-34 medium  SEC-07+ SEC-15+
C-35 long    own
C-36 medium  factor:radicalisation
C-37 medium  SEC-01+ SEC-06+
C-38 short   own
C-39 medium  SEC-01+ SEC-12+
C-40 long    SEC-09+ RGT-01+
C-41 short   amplify:crisis
C-42 long    RGT-02+ RGT-15+
C-43 medium  SEC-02+ SEC-09+
C-44 medium  SEC-04-
C-45 short   irregular_outflow+ RGT-12-
C-46 short   RGT-07-
C-47 short   RGT-07- RGT-09-
C-48 short   RGT-11- RGT-10-
C-49 short   recruitment+
C-50 short   RGT-11- RGT-03-
C-51 medium  re_entry+ RGT-03-
C-52 long    SEC-07-
C-53 short   SEC-15-
C-54 medium  SEC-05- SEC-04- SEC-11-
C-55 short   SEC-03- SEC-14-
C-56 medium  SEC-03-
C-57 short   reroute:legs
C-58 long    SEC-11- SEC-04-
C-59 medium  courier_supply+
C-60 medium  SEC-13-
C-61 short   SEC-13-
C-62 short   RGT-15- RGT-04-
C-63 medium  SEC-06-
C-64 short   acceptance+ money+
C-65 short   acceptance-
C-66 short   rhetoric+ money+
C-67 short   linkage+ level+
C-68 medium  fit-
C-69 long    institutions+
C-70 short   own
C-71 medium  portfolio+
C-72 short   PRC-03+
C-73 short   own
C-74 short   own
C-75 long    willingness-
C-76 short   SEC-11- SEC-15-
C-77 long    SEC-12- SEC-15- irregular_outflow+
C-78 short   RGT-03- RGT-04- RGT-09-
C-79 medium  SEC-05-
C-80 medium  PRC-06+ RGT-04- RGT-11-
C-81 long    own
C-82 short   delivery-
C-83 short   yield-
C-84 medium  SEC-09-
C-85 short   delivery_cap-
C-86 short   void:pending
C-87 long    yield-
C-88 medium  PRC-01+ fit-
C-89 short   RGT-14- acceptance-
C-90 long    level+
C-91 long    SEC-07- SEC-11-
C-92 medium  acceptance+
C-93 medium  SEC-09-
C-94 short   acceptance+
C-95 short   acceptance-
C-96 short   own
C-97 medium  SEC-03- SEC-14-
C-98 medium  SEC-03- SEC-04-
C-99 short   voice_weight+
C-100 medium own
C-101 medium SEC-09-
C-102 medium RGT-03-
"""
_OUTPUT = re.compile(r"([A-Z]{3}-\d\d|[a-z_]+)([+-])")


class Arrow(Struct, frozen=True):
    """One value a claim moves, and which way: `UP` or `DOWN`."""

    what: str
    way: int


class Claim(Struct, frozen=True):
    """One claim.

    Attributes:
        id: Such as ``C-03``.
        delay: ``short``, ``medium``, ``long``, or ``none``.
        arrows: The values it moves.
        special: What it does instead of moving a value; ``own`` where a test of its own says it.
    """

    id: str
    delay: str
    arrows: tuple[Arrow, ...]
    special: tuple[str, ...]


def _read() -> Iterator[Claim]:
    for line in _TABLE.strip().splitlines():
        name, delay, *outputs = line.split()
        matches = [(_OUTPUT.fullmatch(output), output) for output in outputs]
        arrows = tuple(Arrow(m[1], UP if m[2] == "+" else DOWN) for m, _ in matches if m)
        yield Claim(name, delay, arrows, tuple(output for m, output in matches if m is None))


TABLE: dict[str, Claim] = {claim.id: claim for claim in _read()}
