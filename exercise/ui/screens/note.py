"""A note in one line, with everything else filled in: moment, inject, seat."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from exercise.conduct.command import FACILITATOR, ObservationKind, Observe
from exercise.engine.prose import say
from exercise.table.table import Table
from exercise.ui.keys import ctrl
from exercise.ui.screens.choose import Choice, ChooseSheet
from exercise.ui.screens.sheet import Sheet

_PARTS = {
    "inject": ("F5", "app-note-inject"),
    "role": ("F6", "app-note-role"),
    "objective": ("F7", "app-note-objective"),
}
"""What a note may be about: the key that changes it, and what it is called."""
_NONE = "."
"""Stands for none of a list; no role, inject or objective is called so."""


class About(Struct, frozen=True):
    """What a note is about; each may be nothing."""

    role: str = ""
    inject: str = ""
    objective: str = ""


class NoteSheet(Sheet[None]):
    """One line; Enter keeps it as an observation, F2 as a strength, F4 as something to improve."""

    size_class = "-middle"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"f10,enter,{ctrl('g')}", "keep('neutral')", "app-key-note-neutral", id="note.keep", priority=True),
        Binding("f2", "keep('strength')", "app-key-note-strength", id="note.strength"),
        Binding("f4", "keep('improvement')", "app-key-note-improvement", id="note.improvement"),
        Binding("f6", "seat", "app-key-note-seat", id="note.seat"),
        Binding("f5", "inject", "app-key-note-inject", id="note.inject"),
        Binding("f7", "objective", "app-key-note-objective", id="note.objective"),
    ]  # fmt: skip

    def __init__(self, table: Table, about: About | None = None) -> None:
        """Take what the note is about as far as it is known."""
        super().__init__(table.catalogue, table.word("app-note"))
        self.table = table
        self._about = about or About()
        self._lists = {
            "role": tuple((seat.role, table.name(seat.role)) for seat in table.room().seats),
            "inject": tuple((one.inject, one.title) for one in table.facilitator().injects),
            "objective": _objectives(table),
        }

    def body(self) -> Iterable[Widget]:
        """Ask, and show what is filled in."""
        yield Static(self.words.say("plain-note-text"), id="question", markup=False)
        yield Input(id="line")
        yield Static(id="about", markup=False)

    def update_view(self) -> None:
        """Show what the note will say beside the text."""
        room, word = self.table.room(), self.table.word
        time = self.exercise_app.now().strftime("%H:%M")
        rows = [("", word("app-note-when"), f"{time}, {word('app-in-turn', turn=str(room.turn))}")]
        for part, (key, name) in _PARTS.items():
            chosen = dict(self._lists[part]).get(getattr(self._about, part))
            rows.append((key, word(name), chosen or word("app-note-none")))
        wide = max(len(label) for _, label, _ in rows)
        told = [
            Content.assemble((f"{key:<4}", "bold $accent"), (f"{label:<{wide}}  ", "$quiet"), value)
            for key, label, value in rows
        ]
        self.query_one("#about", Static).update(Content("\n").join(told))

    def action_keep(self, kind: ObservationKind) -> None:
        """Keep the note."""
        text, about = self.query_one(Input).value.strip(), self._about
        command = Observe(text, kind, about.role, about.inject, about.objective)
        app = self.exercise_app
        if app.submit(FACILITATOR, command):
            self.dismiss(None)
            told = self.words.say(f"observed-{kind}")
            app.call_after_refresh(app.say, self.words.say("app-noted", kind=told))

    def action_seat(self) -> None:
        """Say which seat it is about."""
        self._ask("role")

    def action_inject(self) -> None:
        """Say which inject it is about."""
        self._ask("inject")

    def action_objective(self) -> None:
        """Say which objective it is about."""
        self._ask("objective")

    def _ask(self, part: str) -> None:
        none: Choice = (_NONE, self.words.say("app-note-none"))
        given = getattr(self._about, part) or _NONE

        def chosen(value: str | None) -> None:
            if value is not None:
                self._about = replace(self._about, **{part: "" if value == _NONE else value})
                self.update_view()

        title = self.words.say(_PARTS[part][1])
        choices = (none, *self._lists[part])
        self.app.push_screen(ChooseSheet(self.words, title, choices, given=given), chosen)


def _objectives(table: Table) -> tuple[Choice, ...]:
    bundle = table.session.program.bundle
    aims = bundle.scenario.objectives.items()
    return tuple((slug, say(bundle, aim.text, table.language)) for slug, aim in aims)


__all__ = ["About", "NoteSheet"]
