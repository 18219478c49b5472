"""The situation as one reader sees it: values, the map, the ladder of issues, and what is in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from exercise.conduct.view import Common, Gauge, IssueView, StandingMeasure
from exercise.table.table import Table
from exercise.ui.room_text import (
    acts_text,
    indicators_by_state,
    map_states,
    public_standing,
    standing_text,
    value_rows,
)
from exercise.ui.screens.table_sheet import TableSheet
from exercise.ui.widgets.ladder import Ladder
from exercise.ui.widgets.lines import Lines
from exercise.ui.widgets.panes import Column, Pane, Panes
from exercise.ui.widgets.reading import Reading
from exercise.ui.widgets.region_map import RegionMap
from exercise.ui.widgets.rows import Row, Rows


class IndicatorMap(RegionMap, can_focus=True):
    """The map of one indicator; left and right ask for another."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "other(-1)", "app-key-indicator-before", id="map.before"),
        Binding("right", "other(1)", "app-key-indicator-after", id="map.after"),
    ]

    class Asked(Message):
        """Another indicator is asked for."""

        def __init__(self, by: int) -> None:
            """Tell in which direction."""
            super().__init__()
            self.by = by

    def action_other(self, by: int) -> None:
        """Ask for another indicator."""
        self.post_message(self.Asked(by))


