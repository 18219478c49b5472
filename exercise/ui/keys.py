"""Keys that work on any layout: a letter is bound together with what the same key types in Russian."""

from __future__ import annotations

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбю"
_TWINS = dict(zip(_LATIN, _RUSSIAN, strict=True))


def letter(key: str) -> str:
    """Return the keys of a letter binding, upper case and Russian layout included.

    >>> letter("n")
    'n,N,т,Т'
    """
    twin = _TWINS[key]
    return ",".join((key, key.upper(), twin, twin.upper()))


def ctrl(key: str) -> str:
    """Return the keys of a binding with Ctrl on both layouts.

    >>> ctrl("q")
    'ctrl+q,ctrl+й'
    """
    return f"ctrl+{key},ctrl+{_TWINS[key]}"


__all__ = ["ctrl", "letter"]
