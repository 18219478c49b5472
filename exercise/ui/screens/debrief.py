"""The debrief: what did we learn? Everything is exact and open to all from here on.

What it looks at is gathered beside the screen, which answers keys meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar, get_args

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from exercise.conduct.command import FACILITATOR, Advance, ObservationKind, Observe, RecordAnswer
from exercise.engine.explain import points
from exercise.engine.prose import say
from exercise.errors import ExerciseError
from exercise.report.after_action import Particulars
from exercise.report.write import ReportFormat, write_report
from exercise.table.debrief import Looks, look_back
from exercise.table.table import Table
from exercise.table.views import views_of
from exercise.ui import debrief_rows as rows
from exercise.ui import marks
from exercise.ui.hang import in_lines
from exercise.ui.keys import ctrl
from exercise.ui.screens.ask import WriteSheet
from exercise.ui.screens.choose import ChooseSheet, ConfirmSheet
from exercise.ui.screens.conduct import ConductScreen
from exercise.ui.screens.read import ReadSheet
from exercise.ui.widgets.deck import Deck, DeckPanes
from exercise.ui.widgets.lines import Lines
from exercise.ui.widgets.panes import Column, Pane, Panes
from exercise.ui.widgets.path_plane import PathPlane
from exercise.ui.widgets.reading import Reading
from exercise.ui.widgets.rows import Rows

_CONDUCT = (
    "conduct.note",
    "conduct.room",
    "conduct.undo",
    "conduct.language",
    "conduct.read-ahead",
    "conference.papers",
    "conference.summary",
)
"""What makes sense of conducting once the exercise is over."""
_ASKED = ("turning", "values", "run-out")
"""Lists of values and causes."""


class DebriefScreen(ConductScreen):
    """What did we learn?"""

    purpose = "app-purpose-debrief"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"f10,{ctrl('g')}", "close", "app-key-close-debrief", id="debrief.close"),
        Binding(f"f10,{ctrl('g')},escape", "leave", "app-key-launcher", id="debrief.leave"),
        Binding("f6", "report", "app-key-report", id="debrief.report"),
        Binding("f3", "why", "app-key-why", id="debrief.why"),
        Binding("f2", "observe('strength')", "app-key-strength", id="debrief.strength"),
        Binding("f4", "observe('improvement')", "app-key-improvement", id="debrief.improvement"),
        *(one for one in ConductScreen.CONDUCT if isinstance(one, Binding) and one.id in _CONDUCT),
    ]

    def __init__(self, table: Table) -> None:
        """Sit down at a table whose exercise is over."""
        super().__init__(table)
        self._looks: Looks | None = None
        self._looked_at: tuple[object, str] | None = None
        self._written: list[Path] = []

    def body(self) -> Iterable[Widget]:
        """The path and its turning points on the left; on the right what one looks into or writes down."""
        word = self.table.word
        path = (PathPlane(self.table, id="plane"), Reading(word("app-gathering"), id="path"))
        answers = Rows(id="group-answers")
        observed = Rows(id="observed", enter="app-key-read", empty=word("app-none-observed"))
        run_out = Rows(id="run-out", enter="app-key-read", empty=word("app-gathering"))
        views = Rows(id="views", enter="app-key-read", empty=word("app-gathering"))
        talk = Reading(rows.talk_text(self.table), id="talk")
        yield DeckPanes(
            Column(
                Pane(word("app-path"), *path, id="path-pane"),
                Pane(word("app-turning"), self._asked("turning"), id="turning-pane"),
            ),
            Deck(
                Pane(word("app-values"), self._asked("values"), id="values-pane"),
                Pane(word("app-run-out"), run_out, id="run-out-pane"),
                Pane(word("app-views"), views, id="views-pane"),
                Pane(word("app-answers"), answers, id="answers-pane"),
                Pane(word("app-observed"), observed, id="observed-pane"),
                Pane(word("app-talk"), talk, id="talk-pane"),
            ),
        )

    def _asked(self, name: str) -> Rows:
        """A list whose lines can be asked why."""
        return Rows(id=name, enter="app-key-why", empty=self.table.word("app-gathering"))

    def on_mount(self) -> None:
        """Begin with the path; where both are in sight, with the turning points below it."""
        # The table below the plane says the same and scrolls, so it alone takes the focus.
        self.query_one("#plane", PathPlane).can_focus = False
        self.query_one("#turning" if self.wide else "#path").focus()

    # --- what is shown ----------------------------------------------------------------------

    def update_view(self) -> None:
        """Show what is written down; what it looks at is gathered only where it can have changed."""
        super().update_view()
        told = self.table.facilitator()
        answers = dict(told.answers)
        written = self.query_one("#group-answers", Rows)
        written.enter = "app-key-read" if self._ended else "app-key-answer"
        written.show_rows(list(rows.answer_rows(self.table, answers)))
        noted = rows.observation_rows(self.table, told.observations)
        self.query_one("#observed", Rows).show_rows(list(noted))
        self._show_views()
        key = (self.table.session.state.turns, self.table.language)
        if key != self._looked_at and self.table.session.state.over:
            self._looked_at = key
            self.run_worker(self._gather(), group="looks", exclusive=True)
        self._show_path()

    def axes_shown(self) -> Content:
        """Return both axes at EndEx; what the run-out brought stands apart."""
        if self._looks is None:
            return Content()
        parts: list[Content] = [Content.styled(self.table.word("app-at-endex"), "$quiet")]
        for axis in self._looks.axes:
            played = [turn for turn in axis.turns if not turn.run_out]
            name = Content.styled(axis.label, f"bold ${axis.axis}")
            name = name if self.wide else marks.letter_of(axis.axis)
            value = points(played[-1].after if played else axis.start)
            parts.append(Content.assemble(name, f" {value} {played[-1].band if played else ''}"))
        return Content("  ").join(parts)

    async def _gather(self) -> None:
        session = self.table.session
        self._looks = await asyncio.to_thread(
            look_back, session.program, session.state, self.table.language
        )
        self._show_looks(self._looks)

    def _show_looks(self, looks: Looks) -> None:
        table = self.table
        self.show_moment()
        self.query_one("#plane", PathPlane).tell(looks.stops)
        self.query_one("#turning", Rows).show_rows(list(rows.turning_rows(looks, table)))
        self.query_one("#run-out", Rows).show_rows(list(rows.run_out_rows(table, looks)))
        values = rows.value_rows(table, looks, table.room().gauges)
        self.query_one("#values", Rows).show_rows(list(values))
        self._show_views()
        self._show_path()

    def _show_views(self) -> None:
        """Show the analytic views; what the group says changes with what is written down."""
        if self._looks is not None:
            views = rows.view_rows(self.table, self._looks)
            self.query_one("#views", Rows).show_rows(list(views))

    def _show_path(self) -> None:
        """Show the table of turns, and where everything lies."""
        if self._looks is not None:
            width = self.app.size.width // 2 - 5 if self.wide else self.app.size.width - 3
            path = rows.path_table(self.table, self._looks, width)
            parts = [path, self._files(), Content.styled(self.table.room().notice, "$quiet")]
            shown = Content("\n\n").join([part for part in parts if part.plain])
            self.query_one("#path", Reading).show(shown, top=False)

    def _files(self) -> Content:
        word, kept = self.table.word, self.table.session.path
        lines = [word("app-closed")] if self._ended else []
        lines.append(
            word("app-journal-in", path=self._whole(kept.resolve()))
            if kept
            else word("app-not-kept")
        )
        lines += [word("app-report-in", path=self._whole(path)) for path in self._written]
        return Content("\n".join(lines))

    def _whole(self, path: Path) -> str:
        """Return a path; what does not fit on a line breaks before the file's name."""
        return in_lines(path, self.query_one("#path", Reading).scrollable_content_region.width)

    @property
    def _ended(self) -> bool:
        return self.table.phase() == "closed"

    # --- what can be done -------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Once the debrief is closed nothing can be added; it can be left."""
        if action == "leave":
            return self._ended
        if action in ("close", "observe", "note", "undo"):
            return not self._ended
        return super().check_action(action, parameters)

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Ask why, answer a question, or read an observation or a view."""
        if event.lines.id == "group-answers":
            self._write_answer(event.name)
        elif event.lines.id == "observed":
            self._read_observation(int(event.name))
        elif event.lines.id == "views":
            self._read_view(event.name)
        elif event.name.startswith("."):
            self._read_landed()
        else:
            self._ask_why(event.name)

    def action_why(self) -> None:
        """Ask why about the marked line; where none is marked, about security."""
        focused = self.focused
        asked = focused.current if isinstance(focused, Rows) and focused.id in _ASKED else ""
        if not asked or asked.startswith("."):
            asked = next(iter(self.table.session.program.bundle.model.axes().values()))
        self._ask_why(asked)

    def _ask_why(self, name: str) -> None:
        from exercise.ui.screens.why import WhySheet

        slot, _, turn = name.partition("#")[0].partition("@")
        self.app.push_screen(WhySheet(self.table, slot, turn=int(turn or 0)))

    def _write_answer(self, question: str) -> None:
        """Write down the group's answer."""
        bundle, word = self.table.session.program.bundle, self.table.word
        text = say(bundle, bundle.scenario.questions[question], self.table.language)
        given = dict(self.table.facilitator().answers).get(question, "")
        if self._ended:
            self.app.push_screen(ReadSheet(self.words, text, given or word("app-no-answer")))
            return

        def written(answer: str | None) -> None:
            if answer is not None:
                self.do(FACILITATOR, RecordAnswer(question, answer), word("plain-noted"))

        sheet = WriteSheet(self.words, word("app-answer-title"), text, given=given)
        self.app.push_screen(sheet, written)

    def _read_observation(self, number: int) -> None:
        _, kind, role, text = self.table.facilitator().observations[number]
        title = self.table.word(f"app-observed-{kind}")
        who = f"{self.table.name(role)}\n\n" if role else ""
        self.app.push_screen(ReadSheet(self.words, title, f"{who}{text}"))

    def _read_view(self, name: str) -> None:
        """Read an analytic view in full."""
        from exercise.ui.screens.view import ViewSheet

        if self._looks is not None:
            found = (view for _, views in views_of(self.table, self._looks) for view in views)
            view = next(one for one in found if one.name == name)
            self.app.push_screen(ViewSheet(self.table, view))

    def _read_landed(self) -> None:
        """Read every effect that landed after EndEx."""
        if self._looks is not None:
            told = rows.landed_lines(self.table, self._looks)
            text = "\n".join(f"{amount}  {line}" for amount, line in told)
            self.app.push_screen(ReadSheet(self.words, self.table.word("app-run-out"), text))

    def action_observe(self, kind: ObservationKind) -> None:
        """Note a strength or something to improve; for a seat where one is named."""
        word = self.table.word

        def written(text: str | None) -> None:
            if text is None:
                return
            held = [seat.role for seat in self.table.room().seats if seat.holder != "vacant"]
            choices = [("-", word("app-nobody"))]
            choices += [(role, self.table.name(role)) for role in held]
            self.app.push_screen(
                ChooseSheet(self.words, word("app-observe-role"), choices),
                lambda role: self._note(text, kind, "" if role in (None, "-") else str(role)),
            )

        sheet = WriteSheet(self.words, word(f"app-observed-{kind}"), word(f"plain-{kind}-text"))
        self.app.push_screen(sheet, written)

    def _note(self, text: str, kind: ObservationKind, role: str) -> None:
        if self.do(FACILITATOR, Observe(text, kind, role), self.table.word("plain-noted")):
            self.query_one(Panes).open("observed-pane")

    # --- the report and the end -------------------------------------------------------------

    def action_report(self) -> None:
        """Write the after-action report in a format asked for."""
        word = self.table.word
        choices = [(one, word(f"app-report-{one}")) for one in ("html", "docx", "md", "json")]

        def chosen(to: str | None) -> None:
            for one in get_args(ReportFormat):
                if one == to:
                    self.run_worker(self._write_report(one), group="report", exclusive=True)

        self.app.push_screen(
            ChooseSheet(self.words, word("app-report-title"), choices, question=word("app-report-how")),
            chosen,
        )  # fmt: skip

    async def _write_report(self, to: ReportFormat) -> None:
        session, word, path = self.table.session, self.table.word, self._report_path(to)
        given = Particulars(dates=session.journal.header.created_at[:10])
        self.answer(word("app-report-writing"))
        try:
            await asyncio.to_thread(
                write_report, (session.program, session.state), to, path, self.table.language, given
            )
        except ExerciseError as error:
            why = error.__cause__
            told = why.strerror if isinstance(why, OSError) and why.strerror else str(error)
            self.answer(word("app-report-failed", path=str(path), why=told), refused=True)
            return
        self._written = [*(one for one in self._written if one != path), path]
        self.answer(word("app-report-in", path=in_lines(path, self.app.size.width - 4)))
        self._show_path()

    def _report_path(self, to: ReportFormat) -> Path:
        """Return where the report goes: beside the journal, or a free name in the working folder."""
        session = self.table.session
        if session.path is not None:
            return session.path.resolve().with_suffix(f".{to}")
        name, folder = self.table.room().scenario, Path.cwd()
        free = (f"{name}-report{f'-{n}' if n > 1 else ''}.{to}" for n in range(1, 1000))
        return next(
            (folder / one for one in free if not (folder / one).exists()), folder / f"{name}.{to}"
        )

    def action_close(self) -> None:
        """End the debrief, after asking."""
        word = self.table.word
        self.app.push_screen(
            ConfirmSheet(
                self.words, word("plain-close-sure"), yes=word("app-close-yes"), no=word("app-close-no")
            ),
            lambda yes: self._close_debrief() if yes else None,
        )  # fmt: skip

    def _close_debrief(self) -> None:
        if self.do(FACILITATOR, Advance(), self.table.word("plain-closed")):
            self.answer(self._files().plain)

    def action_leave(self) -> None:
        """Go back to the launcher."""
        self.exercise_app.open_launcher()


__all__ = ["DebriefScreen"]
