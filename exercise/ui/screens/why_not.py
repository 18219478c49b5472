"""Why something did not happen: rules that were silent, and measures that are not available."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from exercise.conduct.view import SeatView
from exercise.engine.explain import WhyNot, points
from exercise.engine.slots import split_name
from exercise.report.why import label_of
from exercise.table.matching import begins
from exercise.table.measures import usable
from exercise.table.measures import why_not as reason_of
from exercise.table.table import Table
from exercise.table.why import rows_are_open, rules_moving, rules_named, silences
from exercise.ui.screens.table_sheet import TableSheet
from exercise.ui.widgets.narrow import Narrow
from exercise.ui.widgets.rows import Row, Rows

MOST = 40
"""Rules told at once; typing finds others."""


class WhyNotSheet(TableSheet):
    """Why did something not happen?"""

    size_class = "-large"
    purpose = "app-purpose-why-not"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, system=True, priority=True),
        Binding("down", "move(1)", show=False, system=True, priority=True),
    ]

    def __init__(self, table: Table, slot: str = "", role: str = "", turn: int = 0) -> None:
        """Ask why not.

        Args:
            table: The table.
            slot: The value whose rules are told first.
            role: Who asks; nothing for the facilitator.
            turn: Of the outcome in which a rule was silent; 0 before the first one.
        """
        super().__init__(table, table.word("app-why-not-title"), role)
        self.slot, self.turn = slot, turn
        self._typed = ""

    @property
    def _rules_open(self) -> bool:
        return rows_are_open(self.table, self.role) and self.turn > 0

    def body(self) -> Iterable[Widget]:
        """What is typed narrows the list."""
        key = "app-why-not-rules" if self._rules_open else "app-why-not-measures"
        told = self.table.word(key, turn=str(self.turn))
        yield Static(told, id="question", markup=False)
        yield Narrow(self.table.word("app-narrow"))
        yield Rows(id="silent", empty=self.table.word("app-nothing-fits"))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find other rules and measures."""
        self._typed = event.value.strip()
        self.update_view()

    def update_view(self) -> None:
        """List what fits what was typed: rules first, then measures."""
        self.query_one(Rows).show_rows([*self._silent_rules(), *self._measures()])

    def action_move(self, by: int) -> None:
        """Move through the list while typing."""
        found = self.query_one(Rows)
        if by > 0:
            found.action_cursor_down()
        else:
            found.action_cursor_up()

    # --- rules --------------------------------------------------------------------------------

    def _silent_rules(self) -> Iterator[Row]:
        if not self._rules_open:
            return
        wanted = (
            rules_named(self.table, self._typed)
            if self._typed
            else rules_moving(self.table, self.slot)
        )
        found = silences(self.table, wanted[:MOST], self.turn)[:MOST]
        yield from (self._rule(one) for one in sorted(found, key=lambda one: one.fired))

    def _rule(self, one: WhyNot) -> Row:
        word = self.table.word
        name, places = split_name(one.key)
        named = ", ".join(self.table.name(place.partition("=")[2] or place) for place in places)
        below = []
        if not one.fired:
            below.append(word("app-why-not-false", condition=one.condition))
            values = "; ".join(
                f"{label_of(self.table.session.program, slot, self.table.language)} {points(value)}"
                for slot, value in one.reads
            )
            below.extend([word("app-why-not-read", values=values)] if values else [])
        state = ("app-rule-fired", "$good") if one.fired else ("app-rule-silent", "$quiet")
        title = name.replace("_", " ")
        return Row(
            name=f"rule {one.key}",
            text=Content(f"{title} ({named})" if named else title),
            right=Content.styled(word(state[0]), state[1]),
            below=(*below, ""),
        )

    # --- measures -----------------------------------------------------------------------------

    def _measures(self) -> Iterator[Row]:
        """Measures that are not available: a seat's own; for the facilitator all seats', once words are typed."""
        if self.role:
            yield from self._of_seat(self.view, "")
        elif self._typed:
            for role, name in self.table.room().roles:
                yield from self._of_seat(self.table.seat(role), f"{name}: ")

    def _of_seat(self, view: SeatView, before: str) -> Iterator[Row]:
        for measure in view.measures:
            text = f"{before}{measure.name}"
            if not usable(measure) and begins(text, self._typed):
                yield Row(
                    name=f"measure {view.role} {measure.slug}",
                    text=Content(text),
                    right=Content.styled(self.table.word("app-not-available"), "$quiet"),
                    below=(reason_of(self.table, measure), ""),
                )


__all__ = ["WhyNotSheet"]
