"""Running the cases of scenarios and telling what differs, as text or as JSON. Prints nothing itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, Literal

from msgspec import Struct, field

from exercise.authoring.case_finding import Check
from exercise.authoring.cases import CaseRunner, Verdict
from exercise.errors import ExerciseError, Problem, ScenarioError
from exercise.library.loader import load_scenario
from exercise.library.places import Library

FORMAT = 1
"""Of the JSON; keys may be added within a format, none changes its meaning."""

Write = Callable[[str], None]
Progress = Callable[[int, int, int], None]
"""Is told how many cases have run, how many there are so far, and how many of them failed."""


class Wishes(Struct, frozen=True):
    """How cases are run and told."""

    words: str = ""
    """Only cases whose name or refs hold all of these words."""
    verbose: bool = False
    """Tell of passing cases too: what was expected, what moved the values, and how long it took."""
    fail_fast: bool = False
    """Stop after the first case that fails."""
    format: Literal["text", "json"] = "text"


class _Tally(Struct):
    """What has come of everything so far."""

    passed: int = 0
    failed: int = 0
    broken: int = 0
    """Scenarios whose files are wrong."""
    chosen: int = 0
    cases: list[dict[str, Any]] = field(default_factory=list)
    problems: list[dict[str, Any]] = field(default_factory=list)

    @property
    def wrong(self) -> int:
        """Failed cases and scenarios that could not be run."""
        return self.failed + self.broken


def run_cases(
    names: list[str],
    library: Library,
    write: Write,
    wishes: Wishes | None = None,
    progress: Progress | None = None,
) -> int:
    """Run the cases of scenarios and write what differs, then the counts.

    Args:
        names: Scenarios, or folders of scenarios.
        library: Where they are looked for.
        write: Gets one line, or several, of what is to be read.
        wishes: Which cases, and how they are told.
        progress: Is told after each case.

    Returns:
        0 where every case passed, else 1.

    Raises:
        ExerciseError: A scenario is not there or has no cases, or no case has the words that were given.
    """
    wishes = wishes or Wishes()
    tally = _Tally()
    for name in names:
        for verdict in _verdicts(name, library, wishes, tally, write):
            tally.passed, tally.failed = (
                (tally.passed + 1, tally.failed)
                if verdict.passed
                else (tally.passed, tally.failed + 1)
            )
            if wishes.format == "json":
                tally.cases.append(_as_data(name, verdict, wishes.verbose))
            else:
                _tell(verdict, wishes.verbose, write)
            if progress is not None:
                progress(tally.passed + tally.failed, tally.chosen, tally.failed)
            if wishes.fail_fast and tally.wrong:
                break
        if wishes.fail_fast and tally.wrong:
            break
    if wishes.words and not tally.chosen and not tally.broken:
        raise ExerciseError(
            f"no case has '{wishes.words}' in its name or refs; give fewer or other words"
        )
    write(_json(tally) if wishes.format == "json" else _counts(tally))
    return 1 if tally.wrong else 0


def _verdicts(
    name: str, library: Library, wishes: Wishes, tally: _Tally, write: Write
) -> Iterator[Verdict]:
    """Yield the verdicts of a scenario; where its files are wrong, tell that instead."""
    try:
        runner = CaseRunner(load_scenario(name, library=library), library)
    except ScenarioError as error:
        tally.broken += 1
        tally.problems.extend(_problem(problem) for problem in error.problems)
        if wishes.format == "text":
            write("\n".join(problem.format() for problem in error.problems))
        return
    chosen = runner.selected(wishes.words)
    tally.chosen += len(chosen)
    for number in chosen:
        yield runner.verdict(number)


def _counts(tally: _Tally) -> str:
    broken = ""
    if tally.broken:
        scenarios = "scenario" if tally.broken == 1 else "scenarios"
        broken = f", {tally.broken} {scenarios} not run"
    return f"{tally.passed} passed, {tally.failed} failed{broken}"


def _tell(verdict: Verdict, verbose: bool, write: Write) -> None:
    if verdict.passed and not verbose:
        return
    time = f" ({verdict.seconds:.2f} s)" if verbose else ""
    word = "passed" if verdict.passed else "failed"
    write(f"{verdict.place}: {word}: {verdict.case.name}{time}")
    told = [pair for pair in zip(verdict.checks, verdict.places, strict=True) if not pair[0].met]
    if verbose and verdict.passed:
        told = list(zip(verdict.checks, verdict.places, strict=True))
    explained = False
    for check, place in told:
        lines = check.reasons() if verbose or not explained else ()
        explained = explained or bool(lines)
        write(_told(check, place, (*check.silence(), *lines)))


def _told(check: Check, place: str, lines: tuple[str, ...]) -> str:
    head = (
        f"  {place}: {check.what}",
        f"    expected {check.expected}",
        f"    got      {check.got}",
    )
    return "\n".join((*head, *(f"      {line}" for line in lines)))


def _json(tally: _Tally) -> str:
    document = {
        "format": FORMAT,
        "passed": tally.passed,
        "failed": tally.failed,
        "not_run": tally.broken,
        "cases": tally.cases,
        "problems": tally.problems,
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _as_data(scenario: str, verdict: Verdict, verbose: bool) -> dict[str, Any]:
    """A case as JSON; ``checks`` are the misses alone unless everything is to be told."""
    told = [
        _check_data(check, place)
        for check, place in zip(verdict.checks, verdict.places, strict=True)
        if verbose or not check.met
    ]
    data = {
        "scenario": scenario,
        "name": verdict.case.name,
        "refs": list(verdict.case.refs),
        **_place(verdict.place),
        "passed": verdict.passed,
        "checks": told,
    }
    return data | {"seconds": round(verdict.seconds, 3)} if verbose else data


def _check_data(check: Check, place: str) -> dict[str, Any]:
    return {
        **_place(place),
        "what": check.what,
        "expected": check.expected,
        "got": check.got,
        "met": check.met,
        "why": [*check.silence(), *check.reasons()],
    }


def _place(place: str) -> dict[str, Any]:
    file, line, column = place.rsplit(":", 2)
    return {"file": file, "line": int(line), "column": int(column)}


def _problem(problem: Problem) -> dict[str, Any]:
    place = f"{problem.file}:{problem.line}:{problem.column}"
    return {**_place(place), "message": problem.message, "code": problem.code}


__all__ = ["FORMAT", "Progress", "Wishes", "run_cases"]
