"""Deciding on a measure: target, inject, whom it serves, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from exercise.conduct.command import Respond
from exercise.conduct.decided import Decided
from exercise.conduct.view import MeasureView, SeatView
from exercise.table.measures import answerable
from exercise.table.table import Table
from exercise.ui.screens.form import Drafts, Fields, FormSheet, Values, line_field
from exercise.ui.signs import HEED
from exercise.ui.widgets.picker import Picker


def values_of(decided: Decided) -> Values:
    """Return a response as the values of its form."""
    return {
        "target": decided.target, "inject": decided.inject, "referent": decided.referent,
        "needed": decided.needed, "suitable": decided.suitable, "reason": decided.reason,
    }  # fmt: skip


class RespondSheet(FormSheet):
    """One measure, decided on."""

    purpose = "app-purpose-respond"

    def __init__(
        self,
        table: Table,
        view: SeatView,
        measure: MeasureView,
        drafts: Drafts,
        *,
        inject: str = "",
        take: Callable[[Respond], bool] | None = None,
    ) -> None:
        """Open the form of a measure.

        Args:
            table: The table.
            view: The seat's view.
            measure: What is decided on.
            drafts: Where unfinished forms are kept.
            inject: What it answers, where the person has just read one.
            take: What to do with the command in place of submitting it; returns whether it was done.
        """
        super().__init__(table, view.role, measure.name, drafts, measure.slug)
        self._view, self._measure, self._inject, self._take = view, measure, inject, take

    def body(self) -> Iterable[Widget]:
        """Show what it costs, and the fields."""
        yield Static(self._head(), classes="head", markup=False)
        with Fields():
            yield from self._pickers()
            word, given = self.words.say, self.given
            if self._measure.restrictive:
                yield from line_field("needed", word("plain-needed"), given.get("needed", ""))
                yield from line_field("suitable", word("plain-suitable"), given.get("suitable", ""))
            yield from line_field("reason", word("app-form-reason"), given.get("reason", ""))

    def _head(self) -> Content:
        measure, word = self._measure, self.words.say
        lines = [
            Content(measure.text),
            Content.styled(word("plain-measure-cost", cost=measure.cost), "$quiet"),
        ]
        if measure.restrictive:
            lines.append(Content.styled(f"{HEED} {word('plain-measure-restrictive')}", "$warn"))
        return Content("\n").join(lines)

    def _pickers(self) -> Iterable[Widget]:
        measure, word, given = self._measure, self.words.say, self.given
        none = word("app-form-choose")
        if measure.needs_target and measure.targets:
            targets = [(target.slug, target.label) for target in measure.targets]
            yield Picker(
                word("app-form-target"),
                targets,
                id="target",
                given=given.get("target", ""),
                none=none,
            )
        injects = list(answerable(self._view, measure.offered_by))
        if not measure.offered_by or not injects:
            injects.insert(0, ("", word("app-form-own-initiative")))
        yield Picker(
            word("app-form-inject"),
            injects,
            id="inject",
            given=self._preset([name for name, _ in injects]),
            none=injects[0][1],
        )
        yield Picker(
            word("app-form-referent"), self._view.referents, id="referent",
            given=given.get("referent", measure.referent), none=none,
        )  # fmt: skip

    def _preset(self, injects: list[str]) -> str:
        """Return the inject that is chosen first: as filled in before, the one just read, or the first."""
        wanted = (self.given.get("inject"), self._inject)
        return next((name for name in wanted if name in injects), injects[0])

    def on_mount(self) -> None:
        """Begin at the first field that must be filled in, or at the last."""
        values = self.values()
        names = ("target", "needed", "suitable", "reason")
        first = next((name for name in names if values.get(name) == ""), "reason")
        self.query_one(f"#{first}").focus()

    def action_take(self) -> None:
        """Decide, where nothing is missing."""
        if self.missing("target", "needed", "suitable"):
            return
        values = self.values()
        command = Respond(
            self._measure.slug, values.get("target", ""), values["inject"], referent=values["referent"],
            needed=values.get("needed", ""), suitable=values.get("suitable", ""), reason=values["reason"],
        )  # fmt: skip
        if self._take is None:
            self.submit(command)
        elif self._take(command):
            self._drafts.pop(self._draft, None)
            self.dismiss(True)


__all__ = ["RespondSheet", "values_of"]
