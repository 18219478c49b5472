"""Making a statement: issue, frame, audiences, whom it serves, and the words. It is public at once."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from exercise.conduct.command import Respond
from exercise.conduct.view import MeasureView, SeatView
from exercise.table.measures import FRAMES, answerable
from exercise.table.table import Table
from exercise.ui.screens.choose import ConfirmSheet
from exercise.ui.screens.form import Drafts, Fields, FormSheet, line_field
from exercise.ui.widgets.picker import ManyPicker, Picker


class StatementSheet(FormSheet):
    """One statement."""

    purpose = "app-purpose-statement"

    def __init__(
        self,
        table: Table,
        view: SeatView,
        measure: MeasureView,
        drafts: Drafts,
        *,
        inject: str = "",
    ) -> None:
        """Open the form of a statement; the arguments are those of a measure's form."""
        super().__init__(table, view.role, measure.name, drafts, measure.slug)
        self._view, self._measure, self._inject = view, measure, inject

    def body(self) -> Iterable[Widget]:
        """Show what it is, and the fields."""
        word = self.words.say
        told = [Content(self._measure.text), Content.styled(word("app-statement-public"), "$warn")]
        yield Static(Content("\n").join(told), classes="head", markup=False)
        with Fields():
            yield from self._pickers()
            yield from line_field("reason", word("app-form-words"), self.given.get("reason", ""))

    def _pickers(self) -> Iterable[Widget]:
        view, word, given = self._view, self.words.say, self.given
        none = word("app-form-choose")
        frames = [(frame, word(f"frame-{frame}")) for frame in FRAMES]
        referent = given.get("referent", self._measure.referent)
        if self._measure.needs_target and self._measure.targets:
            targets = [(target.slug, target.label) for target in self._measure.targets]
            yield Picker(
                word("app-form-target"),
                targets,
                id="target",
                given=given.get("target", ""),
                none=none,
            )
        for name, choices in (("issue", view.issues), ("frame", frames)):
            label = word(f"app-form-{name}")
            yield Picker(label, choices, id=name, given=given.get(name, ""), none=none)
        audiences = ManyPicker(
            word("app-form-audiences"), view.audiences, id="audiences", none=none
        )
        audiences.value = given.get("audiences", audiences.value)
        yield audiences
        phrases = ManyPicker(
            word("app-form-phrases"),
            view.common.conference.phrases,
            id="phrases",
            none=word("app-form-no-phrases"),
        )
        phrases.value = given.get("phrases", "")
        yield phrases
        yield Picker(
            word("app-form-referent"), view.referents, id="referent", given=referent, none=none
        )

    def on_mount(self) -> None:
        """Begin at the first field that is empty."""
        values = self.values()
        names = ("target", "issue", "frame", "audiences", "reason")
        first = next((name for name in names if values.get(name) == ""), "reason")
        self.query_one(f"#{first}").focus()

    def action_take(self) -> None:
        """Ask once more, as it cannot be taken back."""
        if self.missing("target", "issue", "frame", "audiences"):
            return
        word = self.words.say

        def sure(yes: bool | None) -> None:
            if yes:
                self.submit(self._command())

        self.app.push_screen(
            ConfirmSheet(
                self.words,
                word("plain-statement-sure"),
                yes=word("app-statement-yes"),
                no=word("app-statement-no"),
            ),
            sure,
        )

    def _command(self) -> Respond:
        values = self.values()
        offered = [name for name, _ in answerable(self._view, self._measure.offered_by)]
        inject = self._inject if self._inject in offered else ""
        if not inject and len(self._measure.offered_by) == 1:
            inject = self._measure.offered_by[0]
        audiences = self.query_one("#audiences", ManyPicker).chosen
        return Respond(
            self._measure.slug, values.get("target", ""), inject, values["issue"], values["frame"],
            values["referent"], audiences, reason=values["reason"],
            phrases=self.query_one("#phrases", ManyPicker).chosen,
        )  # fmt: skip


__all__ = ["StatementSheet"]
