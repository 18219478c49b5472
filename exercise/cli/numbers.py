"""Numbers of the command line: what is typed becomes one, or is refused in a sentence."""

from __future__ import annotations

import argparse

__all__ = ["count", "seed", "whole"]

_COUNT, _SEED = 9, 18
"""Digits of the largest count and of the largest seed."""


def count(text: str) -> int:
    """Return how many, 1 or more."""
    return _number(text, 1, _COUNT)


def whole(text: str) -> int:
    """Return how many, 0 or more."""
    return _number(text, 0, _COUNT)


def seed(text: str) -> int:
    """Return a seed, 0 or more."""
    return _number(text, 0, _SEED)


def _number(text: str, least: int, digits: int) -> int:
    if not text.isdecimal() or len(text) > digits or int(text) < least:
        raise argparse.ArgumentTypeError(f"a whole number is needed, {least} or more, not '{text}'")
    return int(text)
