"""Agreements before one seat: what is on the table, who signed what, and what the seat can do with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from exercise.conduct.command import (
    Contribute,
    ObjectTo,
    Sign,
    Sponsor,
    SwitchClause,
    WithdrawObjection,
    WithdrawSignature,
)
from exercise.conduct.view import AgreementView, ClauseView
from exercise.table.lines import sentence
from exercise.table.table import Table
from exercise.ui.keys import ctrl
from exercise.ui.screens.choose import ChooseSheet
from exercise.ui.screens.table_sheet import TableSheet
from exercise.ui.widgets.lines import Lines
from exercise.ui.widgets.panes import Pane, Panes
from exercise.ui.widgets.reading import Reading
from exercise.ui.widgets.rows import Row, Rows

_LEVELS = range(4)
_PHASES = ("consultation", "decision")


class AgreementsSheet(TableSheet):
    """What is on the table, and do I sign it?"""

    purpose = "app-purpose-agreements"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"f10,{ctrl('g')}", "sign", "app-key-sign", id="agreements.sign"),
        Binding("f2", "sponsor", "app-key-sponsor", id="agreements.sponsor"),
        Binding("f6", "object", "app-key-object", id="agreements.object"),
        Binding("f4", "switch", "app-key-switch", id="agreements.switch"),
        Binding("f7", "take_back", "app-key-take-back", id="agreements.take-back"),
        Binding("f8", "contribute", "app-key-contribute", id="agreements.contribute"),
        Binding("space", "mark", "app-key-mark-clause", id="agreements.mark"),
    ]

    def __init__(self, table: Table, role: str, agreement: str = "") -> None:
        """Show the agreements of a seat.

        Args:
            table: The table.
            role: The seat.
            agreement: The one to begin with.
        """
        super().__init__(table, table.word("app-agreements"), role)
        self._first = agreement
        self._marked: list[str] = []
        """Clauses of the agreement shown that the next signature or objection is meant for; none means all."""

    def body(self) -> Iterable[Widget]:
        """The list, and beside it the text with its clauses."""
        word = self.table.word
        yield Panes(
            Pane(
                word("app-agreements-list"),
                Rows(id="agreements", enter="app-key-read", empty=word("plain-agreement-none")),
                id="agreements-list",
            ),
            Pane(
                word("app-agreement-text"),
                Reading(id="agreement"),
                Rows(id="clauses", enter="app-key-mark-clause"),
                id="agreement-text",
            ),
        )

    def on_mount(self) -> None:
        """Begin with the agreement asked for."""
        self.update_view()
        if self._first:
            self.query_one("#agreements", Lines).go_to(self._first)
            self._read()
            self.query_one(Panes).open("agreement-text")
            self.query_one("#clauses").focus()

    # --- what is shown ----------------------------------------------------------------------

    @property
    def chosen(self) -> AgreementView | None:
        """The agreement that is read."""
        name = self.query_one("#agreements", Lines).current
        return next((one for one in self.view.agreements if one.slug == name), None)

    def update_view(self) -> None:
        """Show what is on the table first."""
        found = sorted(self.view.agreements, key=lambda one: (not one.open, not one.may_sponsor))
        self.query_one("#agreements", Rows).show_rows([self._listed(one) for one in found])
        self._read()

    def _listed(self, one: AgreementView) -> Row:
        word, name = self.table.word, self.table.name
        if not one.open:
            state = word("app-agreement-may" if one.may_sponsor else "app-agreement-closed")
            return Row(name=one.slug, text=Content(one.name), mark=Content("· "), below=(state,))
        signed = word(
            "app-agreement-signed", signed=str(len(one.signed)), parties=str(len(one.parties))
        )
        objected = ", ".join(name(role) for role, _ in one.objected)
        return Row(
            name=one.slug,
            text=Content.styled(one.name, "bold"),
            mark=Content.styled("● ", "$accent"),
            below=(
                word("app-agreement-open", sponsor=name(one.sponsor), signed=signed),
                word(f"decision-{one.decision}"),
                *([_against(word("app-clause-objected", who=objected))] if objected else []),
            ),
        )

    def _read(self) -> None:
        one = self.chosen
        reading = self.query_one("#agreement", Reading)
        if one is None:
            reading.show("")
            self.query_one("#clauses", Rows).show_rows([])
            return
        reading.show(Content("\n").join(self._head(one)), top=False)
        self.query_one("#clauses", Rows).show_rows(
            [self._clause(one, number, clause) for number, clause in enumerate(one.clauses, 1)]
        )
        self.refresh_bindings()

    def _head(self, one: AgreementView) -> Iterator[Content]:
        word, name = self.table.word, self.table.name
        yield Content.styled(one.name, "bold $accent")
        yield Content(one.text)
        parties = ", ".join(name(role) for role in one.parties)
        yield Content.styled(word("plain-agreement-parties", names=parties), "$quiet")
        yield Content.styled(word(f"decision-{one.decision}"), "$quiet")
        if not one.open:
            yield Content(word("app-agreement-may" if one.may_sponsor else "app-agreement-closed"))
        elif one.party:
            yield Content(self._own(one))
        if one.contributions:
            levels = "; ".join(f"{name(role)} {level}" for role, level in one.contributions)
            yield Content(word("app-agreement-contributions", levels=levels))
        if not one.party:
            yield Content.styled(word("plain-no-party"), "$quiet")

    def _own(self, one: AgreementView) -> str:
        word = self.table.word
        if self._mine(one.signed):
            return word("app-agreement-you-signed")
        if self._mine(one.objected):
            return word("app-agreement-you-objected")
        return word("app-agreement-you-open")

    def _mine(self, acts: tuple[tuple[str, tuple[str, ...]], ...]) -> bool:
        return any(role == self.role for role, _ in acts)

    def _clause(self, one: AgreementView, number: int, clause: ClauseView) -> Row:
        word, name = self.table.word, self.table.name
        below: list[Content | str] = []
        for key, acts in (
            ("app-clause-signed", one.signed), ("app-clause-objected", one.objected),
        ):  # fmt: skip
            who = ", ".join(name(role) for role, clauses in acts if clause.slug in clauses)
            if who:
                told = word(key, who=who)
                below.append(_against(told) if acts is one.objected else told)
        state = "in-force" if clause.in_force else "on" if clause.on else "off"
        style = {"in-force": "$good", "on": "bold", "off": "$quiet"}[state]
        mark = "[x]" if clause.slug in self._marked else "[ ]"
        return Row(
            name=clause.slug,
            text=Content(sentence(clause.text)),
            mark=Content(f"{mark} {number} "),
            right=Content.styled(word(f"app-clause-{state}"), style),
            below=tuple(below),
        )

    # --- what is done -----------------------------------------------------------------------

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """Read what is highlighted in the list; marks belong to one text."""
        if event.lines.id == "agreements":
            self._marked.clear()
            self._read()

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Go into the text, or mark a clause."""
        if event.lines.id == "agreements":
            self.query_one(Panes).open("agreement-text")
            self.query_one("#clauses").focus()
        else:
            self.action_mark()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the seat can do with this text in this phase; the session refuses the rest in words."""
        if action not in ("sign", "sponsor", "switch", "object", "take_back", "contribute", "mark"):
            return True
        one = self.chosen if self.is_mounted else None
        if one is None or self.table.phase() not in _PHASES:
            return False
        at_table = one.open and one.party
        marked = bool(self._marked)
        return {
            "sign": at_table and (marked or not self._mine(one.signed)),
            "object": at_table and (marked or not self._mine(one.objected)),
            "mark": at_table,
            "take_back": self._mine(one.signed) or self._mine(one.objected),
            "contribute": at_table and one.has_contributions,
            "sponsor": one.may_sponsor,
            "switch": one.open and (one.party or one.sponsor == self.role),
        }[action]

    def action_mark(self) -> None:
        """Mark a clause, so that the next signature or objection is only for those marked."""
        clause = self.query_one("#clauses", Lines).current
        if clause in self._marked:
            self._marked.remove(clause)
        elif clause and self.check_action("mark", ()):
            self._marked.append(clause)
        self._read()

    def _act(self, command: Sign | ObjectTo, done: str) -> None:
        if self.do(command, self.table.word(done)):
            self._marked.clear()
            self._read()

    def _clauses(self) -> tuple[str, ...]:
        one = self.chosen
        every = one.clauses if one else ()
        return tuple(clause.slug for clause in every if clause.slug in self._marked)

    def action_sign(self) -> None:
        """Sign every clause that is on, or only those marked."""
        if self.chosen:
            self._act(Sign(self.chosen.slug, self._clauses()), "plain-signed-now")

    def action_object(self) -> None:
        """Object to every clause that is on, or only to those marked."""
        if self.chosen:
            self._act(ObjectTo(self.chosen.slug, self._clauses()), "plain-objected-now")

    def action_sponsor(self) -> None:
        """Put the agreement on the table."""
        one = self.chosen
        if one:
            done = "plain-sponsored-signed" if one.party else "plain-sponsored"
            self.do(Sponsor(one.slug), self.table.word(done))

    def action_switch(self) -> None:
        """Turn the highlighted clause on or off."""
        one, name = self.chosen, self.query_one("#clauses", Lines).current
        for clause in one.clauses if one else ():
            if one and clause.slug == name:
                done = "plain-switched-off" if clause.on else "plain-switched-on"
                self.do(SwitchClause(one.slug, name, not clause.on), self.table.word(done))

    def action_take_back(self) -> None:
        """Take back a signature, or an objection."""
        one = self.chosen
        if one and self._mine(one.signed):
            self.do(WithdrawSignature(one.slug), self.table.word("plain-signature-withdrawn"))
        elif one:
            self.do(WithdrawObjection(one.slug), self.table.word("plain-objection-withdrawn"))

    def action_contribute(self) -> None:
        """Say how much one puts in."""
        one, word = self.chosen, self.table.word
        if one is None:
            return
        given = next((str(level) for role, level in one.contributions if role == self.role), "")
        levels = [(str(level), word(f"app-contribution-{level}")) for level in _LEVELS]

        def chosen(level: str | None) -> None:
            if level is not None and one is not None:
                self.do(Contribute(one.slug, int(level)), word("plain-contributed", level=level))

        self.app.push_screen(
            ChooseSheet(self.words, word("app-contribution"), levels, given=given), chosen
        )


def _against(told: str) -> Content:
    """Return an objection: it can decide the text, so it is not quiet."""
    return Content.styled(told, "$bad")


__all__ = ["AgreementsSheet"]
