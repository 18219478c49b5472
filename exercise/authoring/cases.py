"""The cases of a scenario, each run and judged."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from msgspec import Struct
from msgspec.structs import replace

from exercise.authoring.case_acts import Path, StepRefusedError
from exercise.authoring.case_check import judge, judge_pair
from exercise.authoring.case_finding import Check
from exercise.authoring.case_language import check_case_language
from exercise.authoring.case_played import Run
from exercise.authoring.case_run import Programs, play
from exercise.engine.compile import CompileError
from exercise.errors import ExerciseError, ScenarioError
from exercise.library.case_files import read_cases
from exercise.library.folder import has_cases
from exercise.library.loader import LoadedScenario, load_scenario
from exercise.library.places import Library, open_library
from exercise.library.positions import at_path
from exercise.library.strict_yaml import MappingNode
from exercise.model.bundle import Bundle
from exercise.model.case import Case, CaseFile, Given
from exercise.model.step import Step


class Verdict(Struct, frozen=True):
    """What became of one case."""

    case: Case
    place: str
    """``file:line:column`` of the case."""
    checks: tuple[Check, ...]
    """Everything it expects; where a step is refused, that alone."""
    places: tuple[str, ...] = ()
    """``file:line:column`` of each check."""
    seconds: float = 0.0
    """Time it took on this machine; a run that another case has played costs nothing."""

    @property
    def misses(self) -> tuple[Check, ...]:
        """What was not found as expected."""
        return tuple(check for check in self.checks if not check.met)

    @property
    def passed(self) -> bool:
        """Whether everything expected was found."""
        return not self.misses


class CaseRunner:
    """Runs the cases of one scenario; equal runs are played once, and to the run-out if asked."""

    def __init__(self, loaded: LoadedScenario, library: Library | None = None) -> None:
        """Read the cases.

        Args:
            loaded: The scenario.
            library: Where alias files are looked for; the default library where it is not given.

        Raises:
            LibraryError: The scenario has none.
            ScenarioError: The file is wrong.
        """
        self.loaded = loaded
        self.library = library
        self.file, self.tree = read_cases(loaded)
        problems = check_case_language(self.file, self.tree, loaded.program)
        if problems:
            raise ScenarioError(problems)
        self.programs = Programs(loaded.bundle, self._named)
        self._played: dict[str, Run] = {}
        self._to_the_end: set[str] = set()

    def selected(self, words: str = "") -> list[int]:
        """Return the numbers of the cases whose name or refs hold every one of some words."""
        wanted = words.casefold().split()
        return [
            number
            for number, case in enumerate(self.file.cases)
            if all(word in " ".join((case.name, *case.refs)).casefold() for word in wanted)
        ]

    def verdicts(self) -> Iterator[Verdict]:
        """Yield each case's verdict, in file order."""
        for number in range(len(self.file.cases)):
            yield self.verdict(number)

    def verdict(self, number: int) -> Verdict:
        """Return what becomes of the case at a place in the file, counted from 0."""
        case = self.file.cases[number]
        begun = perf_counter()
        checks = tuple(self._checks(case))
        return Verdict(
            case,
            place_of(self.tree, ("cases", number, "name")),
            checks,
            tuple(place_of(self.tree, self._path(number, check.path)) for check in checks),
            perf_counter() - begun,
        )

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

    def _named(self, names: str) -> Bundle:
        library = open_library() if self.library is None else self.library
        return load_scenario(str(self.loaded.folder), library=library, aliases=names).bundle

    def _path(self, number: int, path: Path) -> Path:
        """Where something of a case stands in the file: a step of a plan stands in the plan."""
        if path[:1] in (("when",), ("compare_when",)):
            steps = getattr(self.file.cases[number], str(path[0]))
            if isinstance(steps, str):
                return ("plans", steps, *path[1:])
        return ("cases", number, *path)

    def _checks(self, case: Case) -> Iterator[Check]:
        paired = case.compare_when is not None or case.compare_given is not None
        keys = [("given", "when")]
        if paired:
            given = "given" if case.compare_given is None else "compare_given"
            keys.append((given, "when" if case.compare_when is None else "compare_when"))
        runs: list[Run] = []
        for given, when in keys:
            try:
                runs.append(self._first(case) if not runs else self._second(case))
            except ExerciseError as error:
                yield from _not_played(error, given, when)
                return
        for number, expect in enumerate(case.then):
            yield from _under("then", number, judge(runs[0], expect))
        for number, difference in enumerate(case.differs):
            yield from _under("differs", number, judge_pair(runs[0], runs[1], difference))

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


def _not_played(error: ExerciseError, given: str, when: str) -> Iterator[Check]:
    """What kept a run from being played, at the step or the start that did."""
    if isinstance(error, StepRefusedError):
        expected = "what it asks for is carried out"
        yield Check("step", expected, str(error), False, (when, *error.path))
    elif isinstance(error, CompileError):
        for finding in error.findings:
            path: Path = (given, *finding.path[1:])
            yield Check("start", "a scenario that can be played", finding.message, False, path)
    else:
        yield Check("start", "a scenario that can be played", str(error), False, (given, "names"))


def _under(key: str, number: int, checks: Iterator[Check]) -> Iterator[Check]:
    """Put what was found in an expectation at its place in the case."""
    for check in checks:
        yield replace(check, path=(key, number, *check.path))


def _to_the_end(case: Case) -> bool:
    """Whether a case looks at the run-out."""
    return "run_out" in [
        *(look.after for look in case.then),
        *(look.after for look in case.differs),
    ]


def plan_of(file: CaseFile, when: tuple[Step, ...] | str) -> tuple[Step, ...]:
    """Return the steps a case names or holds."""
    return file.plans[when] if isinstance(when, str) else when


def place_of(tree: MappingNode, path: Path) -> str:
    """Return ``file:line:column`` of something."""
    problem = at_path(tree, path, "", "")
    return f"{problem.file}:{problem.line}:{problem.column}"


def with_cases(library: Library) -> list[str]:
    """Return the scenarios of a library that have cases."""
    found = library.all("scenario")
    return [name for name in sorted(found) if has_cases(found[name].path)]


__all__ = ["CaseRunner", "Verdict", "place_of", "plan_of", "with_cases"]
