"""The ladder: issues under headings, a row for every state, nothing cut where words are long."""

from __future__ import annotations

import asyncio

from rich.cells import cell_len

from exercise.conduct.view import IssueView
from exercise.ui.widgets.ladder import Ladder, draw_ladder
from tests.support.widgets import show_alone

ISSUES = (
    IssueView("a", "Displaced people", "highvale", 0, "state"),
    IssueView("b", "Trafficking", "highvale", 2, "human"),
    IssueView("a", "Displaced people", "rivermark", 3, "human"),
    IssueView("b", "Trafficking", "rivermark", 4, "global"),
)

WIDE = """\
Displaced people
  Highvale  ···· 0  security of the state
  Rivermark ▂▄▆· 3  security of the human
Trafficking
  Highvale  ▂▄·· 2  security of the human
  Rivermark ▂▄▆█ 4  security of the global"""

NARROW = """\
Displaced people
  Highv… ···· 0  se
                 cu
                 ri
                 ty
                 of
                 th
                 e
                 st
                 at
                 e"""


def words(issue: IssueView) -> str:
    return f"security of the {issue.frame}"


def place(slug: str) -> str:
    return slug.title()


def drawn(width: int) -> str:
    return "\n".join(
        row.rstrip() for row in draw_ladder(width, ISSUES, words, place).text().split("\n")
    )


def test_issues_of_one_label_stand_together() -> None:
    assert drawn(50) == WIDE


def test_words_fold_instead_of_being_cut() -> None:
    assert drawn(19).startswith(NARROW)


def test_every_width_is_kept_to() -> None:
    for width in range(1, 70):
        canvas = draw_ladder(width, ISSUES, words, place)
        rows = canvas.text().split("\n")
        assert [cell_len(row) for row in rows] == [width] * canvas.height


def test_a_level_off_the_ladder_is_drawn_at_its_end() -> None:
    issue = IssueView("a", "A", "x", 9, "state")
    assert "▂▄▆█ 9" in draw_ladder(40, [issue], words, place).text()


def test_nothing_to_show_has_no_height() -> None:
    assert draw_ladder(40, (), words, place).height == 0


def test_the_widget_is_as_high_as_its_rows_and_grows_with_them() -> None:
    ladder = Ladder(ISSUES[:1], words, place)
    shown = asyncio.run(show_alone(ladder, 50, 20, lambda: ladder.show(ISSUES)))
    assert shown == WIDE
