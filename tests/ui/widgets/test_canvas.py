"""The canvas keeps its size, joins lines, and shortens text by cells."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from exercise.ui.widgets import canvas, spark
from exercise.ui.widgets.canvas import DOWN, LEFT, RIGHT, UP, Area, Canvas, fit, fold

PIECES = st.tuples(st.integers(-3, 8), st.integers(-2, 4), st.text("aЖ漢e\u0301·", max_size=9))


@pytest.mark.parametrize("module", [canvas, spark], ids=["canvas", "spark"])
def test_the_examples_in_the_docstrings_are_true(module: object) -> None:
    found = doctest.testmod(module)  # type: ignore[arg-type]
    assert (found.failed, found.attempted > 0) == (0, True)


@given(st.lists(PIECES, max_size=6))
def test_every_row_keeps_its_width_whatever_is_written(pieces: list[tuple[int, int, str]]) -> None:
    drawn = Canvas(7, 3)
    for x, y, text in pieces:
        drawn.put(x, y, text)
        drawn.line(x, y, UP | DOWN)
    assert [cell_len(row) for row in drawn.text().split("\n")] == [7, 7, 7]


def test_lines_join_where_they_meet() -> None:
    drawn = Canvas(5, 3)
    drawn.box(Area(0, 0, 5, 3))
    for y in range(3):
        drawn.line(2, y, (UP if y else 0) | (DOWN if y < 2 else 0))
    drawn.line(2, 1, LEFT | RIGHT)
    assert drawn.text().split("\n") == ["┌─┬─┐", "│ ┼ │", "└─┴─┘"]


def test_a_mark_of_no_width_joins_the_letter_before_it() -> None:
    drawn = Canvas(3, 1)
    drawn.put(0, 0, "e\u0301x")
    assert drawn.text() == "e\u0301x "


def test_half_a_wide_glyph_is_never_left() -> None:
    drawn = Canvas(4, 1)
    drawn.put(0, 0, "漢字")
    drawn.put(1, 0, "a")
    assert drawn.text() == " a字"


def test_styles_reach_what_is_shown() -> None:
    from textual.style import Style

    drawn = Canvas(3, 1)
    drawn.put(1, 0, "a", "loud")
    shown = drawn.content({"loud": Style(bold=True)}.__getitem__)
    assert (shown.plain, [(span.start, span.end, span.style) for span in shown.spans]) == (
        " a ",
        [(1, 2, Style(bold=True))],
    )


@given(st.text("aЖ漢 –", max_size=20), st.integers(0, 12))
def test_a_text_fits_and_is_cut_only_where_it_must_be(text: str, width: int) -> None:
    cut = fit(text, width)
    assert cell_len(cut) <= width
    assert (cut == text) == (cell_len(text) <= width)


@given(st.text("ab –", max_size=30), st.integers(1, 12))
def test_folding_loses_no_letter(text: str, width: int) -> None:
    lines = fold(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)
