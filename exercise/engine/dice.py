"""Counter-based draws: a keyed 64-bit mix, never "the next draw".

The key is (seed, playthrough, turn, purpose), so a draw depends on nothing that was drawn before it.
Algorithm: the finaliser of SplitMix64 over a weighted sum of the key (Steele, Lea and Flood, 2014).
"""

from __future__ import annotations

import hashlib

ALGORITHM = "splitmix64-keyed-1"
"""Name of the algorithm, stored with every exercise so that a later one cannot change an old run."""

_MASK = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15


def purpose(name: str) -> int:
    """Return the 64-bit purpose of a draw: a hash of its name and scope, never an index."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big")


def draw(seed: int, playthrough: int, turn: int, key: int) -> int:
    """Return a 64-bit draw, 0 to 2**64 - 1.

    >>> draw(7, 0, 1, purpose("x")) == draw(7, 0, 1, purpose("x"))
    True
    """
    return drawn(place(seed, playthrough, turn), key)


def place(seed: int, playthrough: int, turn: int) -> int:
    """Return what all draws of one turn of one playthrough share, for whoever draws often."""
    return (
        seed * 0x9E3779B97F4A7C15 + playthrough * 0xD1B54A32D192ED03 + turn * 0x8CB92BA72F3D8DD7
    ) & _MASK


def drawn(place: int, key: int) -> int:
    """Return the draw of a purpose at a place that :func:`place` has given."""
    # Twice the same steps, written out: batches draw some hundred times in each playthrough.
    z = (place + key + _STEP) & _MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
    z = ((z ^ (z >> 31)) + _STEP) & _MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
    return z ^ (z >> 31)


def happens(value: int, chance: int) -> bool:
    """Return whether a draw falls within a chance given in hundredths of a per cent (0 to 10,000)."""
    return value % 10_000 < chance


def between(value: int, low: int, high: int) -> int:
    """Return a draw as an integer from low to high, both included."""
    return low + value % (high - low + 1)
