"""What a seat writes and is written: correspondence with other seats, and what goes to the facilitator."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import TextArea

from exercise.conduct.command import FACILITATOR, Ask, SendMessage
from exercise.conduct.view import MessageView
from exercise.table.table import Table
from exercise.ui.keys import ctrl
from exercise.ui.marks import new_or_turn
from exercise.ui.screens.draft import forget_draft
from exercise.ui.screens.sheet import Sheet
from exercise.ui.screens.table_sheet import TableSheet
from exercise.ui.widgets.lines import Line, Lines
from exercise.ui.widgets.reading import Reading
from exercise.ui.widgets.rows import Row, Rows


class MessagesSheet(TableSheet):
    """Who wrote to me, and whom do I write to?"""

    purpose = "app-purpose-messages"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "write", "app-key-write", id="messages.write"),
    ]

    def __init__(self, table: Table, role: str) -> None:
        """Show the correspondence of a seat."""
        super().__init__(table, table.word("app-messages"), role)

    def body(self) -> Iterable[Widget]:
        """List the correspondence, and the text of what is highlighted below it."""
        word = self.table.word
        yield Rows(id="letters", enter="app-key-reply", empty=word("app-messages-none"))
        yield Reading(id="letter")

    def on_mount(self) -> None:
        """Begin at the oldest one not read yet, else at the newest."""
        unread = [one for one in self.view.messages if self._unread(one)]
        begin = unread[:1] or self.view.messages[-1:]
        # The list is filled first, so that its first line does not count as read.
        self._list()
        for one in begin:
            self.query_one(Lines).go_to(str(one.number))

    def update_view(self) -> None:
        """Show the list, newest last, and the text."""
        self._list()
        self._read()

    def _list(self) -> None:
        self.query_one(Rows).show_rows([self._told(one) for one in self.view.messages])

    def _unread(self, one: MessageView) -> bool:
        return one.sender != self.role and not self.table.seen(self.role, f"message {one.number}")

    def _told(self, one: MessageView) -> Row:
        unread, told = self._unread(one), f"{self._head(one)}: {one.text}"
        return Row(
            name=str(one.number),
            text=Content.styled(" ".join(told.split()), "bold" if unread else ""),
            right=new_or_turn(self.table, unread, one.turn),
            short=True,
        )

    def _head(self, one: MessageView) -> str:
        """Who writes to whom, as this seat says it."""
        others = [self.table.name(role) for role in one.to if role != self.role]
        if one.sender == self.role:
            return self.table.word("app-message-sent", to=", ".join(others))
        sender = self.table.name(one.sender)
        if not others:
            return sender
        return self.table.word("app-message-shared", sender=sender, others=", ".join(others))

    def _read(self) -> None:
        one = self._current()
        if one is None:
            self.query_one("#letter", Reading).show("")
            return
        self.table.unread(self.role, f"message {one.number}")
        head = f"{self._head(one)} · {self.table.word('app-in-turn', turn=str(one.turn))}"
        self.query_one("#letter", Reading).show(
            Content.assemble((head, "bold $accent"), "\n\n", one.text)
        )

    def _current(self) -> MessageView | None:
        name = self.query_one(Lines).current
        return next((one for one in self.view.messages if str(one.number) == name), None)

    def on_lines_moved(self) -> None:
        """Read what is highlighted; its mark goes."""
        self._read()
        self._list()

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Reply to the sender; to all of one's own recipients where it was one's own."""
        one = self._current()
        if one is not None and self.running:
            to = one.to if one.sender == self.role else (one.sender,)
            self._write(LetterSheet(self.table, self.role, to))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is written any more once the exercise is over."""
        return self.running or None if action == "write" else True

    def action_write(self) -> None:
        """Write to other seats, or to the facilitator."""
        self._write(LetterSheet(self.table, self.role))

    def _write(self, letter: LetterSheet) -> None:
        self.app.push_screen(letter, self._sent)

    def _sent(self, told: str | None) -> None:
        if told:
            self.update_view()
            self.answer(told, refused=False)


class LetterSheet(Sheet[str]):
    """One message: to whom, and what; gives back what to say when it was sent."""

    size_class = "-wide"
    purpose = "app-purpose-letter"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"f10,{ctrl('g')}", "send", "app-key-send", id="letter.send", priority=True),
        Binding("space", "mark", "app-key-mark", id="letter.mark"),
        Binding("tab", "app.focus_next", "app-key-next-field", id="letter.next"),
    ]

    def __init__(self, table: Table, role: str, to: tuple[str, ...] = ()) -> None:
        """Write as a seat; a draft to the same recipients, or a new one, stands there again.

        Args:
            table: Holds drafts, in memory.
            role: Who writes.
            to: Recipients of a reply; without them those of the draft.
        """
        super().__init__(table.catalogue, table.word("app-letter"))
        self.table, self.role = table, role
        self._purpose = f"message {' '.join(to)}".strip()
        kept = table.drafts.get((role, f"to {self._purpose}"), " ".join(to))
        self._to = [one for one in self._choices() if one in kept.split()]
        self._reply = bool(to)

    def _choices(self) -> tuple[str, ...]:
        seats = self.table.room().seats
        held = (one.role for one in seats if one.holder != "vacant" and one.role != self.role)
        return (*held, FACILITATOR)

    def body(self) -> Iterable[Widget]:
        """Recipients on the left, the text beside them."""
        with Horizontal(id="letter-parts"):
            yield Lines(id="to")
            yield TextArea(
                self.table.drafts.get((self.role, self._purpose), ""),
                id="text",
                show_line_numbers=False,
                soft_wrap=True,
                tab_behavior="focus",
            )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Mark in the list alone; in the text, Space is a letter like others."""
        return action != "mark" or isinstance(self.focused, Lines)

    def on_mount(self) -> None:
        """Begin with the recipients; in a reply, with the text."""
        self.query_one("#text" if self._reply else "#to").focus()
        self.query_one(TextArea).move_cursor(self.query_one(TextArea).document.end)

    def update_view(self) -> None:
        """Show who is marked."""
        frame = self.query_one("#to", Lines)
        frame.border_title = Content(self.table.word("app-letter-to"))
        self.query_one(TextArea).border_title = Content(self.table.word("app-letter-text"))
        frame.show(
            [
                Line(one, Content(f"{'[x]' if one in self._to else '[ ]'} {self.table.name(one)}"))
                for one in self._choices()
            ]
        )

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Mark a recipient, or take the mark away."""
        self._toggle(event.name)

    def action_mark(self) -> None:
        """Mark with Space too."""
        self._toggle(self.query_one("#to", Lines).current)

    def _toggle(self, who: str) -> None:
        if who in self._to:
            self._to.remove(who)
        else:
            self._to.append(who)
        self.table.drafts[self.role, f"to {self._purpose}"] = " ".join(self._to)
        self.update_view()

    def on_key(self, event: events.Key) -> None:
        """Take what is typed in the list as the beginning of the text."""
        text = self.query_one(TextArea)
        if not text.has_focus and event.character is not None and event.character.isalpha():
            text.focus()
            text.insert(event.character)
            event.stop()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is there so far."""
        self.table.drafts[self.role, self._purpose] = event.text_area.text

    def action_send(self) -> None:
        """Send it; what goes to the facilitator wants an answer, so it is a question."""
        text = self.query_one(TextArea).text.strip()
        to = tuple(one for one in self._choices() if one in self._to)
        if not to:
            self.answer(self.words.say("app-letter-to-nobody"))
            return
        seats = tuple(one for one in to if one != FACILITATOR)
        submit = self.exercise_app.submit
        if seats and not submit(self.role, SendMessage(seats, text)):
            return
        # Whoever has got it does not get it twice if the facilitator could not be asked.
        self._to = [one for one in self._to if one == FACILITATOR]
        if FACILITATOR in to and not submit(self.role, Ask(text)):
            self.update_view()
            return
        forget_draft(self.table, self.role, self._purpose, f"to {self._purpose}")
        names = ", ".join(self.table.name(one) for one in to)
        self.dismiss(self.table.word("app-letter-sent", to=names))


__all__ = ["LetterSheet", "MessagesSheet"]
