"""The console's rulings: what awaits one, what was looked at, and what was ruled."""

from __future__ import annotations

from exercise.conduct.view import ToRule
from exercise.table.rulings import flagged_first, in_order
from exercise.table.table import Table
from exercise.ui.screens.console_base import ConsoleBase
from exercise.ui.screens.ruling import Change, RulingSheet, look_at, looked_at, take_back


class RulingActs(ConsoleBase):
    """What is done with responses before their outcome."""

    def __init__(self, table: Table) -> None:
        """Conduct a table."""
        super().__init__(table)
        self._order: tuple[str, ...] = ()

    def _queue(self) -> tuple[ToRule, ...]:
        """Return the responses in an order fixed once, so that a ruling does not move the lines."""
        found = self.view.to_rule
        if {one.decided.id for one in found} != set(self._order):
            self._order = flagged_first(found)
        return in_order(found, self._order)

    def _looked(self) -> tuple[str, ...]:
        return tuple(one.decided.id for one in self._queue() if looked_at(self.table, one))

    def _choose_rule(self, name: str) -> None:
        if self._ruling():
            take_back(self.app, self.table, self._ruling())
            return

        def closed(confirmed: bool | None) -> None:
            self.update_view()
            if confirmed:
                self._to_open(name)

        self.app.push_screen(RulingSheet(self.table, name), closed)

    def _to_open(self, after: str = "") -> None:
        """Mark the next response that was not looked at, flagged ones first."""
        queue = [one for one in self._queue() if not looked_at(self.table, one)]
        names = [one.decided.id for one in self._queue()]
        later = [one for one in queue if after and names.index(one.decided.id) > names.index(after)]
        if later or queue:
            self._list("rule").go_to((later or queue)[0].decided.id)

    def action_confirm(self) -> None:
        """Let the marked response stand as proposed, and go on to the next."""
        one = self._response()
        if one is not None:
            look_at(self.table, one)
            self.update_view()
            self._to_open(one.decided.id)

    def action_change(self) -> None:
        """Rule otherwise on the marked response."""
        one = self._response()
        if one is not None:
            Change(self.app, self.table, one).ask()

    def action_row(self) -> None:
        """Move a value, with a reason."""
        Change(self.app, self.table).ask_value()

    def _open_flags(self) -> list[ToRule]:
        """Return the flagged responses that nobody has looked at."""
        return [one for one in self._queue() if one.flags and not looked_at(self.table, one)]


__all__ = ["RulingActs"]
