"""The guides' tables of keys: every key is bound on the screen it is said to be, and called what is written."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from exercise.catalogue import Catalogue
from exercise.table.table import OPEN_PHASES
from exercise.ui.screens.agreements import AgreementsSheet
from exercise.ui.screens.briefing import BriefingScreen
from exercise.ui.screens.console import ConsoleScreen
from exercise.ui.screens.debrief import DebriefScreen
from exercise.ui.screens.desk import DeskScreen
from exercise.ui.screens.hand_over import HandOverScreen
from exercise.ui.screens.inject import InjectSheet, NewInjectSheet
from exercise.ui.screens.launcher import LauncherScreen
from exercise.ui.screens.lobby import LobbyScreen
from exercise.ui.screens.measures import MeasuresSheet
from exercise.ui.screens.messages import LetterSheet, MessagesSheet
from exercise.ui.screens.note import NoteSheet
from exercise.ui.screens.outcome import OutcomeScreen
from exercise.ui.screens.own_answer import OwnAnswerSheet
from exercise.ui.screens.paper_form import PaperForm
from exercise.ui.screens.papers import PapersSheet
from exercise.ui.screens.paragraph_form import ParagraphForm
from exercise.ui.screens.questions import QuestionsSheet
from exercise.ui.screens.record import RecordSheet
from exercise.ui.screens.respond import RespondSheet
from exercise.ui.screens.room import RoomScreen
from exercise.ui.screens.ruling import RulingSheet
from exercise.ui.screens.situation import SituationSheet
from exercise.ui.screens.statement import StatementSheet
from exercise.ui.screens.summary import SummarySheet
from exercise.ui.screens.why import WhySheet
from exercise.ui.widgets.keys_bar import key_name
from exercise.ui.widgets.picker import Picker
from tests.support.pages import DOCS, read, tables

SCREENS: dict[str, tuple[type[DOMNode], ...]] = {
    "Launcher": (LauncherScreen,),
    "Lobby": (LobbyScreen,),
    "Briefing": (ConsoleScreen,),
    "Situation": (ConsoleScreen,),
    "Consultation": (ConsoleScreen,),
    "Decision": (ConsoleScreen,),
    "Adjudication": (ConsoleScreen,),
    "Drawer": (ConsoleScreen,),
    "Outcome": (OutcomeScreen,),
    "Hot wash": (DebriefScreen,),
    "Note": (NoteSheet,),
    "Ruling": (RulingSheet,),
    "Inject": (InjectSheet,),
    "New inject": (NewInjectSheet,),
    "Hand-over": (HandOverScreen,),
    "Room view": (RoomScreen,),
    "Summary": (SummarySheet,),
    "Paragraph": (ParagraphForm,),
}
"""What the facilitator's guide calls a screen, or the phase that it is the screen of."""
SEAT_SCREENS: dict[str, tuple[type[DOMNode], ...]] = {
    "Hand-over": (HandOverScreen,),
    "Briefing": (BriefingScreen,),
    "Desk": (DeskScreen,),
    "Measures": (MeasuresSheet,),
    "Response": (RespondSheet, Picker),
    "Own answer": (OwnAnswerSheet,),
    "Statement": (StatementSheet,),
    "Messages": (MessagesSheet,),
    "New message": (LetterSheet,),
    "Agreements": (AgreementsSheet,),
    "Questions": (QuestionsSheet,),
    "Record": (RecordSheet,),
    "Papers": (PapersSheet,),
    "Paper": (PaperForm,),
    "Summary": (SummarySheet,),
    "Paragraph": (ParagraphForm,),
    "Situation": (SituationSheet,),
    "Why": (WhySheet,),
}
"""What the page for participants calls a screen."""
GUIDES = {"facilitator.md": SCREENS, "participant.md": SEAT_SCREENS}
ANYWHERE = "You want to"
"""The first heading of the table that holds for every screen of the facilitator."""
PHASES = {"briefing", "situation", "adjudication", *OPEN_PHASES}
WORDS = Catalogue("en")

