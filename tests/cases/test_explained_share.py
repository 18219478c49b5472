"""Nearly all change carries a rule, measure, inject or clause, and a source.

Funds and pools are left out of the sum: they are bookkeeping, and their rows are income, cost and
shares. What remains unexplained are the rows that hold a value at its bound, and fixed procedures.
"""

from __future__ import annotations

from exercise.authoring.case_run import Run
from exercise.engine.explain import source_of
from tests.support.shipped import all_runs, rows_in

AUTHORED = ("rule", "measure", "statement", "clause", "inject", "amplify")
BOOKKEEPING = ("funds", "pool", "actions")
LEAST = 95
"""Per cent of all absolute change over the cases of all shipped scenarios."""


def shares(run: Run) -> tuple[int, int]:
    """Explained and total absolute change of a run, hundredths."""
    explained = total = 0
    for row in rows_in(run):
        if run.program.slots.base[row.slot].family in BOOKKEEPING:
            continue
        total += abs(row.amount)
        if row.cause.kind in AUTHORED and source_of(run.program, row.cause):
            explained += abs(row.amount)
    return explained, total


def test_at_least_95_per_cent_of_all_change_is_explained() -> None:
    sums = [shares(run) for run in all_runs()]
    explained, total = (sum(parts) for parts in zip(*sums, strict=True))
    assert total > 0
    assert explained * 100 >= LEAST * total, f"{explained * 100 / total:.2f} % is explained"
