"""Running a scenario's cases and saying what differs. Writes to a function it is given; prints nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from exercise.authoring.case_check import Miss, judge, judge_pair
from exercise.authoring.case_run import Programs, Run, StepRefusedError, play
from exercise.errors import ScenarioError
from exercise.library.loader import LoadedScenario, has_cases, load_scenario, read_cases
from exercise.library.places import Library
from exercise.library.positions import at_path
from exercise.library.strict_yaml import MappingNode
from exercise.model.case import Case, CaseFile, Given, Step


class Verdict(Struct, frozen=True):
    """What became of one case."""

    case: Case
    place: str
    """``file:line:column`` of the case."""
    misses: tuple[Miss, ...]

    @property
    def passed(self) -> bool:
        """Whether everything expected was found."""
        return not self.misses


class CaseRunner:
    """Runs the cases of one scenario; equal runs are played once, and to the run-out if asked."""

    def __init__(self, loaded: LoadedScenario) -> None:
        """Read the cases.

        Raises:
            LibraryError: The scenario has none.
            ScenarioError: The file is wrong.
        """
        self.loaded = loaded
        self.file, self.tree = read_cases(loaded)
        self.programs = Programs(loaded.bundle)
        self._played: dict[str, Run] = {}
        self._to_the_end: set[str] = set()

    def verdicts(self) -> Iterator[Verdict]:
        """Yield each case's verdict, in file order."""
        for number, case in enumerate(self.file.cases):
            yield Verdict(case, _place(self.tree, number), tuple(self._misses(case)))

    def runs(self) -> tuple[Run, ...]:
        """Return every run played so far, each once."""
        return tuple(self._played.values())

    def runs_of(self, case: Case) -> tuple[Run, ...]:
        """Return the runs of a case: one, and a second where it compares.

        Raises:
            StepRefusedError: A step is refused.
        """
        first = self._first(case)
        return (first, self._second(case)) if case.differs else (first,)

    def _misses(self, case: Case) -> Iterator[Miss]:
        try:
            first = self._first(case)
            for expect in case.then:
                yield from judge(first, expect)
            if case.differs:
                second = self._second(case)
                for difference in case.differs:
                    yield from judge_pair(first, second, difference)
        except StepRefusedError as error:
            yield Miss(str(error))

    def _first(self, case: Case) -> Run:
        return self._play(case.given, case.when, _to_the_end(case))

    def _second(self, case: Case) -> Run:
        return self._play(
            case.given if case.compare_given is None else case.compare_given,
            case.when if case.compare_when is None else case.compare_when,
            _to_the_end(case),
        )

    def _play(self, given: Given, when: tuple[Step, ...] | str, run_out: bool) -> Run:
        steps = plan_of(self.file, when)
        key = given.model_dump_json() + "|" + "|".join(step.model_dump_json() for step in steps)
        if not (run_out and key not in self._to_the_end) and key in self._played:
            return self._played[key]
        run = self._played[key] = play(self.programs.of(given), given, steps, run_out)
        if run_out:
            self._to_the_end.add(key)
        return run


def _to_the_end(case: Case) -> bool:
    """Whether a case looks at the run-out."""
    return "run_out" in [
        *(look.after for look in case.then),
        *(look.after for look in case.differs),
    ]


def plan_of(file: CaseFile, when: tuple[Step, ...] | str) -> tuple[Step, ...]:
    """Return the steps a case names or holds."""
    return file.plans[when] if isinstance(when, str) else when


def _place(tree: MappingNode, number: int) -> str:
    problem = at_path(tree, ("cases", number, "name"), "", "")
    return f"{problem.file}:{problem.line}:{problem.column}"


def run_cases(names: list[str], library: Library, write: Callable[[str], None]) -> int:
    """Run the cases of scenarios and write what differs, then the counts; return the exit code."""
    passed = failed = 0
    for name in names:
        try:
            loaded = load_scenario(name, library=library)
            runner = CaseRunner(loaded)
        except ScenarioError as error:
            for problem in error.problems:
                write(problem.format())
            failed += 1
            continue
        for verdict in runner.verdicts():
            passed, failed = (passed + 1, failed) if verdict.passed else (passed, failed + 1)
            _write(verdict, write)
    write(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def _write(verdict: Verdict, write: Callable[[str], None]) -> None:
    if verdict.passed:
        return
    write(f"{verdict.place}: failed: {verdict.case.name}")
    for miss in verdict.misses:
        write(f"    {miss.message}")
        for detail in miss.details:
            write(f"        {detail}")


def with_cases(library: Library) -> list[str]:
    """Return the scenarios of a library that have cases."""
    found = library.all("scenario")
    return [name for name in sorted(found) if has_cases(found[name].path)]


__all__ = ["CaseRunner", "Verdict", "plan_of", "run_cases", "with_cases"]
