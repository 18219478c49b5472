"""The launcher: which exercise? A new one, a saved one, or bots to watch."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from exercise.catalogue import Catalogue, languages
from exercise.errors import ExerciseError
from exercise.journal.files import JournalSummary, list_journals
from exercise.library.listing import ScenarioCard, list_scenarios
from exercise.library.places import Library, open_library
from exercise.ui.keys import ctrl
from exercise.ui.screens.base import BaseScreen
from exercise.ui.screens.choose import ChooseSheet
from exercise.ui.signs import NOT_NOW
from exercise.ui.widgets.lines import Line, Lines
from exercise.ui.widgets.panes import Column, Pane, Panes
from exercise.ui.widgets.reading import Reading
from exercise.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from exercise.session.local import Session

Purpose = Literal["open", "watch", "read"]


class LauncherScreen(BaseScreen[None]):
    """Which exercise?"""

    purpose = "app-purpose-launcher"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "watch", "app-key-watch", id="launcher.watch"),
        Binding("f6", "language", "app-key-language", id="launcher.language"),
        Binding(ctrl("y"), "read_ahead", "app-key-read-ahead", id="launcher.read-ahead"),
        Binding("f5", "studio", "app-key-studio", id="launcher.studio"),
        Binding(f"escape,{ctrl('q')}", "app.ask_quit", "app-key-quit", id="launcher.quit"),
    ]

    def __init__(self, words: Catalogue, library: Library | None = None) -> None:
        """Look for scenarios in a library, the default one where none is given."""
        super().__init__(words)
        self._library = library or open_library()
        self._cards: dict[str, ScenarioCard] = {}
        self._saved: dict[str, JournalSummary] = {}
        self._loading = False

    def body(self) -> Iterable[Widget]:
        """Scenarios and saved exercises on the left, a card on the right."""
        say = self.words.say
        scenarios = Lines(id="scenarios", enter="app-key-open", empty=say("app-no-scenarios"))
        saved = Lines(id="saved", enter="app-key-continue", empty=say("app-no-saved"))
        yield Panes(
            Column(
                Pane(say("app-scenarios"), scenarios, id="scenarios-pane"),
                Pane(say("app-continue"), saved, id="saved-pane"),
                id="launcher-lists",
            ),
            Pane(say("app-about"), Reading(id="card"), id="card-pane"),
        )

    def on_mount(self) -> None:
        """List scenarios at once; saved exercises follow, because each is a file to open."""
        self.query_one(TopBar).tell(
            [self.words.say("app-title")], Content(self.words.say("app-notice"))
        )
        self._cards = {card.name: card for card in list_scenarios(self._library)}
        lines = self.query_one("#scenarios", Lines)
        self.update_view()
        lines.focus()
        self._show(lines)
        self.run_worker(self._find_saved, thread=True, group="saved", exit_on_error=False)

    def update_view(self) -> None:
        """List the scenarios; where the card does not stand beside them, each with what it is about."""
        shown: list[Line] = []
        for card in self._cards.values():
            if shown and not self.wide:
                shown.append(Line(f" {card.name}", Content(" "), heading=True))
            shown.append(self._scenario(card))
        self.query_one("#scenarios", Lines).show(shown)

    # --- what there is ----------------------------------------------------------------------

    def _find_saved(self) -> None:
        """In a thread: read the heads of all journals."""
        try:
            found = list_journals()
        except ExerciseError as error:
            self.app.call_from_thread(self.answer, str(error), True)
            return
        self.app.call_from_thread(self._show_saved, found)

    def _show_saved(self, found: list[JournalSummary]) -> None:
        if self.is_attached:
            self._saved = {str(one.path): one for one in found}
            self.query_one("#saved", Lines).show([self._exercise(one) for one in found])

    def _scenario(self, card: ScenarioCard) -> Line:
        if card.broken is not None:
            return Line(card.name, Content.assemble((f"{NOT_NOW} ", "$bad"), card.title))
        about = "" if self.wide else f"\n{card.summary}"
        told = Content.assemble(
            (card.title, "bold"), "  ", (f"{self._length(card)}{about}", "$quiet")
        )
        return Line(card.name, told)

    def _length(self, card: ScenarioCard) -> str:
        if card.duration is None:
            return ""
        low, high = card.duration
        if high < 90:
            return self.words.say("app-minutes", low=str(low), high=str(high))
        return self.words.say("app-hours", low=_hours(low), high=_hours(high))

    def _exercise(self, one: JournalSummary) -> Line:
        if one.reason:
            return Line(str(one.path), Content.assemble((f"{NOT_NOW} ", "$bad"), one.path.name))
        when = datetime.fromisoformat(one.last_at or one.created_at).astimezone()
        stage = self._stage(one)
        told = self.words.say("app-saved", stage=stage, when=f"{when:%d.%m. %H:%M}")
        return Line(str(one.path), Content.assemble(self._title(one), "  ", (told, "$quiet")))

    def _title(self, one: JournalSummary) -> str:
        card = self._cards.get(one.scenario_id)
        return one.scenario_id if card is None else card.title

    def _stage(self, one: JournalSummary) -> str:
        if one.ended:
            return self.words.say("app-stage-over")
        return (
            self.words.say("app-stage-turn", turn=str(one.turn))
            if one.turn
            else self.words.say("app-stage-lobby")
        )

    # --- the card ---------------------------------------------------------------------------

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """Show the card of what is highlighted; a list that fills meanwhile changes nothing."""
        if event.lines.has_focus:
            self._show(event.lines)

    def on_descendant_focus(self) -> None:
        """Show the card of the list that has the focus."""
        if isinstance(self.focused, Lines):
            self._show(self.focused)

    def _show(self, lines: Lines) -> None:
        reading = self.query_one("#card", Reading)
        if lines.id == "scenarios" and lines.current in self._cards:
            reading.show(self._card(self._cards[lines.current]))
        elif lines.id == "saved" and lines.current in self._saved:
            reading.show(self._about(self._saved[lines.current]))

    def _card(self, card: ScenarioCard) -> Content:
        say = self.words.say
        if card.broken is not None:
            return Content("\n\n").join([Content(say("app-broken")), Content(card.broken.format())])
        facts = say(
            "app-card-facts", turns=card.turns, places=card.places, length=self._length(card)
        )
        parts = [
            Content.styled(card.title, "bold $accent"),
            Content(card.summary),
            Content.styled(facts, "$quiet"),
            _listed(say("app-practise"), card.aims),
            Content.assemble((f"{say('app-roles')}\n", "bold"), ", ".join(card.roles))
            if card.roles
            else Content(),
        ]
        return Content("\n\n").join([part for part in parts if part.plain])

    def _about(self, one: JournalSummary) -> Content:
        if one.reason:
            return Content(one.reason)
        told = self.words.say("app-saved-about", stage=self._stage(one), records=one.head)
        return Content("\n\n").join(
            [
                Content.styled(self._title(one), "bold $accent"),
                Content(told),
                Content.styled(str(one.path), "$quiet"),
            ]
        )

    # --- opening ----------------------------------------------------------------------------

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Open a scenario, or go on with a saved exercise."""
        if event.lines.id == "saved":
            self._load(self._resume, Path(event.name))
        else:
            self._load(self._begin, event.name, "open")

    def action_watch(self) -> None:
        """Let bots hold every seat; nothing is kept."""
        self._with_scenario("watch")

    def action_read_ahead(self) -> None:
        """Read the scenario's paper without opening an exercise."""
        self._with_scenario("read")

    def action_studio(self) -> None:
        """Look at the scenario as its designer does; a broken one too."""
        name = self.query_one("#scenarios", Lines).current
        if name and not self._loading:
            try:
                folder = self._library.scenario(name).path
            except ExerciseError as error:
                self.answer(str(error), refused=True)
                return
            self.exercise_app.open_studio(folder)

    def _with_scenario(self, purpose: Purpose) -> None:
        name = self.query_one("#scenarios", Lines).current
        if name:
            self._load(self._begin, name, purpose)

    def _load(self, work: Callable[..., None], *args: object) -> None:
        """Load in a thread; the screen says so and stays alive."""
        if self._loading:
            return
        self._loading = True
        self.answer(self.words.say("app-loading"))
        self.run_worker(partial(work, *args), thread=True, group="load", exit_on_error=False)

    def _begin(self, name: str, purpose: Purpose) -> None:
        """In a thread: load a scenario and begin an exercise of it."""
        from exercise.library.loader import load_scenario
        from exercise.session.start import assign, begin_exercise, new_seed

        try:
            loaded = load_scenario(name, library=self._library)
            session = begin_exercise(loaded.program, new_seed(), keep=purpose == "open")
            for seat in session.room().seats if purpose == "watch" else ():
                assign(session, seat.role, "bot")
        except ExerciseError as error:
            self.app.call_from_thread(self._failed, str(error))
            return
        show = (
            self.exercise_app.open_paper if purpose == "read" else self.exercise_app.open_exercise
        )
        self.app.call_from_thread(self._loaded, show, session)

    def _resume(self, path: Path) -> None:
        """In a thread: open a journal and fold it."""
        from exercise.session.start import resume_exercise

        try:
            session = resume_exercise(path)
        except ExerciseError as error:
            self.app.call_from_thread(self._failed, str(error))
            return
        self.app.call_from_thread(self._loaded, self.exercise_app.open_exercise, session)

    def _failed(self, problem: str) -> None:
        self._loading = False
        self.answer(problem, refused=True)

    def _loaded(self, show: Callable[[Session], None], session: Session) -> None:
        self._loading = False
        self.answer("")
        show(session)

    def action_language(self) -> None:
        """Change the language of the app."""
        choices = [(name, self.words.say(f"language-{name}")) for name in languages()]

        def chosen(language: str | None) -> None:
            if language is not None:
                self.exercise_app.speak(language)

        title = self.words.say("app-language")
        self.app.push_screen(
            ChooseSheet(self.words, title, choices, given=self.words.language), chosen
        )


def _hours(minutes: int) -> str:
    return f"{minutes / 60:.1f}".removesuffix(".0")


def _listed(title: str, lines: tuple[str, ...]) -> Content:
    if not lines:
        return Content()
    return Content("\n").join(
        [Content.styled(title, "bold"), *(Content(f"• {line}") for line in lines)]
    )


__all__ = ["LauncherScreen"]