Act = tuple[str, str, str]
"""What a row is about, a key, and what the guide calls it."""


def acts(page: str) -> Iterator[Act]:
    """Yield the keys in the tables of a guide whose last column holds keys."""
    for header, *rows in tables(read(DOCS / page)):
        if header[-1] != "Keys":
            continue
        for row in rows:
            where = header[0] if header[0] == ANYWHERE else row[0]
            found = re.findall(r"`([^`]+)` ([^·`]+)", row[-1])
            assert len(found) == row[-1].count("`") // 2 > 0, row
            yield from ((where, key, word.strip()) for key, word in found)


def bindings(screen: type[DOMNode]) -> Iterator[Binding]:
    """Yield what a screen binds, what it has from its bases included."""
    for one in screen.__mro__:
        for found in one.__dict__.get("BINDINGS", ()):
            yield found if isinstance(found, Binding) else Binding(*found)


def names(binding: Binding) -> set[str]:
    """Return what the keys of a binding are called on screen."""
    return {key_name(key) for key in binding.key.split(",")}


def said(key: str) -> str:
    return WORDS.say(key) if WORDS.has(key) else ""


def bound(screen: type[DOMNode], key: str, word: str) -> bool:
    """Whether a key is bound on a screen to what is called so; Enter may be what one of its lists does."""
    if any(key in names(one) and said(one.description) == word for one in bindings(screen)):
        return True
    return key == "Enter" and word in entered(screen)


def entered(screen: type[DOMNode]) -> set[str]:
    """Return what Enter may be called on the lists of a screen: the keys its modules name outside of bindings."""
    modules = [inspect.getmodule(one) for one in screen.__mro__]
    texts = [
        inspect.getsource(one)
        for one in modules
        if one is not None and one.__name__.startswith("exercise.ui")
    ]
    lines = [line for text in texts for line in text.splitlines() if "Binding(" not in line]
    return {said(key) for line in lines for key in re.findall(r'"(app-key-[a-z-]+)"', line)}


CASES = [(page, *act) for page in GUIDES for act in acts(page)]


@pytest.mark.parametrize(("page", "where", "key", "word"), CASES)
def test_a_key_of_the_guides_is_bound_where_it_is_said_to_be(
    page: str, where: str, key: str, word: str
) -> None:
    screens = (ConsoleScreen,) if where == ANYWHERE else GUIDES[page][where]
    told = [one for screen in screens for one in _bound_on(screen)]
    assert any(bound(screen, key, word) for screen in screens), f"{key} {word}: {sorted(told)}"


def _bound_on(screen: type[DOMNode]) -> Iterator[str]:
    for one in bindings(screen):
        yield f"{'/'.join(sorted(names(one)))} {said(one.description)}"


def test_what_is_said_to_work_at_any_time_does_so_on_the_console_and_after_an_outcome() -> None:
    for where, key, word in acts("facilitator.md"):
        if where == ANYWHERE:
            assert bound(ConsoleScreen, key, word) and bound(OutcomeScreen, key, word), key


def test_going_on_is_called_what_the_phase_calls_it() -> None:
    steps = {one.id: said(one.description) for one in bindings(ConsoleScreen)}
    found = [
        (where.lower(), word)
        for where, key, word in acts("facilitator.md")
        if key == "F10" and where.lower() in PHASES
    ]
    assert {phase for phase, _ in found} == PHASES
    assert [steps[f"console.next-{phase}"] for phase, _ in found] == [word for _, word in found]


def test_each_guide_names_every_key_that_the_main_screen_shows() -> None:
    """Keys with a place in the last line are the ones people look for."""
    for page, screen in (("facilitator.md", ConsoleScreen), ("participant.md", DeskScreen)):
        told = read(DOCS / page)
        keys = {key_name(one.key) for one in bindings(screen) if one.show and "screen." not in one.action}  # fmt: skip
        assert [key for key in sorted(keys) if f"`{key}`" not in told] == []
