"""The app in a real terminal of 120 by 40 cells, next to the least that Textual itself can be.

What a person sees is what counts: a start ends when its words stand on the screen, a key when the
first output follows it.
"""

from __future__ import annotations

import shutil
import statistics
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from bench.exercises import SEED, program_of
from bench.measure import Case, Subject, fresh
from exercise.conduct.state import Phase
from exercise.session.auto import conduct
from exercise.session.start import begin_exercise
from tests.support.terminal import COLUMNS, ROWS, Terminal, resident_bytes

APPS = Path(__file__).parent / "apps"
EMPTY = (sys.executable, str(APPS / "empty.py"))
MINIMAL = (sys.executable, str(APPS / "minimal.py"))
EXERCISE = (sys.executable, "-m", "exercise")

LAUNCHER_SHOWS = ("First steps", "Northern displacement")
"""The launcher has come when all of these have been written."""

SEATS = {"first-steps": "tajikistan", "northern-displacement": "tajikistan"}
"""The one seat that a person holds, by scenario; bots hold the others."""

DESK_SHOWS = ("What will you do?",)
"""A resumed exercise has come to the person's desk when all of these have been written."""

DESK_SCENARIO = "northern-displacement"
"""Whose desk is typed at."""

DESK_KEYS = {"arrows": ("down", "up"), "digits": ("1", "2"), "both": ("1", "down", "up", "2")}
"""Typed at the desk in turns, one by one; each changes something there."""

MINIMAL_KEYS = ("down", "up")
KEYS = 30

CHANGES = 500
CHANGE_KEYS = ("tab", "f1", "escape", "down", "shift+tab", "f6", "escape", "tab", "f8", "escape")
"""Change the focus or the screen, and lead back to where they began; pressed in turns."""
MINIMAL_CHANGE_KEYS = ("ctrl+p", "escape")
QUICK_ESCAPE = {"ESCDELAY": "5"}
"""Where nothing is timed, Escape need not wait for what could follow it."""

PAUSE = 0.12
"""Seconds of silence that set two keys apart."""


def subjects(place: Path) -> Iterator[Subject]:
    journals = {name: _in_decision(name, place / f"{name}.exercise") for name in SEATS}
    yield _starts(journals, place)
    yield _keys(journals[DESK_SCENARIO], place)
    if Path("/proc/self/status").is_file():
        yield _memory(journals[DESK_SCENARIO], place)
    else:
        print("\nMemory is not measured: this system has no /proc")


def _in_decision(name: str, path: Path) -> Path:
    """Write the journal of an exercise in its first decision phase, one seat held by a person."""
    program = program_of(name)
    roster = {place.role: "bot" for place in program.bundle.scenario.places}
    roster[SEATS[name]] = "person"
    session = begin_exercise(program, SEED, path, roster)  # type: ignore[arg-type]
    conduct(session, Phase.decision)
    session.close()
    return path


# --- what runs in the terminal ----------------------------------------------------------------


def _framed(terminal: Terminal) -> bool:
    """Whether the screen has been painted once from edge to edge, wide letters allowed for."""
    return len(terminal.written) >= COLUMNS * ROWS * 9 // 10


def _minimal(environment: Mapping[str, str] | None = None) -> Terminal:
    terminal = Terminal(MINIMAL, environment)
    terminal.until_text("Number 0")
    return terminal


def _desk(journal: Path, place: Path, environment: Mapping[str, str] | None = None) -> Terminal:
    """Open a copy of an exercise; what is typed at one desk is not there at the next."""
    terminal = Terminal((*EXERCISE, "resume", str(_copy(journal, place))), environment)
    terminal.until_text(*DESK_SHOWS)
    return terminal


def _copy(journal: Path, place: Path) -> Path:
    copies = place / "copies"
    copies.mkdir(exist_ok=True)
    copy = fresh(copies, ".exercise")
    shutil.copy(journal, copy)
    return copy


# --- starts -----------------------------------------------------------------------------------


