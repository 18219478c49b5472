"""Values as a few glyphs: a line of values over turns, a band on its scale, an arrow."""

from __future__ import annotations

from collections.abc import Sequence

from exercise.conduct.view import Arrow

_STEPS = "▁▂▃▄▅▆▇█"
_ARROWS: dict[Arrow, str] = {"up2": "↑", "up": "↗", "flat": "→", "down": "↘", "down2": "↓"}


def spark(values: Sequence[int], low: int = 0, high: int = 10_000) -> str:
    """Return one block per value, eight heights from `low` to `high`; what lies outside counts as the end.

    Args:
        values: Hundredths, oldest first.
        low: What the lowest block begins at.
        high: What the highest block ends at.

    Raises:
        ValueError: If the scale does not rise.

    >>> spark([0, 5000, 10_000])
    '▁▅█'
    """
    if low >= high:
        raise ValueError(f"the scale must rise, this one runs from {low} to {high}")
    last = len(_STEPS) - 1
    heights = ((value - low) * len(_STEPS) // (high - low) for value in values)
    return "".join(_STEPS[max(0, min(last, height))] for height in heights)


def meter(level: int, bands: int) -> str:
    """Return a band's place on its scale; the lowest band fills one square, so that none looks like nothing.

    Args:
        level: Position of the band, from 0.
        bands: How many bands the scale has.

    >>> meter(2, 5)
    '■■■□□'
    """
    filled = max(0, min(bands, level + 1))
    return "■" * filled + "□" * (bands - filled)


def arrow(moved: Arrow) -> str:
    """Return the arrow of a movement over the last outcome; upright where it was fast.

    >>> arrow("down")
    '↘'
    """
    return _ARROWS[moved]
