"""The exception tree, the problems a file can have, and the closed set of refusals.

Everything here is a value or an exception class. The module imports nothing of the project, does no
input or output, and never decides anything: it only says what went wrong, where, and how to fix it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning"]

_WINDOW = 100
_MARGIN = 60


class RefusalCode(StrEnum):
    """Why a command was refused: the whole set, so that every screen can answer each of them."""

    not_facilitator = "not_facilitator"
    """Only the facilitator may do this."""
    wrong_phase = "wrong_phase"
    """The command belongs to another phase of the turn."""
    exercise_paused = "exercise_paused"
    """The exercise is paused; it must be resumed first."""
    exercise_ended = "exercise_ended"
    """EndEx was called; nothing in the exercise can change any more."""
    unknown_measure = "unknown_measure"
    """No measure of the model, the role or an inject has this name."""
    not_offered = "not_offered"
    """The measure exists, but is not open to this seat now."""
    not_unlocked = "not_unlocked"
    """The measure waits for something that has not happened yet."""
    made_void = "made_void"
    """What has happened has made the measure impossible."""
    ruled_out = "ruled_out"
    """The seat has chosen another answer in this turn, and only one of the two can be chosen."""
    requirement_not_met = "requirement_not_met"
    """A requirement of the measure is false at present."""
    no_actions_left = "no_actions_left"
    """The seat has used all its actions of this turn."""
    not_enough_funds = "not_enough_funds"
    """The cost exceeds what the seat, or the pool allotted to it, still holds."""
    wrong_target = "wrong_target"
    """The target is missing, not wanted, or not one the measure can have."""
    justification_missing = "justification_missing"
    """A restrictive measure lacks its answers: why it is needed, why it is suitable."""
    statement_incomplete = "statement_incomplete"
    """A statement lacks its issue, audience, frame, referent or strength."""
    text_too_long = "text_too_long"
    """A text is longer than its field allows."""
    text_empty = "text_empty"
    """A text that must say something is empty."""
    unknown_inject = "unknown_inject"
    """No inject of the scenario has this name."""
    inject_not_releasable = "inject_not_releasable"
    """The inject was released before, or cannot be released by hand now."""
    already_chosen = "already_chosen"
    """The seat has already chosen this in the present turn."""
    nothing_to_change = "nothing_to_change"
    """The command would leave everything as it is."""
    unknown_agreement = "unknown_agreement"
    """No agreement of the scenario has this name."""
    unknown_clause = "unknown_clause"
    """The agreement has no clause of this name."""
    not_a_party = "not_a_party"
    """The seat's role is not a party to the agreement."""
    agreement_not_open = "agreement_not_open"
    """The agreement has no sponsor yet, or is closed."""
    unknown_seat = "unknown_seat"
    """The exercise has no such seat."""
    seat_vacant = "seat_vacant"
    """Nobody holds the seat, so nothing can be done for or with it."""
    unknown_ruling = "unknown_ruling"
    """No ruling or proposal of this turn has this number."""
    out_of_range = "out_of_range"
    """A number lies outside the range that the field allows."""
    cannot_undo = "cannot_undo"
    """There is nothing to undo up to the point named."""
    unknown_indicator = "unknown_indicator"
    """No indicator of the model has this name."""
    unknown_item = "unknown_item"
    """No such item is on the list the command refers to."""
    paper_not_asked = "paper_not_asked"
    """The seat is asked for no position paper on this question."""
    not_your_duty = "not_your_duty"
    """It is the duty of the moderator or the rapporteur."""
    unknown_entry = "unknown_entry"
    """The public record has no such entry, or one of another kind."""
    citation_missing = "citation_missing"
    """A paragraph of the summary cites no entry."""
    already_reminded = "already_reminded"
    """The table has been reminded of the frame of this statement."""


class Refusal(Struct, frozen=True):
    """A command that was not carried out, as a value.

    Attributes:
        code: The reason, from the closed set.
        message: One sentence for the person at the seat.
        hint: What to do instead; empty when the message says it already.
    """

    code: RefusalCode
    message: str
    hint: str = ""


class Problem(Struct, frozen=True):
    """One mistake in a file, with the place where it stands.

    Attributes:
        file: The file's name as it should be shown.
        line: Line, counted from 1.
        column: Character in the line, counted from 1.
        severity: An error stops the file from being used, a warning does not.
        message: What is wrong and how to fix it.
        code: A short stable name of the kind of problem.
        source_line: The line's text; empty when it is not known.
        length: How many characters the caret line underlines, at least 1.
    """

    file: str
    line: int
    column: int
    severity: Severity
    message: str
    code: str
    source_line: str = ""
    length: int = 1

    def format(self) -> str:
        """Return ``file:line:column: severity: message (code)``, the source line and a caret line.

        The source line is cut to a window around the column, and its control characters are
        replaced, so that the text is safe to show in a terminal.
        """
        place = f"{self.file}:{self.line}:{self.column}"
        head = f"{place}: {self.severity}: {self.message} ({self.code})"
        if not self.source_line.strip():
            return head
        start = self.column - 1 - _MARGIN if self.column > _WINDOW else 0
        shown = printable(self.source_line[start : start + _WINDOW]).rstrip()
        before = self.column - 1 - start
        carets = "^" * max(1, min(self.length, len(shown) - before))
        return f"{head}\n    {shown}\n    {' ' * before}{carets}"


class ExerciseError(Exception):
    """The root of every error that the project raises on purpose."""


class ScenarioError(ExerciseError, ValueError):
    """Files of a scenario, role or model are wrong.

    Attributes:
        problems: What is wrong, in the order found; at least one.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep ``problems``."""
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return every problem, formatted, one after the other."""
        return "\n".join(problem.format() for problem in self.problems)


class LibraryError(ExerciseError):
    """A scenario, role or model could not be found or read from the disk."""


class JournalError(ExerciseError):
    """The record of an exercise cannot be read or continued."""


class JournalVersionError(JournalError):
    """The journal was written by a version that this one cannot read."""


class JournalGapError(JournalError):
    """An entry is missing between two others."""


class JournalCorruptError(JournalError):
    """An entry is damaged: its checksum or its form is wrong."""


class JournalConflictError(JournalError):
    """Somebody else has written to the journal since it was opened."""


class JournalFullError(JournalError):
    """There is no room to write the next entry."""


class SessionError(ExerciseError):
    """A running exercise cannot be started, joined or continued."""


def printable(text: str) -> str:
    """Return ``text`` with tabs as one space and every unprintable character as a middle dot."""
    return "".join(c if c.isprintable() else " " if c == "\t" else "·" for c in text)
