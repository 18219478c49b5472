"""Conducting one exercise from its present phase to the end of the debrief, in prompt and answer."""

from __future__ import annotations

from collections.abc import Callable

from exercise.errors import JournalError
from exercise.plain.adjudication import Adjudication
from exercise.plain.hot_wash import HotWash, tell_report
from exercise.plain.lobby import Lobby, run_round
from exercise.plain.outcome import Outcome
from exercise.plain.prompt import Console
from exercise.plain.seats import settle_alone
from exercise.plain.situation import Situation
from exercise.plain.table import Table
from exercise.session.local import Session

_PHASES: dict[str, Callable[[Table], None]] = {
    "lobby": lambda table: Lobby(table).run(),
    "briefing": run_round,
    "situation": lambda table: Situation(table).run(),
    "consultation": run_round,
    "decision": run_round,
    "adjudication": lambda table: Adjudication(table).run(),
    "outcome": lambda table: Outcome(table).run(),
    "hot_wash": lambda table: HotWash(table).run(),
}


def run_plain(session: Session, console: Console, language: str = "en") -> int:
    """Conduct an exercise at one keyboard until it is closed or the people leave.

    Args:
        session: The exercise; it is left open.
        console: Where lines go and answers come from.
        language: Of the app's strings and, as far as translated, of the scenario.

    Returns:
        0 when the exercise was closed or left, 1 when its journal cannot be written.
    """
    table = Table(session, console, language)
    try:
        return _conduct(table)
    except (EOFError, KeyboardInterrupt):
        _farewell(table)
        return 0
    except JournalError as error:
        table.talk.write(str(error))
        _farewell(table)
        return 1


def _conduct(table: Table) -> int:
    table.talk.say("plain-welcome")
    if table.phase() in (
        "briefing",
        "situation",
        "consultation",
        "decision",
        "adjudication",
        "outcome",
    ):
        settle_alone(table)
        if not table.alone and table.persons():
            table.talk.say("plain-no-pins")
    while table.phase() != "closed":
        _PHASES[table.phase()](table)
    table.talk.say("plain-closed")
    _report(table)
    return 0


def _report(table: Table) -> None:
    if table.session.path is not None:
        tell_report(table, table.session.path)


def _farewell(table: Table) -> None:
    """Say where the exercise lies; a console that is gone hears nothing."""
    path = table.session.path
    try:
        table.talk.write("")
        if path is None:
            table.talk.say("plain-left-unkept")
        else:
            table.talk.say("plain-left")
            table.talk.write(str(path))
            table.talk.say("plain-left-resume")
            table.talk.write(f'exercise resume --plain "{path}"')
    except EOFError:
        return


__all__ = ["run_plain"]
