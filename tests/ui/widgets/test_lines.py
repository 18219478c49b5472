"""A list of lines: what stays, and what is painted anew."""

from __future__ import annotations

from textual.content import Content

from exercise.ui.widgets.lines import Line, Lines
from tests.support.widgets import Alone


def line(name: str, style: str = "") -> Line:
    return Line(name, Content.styled(name, style))


async def test_a_line_that_changes_its_colour_alone_is_shown_anew() -> None:
    lines = Lines(id="lines")
    async with Alone(lines).run_test(size=(20, 5)) as pilot:
        lines.show([line("one"), line("two")])
        lines.go_to("two")
        kept = list(lines.options)
        lines.show([line("one"), line("two")])
        assert lines.options == kept
        lines.show([line("one", "bold"), line("two")])
        await pilot.pause()
        assert lines.options != kept
        assert lines.current == "two"


async def test_enter_is_offered_only_where_there_is_something_to_choose() -> None:
    lines = Lines(id="lines", enter="app-key-open", empty="nothing")
    async with Alone(lines).run_test(size=(20, 5)):
        assert lines.offers == ""
        lines.show([line("one")])
        assert lines.offers == "app-key-open"
