"""A dry run: what bots make of a scenario, the same for the same seed, and nothing left on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from exercise.authoring.dry_run import dry_run
from exercise.session.auto import conduct
from exercise.session.start import begin_exercise
from tests.support.shipped import program_of
from tests.support.tiny import tiny_program


def test_each_turn_says_which_injects_came() -> None:
    run = dry_run(tiny_program(), seed=3)
    assert [(turn.turn, turn.time) for turn in run.turns] == [
        (1, "Spring"), (2, "Summer"), (3, "Autumn"),
    ]  # fmt: skip
    assert run.turns[0].released == ("first_families",)
    came = [name for turn in run.turns for name in turn.released]
    assert {*came, *run.never} == {"first_families", "rumour", "relief"}
    assert "relief" in run.never


def test_it_is_the_exercise_that_bots_play() -> None:
    program = program_of("first-steps")
    run = dry_run(program, seed=7)
    session = begin_exercise(program, 7, roster={"tajikistan": "bot"}, keep=False)
    conduct(session)
    assert run.axes == session.room().axes
    assert run.gauges == session.room().gauges
    last = session.state.turns[1]
    assert run.turns[-1].security == last.s2[program.slot("security")]
    assert len(run.turns) == program.bundle.scenario.turns


def test_the_same_seed_gives_the_same_run_in_either_language() -> None:
    program = tiny_program()
    assert dry_run(program, 5) == dry_run(program, 5)
    assert dry_run(program, 5).turns == dry_run(program, 5, "ru").turns


def test_the_end_is_told_in_bands() -> None:
    run = dry_run(tiny_program(), seed=3)
    assert {gauge.band for gauge in (*run.axes, *run.gauges)} <= {"low", "good"}
    assert [gauge.label for gauge in run.axes] == ["Security", "Rights"]


def test_nothing_is_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    dry_run(tiny_program())
    assert list(tmp_path.rglob("*")) == []
