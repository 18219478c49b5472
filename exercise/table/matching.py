"""Matching what a person typed against words: knows letters and nothing else, so that it loads at once."""

from __future__ import annotations


def begins(text: str, typed: str) -> bool:
    """Return whether every word typed begins a word of a text."""
    words = _words(text)
    return all(any(word.startswith(start) for word in words) for start in _words(typed))


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text.casefold()).split()


__all__ = ["begins"]
