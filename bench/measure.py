"""Interleaved runs, medians and ratios: what every subject of the bench shares."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

RUNS = 5


def written(seconds: float) -> str:
    """Return a time in the unit that keeps it readable."""
    for factor, unit in ((1, "s"), (1e3, "ms"), (1e6, "us")):
        if seconds * factor >= 1:
            return f"{seconds * factor:.2f} {unit}"
    return f"{seconds * 1e9:.0f} ns"


@dataclass(frozen=True)
class Case:
    """One thing to time."""

    name: str
    run: Callable[[], object]
    units: int = 1
    """How many of what the subject counts one call does."""
    prepare: Callable[[], object] = lambda: None
    """Called before each run, outside of its time."""
    measured: bool = False
    """Whether `run` returns what it measured itself, seconds or what else the subject shows."""


@dataclass(frozen=True)
class Subject:
    """Cases that are timed side by side; the first is the bare reference of the others."""

    title: str
    unit: str
    cases: tuple[Case, ...]
    notes: Callable[[dict[str, float]], Iterator[str]] = lambda medians: iter(())
    """Given the median seconds per unit by case, yields lines to print below the table."""
    written: Callable[[float], str] = written
    """How a value of the table is printed; times by default."""


def measure(subject: Subject, runs: int = RUNS) -> dict[str, list[float]]:
    """Return seconds per unit by case, one number per run; the cases take turns in every run."""
    times: dict[str, list[float]] = {case.name: [] for case in subject.cases}
    for _ in range(runs):
        for case in subject.cases:
            case.prepare()
            times[case.name].append(_taken(case) / case.units)
    return times


def _taken(case: Case) -> float:
    start = perf_counter()
    answer = case.run()
    seconds = perf_counter() - start
    if not case.measured:
        return seconds
    assert isinstance(answer, float)
    return answer


def show(subject: Subject, times: dict[str, list[float]]) -> None:
    """Print one subject's table."""
    bare = times[subject.cases[0].name]
    print(f"\n{subject.title}")
    print(f"{'':44}{subject.unit:>12}{'min':>11}{'max':>11}{'ratio':>9}{'min':>8}{'max':>8}")
    for name, seconds in times.items():
        ratios = sorted(one / other for one, other in zip(seconds, bare, strict=True))
        shown = (statistics.median(seconds), min(seconds), max(seconds))
        first, low, high = (subject.written(value) for value in shown)
        middle, least, most = (
            f"{value:.2f}" if value < 100 else f"{value:,.0f}"
            for value in (statistics.median(ratios), ratios[0], ratios[-1])
        )
        print(f"  {name:42}{first:>12}{low:>11}{high:>11}{middle:>9}{least:>8}{most:>8}")
    for line in subject.notes({name: statistics.median(each) for name, each in times.items()}):
        print(f"  {line}")


def fresh(folder: Path, suffix: str = "") -> Path:
    """Return a path in a folder at which there is nothing yet."""
    number = sum(1 for _ in folder.iterdir())
    path = folder / f"{number}{suffix}"
    while path.exists():
        number += 1
        path = folder / f"{number}{suffix}"
    return path
