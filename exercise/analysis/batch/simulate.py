"""Playing a scenario many times, in portions with fixed bounds, by as many workers as there are.

Written against :class:`concurrent.futures.Executor`: whatever runs functions elsewhere can play. The outcome is the
same for any number of workers, because every portion is played alike and exact sums add up in any order.
"""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import lru_cache
from threading import get_ident
from typing import Literal, get_args

from msgspec import Struct, field
from msgspec.structs import asdict

from exercise.analysis.batch.generated import Generated
from exercise.analysis.batch.played import Played
from exercise.analysis.batch.policy import Idle, LeastUsed, Plan, Policy, Table, Uniform, table_of
from exercise.analysis.batch.reference import Reference
from exercise.analysis.batch.tally import Tally
from exercise.engine.world import Key, TurnInput
from exercise.errors import ExerciseError
from exercise.session.compiled import program_of

PolicyName = Literal["uniform", "least-used", "none", "plan"]
POLICIES: tuple[PolicyName, ...] = get_args(PolicyName)
PORTION = 100
"""Playthroughs in one portion. It is part of the outcome: seats that take what was used least count within one."""
CHECKED = 10
"""The first playthrough of every so many portions is played on the reference interpreter as well."""
_AHEAD = 2
"""Portions that are handed out for each worker at a time, so that waiting takes no memory."""

_BEFORE_COLLECTING = 500_000
"""New objects before a worker looks for garbage."""


class Batch(Struct, frozen=True):
    """What is to be played; all that a worker needs."""

    scenario: bytes
    """A bundle's bytes."""
    policy: PolicyName
    seed: int
    runs: int
    plan: dict[int, TurnInput] = field(default_factory=dict)
    """By turn: decisions, for the policy ``plan``."""
    present: tuple[bool, ...] = ()
    """By role, whether its seat is held; as the scenario's own roster has it where absent."""

    @property
    def portions(self) -> range:
        """The numbers of its portions."""
        return range(-(-self.runs // PORTION))

    def playthroughs(self, portion: int) -> range:
        """Return the playthroughs of a portion."""
        return range(portion * PORTION, min(self.runs, (portion + 1) * PORTION))


class DifferenceError(ExerciseError):
    """Generated code has played otherwise than the reference interpreter: a fault of the engine."""

    def __init__(self, key: Key, what: tuple[str, ...]) -> None:
        """Name the playthrough and what differs in it."""
        super().__init__(
            f"playthrough {key.playthrough} of seed {key.seed} came out differently on the reference "
            f"interpreter ({', '.join(what)}); nothing is reported, for this is a fault of the engine"
        )
        self.key, self.what = key, what

    def __reduce__(self) -> tuple[type[DifferenceError], tuple[Key, tuple[str, ...]]]:
        """Let it come back whole from another process."""
        return DifferenceError, (self.key, self.what)


class Playing(Struct, frozen=True):
    """One scenario ready to be played in this process."""

    table: Table
    generated: Generated
    reference: Reference


def simulate(
    batch: Batch,
    workers: int = 1,
    progress: Callable[[int], None] = lambda done: None,
    executor: Executor | None = None,
) -> Tally:
    """Play a batch and return what it came to.

    Interrupted from the keyboard, it returns what had been played by then; ``runs`` says how much that is.

    Args:
        batch: What is to be played.
        workers: Processes that play at the same time; 1 plays in this one.
        progress: Told the number of playthroughs done after each portion.
        executor: Whatever else runs the portions; it is not shut down.

    Raises:
        DifferenceError: Generated code and reference interpreter differ.
        ExerciseError: A worker has died.
    """
    total = Tally()
    try:
        with _portions(batch, workers, executor) as played:
            for tally in played:
                # Whole or not at all, wherever an interruption comes.
                both = Tally()
                both.merge(total)
                both.merge(tally)
                total = both
                progress(total.runs)
    except KeyboardInterrupt:
        pass
    except BrokenProcessPool:
        raise ExerciseError(
            "a worker has died, most likely for want of memory; try fewer with --workers"
        ) from None
    return total


@contextmanager
def _portions(batch: Batch, workers: int, executor: Executor | None) -> Iterator[Iterator[Tally]]:
    """Give the portions as they are done; work not begun is given up at the end."""
    if executor is not None:
        yield _by_executor(batch, executor, workers)
    elif min(workers, len(batch.portions)) == 1:
        yield (play_portion(batch, portion) for portion in batch.portions)
    else:
        pool = ProcessPoolExecutor(min(workers, len(batch.portions)), initializer=_begin)
        try:
            yield _by_executor(batch, pool, workers)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _by_executor(batch: Batch, executor: Executor, workers: int) -> Iterator[Tally]:
    left = iter(batch.portions)
    waiting: set[Future[Tally]] = set()
    while True:
        while len(waiting) < workers * _AHEAD and (portion := next(left, None)) is not None:
            waiting.add(executor.submit(play_portion, batch, portion))
        if not waiting:
            return
        done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        for future in done:
            yield future.result()


def _begin() -> None:
    """Make a process a worker: it leaves interruptions to who waits for it, and seldom looks for garbage."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Next to nothing that a playthrough makes refers to itself, and a Program takes long to search.
    gc.set_threshold(_BEFORE_COLLECTING)


def play_portion(batch: Batch, portion: int) -> Tally:
    """Play one portion of a batch and return what it came to.

    Raises:
        DifferenceError: Generated code and reference interpreter differ.
    """
    playing = _playing(batch.scenario, batch.present, get_ident())
    policy, tally = policy_of(batch, playing.table), Tally()
    for number in batch.playthroughs(portion):
        played = playing.generated.play(policy, Key(batch.seed, number))
        tally.add(played)
        if portion % CHECKED == 0 and tally.runs == 1:
            _check(batch, playing, Key(batch.seed, number), played)
            tally.checked += 1
    if isinstance(policy, Plan):
        tally.dropped = policy.dropped
    return tally


def _check(batch: Batch, playing: Playing, key: Key, played: Played) -> None:
    """Play the first playthrough of a portion again; a policy that counts has then counted nothing yet."""
    expected = playing.reference.play(policy_of(batch, playing.table), key)
    if expected != played:
        found = asdict(played)
        raise DifferenceError(
            key, tuple(name for name, value in asdict(expected).items() if value != found[name])
        )


def policy_of(batch: Batch, table: Table) -> Policy:
    """Return a batch's policy as it stands at the beginning of a portion."""
    match batch.policy:
        case "uniform":
            return Uniform(table)
        case "least-used":
            return LeastUsed(table)
        case "none":
            return Idle()
    return Plan(table, batch.plan)


@lru_cache(maxsize=8)
def _playing(scenario: bytes, present: tuple[bool, ...], thread: int) -> Playing:
    """Return a scenario ready to be played in this thread: generated code works on lists of its own."""
    return playing_of(table_of(program_of(scenario), present))


def playing_of(table: Table) -> Playing:
    """Return a table ready to play."""
    return Playing(table, Generated(table), Reference(table))


__all__ = [
    "CHECKED",
    "POLICIES",
    "PORTION",
    "Batch",
    "DifferenceError",
    "Playing",
    "PolicyName",
    "play_portion",
    "playing_of",
    "policy_of",
    "simulate",
]
