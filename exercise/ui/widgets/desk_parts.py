"""The desk's panes and side lists: digits lead from them to the answers."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from exercise.ui.widgets.panes import Panes
from exercise.ui.widgets.rows import Rows

_DIGITS = [Binding(str(n), f"screen.to_answer({n})", show=False) for n in range(1, 10)]


class SideRows(Rows):
    """A list beside the answers; digits belong to these."""

    BINDINGS: ClassVar[list[BindingType]] = list(_DIGITS)


class DeskPanes(Panes):
    """The desk's panes; digits lead to the answers from anywhere."""

    BINDINGS: ClassVar[list[BindingType]] = list(_DIGITS)


__all__ = ["DeskPanes", "SideRows"]
