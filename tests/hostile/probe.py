"""What attacks cost, each in a process of its own.

`python -m tests.hostile.probe FAMILY` writes one line of JSON for each attack of a family.

Everything is imported, and every validator and pattern made, before an attack begins: that happens at each start of the
program and is no cost of the attack. Time is that of the processor, so that other work on the machine counts little.
"""

from __future__ import annotations

import gc
import multiprocessing
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec

from tests.hostile.attack import Attack, Trial, checked
from tests.support.memory import peak_bytes
from tests.support.tiny import write_library

FAMILIES = ("yaml", "expression", "scenario", "archive", "sheet")
ROOT = Path(__file__).parents[2]
MEBIBYTE = 1024 * 1024
BASE_SECONDS = 0.05
SECONDS_PER_MEBIBYTE = 0.2
MOST_GROWTH = 32 * MEBIBYTE
SLOWEST = 60
"""Seconds after which an attack is ended."""
_KEPT = 3


class Cost(msgspec.Struct):
    """What one attack came to.

    Attributes:
        family: Of the attack.
        name: Of the attack.
        size: Bytes that the program was given.
        seconds: Time of the processor.
        growth: Bytes by which the peak of the memory rose.
        said: The first lines of what was said.
        lines: How many lines were said.
    """

    family: str
    name: str
    size: int
    seconds: float
    growth: int
    said: list[str]
    lines: int

    @property
    def budget(self) -> float:
        """Seconds that the attack may take."""
        return BASE_SECONDS + SECONDS_PER_MEBIBYTE * self.size / MEBIBYTE

    @property
    def share(self) -> float:
        """The larger share of what is allowed, of time or of memory; above 1 is too much."""
        return max(self.seconds / self.budget, self.growth / MOST_GROWTH)


def attacks(family: str) -> tuple[Attack, ...]:
    """Return the attacks of a family."""
    found: tuple[Attack, ...] = import_module(f"tests.hostile.{family}_attacks").ATTACKS
    return found


def costs(family: str) -> list[Cost]:
    """Return what every attack of a family costs, measured from a fresh process."""
    command = [sys.executable, "-m", "tests.hostile.probe", family]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return [msgspec.json.decode(line, type=Cost) for line in done.stdout.splitlines()]


def main() -> None:
    """Measure one family."""
    family = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        root = write_library(Path(folder).resolve() / "warm")
        checked(root)
        gc.collect()
        gc.freeze()  # or children would copy all memory by looking through it
        for number, attack in enumerate(attacks(family)):
            place = Path(folder) / str(number)
            place.mkdir()
            print(msgspec.json.encode(_apart(family, attack, place, root)).decode(), flush=True)


def _apart(family: str, attack: Attack, place: Path, root: Path) -> Cost:
    """Measure in a child, whose peak of memory is its own; where there is no fork, in this process."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return _measured(family, attack, attack.prepare(place), root)
    trial = attack.prepare(place)
    context = multiprocessing.get_context("fork")
    queue: Any = context.SimpleQueue()
    child = context.Process(
        target=lambda: queue.put(msgspec.json.encode(_measured(family, attack, trial, root)))
    )
    child.start()
    child.join(SLOWEST)
    if child.exitcode != 0:
        child.kill()
        return Cost(family, attack.name, trial.size, SLOWEST, 0, ["did not end"], 0)
    cost: Cost = msgspec.json.decode(queue.get(), type=Cost)
    return cost


def _measured(family: str, attack: Attack, trial: Trial, root: Path) -> Cost:
    checked(root)  # touches what a fork leaves to be fetched again
    memory, start = peak_bytes(), time.process_time()
    said = trial.run()
    seconds = time.process_time() - start
    growth = peak_bytes() - memory
    return Cost(family, attack.name, trial.size, seconds, growth, said[:_KEPT], len(said))


if __name__ == "__main__":
    main()
