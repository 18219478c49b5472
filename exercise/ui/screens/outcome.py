"""The outcome of a turn: what changed and why? Both axes side by side, the largest causes, and what is open to all.

Who has numbers and who has bands is decided in ``exercise.table.so_far``; this screen shows what it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from exercise.conduct.command import FACILITATOR, EndExercise, Observe
from exercise.conduct.view import Common, IssueView, PublicAct
from exercise.engine.explain import points, signed
from exercise.report.so_far import Stop
from exercise.table.changes import Group, behind, five, group_line
from exercise.table.lines import record_line, sentence
from exercise.table.so_far import Move, may_have_numbers, moves, room_for, so_far
from exercise.table.table import Table
from exercise.ui import marks
from exercise.ui.hang import hang
from exercise.ui.keys import ctrl
from exercise.ui.screens.ask import AskSheet
from exercise.ui.screens.choose import ConfirmSheet
from exercise.ui.screens.conduct import ConductScreen
from exercise.ui.screens.read import ReadSheet
from exercise.ui.widgets.ladder import Ladder
from exercise.ui.widgets.lines import Lines
from exercise.ui.widgets.panes import Column, Pane, Panes
from exercise.ui.widgets.path_plane import PathPlane, path_legend
from exercise.ui.widgets.rows import Row, Rows
from exercise.ui.widgets.spark import spark

_WAITING = ".waiting"
"""The name of the line on effects still on their way; no slot is called so."""


_NEAREST = 2
"""Turns of which it is told how many effects land in them; what comes later is told together."""


class _Looks(Struct, frozen=True):
    """What the screen shows."""

    room: Common
    stops: tuple[Stop, ...]
    moved: tuple[Move, ...]
    waiting: tuple[int, ...]
    """In which turn each effect that is still on its way lands."""


class OutcomeScreen(ConductScreen):
    """What changed and why?"""

    purpose = "app-purpose-outcome"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"f10,{ctrl('g')}", "next", "app-key-next-turn", id="outcome.next"),
        Binding(f"f10,{ctrl('g')}", "last", "app-key-hot-wash", id="outcome.last"),
        ConductScreen.ASKED,
        Binding("f3", "why", "app-key-why", id="outcome.why"),
        Binding("f2", "situation", "app-key-situation", id="outcome.situation"),
        Binding(ctrl("x"), "end", "app-key-end", id="outcome.end", show=False),
        *ConductScreen.CONDUCT,
    ]

    def __init__(self, table: Table) -> None:
        """Sit down at a table whose turn has its outcome."""
        super().__init__(table)
        self._looked_at: tuple[object, str] | None = None
        self._looks = _Looks(table.room(), (), (), ())

    @property
    def who(self) -> str:
        """Whose view it is: the seat's for who plays too, else the exercise's title."""
        persons = () if may_have_numbers(self.table) else self.table.persons()
        return self.table.name(persons[0]) if persons else super().who

    def body(self) -> Iterable[Widget]:
        """Five lines and the plane on the left; values, texts, red lines and issues on the right."""
        word, table = self.table.word, self.table
        texts = VerticalScroll(
            Static(id="texts", markup=False),
            Ladder((), self._frame, table.name, id="ladder"),
            id="scroll",
        )
        plane = (PathPlane(table, id="plane"), Static(id="axes", markup=False))
        yield Static(id="whose", markup=False)
        yield Panes(
            Column(
                Pane(word("app-five-lines"), self._rows("five"), id="five-pane"),
                Pane(word("app-plane"), *plane, id="plane-pane"),
            ),
            Column(
                Pane(word("app-moved"), self._rows("moved"), id="moved-pane"),
                Pane(word("app-texts-and-lines"), texts, id="texts-pane"),
            ),
        )

    def _rows(self, name: str) -> Rows:
        return Rows(id=name, enter="app-key-why", empty=self.table.word("plain-no-changes"))

    def on_mount(self) -> None:
        """Begin with the five lines."""
        self.query_one("#five", Lines).focus()

    # --- what is shown ----------------------------------------------------------------------

    def update_view(self) -> None:
        """Show the outcome as far as it may be known at this keyboard."""
        super().update_view()
        looks = self._look()
        self.query_one("#whose", Static).update(self._whose(looks.room))
        self.query_one("#five", Rows).show_rows(list(self._told(looks.room, looks.waiting)))
        self.query_one("#plane", PathPlane).tell(looks.stops)
        self.query_one("#axes", Static).update(self._axes(looks.room, looks.stops))
        # Where values are hidden, one place says so.
        for name in ("plane-pane", "moved-pane"):
            self.query_one(Panes).use(name, bool(looks.stops))
        self.query_one("#moved", Rows).show_rows(list(self._moved(looks.moved, bool(looks.stops))))
        self.query_one("#texts", Static).update(self._texts(looks.room))
        self.query_one("#ladder", Ladder).show(looks.room.issues)

    def _look(self) -> _Looks:
        """Return what may be known at this keyboard, worked out anew only where something was done."""
        table = self.table
        key = self._looked_at
        if key is None or key[0] is not table.session.state or key[1] != table.language:
            self._looked_at = (table.session.state, table.language)
            room, told, stops = room_for(table), table.facilitator(), so_far(table)
            gauges = told.gauges if may_have_numbers(table) else room.gauges
            moved = moves(table, stops, gauges)
            self._looks = _Looks(room, stops, moved, tuple(row.turn for row in told.waiting))
        return self._looks

    def _whose(self, room: Common) -> Content:
        """Return whose view this is, and what comes next."""
        word, last = self.table.word, room.turn >= room.turns
        whose = "app-whose-facilitator" if may_have_numbers(self.table) else "app-whose-alone"
        then = word("app-then-hot-wash" if last else "app-then-turn", turn=str(room.turn + 1))
        return Content.assemble(
            (word(whose, who=self.who), "$quiet"), "  ", (then, "bold $foreground")
        )

    def _told(self, room: Common, waiting: tuple[int, ...]) -> Iterator[Row]:
        """Yield the outcome in a few lines; each leads to the value it speaks of."""
        for number, breach in enumerate(_crossed(room)):
            yield self._red_line(f".red{number}", breach)
        groups = five(self.table, room)
        for number, (group, gauge) in enumerate(zip(groups, behind(room, groups), strict=True)):
            yield self._cause(f"{gauge.slot}#{number}", group, gauge.family)
        if room.scores_hidden and not groups:
            yield self._say("hidden", "told-scores-hidden")
        if waiting:
            yield self._waiting(waiting, room)

    def _red_line(self, name: str, breach: PublicAct) -> Row:
        """Return a red line that was crossed: in a word, with its mark, set off from what follows."""
        head = Content.styled(f" {self.table.word('app-red-line-crossed').upper()} ", "bold reverse $bad")  # fmt: skip
        who = f"{self.table.name(breach.who)}: " if breach.who else ""
        told = Content.styled(f"{who}{sentence(breach.text)}", "bold $bad")
        return Row(
            name, head, Content.styled("!   ", "bold $bad"), below=(told,), heading=True, apart=True
        )

    def _waiting(self, waiting: tuple[int, ...], room: Common) -> Row:
        """Return how many effects are still on their way and what that means; to who may know it, when they land."""
        word, open_to = self.table.word, may_have_numbers(self.table)
        below = [word(self._way_means(room))]
        if open_to:
            below.append("; ".join(self._landing(waiting, room)))
        text = Content.styled(word("plain-on-their-way", count=len(waiting)), "$foreground")
        return Row(_WAITING, text, Content("…   "), below=tuple(below), heading=not open_to)

    def _way_means(self, room: Common) -> str:
        if room.turn < room.turns:
            return "app-way-means"
        scenario = self.table.session.program.bundle.scenario
        return "app-way-means-last" if scenario.run_out else "app-way-means-never"

    def _landing(self, waiting: tuple[int, ...], room: Common) -> Iterator[str]:
        """Yield how many land in each of the next turns, later ones, and after the last turn."""
        word, near = self.table.word, sorted(set(waiting))[:_NEAREST]
        for turn in (turn for turn in near if turn <= room.turns):
            yield word("app-lands-in", turn=str(turn), count=str(waiting.count(turn)))
        later = sum(1 for turn in waiting if turn not in near and turn <= room.turns)
        after = sum(1 for turn in waiting if turn > room.turns)
        if later:
            yield word("app-lands-later", count=str(later))
        if after:
            yield word("app-lands-after", count=str(after))

    def _say(self, name: str, key: str) -> Row:
        return Row(f".{name}", Content.styled(self.table.word(key), "$quiet"), heading=True)

    def _cause(self, name: str, group: Group, family: str) -> Row:
        change = group[0]
        arrow = Content.styled("↗" if change.up else "↘", "$good" if change.better else "$bad")
        mark = Content.assemble(arrow, " ", marks.letter_of(family) or " ", " ")
        return Row(name, Content(group_line(self.table, group)), mark)

    def _red_lines(self, room: Common) -> Iterator[str]:
        for breach in _crossed(room):
            yield record_line(self.table, breach)

    def _axes(self, room: Common, stops: tuple[Stop, ...]) -> Content:
        """Return where both axes stand; with what they moved, where numbers are known."""
        if not stops:
            return Content.styled(self.table.word("told-scores-hidden"), "$quiet")
        rows = [path_legend(self.table, stops)]
        for number, gauge in enumerate(room.axes):
            head = Content.assemble(
                marks.letter_of(marks.axis_family(number)), f" {gauge.label}  ", marks.value(gauge)
            )
            rows.append(Content.assemble(head, _moved_by(stops, number)))
        return Content("\n").join(rows)

    def _moved(self, moved: tuple[Move, ...], known: bool) -> Iterator[Row]:
        """Yield the values that moved; those in a new band stand first."""
        if not known:
            yield self._say("hidden", "told-scores-hidden")
        headed: set[bool] = set()
        for move in moved:
            if move.changed_band not in headed:
                headed.add(move.changed_band)
                key = "app-moved-band" if move.changed_band else "app-moved-within"
                yield self._say(key, key)
            yield self._value(move)

    def _value(self, move: Move) -> Row:
        gauge = move.gauge
        numbers = gauge.exact is not None
        bands = f"{move.from_band} → {gauge.band}" if move.changed_band else gauge.band
        told = f"{points(move.before)} → {points(move.series[-1])} " if numbers else ""
        drawn = spark(move.series) if numbers else spark(move.series, 0, max(1, gauge.bands - 1))
        letter = marks.letter_of(gauge.family) or " "
        return Row(
            gauge.slot,
            Content(self.table.label_with_region(gauge.slot)),
            Content.assemble(marks.movement(gauge), " ", letter, " "),
            Content.assemble(told, (drawn, "$accent")),
            (bands,) if move.changed_band or not numbers else (),
        )

    def _texts(self, room: Common) -> Content:
        word = self.table.word
        adopted = [act.text for act in room.record if (act.kind, act.turn) == ("agreement", room.turn)]  # fmt: skip
        parts = [
            *self._part("app-adopted", adopted, "•", "app-none-adopted"),
            *self._part("app-red-lines", list(self._red_lines(room)), "!", "plain-no-red-line"),
            Content.styled(word("app-issues"), "bold"),
        ]
        return Content("\n").join(parts)

    def _part(self, title: str, lines: list[str], mark: str, none: str) -> Iterator[Content]:
        width = self.app.size.width // 2 - 5 if self.wide else self.app.size.width - 3
        yield Content.styled(self.table.word(title), "bold")
        for line in lines:
            yield hang(Content(f"{mark} "), line, width, "$bad" if mark == "!" else "")
        if not lines:
            yield Content.styled(self.table.word(none), "$quiet")
        yield Content()

    def _frame(self, issue: IssueView) -> str:
        return self.table.word(f"frame-{issue.frame}")

    # --- what can be done -------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the next turn or, after the last one, the hot wash."""
        room = self.table.room()
        if action == "next":
            return room.turn < room.turns
        if action == "why" and room.scores_hidden:
            return may_have_numbers(self.table)
        if action in ("last", "end"):
            return (room.turn >= room.turns) == (action == "last")
        return super().check_action(action, parameters)

    def action_next(self) -> None:
        """Go on to the next turn."""
        if self.exercise_app.course is not None:
            self.exercise_app.course.go_on()

    def action_last(self) -> None:
        """End the exercise after its last turn."""
        self.action_next()

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Ask why about the line."""
        self._ask_why(event.name)

    def action_why(self) -> None:
        """Ask why about the marked line; of the plane, about security."""
        focused = self.focused
        if isinstance(focused, Lines):
            self._ask_why(focused.current)
        else:
            self._ask_why(next(iter(self.table.session.program.bundle.model.axes().values())))

    def _ask_why(self, name: str) -> None:
        if name == _WAITING:
            self._read_waiting()
        elif name:
            from exercise.ui.screens.why import WhySheet

            slot = name.partition("#")[0]
            role = "" if may_have_numbers(self.table) else next(iter(self.table.persons()), "")
            self.app.push_screen(WhySheet(self.table, slot, role))

    def _read_waiting(self) -> None:
        """Read the effects still on their way."""
        told = []
        for row in self.table.facilitator().waiting:
            why = f" {sentence(row.why)}" if row.why else ""
            told.append(
                self.table.word(
                    "plain-proposed", turn=str(row.turn), label=row.label, amount=signed(row.amount), why=why
                )
            )  # fmt: skip
        title = self.table.word("app-on-their-way")
        self.app.push_screen(ReadSheet(self.words, title, "\n".join(told)))

    def action_situation(self) -> None:
        """Look at the whole situation."""
        from exercise.ui.screens.situation import SituationSheet

        role = "" if may_have_numbers(self.table) else next(iter(self.table.persons()), "")
        self.app.push_screen(SituationSheet(self.table, role))

    def action_note(self) -> None:
        """Note an observation; who plays too is not asked which inject, because the list tells what is to come."""
        if may_have_numbers(self.table):
            super().action_note()
            return
        word = self.table.word

        def noted(text: str | None) -> None:
            if text is not None:
                self.do(FACILITATOR, Observe(text), word("plain-noted"))

        ask = AskSheet(self.words, word("app-note"), word("plain-note-text"))
        self.app.push_screen(ask, noted)

    def action_end(self) -> None:
        """Call EndEx before the last turn is over: the reason, then a question."""
        word = self.table.word

        def reasoned(reason: str | None) -> None:
            if reason:
                self.app.push_screen(
                    ConfirmSheet(
                        self.words, word("plain-end-sure"), yes=word("app-end-yes"), no=word("app-end-no")
                    ),
                    lambda yes: self._end(reason) if yes else None,
                )  # fmt: skip

        self.app.push_screen(AskSheet(self.words, word("app-end-yes"), word("plain-end-why")), reasoned)  # fmt: skip

    def _end(self, reason: str) -> None:
        course = self.exercise_app.course
        if self.exercise_app.submit(FACILITATOR, EndExercise(reason), quiet=True) and course:
            course.show()


def _crossed(room: Common) -> tuple[PublicAct, ...]:
    """Return the red lines crossed in the turn."""
    return tuple(breach for breach in room.breaches if breach.turn == room.turn)


def _moved_by(stops: tuple[Stop, ...], axis: int) -> str:
    """Return what an axis moved in the last outcome, where its numbers are known."""
    if len(stops) < 2 or not stops[-1].exact:
        return ""
    before, now = stops[-2].axes[axis], stops[-1].axes[axis]
    return f"  {points(before)} → {points(now)} ({signed(now - before)})"


__all__ = ["OutcomeScreen"]
