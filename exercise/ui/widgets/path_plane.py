"""The plane with the path of an exercise on it, as far as the reader may know it."""

from __future__ import annotations

from collections.abc import Sequence

from exercise.engine.prose import bands_of, say
from exercise.report.so_far import Stop
from exercise.table.table import Table
from exercise.ui.widgets.plane import AxisWords, BandPoint, ExactPoint, Plane


class PathPlane(Plane, can_focus=True):
    """Security and rights after each outcome; takes the focus, so that its pane can be reached."""

    def __init__(self, table: Table, *, id: str) -> None:  # noqa: A002
        """Take the words of the axes from a table; begin without a path."""
        super().__init__(*_words(table), id=id)

    def tell(self, stops: Sequence[Stop]) -> None:
        """Draw the path through the turns played; exact values of the run-out stand apart from it, faintly."""
        played = [stop for stop in stops if not stop.run_out]
        if all(stop.exact for stop in stops):
            after = [(stop.axes[0], stop.axes[-1]) for stop in stops if stop.run_out]
            self.show([ExactPoint(str(s.turn), s.axes[0], s.axes[-1]) for s in played], after)
        else:
            self.show([BandPoint(str(s.turn), s.axes[0], s.axes[-1]) for s in played])


def _words(table: Table) -> tuple[AxisWords, AxisWords]:
    bundle = table.session.program.bundle
    found = [
        AxisWords(
            table.label(name),
            tuple(say(bundle, band.word, table.language) for band in bands_of(bundle, name)),
        )
        for name in bundle.model.axes().values()
    ]
    return found[0], found[-1]


__all__ = ["PathPlane"]
