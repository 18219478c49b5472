"""The course of an exercise at one keyboard: which screen comes next, and who is given the keyboard.

The facilitator hands the keyboard to any seat; a neutral screen stands between two people. Where one person plays and
facilitates, the phases that ask nothing of that person pass by themselves.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING

from exercise.conduct.command import FACILITATOR, Advance
from exercise.session.auto import bots_acting
from exercise.table.table import OPEN_PHASES, Table

if TYPE_CHECKING:
    from exercise.ui.app import ExerciseApp
    from exercise.ui.screens.base import BaseScreen

_WITH_BOTS = ("consultation", "decision")


class Course:
    """Moves one table from screen to screen."""

    def __init__(self, app: ExerciseApp, table: Table) -> None:
        """Conduct a table on an app."""
        self.app = app
        self.table = table
        self.busy = False
        """Whether bots are acting or a phase is passing; commands that move the exercise wait."""

    # --- screens ----------------------------------------------------------------------------

    def show(self) -> None:
        """Show the screen of the present phase for whoever has the keyboard."""
        self.app.change_screen(self._screen())

    def _screen(self) -> BaseScreen[None]:
        # Screens are loaded when first shown, so that the launcher does not wait for all of them.
        table, phase = self.table, self.table.phase()
        if table.at != FACILITATOR:
            if phase == "briefing":
                from exercise.ui.screens.briefing import BriefingScreen

                return BriefingScreen(table, table.at)
            from exercise.ui.screens.desk import DeskScreen

            return DeskScreen(table, table.at)
        if phase == "lobby":
            from exercise.ui.screens.lobby import LobbyScreen

            return LobbyScreen(table)
        if phase == "outcome":
            from exercise.ui.screens.outcome import OutcomeScreen

            return OutcomeScreen(table)
        if phase in ("hot_wash", "closed"):
            from exercise.ui.screens.debrief import DebriefScreen

            return DebriefScreen(table)
        from exercise.ui.screens.console import ConsoleScreen

        return ConsoleScreen(table)

    # --- the keyboard -----------------------------------------------------------------------

    def hand_to(self, actor: str) -> None:
        """Give the keyboard to a seat or the facilitator, across the neutral screen."""
        if self.table.alone:
            self.take(actor)
            return
        from exercise.ui.screens.hand_over import HandOverScreen

        self.app.forget()
        self.table.at = FACILITATOR
        self.app.change_screen(HandOverScreen(self.table, actor))

    def take(self, actor: str) -> None:
        """Somebody has the keyboard now."""
        self.table.at = actor
        self.show()

    def finish(self, role: str) -> None:
        """A seat has done what it wanted to do in this phase."""
        self.table.finish(role)
        if self.table.alone:
            self.go_on()
        else:
            self.hand_to(self.table.next_seat() or FACILITATOR)

    # --- phases -----------------------------------------------------------------------------

    def resume(self) -> None:
        """Take up an exercise where it stands."""
        table = self.table
        persons = table.persons()
        running = table.phase() in (*OPEN_PHASES, "situation", "adjudication", "outcome")
        table.alone = running and len(persons) == 1 and not table.pins
        if table.alone and table.phase() in OPEN_PHASES:
            table.at = persons[0]
        self.show()
        if table.phase() in _WITH_BOTS:
            # The screen comes first; what bots still wanted to do follows.
            self.app.call_after_refresh(self.app.call_later, lambda: self._work(self._bots))

    def go_on(self) -> None:
        """Go on to the next phase; bots have acted before it ends."""
        self._work(self._go_on)

    def _work(self, what: Callable[[], Coroutine[None, None, None]]) -> None:
        if self.busy:
            return
        # From now on, and not when the work begins: a key pressed twice goes on once.
        self.busy = True
        self.app.run_worker(what(), group="course", exclusive=False)

    async def _go_on(self) -> None:
        self.busy = True
        try:
            await self._act()
            passed = self._advance()
            while passed and self.table.alone and self._asks_nothing():
                passed = self._advance()
        finally:
            self.busy = False
        if not passed:
            return
        self.app.clock.stop()
        self._seat_alone()
        self.show()
        if self.table.phase() in _WITH_BOTS:
            await self._bots()

    def _advance(self) -> bool:
        """Submit the step; what was answered is shown where it was refused."""
        return self.app.submit(FACILITATOR, Advance(), quiet=True)

    def _asks_nothing(self) -> bool:
        """Whether the phase wants nothing of the one person who also facilitates."""
        phase = self.table.phase()
        if phase == "situation":
            return True
        if phase != "adjudication":
            return False
        # An answer in one's own words brings nothing until somebody rules on it.
        return not any("free_text" in one.flags for one in self.table.facilitator().to_rule)

    def _seat_alone(self) -> None:
        if self.table.alone:
            persons = self.table.persons()
            seated = self.table.phase() in OPEN_PHASES and bool(persons)
            self.table.at = persons[0] if seated else FACILITATOR

    async def _bots(self) -> None:
        self.busy = True
        try:
            await self._act()
        finally:
            self.busy = False
        self.app.refresh_views()

    async def _act(self) -> None:
        """Let bots act one command at a time, so that keys are answered in between."""
        if self.table.phase() not in _WITH_BOTS or self.table.room().paused:
            return
        for _ in bots_acting(self.table.session):
            await asyncio.sleep(0)


__all__ = ["Course"]
