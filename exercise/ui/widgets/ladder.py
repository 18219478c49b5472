"""The ladder of issues: how high each stands in each state, as steps, with the frame in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from msgspec import Struct
from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from exercise.conduct.view import IssueView
from exercise.ui.widgets.canvas import Canvas, fit, fold

_STEPS = "▂▄▆█"
_INDENT = 2

Words = Callable[[IssueView], str]
Places = Callable[[str], str]


class _Row(Struct, frozen=True):
    """A line of the ladder: a heading with its label alone, else a place, a level and words."""

    label: str
    level: int | None = None
    words: str = ""


class Ladder(Widget):
    """Issues by state; as high as it needs to be, so it belongs into a pane that scrolls.

    Args:
        issues: What stands where.
        words: Gives the frame, and whatever else is to be said, in words.
        place: Gives the name of a state.
        id: Of the widget.
        classes: Of the widget.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "ladder--issue",
        "ladder--place",
        "ladder--low",
        "ladder--high",
        "ladder--rest",
        "ladder--words",
    }
    DEFAULT_CSS = """
    Ladder {
        width: 1fr;
        height: auto;
        text-wrap: nowrap;
        & > .ladder--issue { color: $foreground; text-style: bold; }
        & > .ladder--place { color: $foreground; }
        & > .ladder--low { color: $foreground 75%; text-style: bold; }
        & > .ladder--high { color: $warn; text-style: bold; }
        & > .ladder--rest { color: $quiet; }
        & > .ladder--words { color: $quiet; }
    }
    """

    def __init__(
        self,
        issues: Sequence[IssueView],
        words: Words,
        place: Places,
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._words, self._place = words, place
        self._issues = tuple(issues)

    def show(self, issues: Sequence[IssueView]) -> None:
        """Draw other issues or levels."""
        self._issues = tuple(issues)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many rows the ladder has at a width."""
        return self._draw(width).height

    def render(self) -> Content:
        """Draw the ladder in the width there is."""
        return self._draw(self.size.width).content(
            lambda name: self.get_visual_style(f"ladder--{name}", partial=True)
        )

    def _draw(self, width: int) -> Canvas:
        return draw_ladder(width, self._issues, self._words, self._place)


def draw_ladder(width: int, issues: Sequence[IssueView], words: Words, place: Places) -> Canvas:
    """Return the ladder drawn in so many columns, and as many rows as that takes.

    Args:
        width: Columns.
        issues: What stands where; those of one label share a heading, at the first one's place.
        words: Gives what is said behind the steps.
        place: Gives the name of a state.
    """
    rows = list(_rows(issues, words, place))
    longest = max((cell_len(row.label) for row in rows if row.level is not None), default=0)
    beside = min(longest, max(1, width // 3))
    behind = _INDENT + beside + len(_STEPS) + 5
    told = [fold(row.words, max(1, width - behind)) or ("",) for row in rows]
    canvas = Canvas(width, sum(len(lines) for lines in told))
    y = 0
    for row, lines in zip(rows, told, strict=True):
        if row.level is None:
            canvas.put(0, y, fit(row.label, width), "issue")
        else:
            canvas.put(_INDENT, y, fit(row.label, beside), "place")
            _steps(canvas, _INDENT + beside + 1, y, row.level)
        for number, line in enumerate(lines):
            canvas.put(behind, y + number, line, "words")
        y += len(lines)
    return canvas


def _rows(issues: Sequence[IssueView], words: Words, place: Places) -> Iterator[_Row]:
    together: dict[str, list[IssueView]] = {}
    for issue in issues:
        together.setdefault(issue.label, []).append(issue)
    for label, found in together.items():
        yield _Row(label)
        for issue in found:
            yield _Row(place(issue.place), issue.level, words(issue))


def _steps(canvas: Canvas, x: int, y: int, level: int) -> None:
    """Draw the steps reached, dots for the rest, and the level as a number: height alone is hard to compare."""
    reached = max(0, min(len(_STEPS), level))
    style = "high" if reached > len(_STEPS) // 2 else "low"
    x = canvas.put(x, y, _STEPS[:reached], style)
    x = canvas.put(x, y, "·" * (len(_STEPS) - reached), "rest")
    canvas.put(x + 1, y, str(level), style if reached else "rest")
