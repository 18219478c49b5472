"""The terminal that programs are met in: what is written, what stands there, what a key brings."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.terminal import COLUMNS, ROWS, Terminal, TerminalError, resident_bytes

MINIMAL = (sys.executable, "bench/apps/minimal.py")


def test_an_app_is_painted_answers_a_key_and_shows_what_changed() -> None:
    with Terminal(MINIMAL) as terminal:
        assert terminal.until_text("Number 0") > 0
        terminal.settle()
        assert len(terminal.written) > COLUMNS * ROWS * 9 // 10
        assert "\x1b" not in terminal.written
        assert terminal.answer("down") is not None
        terminal.settle()
        assert terminal.lines[1] == "Number 1"
        assert terminal.answer("f9", most=0.1) is None
        if Path("/proc/self/status").is_file():
            assert resident_bytes(terminal.pid) > 1_000_000


def test_what_does_not_come_is_told_with_what_came_instead() -> None:
    with (
        Terminal((sys.executable, "-c", "print('here', '\\x1b[1mnot\\x1b[0m there')")) as terminal,
        pytest.raises(TerminalError, match=r"ended before it showed Number 0.*\nhere not there"),
    ):
        terminal.until_text("Number 0")


def test_a_sequence_cut_in_two_leaves_no_rest_in_the_text() -> None:
    code = (
        "import sys, time\n"
        "for part in ('one \\x1b[38;2;1', ';2;3mtwo \\x1b]22;def', 'ault\\x07\\x1b[<', 'uthree'):\n"
        "    print(part, end='', flush=True); time.sleep(0.05)"
    )
    with Terminal((sys.executable, "-c", code)) as terminal:
        while terminal.read(5.0):
            pass
        assert terminal.written == terminal.lines[0] == "one two three"
