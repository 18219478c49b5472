"""The two axes as a point that moves in a plane: security to the right, rights upward, never added up.

Draws what it is given. Of the axes it draws the part that holds the path, so that small movements are seen; the marks
say which. Where a reader may know bands alone, it is given bands and places a point in the middle of its band, so that
no exact value shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct
from textual.content import Content
from textual.widget import Widget

from exercise.ui.widgets.canvas import Canvas
from exercise.ui.widgets.plane_frame import AxisWords, BandFrame, ExactFrame, windows
from exercise.ui.widgets.plane_path import Stop, draw_path

__all__ = ["AxisWords", "BandPoint", "ExactPoint", "Path", "Plane", "draw_plane"]


class ExactPoint(Struct, frozen=True):
    """A moment of the exercise with its exact values."""

    label: str
    """Such as the number of the turn."""
    security: int
    """Hundredths, 0 to 10000."""
    rights: int
    """Hundredths, 0 to 10000."""


class BandPoint(Struct, frozen=True):
    """A moment of the exercise of which only bands may be known."""

    label: str
    security: int
    """Position of the band, from 0."""
    rights: int
    """Position of the band, from 0."""


Path = Sequence[ExactPoint] | Sequence[BandPoint]


class Plane(Widget):
    """A plane with the path of the exercise so far.

    Args:
        security: Words of the axis that runs to the right.
        rights: Words of the axis that runs upward.
        path: Moments from the first to the present one; all exact, or all in bands.
        cloud: Other exact places (security, rights; hundredths), drawn faintly where they lie in the part of the plane
            that is drawn; only beside exact points.
        id: Of the widget.
        classes: Of the widget.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "plane--frame",
        "plane--marks",
        "plane--grid",
        "plane--security",
        "plane--rights",
        "plane--cloud",
        "plane--path",
        "plane--past",
        "plane--present",
    }
    DEFAULT_CSS = """
    Plane {
        width: 1fr;
        height: 1fr;
        text-wrap: nowrap;
        & > .plane--frame { color: $foreground 50%; }
        & > .plane--marks { color: $quiet; }
        & > .plane--grid { color: $foreground 22%; }
        & > .plane--security { color: $security; text-style: bold; }
        & > .plane--rights { color: $rights; text-style: bold; }
        & > .plane--cloud { color: $foreground 30%; }
        & > .plane--path { color: $foreground 70%; }
        & > .plane--past { color: $foreground; }
        & > .plane--present { color: $warn; text-style: bold; }
    }
    """

    def __init__(
        self,
        security: AxisWords,
        rights: AxisWords,
        path: Path = (),
        cloud: Sequence[tuple[int, int]] = (),
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._security, self._rights = security, rights
        self._path, self._cloud = path, cloud

    def show(self, path: Path, cloud: Sequence[tuple[int, int]] = ()) -> None:
        """Draw another path and cloud."""
        self._path, self._cloud = path, cloud
        self.refresh()

    def render(self) -> Content:
        """Draw the plane in the size there is."""
        canvas = draw_plane(
            self.size.width, self.size.height, self._security, self._rights, self._path, self._cloud
        )
        return canvas.content(lambda name: self.get_visual_style(f"plane--{name}", partial=True))


def draw_plane(
    width: int,
    height: int,
    security: AxisWords,
    rights: AxisWords,
    path: Path = (),
    cloud: Sequence[tuple[int, int]] = (),
) -> Canvas:
    """Return the plane drawn in so many columns and rows.

    Args:
        width: Columns.
        height: Rows.
        security: Words of the axis that runs to the right.
        rights: Words of the axis that runs upward.
        path: Moments from the first to the present one.
        cloud: Other exact places, drawn faintly.

    Returns:
        The canvas; of the cloud it holds what lies in the part of the plane that the path is drawn in.
    """
    canvas = Canvas(width, height)
    banded = [point for point in path if isinstance(point, BandPoint)]
    frame: ExactFrame | BandFrame
    if banded:
        frame = BandFrame(canvas, security, rights)
    else:
        places = [(point.security, point.rights) for point in path]
        frame = ExactFrame(canvas, security, rights, *windows(places))
        for x, y in (frame.place(*other) for other in cloud if frame.holds(*other)):
            canvas.put(x, y, "░", "cloud")
    stops = [Stop(point.label, *frame.place(point.security, point.rights)) for point in path]
    draw_path(canvas, frame.area, stops)
    return canvas