def _starts(journals: dict[str, Path], place: Path) -> Subject:
    desks = [
        Case(f"resume: desk of {name}", partial(_to_desk, path, place), measured=True)
        for name, path in journals.items()
    ]
    return Subject(
        f"From the start of the process to what is waited for, {COLUMNS}x{ROWS}",
        "start",
        (
            Case("bare: an empty Textual app", _to_frame, measured=True),
            Case(
                "minimal app: heading, text, footer",
                partial(_to_text, MINIMAL, "Number 0"),
                measured=True,
            ),
            Case(
                "exercise: the launcher's scenarios",
                partial(_to_text, EXERCISE, *LAUNCHER_SHOWS),
                measured=True,
            ),
            *desks,
        ),
    )


def _to_frame() -> float:
    with Terminal(EMPTY) as terminal:
        return terminal.until(_framed, "it had painted the screen")


def _to_text(command: Sequence[str], *texts: str) -> float:
    with Terminal(command) as terminal:
        return terminal.until_text(*texts)


def _to_desk(journal: Path, place: Path) -> float:
    with Terminal((*EXERCISE, "resume", str(_copy(journal, place)))) as terminal:
        return terminal.until_text(*DESK_SHOWS)


# --- keys -------------------------------------------------------------------------------------


def _keys(journal: Path, place: Path) -> Subject:
    desk = partial(_desk, journal, place)
    return Subject(
        f"From a key to the first output that follows, median of {KEYS} keys",
        "key",
        (
            Case(
                "bare: a text that changes", partial(_typed, _minimal, MINIMAL_KEYS), measured=True
            ),
            *(
                Case(
                    f"the desk, {DESK_SCENARIO}: {what}", partial(_typed, desk, keys), measured=True
                )
                for what, keys in DESK_KEYS.items()
            ),
        ),
    )


def _typed(start: Callable[[], Terminal], keys: Sequence[str]) -> float:
    """Return the median seconds of keys that were answered; most must be."""
    with start() as terminal:
        answers = []
        for key in islice(cycle(keys), KEYS):
            terminal.settle(PAUSE)
            answers.append(terminal.answer(key))
        answered = [seconds for seconds in answers if seconds is not None]
        if terminal.ended or len(answered) < KEYS * 2 // 3:
            silent = sorted({key for key, one in zip(cycle(keys), answers) if one is None})
            raise SystemExit(f"{terminal.command}: nothing followed {', '.join(silent)}")
        return statistics.median(answered)


# --- memory -----------------------------------------------------------------------------------


class _Held:
    """One program from its start over many changes, looked at twice."""

    def __init__(self, start: Callable[[], Terminal], keys: Sequence[str]) -> None:
        self._start, self._keys = start, keys
        self._terminal: Terminal | None = None

    def started(self) -> float:
        self._terminal = self._start()
        self._terminal.settle(0.5)
        return float(resident_bytes(self._terminal.pid))

    def changed(self) -> float:
        assert self._terminal is not None
        with self._terminal as terminal:
            for key in islice(cycle(self._keys), CHANGES):
                terminal.answer(key, 0.25)
                terminal.settle(0.02, 1.0)
            terminal.settle(0.5)
            return float(resident_bytes(terminal.pid))


def _memory(journal: Path, place: Path) -> Subject:
    minimal = _Held(partial(_minimal, QUICK_ESCAPE), MINIMAL_CHANGE_KEYS)
    desk = _Held(partial(_desk, journal, place, QUICK_ESCAPE), CHANGE_KEYS)
    after = f", after {CHANGES} changes"
    programs = {"bare: minimal app": minimal, "the desk": desk}
    cases = [
        case
        for name, held in programs.items()
        for case in (
            Case(name, held.started, measured=True),
            Case(name + after, held.changed, measured=True),
        )
    ]

    def notes(medians: dict[str, float]) -> Iterator[str]:
        for name in programs:
            growth = (medians[name + after] / medians[name] - 1) * 100
            yield f"{name}: {growth:+.1f} % after {CHANGES} changes"

    title = f"Resident memory, desk of {DESK_SCENARIO}"
    return Subject(title, "process", tuple(cases), notes, _megabytes)


def _megabytes(size: float) -> str:
    return f"{size / 1e6:.1f} MB"