class SituationSheet(TableSheet):
    """Where does everything stand?"""

    purpose = "app-purpose-situation"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "why", "app-key-why", id="situation.why"),
        Binding("f2", "other_values", "app-key-other-values", id="situation.values"),
    ]

    def __init__(self, table: Table, role: str = "") -> None:
        """Show the situation.

        Args:
            table: The table.
            role: The seat whose view is shown; nothing for what everybody may know. The facilitator's exact
                values are shown there only once asked for.
        """
        super().__init__(table, table.word("app-situation"), role)
        self._scopes = ("own", "region", "all") if role else ("region", "all", "exact")
        self._scope = self._scopes[0]
        self._indicator = ""

    def body(self) -> Iterable[Widget]:
        """Values, the map, issues, and what is in force."""
        word = self.table.word
        yield Panes(
            Pane(
                word("app-values"),
                Rows(id="values", enter="app-key-why", empty=word("told-scores-hidden")),
                id="values-pane",
            ),
            Column(
                Pane(
                    word("app-map"),
                    Static(id="map-of", markup=False),
                    IndicatorMap(id="map"),
                    id="map-pane",
                ),
                Pane(
                    word("app-issues"),
                    VerticalScroll(Ladder((), self._issue_words, self.table.name, id="ladder"),
                                   Static(id="no-issues", markup=False)),
                    id="issues-pane",
                ),
                Pane(word("app-in-force"), Reading(id="in-force"), id="in-force-pane"),
            ),
        )  # fmt: skip

    def _issue_words(self, issue: IssueView) -> str:
        return self.table.word(f"frame-{issue.frame}")

    # --- what is shown ----------------------------------------------------------------------

    @property
    def _room(self) -> Common:
        return self.view.common if self.role else self.table.room()

    def update_view(self) -> None:
        """Show what this reader may know now."""
        room, word = self._room, self.table.word
        self.query_one("#values", Rows).show_rows(list(self._values(room)))
        self.query_one(Panes).retitle("values-pane", word(f"app-values-{self._scope}"))
        ladder = self.query_one("#ladder", Ladder)
        ladder.show(room.issues)
        ladder.display = bool(room.issues)
        nothing = self.query_one("#no-issues", Static)
        nothing.display = not room.issues
        nothing.update(Content.styled(word("plain-issues-none"), "$quiet"))
        self.query_one("#in-force", Reading).show(self._in_force(room), top=False)
        self._draw_map(room)

    def _values(self, room: Common) -> Iterator[Row]:
        if self._scope == "exact":
            yield from self._by_indicator(self.table.facilitator().gauges)
        elif self._scope == "all":
            yield from self._by_indicator(room.gauges)
        elif not room.scores_hidden:
            sections = {name: gauges for name, gauges in self._sections(room) if gauges}
            every = [gauge for gauges in sections.values() for gauge in gauges]
            for name, gauges in sections.items():
                yield self._heading(name, self.table.word(f"app-values-section-{name}"))
                yield from value_rows(self.table, gauges, name, "value", every)

    def _sections(self, room: Common) -> Iterator[tuple[str, Sequence[Gauge]]]:
        yield "axes", room.axes
        if self.role:
            yield "card", self.view.card_gauges
        if self._scope == "own":
            yield "own", [one for one in room.gauges if self.role in one.place.split(", ")]
        if self._scope == "region" or not any(one.place == self.role for one in room.gauges):
            yield "region", [one for one in room.gauges if not one.place]

    def _heading(self, name: str, text: str) -> Row:
        return Row(f"heading {name}", Content.styled(text, "bold $accent"), heading=True)

    def _by_indicator(self, gauges: Sequence[Gauge]) -> Iterator[Row]:
        """Values under a heading for each indicator, so that places can be compared."""
        together: dict[str, list[Gauge]] = {}
        for gauge in gauges:
            together.setdefault(gauge.slot.partition("[")[0], []).append(gauge)
        for indicator, found in together.items():
            if len(found) == 1 and not found[0].place:
                yield from value_rows(self.table, found, "all")
            else:
                yield self._heading(indicator, self.table.label(indicator))
                yield from value_rows(self.table, found, "all", "place")

    def _in_force(self, room: Common) -> Content:
        word, width = self.table.word, self.columns_of("#in-force")
        standing: Sequence[StandingMeasure] = (
            self.view.standing if self.role else public_standing(self.table)
        )
        return Content("\n").join(
            [
                Content.styled(word("app-red-lines"), "bold $accent"),
                acts_text(self.table, room, "breach", "app-red-lines-none", width),
                Content(),
                Content.styled(word("app-standing"), "bold $accent"),
                standing_text(self.table, standing, width),
                Content(),
                Content.styled(word("app-adopted"), "bold $accent"),
                acts_text(self.table, room, "agreement", "app-adopted-none", width),
            ]
        )

    # --- the map ----------------------------------------------------------------------------

    def _draw_map(self, room: Common) -> None:
        indicators = indicators_by_state(self.table, room.gauges)
        if self._indicator not in indicators:
            self._indicator = indicators[0] if indicators else ""
        shown = self.table.label(self._indicator) if self._indicator else ""
        title = f"◂ {shown} ▸" if shown else self.table.word("told-scores-hidden")
        self.query_one("#map-of", Static).update(Content.styled(title, "bold $accent"))
        self.query_one("#map", IndicatorMap).show(
            map_states(self.table, room, room.gauges, self._indicator)
        )

    def on_indicator_map_asked(self, event: IndicatorMap.Asked) -> None:
        """Draw another indicator."""
        indicators = indicators_by_state(self.table, self._room.gauges)
        if indicators:
            at = indicators.index(self._indicator) if self._indicator in indicators else 0
            self._indicator = indicators[(at + event.by) % len(indicators)]
            self._draw_map(self._room)

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """Let the map follow the value that is highlighted."""
        indicator = event.name.partition(" ")[2].partition("[")[0]
        if indicator in indicators_by_state(self.table, self._room.gauges):
            self._indicator = indicator
            self._draw_map(self._room)

    # --- keys -------------------------------------------------------------------------------

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Tell why the value moved."""
        self.action_why()

    def action_why(self) -> None:
        """Tell why the highlighted value moved."""
        from exercise.ui.screens.why import WhySheet

        slot = self.query_one("#values", Lines).current.partition(" ")[2]
        if slot:
            self.app.push_screen(WhySheet(self.table, slot, self.role))

    def action_other_values(self) -> None:
        """Show the next kind of values: one's own, the region's, all."""
        self._scope = self._scopes[(self._scopes.index(self._scope) + 1) % len(self._scopes)]
        self.update_view()
        self.query_one(Panes).open("values-pane")


__all__ = ["IndicatorMap", "SituationSheet"]
