"""The studio: is my scenario right, what does it say to whom, and what happens in it?

Written beside an editor: what is saved there is looked at again by itself, in a thread, while keys are answered.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from exercise.authoring.dry_run import dry_run
from exercise.authoring.preview import preview, preview_in_words
from exercise.authoring.studio import Compiled, Look, Part, Studio
from exercise.catalogue import Catalogue
from exercise.errors import ExerciseError
from exercise.library.places import Library
from exercise.ui import studio_rows as rows
from exercise.ui.keys import ctrl
from exercise.ui.screens.base import BaseScreen
from exercise.ui.screens.choose import ChooseSheet
from exercise.ui.widgets.deck import Deck, DeckPanes
from exercise.ui.widgets.lines import Lines
from exercise.ui.widgets.panes import Pane, Panes
from exercise.ui.widgets.reading import Reading
from exercise.ui.widgets.rows import Rows
from exercise.ui.widgets.top_bar import TopBar

EVERY = 0.2
"""Seconds between two looks at the disk."""


class StudioScreen(BaseScreen[None]):
    """Is it right, and what does it do?"""

    purpose = "app-purpose-studio"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "dry_run", "app-key-dry-run", id="studio.dry-run"),
        Binding("f6", "role", "app-key-as-role", id="studio.role"),
        Binding("f3", "problems", "app-key-problems", id="studio.problems"),
        Binding(f"escape,{ctrl('q')}", "leave", "app-key-back", id="studio.leave"),
    ]

    def __init__(self, words: Catalogue, folder: Path, library: Library) -> None:
        """Look at a scenario.

        Args:
            words: The catalogue of the language.
            folder: The scenario's folder.
            library: Where models and roles are looked for.
        """
        super().__init__(words)
        self._studio = Studio(folder, library)
        self._look: Look | None = None
        self._compiled: Compiled | None = None
        self._looked = ""
        self._role = ""
        self._seed = 0
        self._looking = False

    def body(self) -> Iterable[Widget]:
        """The scenario's parts on the left; on the right what one wants to know of them."""
        say = self.words.say
        wait = say("app-studio-looking")
        parts = Rows(id="parts", enter="app-key-read", empty=wait)
        problems = Rows(id="problems", enter="app-key-go-there", empty=wait)
        yield DeckPanes(
            Pane(say("app-studio-parts"), parts, id="parts-pane"),
            Deck(
                Pane(say("app-studio-problems"), problems, id="problems-pane"),
                Pane(say("app-studio-told"), Reading(wait, id="told"), id="told-pane"),
                Pane(say("app-studio-source"), Reading(wait, id="source"), id="source-pane"),
                Pane(say("app-studio-course"), Reading(wait, id="course"), id="course-pane"),
                Pane(say("app-studio-dry"), Reading(say("app-studio-dry-how"), id="dry"), id="dry-pane"),
                Pane(say("app-studio-role"), Reading(say("app-studio-role-how"), id="as-role"), id="role-pane"),
            ),
        )  # fmt: skip

    def on_mount(self) -> None:
        """Look at once, and again after every save."""
        self._show_top()
        self.query_one("#parts", Rows).focus()
        self._again()
        self.set_interval(EVERY, self._again)

    # --- looking ----------------------------------------------------------------------------

    def _again(self) -> None:
        if not self._looking:
            self._looking = True
            self.run_worker(self._watch(), group="studio")

    async def _watch(self) -> None:
        """Look where something was saved; problems are shown before the scenario is compiled."""
        try:
            if await asyncio.to_thread(self._studio.changed):
                self._look = await asyncio.to_thread(self._studio.look)
                self._looked = f"{self.exercise_app.now():%H:%M:%S}"
                self._show_look()
                self._compiled = await asyncio.to_thread(self._studio.compiled, self.words.language)
                await self._show_compiled()
        except ExerciseError as error:
            self.answer(str(error), refused=True)
        finally:
            self._looking = False

    def _show_look(self) -> None:
        look = self._look
        assert look is not None
        self._show_top()
        self.query_one("#parts", Rows).show_rows(list(rows.part_rows(look)))
        problems = self.query_one("#problems", Rows)
        problems.when_empty(self.words.say("app-studio-no-problems"))
        problems.show_rows(list(rows.problem_rows(look)))
        title = self.words.say("app-studio-problems")
        self.query_one(Panes).retitle(
            "problems-pane", f"{title} {len(look.problems)}" if look.problems else title
        )
        self._show_part()

    async def _show_compiled(self) -> None:
        """Show what only a scenario that can be played tells."""
        compiled = self._compiled
        if compiled is None:
            for name in ("#course", "#told"):
                self.query_one(name, Reading).show(self.words.say("app-studio-not-yet"))
            return
        self.query_one("#course", Reading).show(self._aged(rows.course_text(compiled)), top=False)
        self._show_top()
        self._show_part()
        if self._role:
            await self._show_role()

    def _aged(self, text: Content) -> Content:
        """Return a text with a word before it where it is about an earlier version."""
        if self._compiled is None or self._compiled.fresh:
            return text
        return Content("\n\n").join(
            [Content.styled(self.words.say("app-studio-earlier"), "$warn"), text]
        )

    def _show_top(self) -> None:
        say, look = self.words.say, self._look
        if look is None:
            state = say("app-studio-looking")
        elif look.problems:
            state = say(
                "app-studio-found", errors=look.errors, warnings=look.warnings, time=self._looked
            )
        else:
            state = say("app-studio-clean", time=self._looked)
        self.query_one(TopBar).tell([say("app-studio"), self._studio.folder.name], Content(state))

    # --- one part ---------------------------------------------------------------------------

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """Show the part that is marked."""
        if event.lines.id == "parts":
            self._show_part()

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Read a part; or go where a problem is."""
        panes = self.query_one(Panes)
        if event.lines.id == "problems":
            self._go_to(int(event.name))
            panes.open("source-pane")
        else:
            part = self._part()
            panes.open("told-pane" if part is not None and part.section else "source-pane")

    def _part(self) -> Part | None:
        name = self.query_one("#parts", Rows).current
        parts = self._look.parts if self._look is not None else ()
        return next((part for part in parts if part.name == name), None)

    def _show_part(self) -> None:
        part, look = self._part(), self._look
        if part is None or look is None:
            return
        lines = self._studio.source(part)
        self.query_one("#source", Reading).show(rows.source_text(lines, part, look.problems))
        entry = self._compiled.told(part) if self._compiled is not None else None
        told = (
            self._aged(rows.entry_text(entry))
            if entry
            else Content(self.words.say("app-studio-no-words"))
        )
        self.query_one("#told", Reading).show(told)

    def _go_to(self, number: int) -> None:
        """Mark the smallest part that holds a problem, and show its line."""
        assert self._look is not None
        problem = self._look.problems[number]
        holding = [part for part in self._look.parts if part.holds(problem)]
        if not holding:
            self.answer(problem.format())
            return
        part = min(holding, key=lambda one: one.last - one.line)
        self.query_one("#parts", Rows).go_to(part.name)
        self._show_part()
        source = self.query_one("#source", Reading)
        self.call_after_refresh(
            source.scroll_to, y=max(problem.line - part.line - 3, 0), animate=False
        )

    # --- the rest ---------------------------------------------------------------------------

    def action_problems(self) -> None:
        """Go to the list of problems."""
        self.query_one(Panes).open("problems-pane")

    def action_dry_run(self) -> None:
        """Let bots play it to the end; each time with other draws."""
        if self._compiled is None:
            self.answer(self.words.say("app-studio-not-yet"), refused=True)
            return
        self.query_one(Panes).open("dry-pane")
        self.query_one("#dry", Reading).show(self.words.say("app-studio-dry-runs"))
        self.run_worker(self._dry(self._compiled), group="dry", exclusive=True)

    async def _dry(self, compiled: Compiled) -> None:
        try:
            run = await asyncio.to_thread(
                dry_run, compiled.program, self._seed, self.words.language
            )
        except ExerciseError as error:
            self.query_one("#dry", Reading).show(str(error))
            return
        self._seed += 1
        text = rows.dry_text(self.words, compiled, run)
        self.query_one("#dry", Reading).show(self._aged(text))

    def action_role(self) -> None:
        """Choose whose eyes to read it with."""
        if self._compiled is None:
            self.answer(self.words.say("app-studio-not-yet"), refused=True)
            return
        roles = [
            (entry.name, entry.title)
            for entry in self._compiled.entries
            if entry.section == "roles"
        ]

        def chosen(role: str | None) -> None:
            if role is not None:
                self._role = role
                self.query_one(Panes).open("role-pane")
                self.run_worker(self._show_role(), group="role", exclusive=True)

        title = self.words.say("app-studio-role")
        self.app.push_screen(ChooseSheet(self.words, title, roles, given=self._role), chosen)

    async def _show_role(self) -> None:
        compiled, role, language = self._compiled, self._role, self.words.language
        assert compiled is not None
        reading = self.query_one("#as-role", Reading)
        try:
            found = await asyncio.to_thread(preview, compiled.program, role, language)
        except ExerciseError as error:
            reading.show(str(error))
            return
        text = rows.description_text(preview_in_words(compiled.program, found, language))
        reading.show(self._aged(text), top=False)

    def action_leave(self) -> None:
        """Go back to the list of parts; from there to the launcher."""
        if self.query_one("#parts", Rows).has_focus:
            self.exercise_app.open_launcher()
        else:
            self.query_one(Panes).open("parts-pane")


__all__ = ["StudioScreen"]
