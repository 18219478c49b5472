"""What one compilation leaves to the next: parts of the Program that would come out the same again."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from msgspec import Struct, field

from exercise.engine.names import Names

__all__ = ["Memory"]


class Memory(Struct):
    """Parts of the Program that was compiled last, for as long as names stand for the same.

    It belongs to who compiles a scenario again and again while its author changes it, one compilation at a time.
    """

    _names: Names | None = None
    _parts: dict[Hashable, tuple[object, Any]] = field(default_factory=dict)
    """By part, what it was made of and what it is."""
    _in_play: set[Hashable] = field(default_factory=set)

    def begin(self, names: Names) -> None:
        """Begin a compilation; where names stand for something else than in the last, all is forgotten."""
        if self._names is None or names != self._names:
            self._parts.clear()
        self._names = names
        self._in_play.clear()

    def recall(self, what: Hashable, given: object) -> Any | None:
        """Return a part; nothing where none is remembered that was made of the same."""
        made_of, part = self._parts.get(what, (None, None))
        if part is None or made_of != given:
            return None
        self._in_play.add(what)
        return part

    def keep(self, what: Hashable, given: object, part: object) -> None:
        """Remember a part and what it was made of."""
        self._parts[what] = given, part
        self._in_play.add(what)

    def end(self) -> None:
        """Forget what the compilation that ends has not needed."""
        for what in self._parts.keys() - self._in_play:
            del self._parts[what]
