"""What the room sees on the projector: public facts alone, and no way back to the console without its PIN."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from exercise.conduct.view import Common
from exercise.table.changes import Group, five, group_line, grouped
from exercise.table.lines import gauge_line, record_line
from exercise.table.table import FACILITATOR, Table
from exercise.ui import marks
from exercise.ui.hang import hang
from exercise.ui.keys import ctrl
from exercise.ui.room_text import axes_text, indicators_by_state, map_states
from exercise.ui.screens.ask import AskSheet
from exercise.ui.screens.at_table import TableScreen
from exercise.ui.screens.base import BaseScreen
from exercise.ui.widgets.reading import Reading
from exercise.ui.widgets.region_map import RegionMap
from exercise.ui.widgets.top_bar import TopBar

_BEFORE = ("lobby", "briefing")
_AFTER = ("outcome", "hot_wash", "closed")
_PLAYED = ("situation", "consultation", "decision", "adjudication", "outcome")
_DECIDING = ("decision", "adjudication")
_RULING = "ruling"
_LONGEST, _FRAME = 96, 8
"""Columns of the longest line, and those that margins and scrollbar take."""


class RoomScreen(BaseScreen[None]):
    """Where does everything stand, as far as everybody may know? Made of the room's view and nothing else."""

    purpose = "app-purpose-room"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"escape,f12,{ctrl('r')}", "back", "app-key-back", id="room.back"),
    ]

    def __init__(self, table: Table) -> None:
        """Show a table's room."""
        super().__init__(table.catalogue)
        self.table = table

    def body(self) -> Iterable[Widget]:
        """What happened on the left; axes and map on the right."""
        with Horizontal(id="room"):
            yield Reading(id="room-text")
            with Vertical(id="room-side"):
                yield Static(id="room-axes", markup=False)
                yield Static(id="room-indicator", markup=False)
                yield RegionMap(id="room-map")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing but the way back; there are no panes to go through."""
        return action != "step" and super().check_action(action, parameters)

    # --- what is shown ----------------------------------------------------------------------

    def update_view(self) -> None:
        """Show the room's view as it stands."""
        room = self.table.room()
        self.show_moment()
        parts = [part for part in self._parts(room) if part.plain]
        self.query_one("#room-text", Reading).show(Content("\n\n").join(parts), top=False)
        before = room.phase.value in _BEFORE
        self.query_one("#room-side").display = self.wide and not before
        self.query_one("#room-axes", Static).update(axes_text(self.table, room))
        indicator = self._indicator(room)
        named = bool(indicator) and not room.scores_hidden
        title = self.table.label(indicator) if named else ""
        self.query_one("#room-indicator", Static).update(Content.styled(title, "bold"))
        states = map_states(self.table, room, room.gauges, indicator)
        self.query_one(RegionMap).show(states)

    def show_moment(self) -> None:
        """Show title, turn, phase, and the time left in the phase where somebody set one."""
        room, word = self.table.room(), self.table.word
        left: list[Content | str] = [Content.styled(room.title.upper(), "bold $accent")]
        if room.phase.value in _PLAYED:
            left.append(word("app-turn-of", turn=str(room.turn), turns=str(room.turns)))
        clock = self.exercise_app.clock.text()
        self.query_one(TopBar).tell(left, Content.styled(clock, "bold $accent"))

    def _indicator(self, room: Common) -> str:
        """Return the value that the map shows: the first that the scenario's objectives look at."""
        known = indicators_by_state(self.table, room.gauges)
        aims = self.table.session.program.bundle.scenario.objectives.values()
        wanted = [family for aim in aims for family in aim.evidence]
        return next((family for family in wanted if family in known), next(iter(known), ""))

    def _parts(self, room: Common) -> Iterator[Content]:
        yield self._head(room)
        if room.paused:
            yield Content.styled(self.table.word("app-room-paused"), "bold $warn")
        if not self.wide and room.phase.value not in _BEFORE:
            yield axes_text(self.table, room)
        yield from self._news(room)
        if not self.wide:
            yield self._values(room)
        yield Content.styled(room.notice, "$quiet")

    def _head(self, room: Common) -> Content:
        word = self.table.word
        phase = " ".join(word(f"phase-{room.phase.value}").upper())
        lines = [Content.styled(phase, "bold $accent")]
        if room.story_time and room.phase.value in _PLAYED:
            lines.append(Content(room.story_time))
        if room.phase.value in _DECIDING:
            held = sum(1 for seat in room.seats if seat.holder != "vacant")
            lines.append(
                Content(word("plain-sealed-count", sealed=str(room.sealed), seats=str(held)))
            )
        return Content("\n").join(lines)

    def _news(self, room: Common) -> Iterator[Content]:
        """Yield what came of the turn, red lines first, before the injects, which were read before."""
        if room.phase.value != "outcome":
            yield from self._injects(room)
            yield self._crossed(room, -1)
            yield self._adopted(room, -1)
            return
        yield self._crossed(room, room.turn)
        if not room.scores_hidden:
            told = [group for group in five(self.table, room) if group[0].kind != _RULING]
            ruled = [change for change in room.changes if change.kind == _RULING]
            for key, groups in (
                ("app-five-lines", told), ("app-rulings", grouped(self.table, ruled)),
            ):  # fmt: skip
                yield self._part(self.table.word(key), [self._cause(group) for group in groups])
        yield self._adopted(room, room.turn)
        yield from self._injects(room)

    def _injects(self, room: Common) -> Iterator[Content]:
        for act in room.record if room.phase.value in _PLAYED else ():
            if act.kind == "inject" and act.turn == room.turn:
                title = Content.styled(act.text, "bold")
                yield Content.assemble(("▌ ", "$accent"), title, "\n", self._hung("  ", act.words))

    def _crossed(self, room: Common, turn: int) -> Content:
        """Return the red lines crossed in one turn, or in all where it is below 0."""
        crossed = [record_line(self.table, one) for one in room.breaches if turn in (-1, one.turn)]
        lines = [self._hung("! ", line, "$bad") for line in crossed]
        return self._part(self.table.word("app-red-lines"), lines)

    def _adopted(self, room: Common, turn: int) -> Content:
        """Return the texts adopted in one turn, or in all where it is below 0."""
        adopted = [
            act.text for act in room.record if act.kind == "agreement" and turn in (-1, act.turn)
        ]
        lines = [self._hung("• ", text) for text in adopted]
        return self._part(self.table.word("app-room-adopted"), lines)

    def _cause(self, group: Group) -> Content:
        rises, better = group[0].up, group[0].better
        arrow = Content.styled(
            f"{marks.ARROWS['up' if rises else 'down']} ", "$good" if better else "$bad"
        )
        return hang(arrow, group_line(self.table, group), self._width)

    def _hung(self, mark: str, text: str, style: str = "") -> Content:
        return hang(Content.styled(mark, style), text, self._width, style)

    @property
    def _width(self) -> int:
        """Columns of the text; beside it stands the map, where there is room."""
        width = self.app.size.width
        shared = self.wide and self.table.phase() not in _BEFORE
        return min(_LONGEST, (width * 3 // 5 if shared else width) - _FRAME)

    def _part(self, title: str, lines: Sequence[Content]) -> Content:
        head = Content.styled(title, "bold $accent")
        return Content("\n").join([head, *lines]) if lines else Content()

    def _values(self, room: Common) -> Content:
        """Return the region's values in words, where there is no room for the map."""
        gauges = [gauge for gauge in room.gauges if not gauge.place]
        lines = [self._hung("• ", gauge_line(self.table, gauge)) for gauge in gauges]
        return self._part(self.table.word("app-region-values"), lines)

    # --- the way back -----------------------------------------------------------------------

    def action_back(self) -> None:
        """Go back to the facilitator's screen; where a PIN is set, it is asked for."""
        pin = self.table.pins.get(FACILITATOR, "")
        if not pin:
            self.app.pop_screen()
            return

        def given(typed: str | None) -> None:
            if typed == pin:
                self.app.pop_screen()
            elif typed is not None:
                self.answer(self.table.word("app-pin-wrong"), refused=True)

        title = self.table.word("app-pin-of", who=self.table.name(FACILITATOR))
        self.app.push_screen(AskSheet(self.words, title, hidden=True), given)


def open_room(screen: TableScreen) -> None:
    """Show the room's view over a screen of the facilitator, who comes back to it with Escape."""
    app = screen.exercise_app
    if app.course is not None and app.course.busy:
        # A phase that passes shows the facilitator's next screen by itself, on the projector too.
        screen.answer(screen.table.word("app-bots-act"), refused=True)
        return
    screen.answer("")
    app.forget()
    app.push_screen(RoomScreen(screen.table))


__all__ = ["RoomScreen", "open_room"]
