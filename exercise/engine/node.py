"""What every part of a condition or amount is: a frozen value that can say what it means and what explains it.

A meaning is made once, as a function of the facts of a turn, and kept beside the fields: it is neither compared nor
stored with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from exercise.engine.facts import ANY, Facts

Reading = Callable[[Facts], int]
"""What an amount comes to, hundredths."""
Finding = Callable[[Facts], bool]
"""Whether a condition holds."""


class Node(Struct, frozen=True, dict=True):
    """A part of a condition or amount."""

    def below(self) -> Iterator[Node]:
        """Yield the nodes this one is made of, in written order."""
        for name in self.__struct_fields__:
            value = getattr(self, name)
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, Node):
                    yield part

    @cached_property
    def slots(self) -> tuple[int, ...]:
        """Slots that explain it, in order: all that any part reads, whether or not that part decided."""
        return united((tuple(self._slots()),))

    def _slots(self) -> Iterator[int]:
        for part in self.below():
            yield from part._slots()


class Number(Node, frozen=True):
    """An amount."""

    @cached_property
    def read(self) -> Reading:
        """What it comes to."""
        return self._read()

    def _read(self) -> Reading:
        raise NotImplementedError(type(self).__name__)


class Test(Node, frozen=True):
    """A condition."""

    @cached_property
    def holds(self) -> Finding:
        """Whether it is true."""
        return self._holds()

    def _holds(self) -> Finding:
        raise NotImplementedError(type(self).__name__)


class Match(Struct, frozen=True, dict=True):
    """A pattern over measures in use: any of ``measures``, by ``role``, on ``target``."""

    measures: tuple[int, ...]
    role: int = ANY
    target: int = ANY

    @cached_property
    def keys(self) -> frozenset[tuple[int, int, int]]:
        """The patterns of one measure each; a use fits where one of them is among the use's own."""
        return frozenset((measure, self.role, self.target) for measure in self.measures)


def united(groups: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    """Return the slots of several groups, each once and in order."""
    return tuple(sorted(dict.fromkeys(slot for group in groups for slot in group)))
