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
    row = Row("c", Content("Keep"), Content("2 "), below=Content("Not available: no funds"))
    assert fitted(row, 18).plain.splitlines() == ["2 Keep", "  Not available:", "  no funds"]
