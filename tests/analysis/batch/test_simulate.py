"""A batch gives the same whoever plays it, keeps what was done, and says nothing where the back ends differ."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import pairwise
from statistics import mean, variance
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from exercise.analysis.batch.played import Played
from exercise.analysis.batch.policy import table_of
from exercise.analysis.batch.reference import Reference
from exercise.analysis.batch.simulate import (
    PORTION,
    Batch,
    DifferenceError,
    playing_of,
    policy_of,
    simulate,
)
from exercise.analysis.batch.summary import ENOUGH, summary_of
from exercise.analysis.batch.tally import Moments, Tally
from exercise.analysis.batch.telling import as_json, as_text
from exercise.engine.world import Key
from exercise.errors import ExerciseError
from exercise.library.bundles import bundle_bytes
from tests.support.shipped import program_of

PROGRAM = program_of("first-steps")
TABLE = table_of(PROGRAM)
BATCH = Batch(bundle_bytes(PROGRAM.bundle), "uniform", 3, 3 * PORTION - 20)


@cache
def played_here() -> Tally:
    return simulate(BATCH)


@cache
def playthroughs(policy: str, runs: int) -> tuple[Played, ...]:
    playing = playing_of(TABLE)
    batch = replace(BATCH, policy=policy, runs=runs)
    chosen = policy_of(batch, TABLE)
    return tuple(playing.generated.play(chosen, Key(3, number)) for number in range(runs))


def told(tally: Tally, batch: Batch = BATCH) -> str:
    return as_json(summary_of(TABLE, batch, tally))


@pytest.mark.parametrize("policy", ["uniform", "least-used"])
def test_threads_and_processes_give_the_bytes_that_one_worker_gives(policy: str) -> None:
    batch = replace(BATCH, policy=policy)
    alone = told(simulate(batch), batch)
    with ThreadPoolExecutor(3) as threads:
        assert told(simulate(batch, 3, executor=threads), batch) == alone
    assert told(simulate(batch, 2), batch) == alone


def test_another_seed_gives_something_else() -> None:
    assert told(simulate(replace(BATCH, seed=4))) != told(played_here())


def test_every_playthrough_is_counted_once_and_the_first_is_checked() -> None:
    assert (played_here().runs, played_here().checked) == (BATCH.runs, 1)
    assert sum(played_here().values[0].values()) == BATCH.runs


def test_an_interrupted_batch_keeps_what_is_done_and_says_so() -> None:
    def interrupt(done: int) -> None:
        if done == 2 * PORTION:
            raise KeyboardInterrupt

    tally = simulate(BATCH, progress=interrupt)
    assert tally.runs == 2 * PORTION
    summary = summary_of(TABLE, BATCH, tally)
    text = as_text(summary, PROGRAM.bundle, "en")
    assert f"Interrupted: {2 * PORTION} of {BATCH.runs} playthroughs are done and counted." in text


@pytest.mark.parametrize("at", [3, 20, 40])
def test_an_interruption_between_two_sums_counts_a_portion_whole_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    merge, calls = Moments.merge, 0

    def interrupted(self: Moments, other: Moments) -> None:
        nonlocal calls
        calls += 1
        if calls == at + len(first.options):
            raise KeyboardInterrupt
        merge(self, other)

    first = simulate(replace(BATCH, runs=PORTION))
    monkeypatch.setattr(Moments, "merge", interrupted)
    assert simulate(BATCH) == first


def test_a_batch_stops_where_the_reference_interpreter_differs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    right = Reference.play

    def wrong(self: Reference, *given: Any) -> Played:
        played = right(self, *given)
        return replace(played, values=(played.values[0] + 1, *played.values[1:]))

    monkeypatch.setattr(Reference, "play", wrong)
    with pytest.raises(DifferenceError, match=r"playthrough 0 of seed 3 .*\(values\)"):
        simulate(BATCH)


def test_a_difference_comes_whole_out_of_another_process() -> None:
    with ProcessPoolExecutor(1) as pool, pytest.raises(DifferenceError, match="playthrough 7"):
        pool.submit(_differ).result()


def _differ() -> None:
    raise DifferenceError(Key(1, 7), ("values",))


def test_a_dead_worker_is_told_in_one_sentence() -> None:
    class Dead(Executor):
        def submit(self, *_: Any, **__: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(BrokenProcessPool())
            return future

    with pytest.raises(ExerciseError, match="a worker has died"):
        simulate(BATCH, executor=Dead())


def test_what_waits_does_not_grow_with_the_batch() -> None:
    class Slow(ThreadPoolExecutor):
        waiting = most = 0

        def submit(self, fn: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
            self.waiting += 1
            self.most = max(self.most, self.waiting)
            future = super().submit(lambda: Tally(runs=1))
            future.add_done_callback(lambda _: setattr(self, "waiting", self.waiting - 1))
            return future

    with Slow(1) as pool:
        total = simulate(replace(BATCH, runs=40 * PORTION), 2, executor=pool)
    assert total.runs == 40
    assert pool.most <= 4


@given(st.lists(st.integers(0, 60), max_size=4))
@settings(max_examples=20, deadline=None)
def test_portions_add_up_to_the_whole_however_they_are_cut(cuts: list[int]) -> None:
    every = playthroughs("uniform", 60)
    whole, parts = Tally(), Tally()
    for played in every:
        whole.add(played)
    ends = [0, *sorted(cuts), len(every)]
    for first, last in reversed([*pairwise(ends)]):
        part = Tally()
        for played in every[first:last]:
            part.add(played)
        parts.merge(part)
    assert parts == whole


def test_an_effect_is_the_difference_of_two_means_with_its_interval() -> None:
    every = playthroughs("uniform", 120)
    tally = Tally()
    for played in every:
        tally.add(played)
    summary = summary_of(TABLE, replace(BATCH, runs=120), tally)
    option = summary.options[0]
    place = PROGRAM.numbers.role[option.role], PROGRAM.numbers.measure[option.measure]
    groups: tuple[list[int], list[int]] = [], []
    for played in every:
        used = any(
            (one.role, one.measure) == place for turn in played.inputs for one in turn.responses
        )
        groups[used].append(played.course[-1][1])
    without, with_it = groups
    effect = mean(with_it) - mean(without)
    around = 1.96 * (variance(with_it) / len(with_it) + variance(without) / len(without)) ** 0.5
    found = option.axes["rights"]
    assert option.runs == len(with_it) >= ENOUGH
    assert (found.effect, found.low, found.high) == (
        round(effect),
        round(effect - around),
        round(effect + around),
    )


def test_options_stand_by_the_larger_change_on_either_axis_and_show_both() -> None:
    options = summary_of(TABLE, BATCH, played_here()).options
    sizes = [max(abs(axis.effect) for axis in option.axes.values()) for option in options]
    assert sizes == sorted(sizes, reverse=True)
    assert all([*option.axes] == ["security", "rights"] for option in options)


def test_ends_of_an_axis_are_those_of_the_sorted_playthroughs() -> None:
    every = playthroughs("uniform", 60)
    tally = Tally()
    for played in every:
        tally.add(played)
    spread = summary_of(TABLE, replace(BATCH, runs=60), tally).axes["security"]
    ends = sorted(played.course[-1][0] for played in every)
    assert (spread.low, spread.middle, spread.high) == (ends[2], ends[29], ends[56])
    assert spread.mean == round(mean(ends))
    assert sum(runs for _, runs in spread.bins) == 60


def test_what_did_not_happen_is_called_not_seen_and_nothing_else() -> None:
    batch = replace(BATCH, policy="none", runs=PORTION)
    summary = summary_of(TABLE, batch, simulate(batch))
    text = as_text(summary, PROGRAM.bundle, "en")
    assert summary.never.rules
    assert f"Not seen in {PORTION} of {PORTION} playthroughs" in text
    assert "Nothing here is proved to be impossible" in text
    assert not summary.never.options
    for word in ("unreachable", "cannot", "never"):
        assert word not in text.lower().replace("never_", "")


def test_moments_of_nothing_add_nothing() -> None:
    some = Moments()
    some.add((5, -7))
    some.merge(Moments())
    assert some == Moments(1, [5, -7], [25, 49])
