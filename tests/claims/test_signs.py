"""Each claim, driven through full turns, moves what it says, the way it says, as soon as it says.

The arrows were typed from the documents (`arrows`), the drives stand in `drives.yaml`. What moves is read
twice: as the part of the ledger that carries the claim's id, and as the value itself.
"""

from __future__ import annotations

import pytest

from tests.claims.arrows import CLAIMS, TABLE, WINDOWS, Arrow
from tests.claims.pairs import Pair, drives
from tests.claims.test_own_signs import OWN
from tests.claims.test_rows import CONVERSE

TURN = 1
"""What drives a claim comes in this turn; its outcome is the first that sees it."""
UNTESTED: dict[str, str] = {}
"""Claims that no test drives, each with the reason."""
UNLEDGERED = {
    ("C-67", "level"): "levels follow from their components in a row of their own",
    ("C-90", "level"): "levels follow from their components in a row of their own",
    ("C-72", "PRC-03"): "the gap is computed from rhetoric and delivery",
}
"""Arrows at values that are computed from others, so that no row carries the claim."""
ARROWS = [
    pytest.param(claim, arrow, id=f"{claim} {arrow.what}")
    for claim in drives()
    for arrow in TABLE[claim].arrows
]


@pytest.mark.parametrize(("claim", "arrow"), ARROWS)
def test_what_drives_a_claim_moves_its_value_the_claims_way_and_in_its_time(
    claim: str, arrow: Arrow
) -> None:
    slot, way = _place(claim, arrow)
    pair, (first, last) = _pair(claim), _window(claim)
    moved = {turn: way * by for turn, by in pair.moved(slot).items()}
    if (claim, arrow.what) in UNLEDGERED:
        own = {turn: by for turn, by in moved.items() if by}
    else:
        own = {turn: way * by for turn, by in pair.share(slot, claim, CONVERSE).items()}
    assert own, f"nothing with {claim} moved {slot}; it moved by {moved}"
    begins = min(own)
    assert first <= begins <= last, own
    assert all(
        sum(own.get(turn, 0) for turn in range(end + 1)) > 0 for end in range(begins, last + 1)
    ), own
    assert moved[begins] > 0, moved


@pytest.mark.parametrize(("claim", "arrow"), ARROWS)
def test_nothing_moves_the_value_before_the_claim_does_unless_the_drive_says_what(
    claim: str, arrow: Arrow
) -> None:
    slot, _ = _place(claim, arrow)
    before = [
        turn for turn, by in _pair(claim).moved(slot).items() if by and turn < _window(claim)[0]
    ]
    assert bool(before) == (arrow.what in drives()[claim].sooner), before


def test_every_drive_names_a_place_for_each_arrow_of_its_claim() -> None:
    for claim, drive in drives().items():
        assert {arrow.what for arrow in TABLE[claim].arrows} == set(drive.at), claim


def test_at_least_ninety_five_claims_are_driven_and_the_rest_have_reasons() -> None:
    driven = set(drives()) | set(OWN)
    assert len(driven) >= 95
    assert sorted(driven | set(UNTESTED)) == sorted(TABLE)
    assert len(TABLE) == CLAIMS
    assert not driven & set(UNTESTED)


def test_claims_without_a_single_sign_have_assertions_of_their_own() -> None:
    assert {name for name, claim in TABLE.items() if "own" in claim.special} <= set(OWN)
    assert {name for name, claim in TABLE.items() if claim.special} <= set(OWN)


def _pair(claim: str) -> Pair:
    return drives()[claim].pair(claim, _window(claim)[1])


def _window(claim: str) -> tuple[int, int]:
    first, last = WINDOWS[TABLE[claim].delay]
    return TURN + first, TURN + last


def _place(claim: str, arrow: Arrow) -> tuple[str, int]:
    slot = drives()[claim].at[arrow.what]
    return (slot[1:], -arrow.way) if slot.startswith("-") else (slot, arrow.way)
