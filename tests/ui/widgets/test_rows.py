"""Rows: text wraps under itself, and what belongs to the right end stands there in any width."""

from __future__ import annotations

from textual.content import Content

from exercise.ui.widgets.rows import Row, fitted

ROW = Row(
    "a", Content("Share early warning with the neighbour"), Content("1 [ ] "), Content("free")
)


def test_text_wraps_under_itself_and_the_right_end_is_on_its_first_line() -> None:
    assert fitted(ROW, 36).plain.splitlines() == [
        "1 [ ] Share early warning with  free",
        "      the neighbour",
    ]


def test_a_text_that_fits_takes_one_line_of_the_full_width() -> None:
    assert fitted(ROW, 60).plain == "1 [ ] Share early warning with the neighbour            free"


def test_a_long_word_is_not_cut_for_what_stands_beside_it() -> None:
    row = Row("b", Content("Understanding on refugees"), Content("  "), Content("signed 2 of 5"))
    assert fitted(row, 29).plain.splitlines() == [
        "  Understanding on refugees",
        "                signed 2 of 5",
    ]


def test_what_stands_below_is_indented_like_the_text() -> None:
    row = Row("c", Content("Keep"), Content("2 "), below=("Not available: no funds",))
    assert fitted(row, 18).plain.splitlines() == ["2 Keep", "  Not available:", "  no funds"]


def test_what_leaves_the_text_too_little_room_goes_below_it() -> None:
    row = Row("d", Content("A long text that needs room"), right=Content("clearly, for the better"))
    assert fitted(row, 60).plain.startswith("A long text that needs room    ")
    assert fitted(row, 32).plain.splitlines() == [
        "A long text that needs room",
        "         clearly, for the better",
    ]


def test_each_quiet_line_stands_below_and_an_empty_one_sets_the_next_row_off() -> None:
    own = Content.styled("! asks", "$warn")
    row = Row("e", Content("Keep"), Content("2 "), below=("Source", own, ""))
    told = fitted(row, 18)
    assert told.plain.split("\n") == ["2 Keep", "  Source", "  ! asks", "  "]
    assert [span.style for span in told.spans] == ["$quiet", "$quiet", "$warn"]


def test_a_short_text_keeps_to_one_line_and_is_cut_there() -> None:
    row = Row("f", Content("Kazakhstan: come on Friday"), right=Content("turn 2"), short=True)
    assert fitted(row, 23).plain == "Kazakhstan: co…  turn 2"


def test_markup_of_a_person_is_shown_as_it_was_written() -> None:
    assert (
        fitted(Row("g", Content("[b]x[/b]"), below=("[i]y[/i]",)), 20).plain == "[b]x[/b]\n[i]y[/i]"
    )
