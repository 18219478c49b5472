"""What hostile input costs against what it may cost: 50 ms and 0.2 s for each mebibyte, and 32 MiB of memory."""

from __future__ import annotations

from bench.measure import written
from tests.hostile.probe import FAMILIES, MEBIBYTE, Cost, costs


def report(runs: int) -> None:
    """Print every attack, the worst first; of several runs the least time counts, for other work only adds to it."""
    best: dict[tuple[str, str], Cost] = {}
    for family in FAMILIES:
        for cost in (cost for _ in range(runs) for cost in costs(family)):
            earlier = best.get((family, cost.name))
            if earlier is None or cost.seconds < earlier.seconds:
                best[family, cost.name] = cost
    ordered = sorted(best.values(), key=lambda cost: -cost.share)
    print(
        f"\n{'hostile input, worst first':62}{'input':>10}{'time':>10}{'allowed':>10}{'memory':>10}{'share':>8}"
    )
    for cost in ordered:
        print(_line(cost))
    beyond = sum(cost.share > 1 for cost in ordered)
    print(f"  {len(ordered)} attacks, {beyond} beyond what they may cost")


def _line(cost: Cost) -> str:
    name = f"  {cost.family}: {cost.name}"
    size, growth = (f"{amount / MEBIBYTE:.2f} MiB" for amount in (cost.size, cost.growth))
    return f"{name:62}{size:>10}{written(cost.seconds):>10}{written(cost.budget):>10}{growth:>10}{cost.share:>8.2f}"
