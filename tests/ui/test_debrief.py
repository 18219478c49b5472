"""The debrief by keys: exact for all, what was learned is written down, the report names its file."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from exercise.conduct.command import FACILITATOR, Advance, Holder
from exercise.engine.explain import points
from exercise.report.gather import facts_of
from exercise.report.numbers import plain, signed
from exercise.session.local import Session
from exercise.table.debrief import turning_points
from tests.report.played import HOSTILE
from tests.report.played import finished as tiny_finished
from tests.support.app import NARROW, WIDE, app_of, begun, opened, press, shown, write
from tests.support.screens import settled
from tests.support.sheets import flat

BOTS: dict[str, Holder] = {"tajikistan": "bot"}


def over(path: Path | None = None) -> Session:
    """Return an exercise of bots alone in its hot wash."""
    session = begun("first-steps", BOTS, "outcome", 2, path)
    session.submit(FACILITATOR, Advance())
    return session


async def go_to(pilot: Pilot[None], name: str) -> None:
    """Give the focus to a part of the screen by its name."""
    pilot.app.screen.query_one(f"#{name}").focus()
    await settled(pilot)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_both_axes_stand_side_by_side_with_the_run_out_apart(size: tuple[int, int]) -> None:
    session = over()
    axes = facts_of(session.program, session.state).axes
    async with opened(session, size) as pilot:
        lines = shown(pilot).splitlines()
    rows = {turns[0].turn: turns for turns in zip(*(axis.turns for axis in axes), strict=True)}
    apart = next(n for n, line in enumerate(lines) if "Run-out, after EndEx" in line)
    for turn, both in rows.items():
        at = next(n for n, line in enumerate(lines) if f"Turn {turn}" in line and "(" in line)
        for one in both:
            assert f"{plain(one.after)} ({signed(one.after - one.before)})" in lines[at]
        assert (at > apart) == both[0].run_out
    assert "At the end:" in lines[0]
    assert all(points(axis.turns[1].after) in lines[0] for axis in axes)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_path_says_which_way_is_better_and_what_its_marks_mean(
    size: tuple[int, int],
) -> None:
    session = over()
    axes = facts_of(session.program, session.state).axes
    async with opened(session, size) as pilot:
        text = shown(pilot)
    assert "↑ Migrant rights: higher is better" in text
    assert "Security: further right is better →" in text
    assert "○ turns (0: start), ● end. Shown: part of 0 to 100." in text
    plane, _, below = text.partition("○ turns")
    assert "0○" in plane and "●2" in plane
    # The run-out goes back along the path; in the narrow form it lies under it.
    assert "░" in plane or size == NARROW
    in_all = next(line for line in below.splitlines() if "Start to end" in line)
    for axis in axes:
        assert signed(axis.turns[1].after - axis.start) in in_all
    assert "░ Run-out, after EndEx" in below


async def test_turning_points_are_the_largest_causes_and_enter_asks_why() -> None:
    session = over()
    security = facts_of(session.program, session.state).axes[0]
    largest = turning_points(security)[0]
    async with opened(session) as pilot:
        text = shown(pilot)
        assert f"{signed(largest.cause.amount)}  Turn {largest.turn}: " in text
        why = await press(pilot, "enter")
    assert "Why: Security" in why
    turn = next(turn for turn in security.turns if turn.turn == largest.turn)
    assert points(turn.before) in why
    assert points(turn.after) in why


async def test_every_value_is_told_exactly_and_hidden_ones_are_marked_as_such() -> None:
    session = over()
    series = {(s.label, s.place): s for s in facts_of(session.program, session.state).indicators}
    wanted = series["Crisis preparedness", "Tajikistan"]
    async with opened(session, (120, 400)) as pilot:
        text = shown(pilot)
        await go_to(pilot, "values")
        assert "Why: " in await press(pilot, "f3")
    start, end, last = wanted.values[0], wanted.values[2], wanted.values[-1]
    whole = [f"{(value + 50) // 100:>3}" for value in (start, end, last)]
    assert f"{whole[0]} → {whole[1]} ┊ {whole[2]}" in text
    assert "Hidden until the end (EndEx)" in text


async def test_what_landed_in_the_run_out_is_read_in_full() -> None:
    session = over()
    landed = [one for one in facts_of(session.program, session.state).pipeline if one.landed]
    async with opened(session) as pilot:
        await go_to(pilot, "run-out")
        text = await press(pilot, "end")
        assert f"{len(landed)} effects that were on their way at EndEx landed." in text
        assert landed[0].slot in await press(pilot, "enter")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_views_tell_their_finding_and_enter_opens_the_whole(size: tuple[int, int]) -> None:
    session = tiny_finished.__wrapped__()
    async with opened(session, size) as pilot:
        await go_to(pilot, "views")
        text = flat(shown(pilot))
        assert "What is: facts of the run" in text
        assert "For causes 2, for symptoms 2 budget units." in flat(await press(pilot, "7"))
        sheet = await press(pilot, "enter")
        assert "Funds for causes and for symptoms" in sheet.splitlines()[0]
        assert [line.split()[1:-1] for line in sheet.splitlines() if "all roles" in line] == [
            ["all", "roles", "2", "2"]
        ]
        assert "What is: facts of the run" in flat(await press(pilot, "enter", "home"))


async def test_what_the_group_says_stands_apart_and_follows_what_is_written_down() -> None:
    session = over()
    async with opened(session, (120, 60)) as pilot:
        await go_to(pilot, "views")
        text = shown(pilot)
        facts, _, judged = text.partition("What ought to be: the group's judgements")
        assert "What became of measures" in facts
        assert "Questions answered: 0 of" in flat(judged)
        await press(pilot, "f2")
        await write(pilot, "Everybody was heard.")
        await press(pilot, "f10", "enter")
        await go_to(pilot, "views")
        assert "Observations: 1." in flat(shown(pilot))
        assert "Everybody was heard." in flat(await press(pilot, "end", "enter"))


async def test_a_table_without_room_is_told_row_by_row() -> None:
    from exercise.report.document import Table
    from exercise.ui.view_text import table_text

    rows = (("Borders", "Highvale", "10 → 20", "5 → 6"), ("", "Rivermark", "0 → 1", ""))
    table = Table(("Issue", "Place", "Said", "Done"), rows, "By place", (2, 3))
    assert table_text(table, 60).plain.splitlines() == [
        "By place",
        "Issue    Place         Said   Done",
        "Borders  Highvale   10 → 20  5 → 6",
        "         Rivermark    0 → 1",
    ]
    assert table_text(table, 20).plain.splitlines() == [
        "By place",
        "Borders",
        "• Highvale: Said 10 → 20 · Done 5 → 6",
        "• Rivermark: Said 0 → 1",
    ]


async def test_answers_and_observations_land_in_the_report(tmp_path: Path) -> None:
    session = over(tmp_path / "one.exercise")
    async with opened(session, NARROW) as pilot:
        await go_to(pilot, "group-answers")
        await press(pilot, "enter")
        await write(pilot, "Being ready beats being strict.")
        assert "Being ready beats being strict." in await press(pilot, "f10")
        await press(pilot, "f2")
        await write(pilot, "Everybody was heard.")
        assert "About whom?" in await press(pilot, "f10")
        assert "+ Everybody was heard." in await press(pilot, "down", "enter")
        await press(pilot, "f4")
        await write(pilot, "Ask sooner.")
        text = await press(pilot, "f10", "enter")
        assert "To improve" in text
        assert "Ask sooner." in text
        text = await press(pilot, "f6", "3", "enter")
    report = tmp_path / "one.md"
    assert str(report) in text.replace("\n ", "").replace("\n", "")
    told = report.read_text(encoding="utf-8")
    for words in ("Being ready beats being strict.", "Everybody was heard.", "Ask sooner."):
        assert words in told
    assert session.journal.header.created_at[:10] in told


async def test_an_unkept_exercise_writes_its_report_into_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(over()) as pilot:
        await press(pilot, "f6", "enter", "f6", "enter")
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["first-steps-report-2.html", "first-steps-report.html"]


async def test_a_report_that_cannot_be_written_says_where_and_why(tmp_path: Path) -> None:
    session = over(tmp_path / "one.exercise")
    (tmp_path / "one.html").mkdir()
    async with opened(session) as pilot:
        text = await press(pilot, "f6", "enter")
    assert "⊘ The report cannot be written to" in text
    assert "directory" in text


async def test_closing_asks_and_leaves_everything_readable(tmp_path: Path) -> None:
    session = over(tmp_path / "one.exercise")
    async with opened(session) as pilot:
        assert "HOT WASH" in await press(pilot, "f10", "enter")
        text = await press(pilot, "f10", "down", "enter")
        assert "CLOSED" in text
        assert str(tmp_path / "one.exercise") in text.replace("\n ", "").replace("\n", "")
        assert "Esc launcher" in text
        assert "F2 note strength" not in text
        assert "Why: " in await press(pilot, "enter")
        await press(pilot, "escape")
        assert app_of(pilot).table is not None
        await press(pilot, "f10")
        assert app_of(pilot).table is None


async def test_a_persons_words_are_not_read_as_markup() -> None:
    session = tiny_finished.__wrapped__()
    async with opened(session) as pilot:
        await go_to(pilot, "observed")
        text = await press(pilot, "enter")
    assert all(part in text for part in HOSTILE.split())


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_tab_goes_through_all_parts(size: tuple[int, int]) -> None:
    async with opened(over(), size) as pilot:
        seen = set()
        for _ in range(8):
            await press(pilot, "tab")
            assert pilot.app.focused is not None
            assert pilot.app.focused.region.width > 20
            seen.add(pilot.app.focused.id)
    lists = {"turning", "values", "run-out", "views", "group-answers", "observed"}
    assert seen == {"path", "talk", *lists}


async def test_the_debrief_speaks_russian() -> None:
    async with opened(over(), language="ru") as pilot:
        text = shown(pilot)
    assert "Повороты" in text
    assert "конец:" in text
