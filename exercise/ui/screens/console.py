"""The facilitator's console: what happens next? Injects, rulings, seats, and the world only the facilitator sees."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from exercise.conduct.view import InjectLine
from exercise.engine.explain import signed
from exercise.table.injects import drawer, possible
from exercise.table.lines import sentence
from exercise.table.table import OPEN_PHASES, Table
from exercise.ui import marks
from exercise.ui.console_lists import (
    MORE,
    coming_rows,
    expected,
    inject_rows,
    merged,
    rule_rows,
    seat_rows,
    world_rows,
)
from exercise.ui.keys import ctrl
from exercise.ui.screens.choose import ConfirmSheet
from exercise.ui.screens.conduct import ConductScreen
from exercise.ui.screens.console_base import INJECTS
from exercise.ui.screens.console_injects import InjectActs
from exercise.ui.screens.console_rulings import RulingActs
from exercise.ui.screens.read import ReadSheet
from exercise.ui.widgets.lines import Lines
from exercise.ui.widgets.panes import Column, Pane, Panes
from exercise.ui.widgets.rows import Row, Rows
from exercise.ui.widgets.top_bar import TopBar

_AXES = ("security", "rights")
_ROOMY = 140
"""Columns from which the axes are named in words, and not by their letters."""
_CLOCK = 5
"""Seconds between looks at the time of day."""
_WHERE = {
    "release": INJECTS, "hold": ("next",), "skip": INJECTS, "read": INJECTS, "confirm": ("rule",),
    "change": ("rule",), "row": ("rule",), "holder": ("seats",), "why": ("world",),
}  # fmt: skip
"""The lists on which a key works."""
_ACTS = ("release", "hold", "skip")
"""What is offered only where the marked inject can have it."""
_STEPS = {
    "": "app-key-next-phase", "briefing": "app-key-to-turn-one", "situation": "app-key-to-consultation",
    "consultation": "app-key-to-decision", "decision": "app-key-to-adjudication", "adjudication": "app-key-to-outcome",
}  # fmt: skip
"""What going on is called, by phase."""


class ConsoleScreen(InjectActs, RulingActs):
    """What happens next?"""

    # The phase says where one begins; the first list would take the focus before that.
    AUTO_FOCUS = ""
    purpose = "app-purpose-console"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(f"f10,{ctrl('g')}", f"next({phase!r})", key, id=f"console.next-{phase}")
            for phase, key in _STEPS.items()
        ),
        ConductScreen.ASKED,
        Binding("f4", "confirm", "app-key-confirm", id="console.confirm"),
        Binding("f6", "change", "app-key-change", id="console.change"),
        Binding("f5", "row", "app-key-add-row", id="console.row"),
        Binding("f2", "hold", "app-key-hold", id="console.hold"),
        Binding("f3", "skip", "app-key-skip", id="console.skip"),
        Binding("f3", "why", "app-key-why", id="console.why"),
        Binding("f4", "release", "app-key-release", id="console.release"),
        Binding("f5", "read", "app-key-read", id="console.read"),
        Binding("f6", "holder", "app-key-holder", id="console.holder"),
        Binding("f7", "new", "app-key-new-inject", id="console.new"),
        *ConductScreen.CONDUCT,
    ]

    def __init__(self, table: Table) -> None:
        """Conduct a table."""
        super().__init__(table)
        self._warned = False

    def body(self) -> Iterable[Widget]:
        """What comes on the left, who plays and how things stand on the right."""
        word = self.table.word
        rule = Rows(id="rule", empty=word("plain-no-responses"))
        yield Static(word("app-you-conduct"), id="also", markup=False)
        yield Panes(
            Column(
                Pane(word("app-to-rule"), rule, id="rule-pane"),
                Pane(word("plain-up-next"), Rows(id="next"), Static(id="expected", markup=False), id="next-pane"),
                Pane(word("app-drawer"), Rows(id="drawer"), id="drawer-pane"),
            ),
            Column(
                Pane(word("app-seats"), Rows(id="seats"), id="seats-pane"),
                Pane(word("app-world"), Rows(id="world", enter="app-key-situation"), id="world-pane"),
            ),
        )  # fmt: skip

    def on_mount(self) -> None:
        """Begin where the phase wants something."""
        self.set_interval(_CLOCK, self.show_moment)
        first = {"adjudication": "rule-pane", "situation": "next-pane"}
        self.query_one(Panes).open(first.get(self.view.common.phase.value, "seats-pane"))

    # --- what is shown ----------------------------------------------------------------------

    def update_view(self) -> None:
        """Show the facilitator's view as it stands."""
        view = self._look()
        super().update_view()
        panes = self.query_one(Panes)
        ruling = view.common.phase.value == "adjudication"
        # Who plays alone did not go to the console by choice: the phase wants a ruling.
        self.query_one("#also", Static).display = ruling and self.table.alone
        panes.use("rule-pane", ruling)
        panes.use("drawer-pane", bool(drawer(view)))
        self._tell("rule", rule_rows(self.table, view, self._queue(), self._looked()))
        self._tell("next", coming_rows(self.table, view))
        self._tell("drawer", inject_rows(self.table, view, drawer(view)))
        self._tell("seats", seat_rows(self.table, view))
        self._tell("world", world_rows(self.table, view))
        self._retitle(panes)
        self._follow()

    def _tell(self, name: str, rows: Iterable[Row]) -> None:
        self._list(name).show_rows(list(rows))

    def _retitle(self, panes: Panes) -> None:
        word, waiting = self.table.word, sum(1 for one in self.view.questions if not one.answer)
        key = "app-seats-ask" if waiting else "app-seats"
        panes.retitle("seats-pane", word(key, count=waiting))
        flagged = len(self._open_flags())
        key = "app-to-rule-flagged" if flagged else "app-to-rule"
        panes.retitle("rule-pane", word(key, count=flagged))

    def show_moment(self) -> None:
        """Fill the first line: both axes exactly, the time of day, the clock."""
        room, word, app = self.view.common, self.table.word, self.exercise_app
        left: list[Content | str] = [Content.styled(room.title.upper(), "bold $accent")] * self.wide
        if room.phase.value != "briefing":
            left.append(word("app-turn-of", turn=str(room.turn), turns=str(room.turns)))
        left.append(Content.styled(word(f"phase-{room.phase.value}").upper(), "bold"))
        if room.paused:
            left.append(Content.styled(word("app-paused"), "bold $warn"))
        clock = app.clock.text()
        late = clock.startswith("-")
        left += [
            # Beside the time of day a countdown must say what it is.
            Content.styled(
                word("app-clock-left", time=clock) if clock and not late else clock,
                "bold $warn" if late else "bold",
            ),
            app.now().strftime("%H:%M"),
        ]
        left.append(room.story_time)
        axes = tuple(gauge for gauge in self.view.gauges if gauge.slot in _AXES)
        right = marks.axes(self.table, axes, False, app.size.width >= _ROOMY)
        self.query_one(TopBar).tell(left, right if room.phase.value != "briefing" else None)

    def _follow(self) -> None:
        """Show what belongs to the marked lines: what is expected, and what Enter does."""
        line = self._inject(self._list("drawer" if self._at == "drawer" else "next").current)
        # Rulings need the room; what was expected stands there once one goes to an inject.
        told = self._at in INJECTS or self.view.common.phase.value != "adjudication"
        self.query_one("#expected", Static).display = told
        self.query_one("#expected", Static).update(expected(self.table, line))
        for name in INJECTS:
            marked = self._inject(self._list(name).current)
            self._list(name).enter = self._enter_on(name, marked)
        self._list("rule").enter = "app-key-unrule" if self._ruling() else "app-key-look"
        open_now = self.view.common.phase.value in OPEN_PHASES
        self._list("seats").enter = "app-key-hand-over" if open_now else ""
        self.refresh_bindings()

    def _enter_on(self, name: str, line: InjectLine | None) -> str:
        if line is None:
            return "app-key-read" if self._list(name).current else ""
        if name == "drawer":
            armed = "app-key-disarm" if line.status == "armed" else "app-key-arm"
            return armed if line.kind == "contingency" else "app-key-read"
        return "app-key-release" if self._comes(line) else "app-key-read"

    # --- keys -------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer on each list what can be done with its lines."""
        where = _WHERE.get(action)
        if where is not None and self.is_mounted and self._at not in where:
            return False
        if action in _ACTS and self.is_mounted:
            line = self._marked()
            return line is not None and action in possible(self.view, line)
        if action == "next":
            return parameters == (self._step(),)
        return super().check_action(action, parameters)

    def on_lines_moved(self, _: Lines.Moved) -> None:
        """Follow the mark."""
        self._follow()

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        """Follow the focus."""
        self._follow()

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Do what Enter does on the list."""
        acts: dict[str, Callable[[str], None]] = {
            "next": self._choose_next, "drawer": self._choose_drawer, "rule": self._choose_rule,
            "seats": self._hand_over, "world": self._choose_world,
        }  # fmt: skip
        acts[event.lines.id or ""](event.name)

    # --- seats and the world ----------------------------------------------------------------

    def _hand_over(self, role: str) -> None:
        word = self.table.word
        seat = next(seat for seat in self.view.common.seats if seat.role == role)
        if self.view.common.phase.value not in OPEN_PHASES:
            self.answer(word("app-not-at-keyboard"), refused=True)
        elif self.view.common.paused:
            self.answer(word("app-paused-no-seat"), refused=True)
        elif seat.holder != "person":
            self.answer(word("app-no-person"), refused=True)
        elif self.exercise_app.course is not None:
            self.exercise_app.course.hand_to(role)

    def action_holder(self) -> None:
        """Give the marked seat to somebody else."""
        role = self._list("seats").current
        if role:
            self.change_holder(role)

    def _choose_world(self, name: str) -> None:
        if name == MORE:
            self._read_waiting()
            return
        from exercise.ui.screens.situation import SituationSheet

        self.app.push_screen(SituationSheet(self.table))

    def _read_waiting(self) -> None:
        told = [
            self.table.word(
                "plain-waiting", turn=str(row.turn), label=row.label, amount=signed(row.amount), why=sentence(row.why)
            )
            for row in sorted(merged(self.view.waiting), key=lambda row: row.turn)
        ]  # fmt: skip
        title = self.table.word("app-on-their-way")
        self.app.push_screen(ReadSheet(self.words, title, "\n".join(told)))

    def action_why(self) -> None:
        """Say what brought the marked value about, row by row."""
        from exercise.ui.screens.why import WhySheet

        slot = self._list("world").current.partition("#")[0]
        if slot == MORE:
            self._read_waiting()
        elif slot:
            self.app.push_screen(WhySheet(self.table, slot))

    # --- going on ---------------------------------------------------------------------------

    def _step(self) -> str:
        phase = self.view.common.phase.value
        return phase if phase in _STEPS else ""

    def action_next(self, _: str = "") -> None:
        """Go on to the next phase, after a question where somebody or something was left out."""
        phase, word, table = self.view.common.phase.value, self.table.word, self.table
        if self.view.common.paused:
            self.answer(word("app-paused-no-step"), refused=True)
            return
        flagged = self._open_flags()
        if flagged and not self._warned:
            self._warned = True
            self.query_one(Panes).open("rule-pane")
            self._list("rule").go_to(flagged[0].decided.id)
            self.answer(word("app-look-first", count=len(flagged)), refused=True)
            return
        away = [role for role in table.persons() if not self._was_there(role)]
        if phase in OPEN_PHASES and away:
            names = ", ".join(table.name(role) for role in away)
            question = word("plain-missing", names=names)
            self.app.push_screen(
                ConfirmSheet(self.words, question, yes=word("app-go-on"), no=word("app-stay")),
                lambda yes: self._go_on() if yes else None,
            )
            return
        self._go_on()

    def _was_there(self, role: str) -> bool:
        return self.table.finished(role) or role in self.view.sealed

    def _go_on(self) -> None:
        course = self.exercise_app.course
        if course is not None:
            self.exercise_app.clock.stop()
            course.go_on()


__all__ = ["ConsoleScreen"]
