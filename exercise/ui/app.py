"""The app: opens the launcher or an exercise, carries commands to the session, and ends with one sentence."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import platformdirs
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import CommandPalette

from exercise.catalogue import Catalogue
from exercise.conduct.command import Command
from exercise.errors import JournalError
from exercise.ui.ahead import load_ahead
from exercise.ui.clock import PhaseClock
from exercise.ui.keys import ctrl
from exercise.ui.screens.base import BaseScreen
from exercise.ui.screens.sheet import Sheet
from exercise.ui.themes import DARK, LIGHT, THEMES

if TYPE_CHECKING:
    from exercise.library.places import Library
    from exercise.session.local import Session
    from exercise.table.table import Table
    from exercise.ui.course import Course


_READING = 0.2
"""Seconds after an exercise has opened until its other screens are loaded."""
_MOUNTING = 0.02
"""Seconds until it is looked again whether a screen is complete."""


class ExerciseApp(App[None]):
    """One person's or one table's window on exercises. Keeps no state outside itself."""

    CSS_PATH = "styles.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012  # the base class says list
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "app-key-help", id="app.help"),
        Binding(ctrl("p"), "command_palette", "app-key-palette", id="app.palette", show=False),
        Binding(ctrl("t"), "other_theme", "app-key-theme", id="app.theme", show=False),
        Binding(ctrl("q"), "ask_quit", "app-key-quit", id="app.quit", priority=True, show=False),
        Binding("ctrl+c", "copy_or_hint", show=False, system=True),
    ]

    def __init__(
        self,
        session: Session | None = None,
        *,
        studio: Path | None = None,
        library: Library | None = None,
        language: str = "en",
        theme: str = DARK,
        now: Callable[[], datetime] | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare the app.

        Args:
            session: An exercise to open; without one the launcher opens.
            studio: The folder of a scenario to open in the studio instead.
            library: Where the launcher looks for scenarios.
            language: Of the app's strings and, as far as translated, of scenarios.
            theme: ``laptop`` or ``projector``.
            now: The time of day, for the console.
            seconds: A clock that only runs forward, for the countdown.
        """
        super().__init__()
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme
        self.words = Catalogue(language)
        self.title = self.words.say("app-title")
        self.language = language
        self.library = library
        self.now = now or (lambda: datetime.now().astimezone())
        self.clock = PhaseClock(seconds)
        self.course: Course | None = None
        self.kept: Path | None = None
        """Where the exercise lies that was open last, for a word of farewell."""
        self.closed = False
        """Whether its debrief was closed."""
        self._opening, self._designing = session, studio

    # --- opening ----------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Open what was asked for."""
        if self._designing is not None:
            self.open_studio(self._designing)
        elif self._opening is not None:
            self.open_exercise(self._opening)
        else:
            self.open_launcher()
        self.set_interval(1, self._tick)

    def open_launcher(self) -> None:
        """Close the exercise that is open and show the launcher."""
        from exercise.ui.screens.launcher import LauncherScreen

        self.close_exercise()
        self.change_screen(LauncherScreen(self.words, self.library))

    def open_studio(self, folder: Path) -> None:
        """Look at a scenario as its designer does."""
        from exercise.library.places import open_library
        from exercise.ui.screens.studio import StudioScreen

        self.close_exercise()
        self.change_screen(StudioScreen(self.words, folder, self.library or open_library()))

    def open_exercise(self, session: Session) -> None:
        """Sit down at an exercise, begun or taken up again."""
        from exercise.table.table import Table
        from exercise.ui.course import Course

        self.close_exercise()
        self.kept = session.path
        self.clock.stop()
        self.course = Course(self, Table(session, self.language))
        self.course.resume()
        self.set_timer(_READING, self._load_ahead)

    def _load_ahead(self) -> None:
        self.run_worker(load_ahead, thread=True, group="ahead", exit_on_error=False)

    def open_paper(self, session: Session) -> None:
        """Show the paper that everybody reads before an exercise, without opening one."""
        from exercise.table.table import Table
        from exercise.ui.screens.read_ahead import ReadAheadSheet

        self.push_screen(ReadAheadSheet(Table(session, self.language)))
        session.close()

    def speak(self, language: str) -> None:
        """Change the language of everything."""
        self.language, self.words = language, Catalogue(language)
        if self.course is None:
            self.open_launcher()
        else:
            self.course.table.speak(language)
            self.course.show()

    def close_exercise(self) -> None:
        """Close the journal of the exercise that is open, if any."""
        if self.course is not None:
            self.closed = self.course.table.phase() == "closed"
            self.course.table.session.close()
        self.course = None

    def on_unmount(self) -> None:
        """Close the journal."""
        self.close_exercise()

    @property
    def table(self) -> Table | None:
        """The table of the exercise that is open."""
        return None if self.course is None else self.course.table

    def change_screen(self, screen: BaseScreen[None]) -> None:
        """Show a screen in place of the present one; sheets over it go."""
        present = self.screen
        if isinstance(present, BaseScreen | Sheet | CommandPalette) and not present.is_mounted:
            # What is taken away before it is complete fails, as somebody who presses keys quickly finds out.
            self.set_timer(_MOUNTING, lambda: self.change_screen(screen))
            return
        while isinstance(self.screen, Sheet | CommandPalette):
            self.pop_screen()
        if isinstance(self.screen, BaseScreen):
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    # --- commands ---------------------------------------------------------------------------

    def submit(self, actor: str, command: Command, done: str = "", quiet: bool = False) -> bool:
        """Submit a command, say what came of it, and show everything anew.

        Args:
            actor: ``facilitator`` or a role.
            command: What is asked for.
            done: What to say when it was done.
            quiet: Whether the caller shows the screen anew by itself.

        Returns:
            Whether it was done.
        """
        table = self.table
        if table is None:
            return False
        try:
            refused = table.submit(actor, command)
        except JournalError as error:
            self.end(str(error), failed=True)
            return False
        if not quiet or refused:
            self.say(refused or done, refused=bool(refused))
        if not quiet:
            self.refresh_views()
        return not refused

    def say(self, text: str, refused: bool = False) -> None:
        """Say one sentence on whatever is in front."""
        screen = self.screen
        if isinstance(screen, BaseScreen | Sheet):
            screen.answer(text, refused)

    def refresh_views(self) -> None:
        """Show anew what is on screen, sheets and what lies below them."""
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen | Sheet) and screen.is_mounted:
                screen.update_view()
                screen.refresh_bindings()

    def forget(self) -> None:
        """Leave nothing of one person to the next: clipboard, selection, what was answered."""
        self._clipboard = ""
        self.clear_selection()
        self.clear_notifications()

    def _tick(self) -> None:
        if self.clock.running and isinstance(self.screen, BaseScreen):
            tick = getattr(self.screen, "show_moment", None)
            if tick is not None:
                tick()

    # --- what works everywhere --------------------------------------------------------------

    def action_help(self) -> None:
        """Say what the screen is for and which keys work."""
        from exercise.ui.screens.help import HelpSheet

        if not isinstance(self.screen, HelpSheet):
            self.push_screen(HelpSheet(self.words, self.screen))

    def action_command_palette(self) -> None:
        """Open the palette."""
        if not CommandPalette.is_open(self):  # type: ignore[arg-type]
            from exercise.ui.screens.palette import Palette

            self.push_screen(Palette(self.words))

    def action_press(self, key: str) -> None:
        """Do what a key does; for the mouse and the palette."""
        self.simulate_key(key)

    def action_other_theme(self) -> None:
        """Change between the dark theme and the light one."""
        self.theme = LIGHT if self.theme == DARK else DARK

    def action_copy_or_hint(self) -> None:
        """Copy what is selected, or say how to leave."""
        selected = self.screen.get_selected_text()
        if selected:
            self.copy_to_clipboard(selected)
            self.say(self.words.say("app-copied"))
        else:
            self.say(self.words.say("app-how-to-leave"))

    async def action_ask_quit(self) -> None:
        """Leave, after asking where an exercise is open."""
        if self.course is None:
            self.end()
            return
        from exercise.ui.screens.choose import ConfirmSheet

        if isinstance(self.screen, ConfirmSheet):
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.end()

        key = "app-quit-saved" if self.kept is not None else "app-quit-unkept"
        words = self.words
        self.push_screen(
            ConfirmSheet(
                words, words.say(key), yes=words.say("app-quit-yes"), no=words.say("app-quit-no")
            ),
            answered,
        )

    # --- ending -----------------------------------------------------------------------------

    def end(self, message: str = "", failed: bool = False) -> None:
        """End the app; a message is told after the terminal is as it was."""
        self.exit(return_code=1 if failed else 0, message=message or None)

    def _fatal_error(self) -> None:
        """End with one sentence and no traceback; what went wrong is written to a file without values."""
        error = self._exception
        # What failed in a worker is wrapped once.
        error = getattr(error, "error", error)
        path = _write_error(error) if error is not None else None
        message = self.words.say("app-failed", what=type(error).__name__, path=str(path or "-"))
        self.exit(return_code=1, message=message)


def _write_error(error: BaseException) -> Path | None:
    """Write where an error came from, without the values of variables, which may be secrets of a seat."""
    folder = Path(platformdirs.user_log_dir("exercise-engine", appauthor=False))
    path = folder / "app-error.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(
            "".join(traceback.format_tb(error.__traceback__)) + type(error).__name__,
            encoding="utf-8",
        )
    except OSError:
        return None
    return path


__all__ = ["ExerciseApp"]
