"""What the parts of the console share: the facilitator's view, the lists, and what is marked in them."""

from __future__ import annotations

from exercise.conduct.view import FacilitatorView, InjectLine, ToRule
from exercise.table.injects import COMING, releasable
from exercise.table.table import Table
from exercise.ui.console_lists import RULING
from exercise.ui.screens.conduct import ConductScreen
from exercise.ui.screens.note import About
from exercise.ui.widgets.rows import Rows

INJECTS = ("next", "drawer")
"""The lists that hold injects."""


class ConsoleBase(ConductScreen):
    """A facilitator's screen with the console's lists."""

    def __init__(self, table: Table) -> None:
        """Conduct a table."""
        super().__init__(table)
        self.view: FacilitatorView = table.facilitator()
        self._seen = (table.session.state, table.language)

    def _look(self) -> FacilitatorView:
        """Return the view, made anew only where something was done: a proposal takes a moment to work out."""
        now = (self.table.session.state, self.table.language)
        if now[0] is not self._seen[0] or now[1] != self._seen[1]:
            self.view, self._seen = self.table.facilitator(), now
        return self.view

    def _list(self, name: str) -> Rows:
        return self.query_one(f"#{name}", Rows)

    @property
    def _at(self) -> str:
        """The list that has the focus."""
        focused = self.focused
        return focused.id or "" if isinstance(focused, Rows) else ""

    def _inject(self, name: str) -> InjectLine | None:
        return next((one for one in self.view.injects if one.inject == name), None)

    def _marked(self) -> InjectLine | None:
        return self._inject(self._list(self._at).current) if self._at in INJECTS else None

    def _ruling(self) -> int:
        name = self._list("rule").current
        return int(name.removeprefix(RULING)) if name.startswith(RULING) else 0

    def _response(self) -> ToRule | None:
        name = self._list("rule").current
        return next((one for one in self.view.to_rule if one.decided.id == name), None)

    def about(self) -> About:
        """Take the seat, inject or response in hand as what a note is about."""
        focus, line, one = self._at, self._marked(), self._response()
        if line is not None:
            # A note is about what has come or comes now, not about what lies in the drawer.
            return About(inject=line.inject if line.status in (*COMING, "released") else "")
        if focus == "seats":
            return About(role=self._list("seats").current)
        if focus == "rule" and one is not None:
            known = self._inject(one.decided.inject)
            return About(one.decided.role, known.inject if known else "")
        return About()

    def _comes(self, line: InjectLine) -> bool:
        """Return whether Enter releases an inject."""
        return line.status in COMING and releasable(self.view, line)


__all__ = ["INJECTS", "ConsoleBase"]
