"""The plane with the path of an exercise on it, as far as the reader may know it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from exercise.engine.prose import bands_of, say
from exercise.report.so_far import Stop
from exercise.table.table import Table
from exercise.ui.widgets.plane import AxisWords, BandPoint, ExactPoint, Plane
from exercise.ui.widgets.plane_frame import WHOLE, windows

_WAYS = ("app-better-right", "app-better-up")
"""Which way is better on the axis that runs to the right, and on the one that runs upward."""


class PathPlane(Plane, can_focus=True):
    """Security and rights after each outcome; takes the focus, so that its pane can be reached."""

    def __init__(self, table: Table, *, id: str) -> None:  # noqa: A002
        """Take the words of the axes from a table; begin without a path."""
        super().__init__(*_words(table), id=id)

    def tell(self, stops: Sequence[Stop]) -> None:
        """Draw the path through the turns played; an exact run-out stands apart from it, faintly, where it fits."""
        played = [stop for stop in stops if not stop.run_out]
        if all(stop.exact for stop in stops):
            # A part of it would be read as the whole.
            after = _places(stops, run_out=True) if run_out_drawn(stops) else ()
            self.show([ExactPoint(str(s.turn), s.axes[0], s.axes[-1]) for s in played], after)
        else:
            self.show([BandPoint(str(s.turn), s.axes[0], s.axes[-1]) for s in played])


def path_legend(table: Table, stops: Sequence[Stop]) -> Content:
    """Return what the marks on the plane stand for, and that the axes are drawn in part where they are."""
    if not stops:
        return Content()
    over = table.session.state.over
    told = [table.word("app-path-marks-endex" if over else "app-path-marks")]
    if all(stop.exact for stop in stops) and windows(_places(stops)) != (WHOLE, WHOLE):
        told.append(table.word("app-path-part"))
    return Content.styled(" ".join(told), "$quiet")


def run_out_drawn(stops: Sequence[Stop]) -> bool:
    """Return whether all of the run-out lies in the part of the plane that is drawn."""
    parts, after = windows(_places(stops)), _places(stops, run_out=True)
    return all(
        part.holds(value) for place in after for part, value in zip(parts, place, strict=True)
    )


def _places(stops: Sequence[Stop], run_out: bool = False) -> list[tuple[int, int]]:
    """Return security and rights after the turns played, or after those of the run-out."""
    return [(stop.axes[0], stop.axes[-1]) for stop in stops if stop.run_out == run_out]


def _words(table: Table) -> tuple[AxisWords, AxisWords]:
    bundle = table.session.program.bundle
    found = [
        AxisWords(
            table.label(name),
            tuple(say(bundle, band.word, table.language) for band in bands_of(bundle, name)),
            table.word(way),
        )
        for name, way in zip(bundle.model.axes().values(), _WAYS, strict=False)
    ]
    return found[0], found[-1]


__all__ = ["PathPlane", "path_legend", "run_out_drawn"]
