"""The summary and the record it rests on: for whoever reads it, and for rapporteur and moderator to work with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from exercise.conduct.command import (
    FACILITATOR,
    Command,
    DraftSummary,
    GiveFloor,
    RemindOfFrame,
    TagEntry,
)
from exercise.conduct.conference import Paragraph
from exercise.conduct.view import Common, PublicAct
from exercise.conduct.view_conference import ConferenceActs
from exercise.table.conference import (
    cited,
    entries,
    paragraph_text,
    paragraphs,
    phrases_told,
    summary_head,
)
from exercise.table.lines import record_line
from exercise.table.table import Table
from exercise.ui.screens.ask import AskSheet
from exercise.ui.screens.choose import ChooseManySheet, ChooseSheet, ConfirmSheet
from exercise.ui.screens.table_sheet import TableSheet
from exercise.ui.widgets.lines import Lines
from exercise.ui.widgets.panes import Pane, Panes
from exercise.ui.widgets.rows import Row, Rows

_ON_ENTRIES, _ON_PARAGRAPHS = ("tag", "cite", "remind"), ("strike",)
_NONE = "."
"""Stands for no key phrase; none is called so."""


class SummarySheet(TableSheet):
    """What was said, and what do we make of it?"""

    purpose = "app-purpose-summary"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "new", "app-key-new-paragraph", id="summary.new"),
        Binding("f4", "tag", "app-key-tag", id="summary.tag"),
        Binding("f5", "cite", "app-key-cite", id="summary.cite"),
        Binding("f6", "remind", "app-key-remind", id="summary.remind"),
        Binding("f7", "strike", "app-key-strike", id="summary.strike"),
        Binding("f8", "floor", "app-key-floor", id="summary.floor"),
    ]

    def __init__(self, table: Table, role: str = "") -> None:
        """Show the summary to a seat, or to the facilitator where no role is given."""
        super().__init__(table, table.word("app-summary"), role)
        self.actor = role or FACILITATOR

    def body(self) -> Iterable[Widget]:
        """The paragraphs, and beside them the record."""
        word = self.table.word
        yield Panes(
            Pane(
                word("app-summary"),
                Rows(id="paragraphs", empty=word("summary-none")),
                id="paragraphs-pane",
            ),
            Pane(
                word("app-record"),
                Rows(id="entries", empty=word("app-record-none")),
                id="entries-pane",
            ),
        )

    def on_mount(self) -> None:
        """Begin with the summary, or with the record while there is none."""
        self.update_view()
        written = paragraphs(self.table.room())
        self.query_one(Panes).open("paragraphs-pane" if written else "entries-pane")

    # --- what is shown ----------------------------------------------------------------------

    @property
    def acts(self) -> ConferenceActs:
        """What whoever looks may do now."""
        return (self.view if self.role else self.table.facilitator()).conference_acts

    def update_view(self) -> None:
        """Show both as they stand."""
        room, acts = self.table.room(), self.acts
        self.query_one("#paragraphs", Rows).enter = (
            "app-key-change-paragraph" if acts.summary else ""
        )
        self.query_one("#entries", Rows).enter = "app-key-tag" if acts.tags else ""
        self.query_one("#paragraphs", Rows).show_rows(list(self._paragraphs(room)))
        newest_first = reversed(entries(room))
        self.query_one("#entries", Rows).show_rows([self._entry(room, act) for act in newest_first])
        self.query_one(Panes).retitle("paragraphs-pane", summary_head(self.table, room))
        self.refresh_bindings()

    def _paragraphs(self, room: Common) -> Iterator[Row]:
        for number, one in enumerate(paragraphs(room), start=1):
            told = [cited(self.table, room, entry) for entry in one.citations]
            text = Content.styled(
                paragraph_text(self.table, one), "$warn" if one.disagreement else ""
            )
            yield Row(str(number), text, Content(f"{number}. "), below=tuple(told), apart=True)

    def _entry(self, room: Common, act: PublicAct) -> Row:
        tags = phrases_told(self.table, room, act.phrases)
        reminded = any(one.statement == act.number for one in room.conference.reminders)
        style = "$warn" if act.kind == "breach" else ""
        told = [Content.styled(tags, "$accent")] if tags else []
        if reminded:
            told.append(Content.styled(self.table.word("app-entry-reminded"), "$warn"))
        return Row(
            name=str(act.number),
            text=Content.styled(record_line(self.table, act), style),
            mark=Content.styled(f"{act.number:>3} ", "$quiet"),
            below=tuple(told),
        )

    # --- keys -------------------------------------------------------------------------------

    def _at(self, name: str) -> int:
        """The number marked in a list that has the focus; 0 where it has not."""
        lines = self.query_one(f"#{name}", Lines)
        return int(lines.current) if lines.has_focus and lines.current else 0

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        """Offer what can be done with the list one is in."""
        self.refresh_bindings()

    def on_lines_moved(self, _: Lines.Moved) -> None:
        """Offer what can be done with the line one is on."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the actor may do, with the line one is on."""
        if action not in ("new", "floor", *_ON_ENTRIES, *_ON_PARAGRAPHS) or not self.is_mounted:
            return True
        acts, entry, paragraph = self.acts, self._at("entries"), self._at("paragraphs")
        return {
            "new": acts.summary and bool(self.table.room().record),
            "floor": bool(acts.floor),
            "tag": acts.tags and bool(entry),
            "cite": acts.summary and bool(entry),
            "remind": entry in acts.statements,
            "strike": acts.summary and bool(paragraph),
        }[action]

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Change a paragraph, or tag an entry, where that is one's duty."""
        if event.lines.id == "paragraphs" and self.acts.summary:
            self._write(int(event.name) - 1)
        elif event.lines.id == "entries" and self.acts.tags:
            self.action_tag()

    def _do(self, command: Command, done: str) -> None:
        if self.exercise_app.submit(self.actor, command, quiet=True):
            self.exercise_app.refresh_views()
            self.answer(done, refused=False)

    # --- the summary ------------------------------------------------------------------------

    def action_new(self) -> None:
        """Write a paragraph at the end."""
        self._write()

    def action_cite(self) -> None:
        """Write a paragraph that cites the marked entry."""
        self._write(cites=self._at("entries"))

    def _write(self, at: int | None = None, cites: int = 0) -> None:
        from exercise.ui.screens.paragraph_form import NEW, ParagraphForm

        def written(done: bool | None) -> None:
            if done:
                self.exercise_app.refresh_views()
                self.answer(self.table.word("plain-summary-written"), refused=False)

        form = ParagraphForm(self.table, self.actor, NEW if at is None else at, cites)
        self.app.push_screen(form, written)

    def action_strike(self) -> None:
        """Take the marked paragraph out, after a question."""
        number, word = self._at("paragraphs"), self.table.word
        written: list[Paragraph] = list(paragraphs(self.table.room()))

        def sure(yes: bool | None) -> None:
            if yes:
                del written[number - 1]
                self._do(DraftSummary(tuple(written)), word("plain-summary-struck"))

        if 0 < number <= len(written):
            question = word("app-strike-sure", number=str(number))
            self.app.push_screen(ConfirmSheet(self.words, question), sure)

    # --- the record -------------------------------------------------------------------------

    def action_tag(self) -> None:
        """Tag the marked entry; what its author or speaker gave it stays."""
        number, word, room = self._at("entries"), self.table.word, self.table.room()
        act = next((one for one in entries(room) if one.number == number), None)
        if act is None:
            return
        none = (_NONE, word("app-tag-none"))

        def chosen(found: tuple[str, ...] | None) -> None:
            if found is not None:
                phrases = tuple(name for name in found if name != _NONE)
                self._do(TagEntry(number, phrases), word("plain-tagged"))

        sheet = ChooseManySheet(
            self.words, word("app-tag-title", number=str(number)), (*room.conference.phrases, none),
            given=act.phrases or (_NONE,), question=record_line(self.table, act),
        )  # fmt: skip
        self.app.push_screen(sheet, chosen)

    def action_remind(self) -> None:
        """Remind the table of the frame of the marked statement, with a reason."""
        number, word = self._at("entries"), self.table.word

        def reasoned(reason: str | None) -> None:
            if reason:
                self._do(RemindOfFrame(number, reason), word("plain-reminded"))

        told = cited(self.table, self.table.room(), number)
        question = f"{told}\n{word('plain-remind-why')}"
        self.app.push_screen(AskSheet(self.words, word("app-remind-title"), question), reasoned)

    def action_floor(self) -> None:
        """Give the floor to a seat."""
        word = self.table.word
        choices = [(role, self.table.name(role)) for role in self.acts.floor]

        def chosen(role: str | None) -> None:
            if role is not None:
                self._do(GiveFloor(role), word("plain-floor-given", who=self.table.name(role)))

        self.app.push_screen(ChooseSheet(self.words, word("plain-floor-which"), choices), chosen)


__all__ = ["SummarySheet"]
