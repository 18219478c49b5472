"""How fast playthroughs without people are: the reference interpreter, and Python generated from the same Program.

Both play the same playthroughs to the same last digit, with every rule counted. A ratio below 1 says how much less
time generated code takes; what it costs to generate is shown apart, because a batch pays it once.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.exercises import SCENARIOS, SEED, program_of
from bench.measure import Case, Subject
from exercise.analysis.batch.generated import Generated
from exercise.analysis.batch.policy import Idle, Policy, Table, Uniform, table_of
from exercise.analysis.batch.reference import Reference
from exercise.engine.world import Key

FEW, MANY = 2, 20
_COLLECTING = 500_000
"""New objects before garbage is looked for, as in the commands."""


def subjects(_: Path) -> Iterator[Subject]:
    gc.set_threshold(_COLLECTING)
    for name in SCENARIOS:
        table = table_of(program_of(name))
        for words, policy in (("at random", Uniform(table)), ("nothing", Idle())):
            yield _subject(f"{name}: playthroughs, seats decide {words}", table, policy)


def _subject(title: str, table: Table, policy: Policy) -> Subject:
    reference, generated = Reference(table), Generated(table)
    assert reference.play(policy, Key(SEED)) == generated.play(policy, Key(SEED))

    def notes(medians: dict[str, float]) -> Iterator[str]:
        first, second = medians["reference interpreter"], medians["generated Python"]
        yield f"reference: {1 / first:,.1f} a second; generated: {1 / second:,.1f}, {first / second:.1f} times as many"

    return Subject(
        title,
        "playthrough",
        (
            Case("reference interpreter", partial(_play, reference, policy, FEW), FEW),
            Case("generated Python", partial(_play, generated, policy, MANY), MANY),
            Case("generating and compiling it", lambda: Generated(table)),
        ),
        notes,
    )


def _play(player: Reference | Generated, policy: Policy, count: int) -> None:
    for number in range(count):
        player.play(policy, Key(SEED, number))
