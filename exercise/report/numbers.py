"""How numbers are written for people: hundredths become points with two decimals, and a true minus sign."""

from __future__ import annotations


def plain(value: int) -> str:
    """Return hundredths as points.

    >>> plain(4230), plain(-5)
    ('42.30', '−0.05')
    """
    whole, part = divmod(abs(value), 100)
    return f"{'−' if value < 0 else ''}{whole}.{part:02d}"


def signed(value: int) -> str:
    """Return a change with its sign.

    >>> signed(450), signed(-450), signed(0)
    ('+4.50', '−4.50', '0.00')
    """
    return f"+{plain(value)}" if value > 0 else plain(value)


def change(before: int, after: int) -> str:
    """Return a movement, such as ``42.30 → 41.10``."""
    return f"{plain(before)} → {plain(after)}"
