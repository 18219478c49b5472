"""A text to read: bullets stand clear of their text in whatever width there is."""

from __future__ import annotations

from textual.app import App
from textual.content import Content

from exercise.ui.hang import hanging
from exercise.ui.widgets.reading import Reading
from tests.support.screens import screen_text
from tests.support.widgets import Alone

TEXT = (
    "Your red lines\n! No [b]promise[/b] without money\n• Food\n\n[x] Every week a report\n"
    "F1    help in this place\nplain words go on"
)


def test_what_wraps_of_a_marked_line_goes_on_clear_of_its_mark() -> None:
    assert hanging(Content(TEXT), 20).plain.splitlines() == [
        "Your red lines",
        "! No [b]promise[/b]",
        "  without money",
        "• Food",
        "",
        "[x] Every week a",
        "    report",
        "F1    help in this",
        "      place",
        "plain words go on",
    ]


def test_colours_stay_where_they_were() -> None:
    told = hanging(Content.assemble(("! ", "bold"), ("one two three four five six", "$quiet")), 18)
    assert told.plain == "! one two three\n  four five six"
    quiet = [told.plain[span.start : span.end] for span in told.spans if span.style == "$quiet"]
    assert [part.strip() for part in quiet] == ["one two three", "four five six"]


async def test_a_text_is_fitted_to_the_room_beside_the_scroll_bar_and_anew_for_another_text() -> (
    None
):
    reading = Reading("• one two three four" + "\n" * 5 + "end", id="text")
    reading.styles.scrollbar_size_vertical = 2
    async with Alone(reading).run_test(size=(20, 4)) as pilot:
        await pilot.pause()
        assert reading.max_scroll_y == 3
        assert _rows(pilot.app)[:2] == ["• one two three", "  four"]
        reading.show("[x] one two three [b]four[/b]")
        await pilot.pause()
        assert _rows(pilot.app) == ["[x] one two three", "    [b]four[/b]"]
        await pilot.resize_terminal(40, 4)
        await pilot.pause()
        assert _rows(pilot.app) == ["[x] one two three [b]four[/b]"]


def _rows(app: App[None]) -> list[str]:
    rows = (line.rstrip(" ▁▂▃▄▅▆▇█") for line in screen_text(app).splitlines())
    return [row for row in rows if row]
