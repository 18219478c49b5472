"""Somebody types at a program, somebody else notes what its screen acknowledged, then it is killed.

It knows nothing of the program: the command, what is typed, and which words of the screen are an
acknowledgement are given. What the words promise is for the test to look up on the disk.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from threading import Condition, Thread

from tests.support.terminal import Terminal

PAUSES = (0.0, 0.0, 0.0003, 0.001, 0.003, 0.01, 0.03)
"""Seconds between two keys, and between what was waited for and the kill."""

_PATIENCE = 0.5
"""Seconds after which somebody types on at a screen that has not changed."""


@dataclass(frozen=True)
class Shown:
    """A screen: its rows, and the one the cursor is in."""

    lines: tuple[str, ...] = ()
    row: int = 0

    @property
    def at_cursor(self) -> str:
        """The text of the cursor's row; for a program that asks line by line, its question."""
        return self.lines[self.row] if self.lines else ""


@dataclass(frozen=True)
class Trial:
    """What is run, typed and read."""

    command: Sequence[str]
    keys: Callable[[Shown, Random], Sequence[str]]
    """Keys to press at this screen, none to wait; names of `KEYS`, or texts. Asked anew whenever the
    screen has changed, and when it has not for a while."""
    acknowledged: Callable[[Sequence[str]], Iterable[str]]
    """Given the rows of a screen, the words on it that promise something; each as written there."""
    environment: Mapping[str, str] = field(default_factory=dict)
    quiet: float = 0.0
    """Seconds without a change before keys are asked for, where half a screen would mislead them."""


def killed(trial: Trial, random: Random, wanted: int, most: float = 60.0) -> list[str]:
    """Run a trial and kill it somewhere behind the acknowledgement with number `wanted`, from 1.

    Returns every acknowledgement that stood on the screen, in order, those included that were
    written while the kill was under way.

    Raises:
        TerminalError: The program ended by itself, or `most` seconds went by.
    """
    with Terminal(trial.command, trial.environment) as terminal:
        reader = _Reader(terminal, trial.acknowledged)
        reader.start()
        answered = _type(terminal, reader, trial, random, wanted, time.monotonic() + most)
        time.sleep(random.choice(PAUSES))
        terminal.kill()
        reader.join(10)
        assert not reader.is_alive(), "something holds the terminal after its program was killed"
        if not answered:
            raise terminal.error(f"ended or hung, {len(reader.heard)} of {wanted} acknowledged")
        return list(reader.heard)


def _type(
    terminal: Terminal,
    reader: _Reader,
    trial: Trial,
    random: Random,
    wanted: int,
    limit: float,
) -> bool:
    """Type until enough was acknowledged; whether that came about."""
    while len(reader.heard) < wanted:
        shown = reader.news(_PATIENCE, trial.quiet)
        if not reader.is_alive() or time.monotonic() > limit:
            return False
        for key in trial.keys(shown, random):
            terminal.send(key)
            time.sleep(random.choice(PAUSES))
    return True


class _Reader(Thread):
    """Reads a terminal to its end, whoever types."""

    def __init__(
        self, terminal: Terminal, acknowledged: Callable[[Sequence[str]], Iterable[str]]
    ) -> None:
        super().__init__(daemon=True)
        self.heard: dict[str, None] = {}
        self._terminal, self._acknowledged = terminal, acknowledged
        self._changed, self._news = Condition(), False
        self._shown = Shown()

    def run(self) -> None:
        while not self._terminal.ended:
            if self._terminal.read(0.05):
                self._note()

    def _note(self) -> None:
        """Take the screen as it stands.

        A frame may be half painted, and new letters beside old ones say what nobody wrote: words
        count only if they were written in one piece.
        """
        shown = Shown(tuple(self._terminal.lines), self._terminal.cursor_row)
        for words in self._acknowledged(shown.lines):
            if words not in self.heard and words in self._terminal.written:
                self.heard[words] = None
        with self._changed:
            self._shown, self._news = shown, True
            self._changed.notify()

    def news(self, seconds: float, quiet: float) -> Shown:
        """Wait for the screen to change, at most so long, and then for it to be quiet; return it as it stands."""
        with self._changed:
            self._changed.wait_for(lambda: self._news, seconds)
            self._news = False
            while quiet and self._changed.wait_for(lambda: self._news, quiet):
                self._news = False
            return self._shown
