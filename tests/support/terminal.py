"""A program in a terminal of its own, 120 by 40 cells: what is typed, what it writes, what stands there.

For programs that must be met as a person meets them: started, typed at, killed. It answers none of
the questions a program asks its terminal, and judges nothing.
"""

from __future__ import annotations

import codecs
import os
import re
import select
import signal
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter

import pexpect
import pyte

COLUMNS, ROWS = 120, 40
ROOT = Path(__file__).resolve().parents[2]

KEYS: Mapping[str, str] = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f10": "\x1b[21~",
    "f11": "\x1b[23~",
    "f12": "\x1b[24~",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
"""What a terminal sends for a key that has a name; everything else is sent as it is written."""

_ESCAPE = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[ -/]*[0-Z\\^-~])"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?|P[^\x1b]*\x1b?|[ -/]*)$")
_PRIVATE = re.compile(rb"\x1b\[[<=>][0-?]*[@-~]")
"""Questions of keyboard modes, of which the emulator would leave letters on the screen."""
_ENVIRONMENT = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}


class TerminalError(Exception):
    """A program ended, or did not show what was waited for; says what stood on the screen."""


class Terminal:
    """A running program and its terminal; close it, or use it in a ``with``.

    Args:
        command: The program and its arguments.
        environment: Variables that differ from those of this process.
    """

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str] | None = None
    ) -> None:
        variables = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("TEXTUAL") and name not in {"NO_COLOR", "COLUMNS", "LINES"}
        }
        self.command = " ".join(command)
        self.started = perf_counter()
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            command[0],
            list(command[1:]),
            cwd=str(ROOT),
            env=variables | _ENVIRONMENT | dict(environment or {}),
            dimensions=(ROWS, COLUMNS),
        )
        self.written = ""
        """Everything written since the start, without escape sequences."""
        self.at = self.started
        """When something was read last, by ``perf_counter``."""
        self.ended = False
        self._held = b""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._unseen: list[bytes] = []

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The number of the program's process."""
        assert self._child.pid is not None
        return self._child.pid

    def send(self, key: str) -> None:
        """Press one key of `KEYS`, or type a text as it is; nothing is waited for."""
        data = KEYS.get(key, key).encode()
        while data:
            data = data[os.write(self._child.child_fd, data) :]

    def read(self, seconds: float) -> bool:
        """Take what the program writes next; whether it wrote anything within `seconds`."""
        if self.ended:
            return False
        ready, _, _ = select.select([self._child.child_fd], [], [], max(seconds, 0.0))
        if not ready:
            return False
        try:
            data = os.read(self._child.child_fd, 1 << 16)
        except OSError:  # how Linux says that nobody holds the other end any more
            data = b""
        self.at = perf_counter()
        self.ended = not data
        self._take(data)
        return bool(data)

    def _take(self, data: bytes) -> None:
        pending = self._held + data
        unfinished = _UNFINISHED.search(pending)
        end = unfinished.start() if unfinished else len(pending)
        self._held = pending[end:]
        self._unseen.append(_PRIVATE.sub(b"", pending[:end]))
        self.written += self._decoder.decode(_ESCAPE.sub(b"", pending[:end]))

    def until(self, seen: Callable[[Terminal], bool], what: str, most: float = 30.0) -> float:
        """Read on until `seen`; return the seconds from the start to the output that brought it.

        Raises:
            TerminalError: The program ended before, or `most` seconds went by.
        """
        limit = perf_counter() + most
        while not seen(self):
            if not self.read(limit - perf_counter()):
                why = "ended" if self.ended else f"was given {most:g} seconds"
                raise self.error(f"{why} before {what}")
        return self.at - self.started

    def until_text(self, *texts: str, most: float = 30.0) -> float:
        """Read on until every text has been written in one piece; see `until`."""
        what = "it showed " + ", ".join(texts)
        return self.until(lambda it: all(text in it.written for text in texts), what, most)

    def error(self, what: str) -> TerminalError:
        """Return an error that says what went wrong, and what stands on the screen."""
        shown = "\n".join(line for line in self.lines if line)
        return TerminalError(f"{self.command}: {what}. It shows:\n{shown}")

    def settle(self, seconds: float = 0.2, most: float = 10.0) -> None:
        """Read on until nothing has come for `seconds`, at most `most` in all."""
        limit = perf_counter() + most
        while perf_counter() < limit and self.read(seconds):
            pass

    def answer(self, key: str, most: float = 1.0) -> float | None:
        """Press a key and return the seconds to the next output; None where none came in time."""
        start = perf_counter()
        self.send(key)
        return self.at - start if self.read(most) else None

    @property
    def lines(self) -> list[str]:
        """What stands on the screen now, one text per row."""
        for data in self._unseen:
            self._stream.feed(data)
        self._unseen.clear()
        return [line.rstrip() for line in self._screen.display]

    @property
    def cursor_row(self) -> int:
        """The row the cursor is in, counted from 0."""
        return min(len(self.lines) - 1, self._screen.cursor.y)

    def kill(self) -> None:
        """Kill the program where it stands; what it had written until then can still be read."""
        os.kill(self.pid, signal.SIGKILL)

    def close(self) -> None:
        """End the program, whatever it is doing."""
        self._child.close(force=True)


def resident_bytes(pid: int) -> int:
    """Return how much memory a process holds; needs ``/proc``."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    found = re.search(r"^VmRSS:\s+(\d+) kB$", status, re.MULTILINE)
    if found is None:
        raise TerminalError(f"process {pid} has ended")
    return int(found[1]) * 1024
