"""The names in a scenario's cases: each must stand for something in play.

Slots and conditions in cases are compiled where cases are run.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from exercise.engine.findings import unknown_code
from exercise.errors import Problem
from exercise.library.positions import Path, at_path
from exercise.library.strict_yaml import MappingNode
from exercise.library.telling import first_problems
from exercise.limits import MAX_PROBLEMS
from exercise.model.bundle import Bundle
from exercise.model.case import Case, CaseFile, Expect, Given
from exercise.model.step import Lift, RefusedAct, Respond, Rule, Step
from exercise.nearest import Hints

__all__ = ["check_case_names"]

_OF_A_RULING = ("role", "measure", "replace_by", "target")


def check_case_names(cases: CaseFile, tree: MappingNode, bundle: Bundle) -> list[Problem]:
    """Return one problem for each name in the cases that stands for nothing."""
    names = _CaseNames(tree, bundle)
    for plan, steps in cases.plans.items():
        names.steps(("plans", plan), steps)
    for number, case in enumerate(cases.cases):
        names.case(("cases", number), case, cases.plans)
    return list(first_problems(names.problems))


class _CaseNames:
    """What is in play, and what was not found."""

    def __init__(self, tree: MappingNode, bundle: Bundle) -> None:
        self.tree = tree
        self.problems: list[Problem] = []
        self.hints = Hints()
        self.roles = [place.role for place in bundle.scenario.places]
        self.measures = bundle.measures()
        self.injects = bundle.injects()
        self.agreements = bundle.agreements()
        self.red_lines = bundle.red_lines()
        self.presets = bundle.model.presets
        self.issues = bundle.model.issues
        self.targets = [*bundle.scenario.states, *self.roles]

    def need(self, path: Path, what: str, word: str, known: Collection[str]) -> None:
        """Note a word that is not among the known ones."""
        if word in known or len(self.problems) > MAX_PROBLEMS:
            return
        message = f"unknown {what} '{word}'{self.hints.did_you_mean(word, known)}"
        on_key = bool(path) and path[-1] == word
        self.problems.append(at_path(self.tree, path, message, unknown_code(what), key=on_key))

    def each(self, path: Path, what: str, words: Iterable[str], known: Collection[str]) -> None:
        """Check a list of words."""
        for number, word in enumerate(words):
            self.need((*path, number), what, word, known)

    def case(self, path: Path, case: Case, plans: Collection[str]) -> None:
        """Check one case."""
        for key in ("when", "compare_when"):
            steps = getattr(case, key)
            if isinstance(steps, str):
                self.need((*path, key), "plan", steps, plans)
            elif steps is not None:
                self.steps((*path, key), steps)
        self._given((*path, "given"), case.given)
        if case.compare_given is not None:
            self._given((*path, "compare_given"), case.compare_given)
        for number, expect in enumerate(case.then):
            self._expect((*path, "then", number), expect)

    def steps(self, path: Path, steps: Iterable[Step]) -> None:
        """Check the steps of a plan."""
        for number, step in enumerate(steps):
            self._step((*path, number), step)

    def _given(self, path: Path, given: Given) -> None:
        for key in ("vacant", "bots"):
            self.each((*path, key), "role", getattr(given, key), self.roles)
        for key in ("armed", "skipped"):
            self.each((*path, key), "inject", getattr(given, key), self.injects)
        for key in given.fit:
            self.need((*path, "fit", key), "issue", key, self.issues)
        if given.preset is not None:
            self.need((*path, "preset"), "preset", given.preset, self.presets)
        for issue in given.issues:
            self.need((*path, "issues", issue), "issue", issue, self.issues)

    def _step(self, path: Path, step: Step) -> None:
        for role, responses in step.responses.items():
            self.need((*path, "responses", role), "role", role, self.roles)
            for number, response in enumerate(responses):
                self._response((*path, "responses", role, number), response)
        for key in ("sponsor", "sign", "object", "withdraw"):
            for role, words in getattr(step, key).items():
                self.need((*path, key, role), "role", role, self.roles)
                self._agreements((*path, key, role), words)
        for key in ("clauses", "contributions"):
            for agreement in getattr(step, key):
                self.need((*path, key, agreement), "agreement", agreement, self.agreements)
        for key in ("arm", "disarm", "release", "hold", "skip"):
            self.each((*path, key), "inject", getattr(step, key), self.injects)
        for role, lifted in step.lift.items():
            self.need((*path, "lift", role), "role", role, self.roles)
            for number, what in enumerate(lifted):
                name = what.measure if isinstance(what, Lift) else what
                self.need((*path, "lift", role, number), "measure", name, self.measures)
        self._besides(path, step)

    def _besides(self, path: Path, step: Step) -> None:
        """Check what facilitators write, rule and arrange."""
        for number, card in enumerate(step.written):
            self.each((*path, "written", number, "to"), "role", card.to, self.roles)
        for phase, meanwhile in step.during.items():
            where = (*path, "during", phase)
            self.each((*where, "come"), "role", meanwhile.come, self.roles)
            self.each((*where, "release"), "inject", meanwhile.release, self.injects)
            self.each((*where, "leave"), "role", meanwhile.leave, self.roles)
        for number, rule in enumerate(step.rulings):
            self._optional((*path, "rulings", number), rule, _OF_A_RULING)
        for number, act in enumerate(step.refused):
            self._optional((*path, "refused", number), act, ("role",))

    def _optional(self, path: Path, holder: Rule | RefusedAct, keys: Iterable[str]) -> None:
        """Check names that need not be given."""
        kinds: dict[str, tuple[str, Collection[str]]] = {
            "role": ("role", self.roles),
            "measure": ("measure", self.measures),
            "replace_by": ("measure", self.measures),
            "target": ("target", self.targets),
        }
        for key in keys:
            word = getattr(holder, key)
            if word is not None:
                self.need((*path, key), kinds[key][0], word, kinds[key][1])

    def _response(self, path: Path, response: Respond) -> None:
        if response.measure is not None:
            self.need((*path, "measure"), "measure", response.measure, self.measures)
        if response.target is not None:
            self.need((*path, "target"), "target", response.target, self.targets)
        if response.inject is not None:
            self.need((*path, "inject"), "inject", response.inject, self.injects)
        if response.issue is not None:
            self.need((*path, "issue"), "issue", response.issue, self.issues)

    def _expect(self, path: Path, expect: Expect) -> None:
        for key in ("fired", "not_fired"):
            self.each((*path, key), "inject", getattr(expect, key), self.injects)
        for key in ("red_lines", "no_red_lines"):
            self.each((*path, key), "red line", getattr(expect, key), self.red_lines)
        for key in ("adopted", "not_adopted", "in_force", "not_in_force"):
            self._agreements((*path, key), getattr(expect, key))
        for key in ("may", "may_not"):
            self.each((*path, key), "measure", getattr(expect, key), self.measures)
        for name in expect.refusal:
            self.need((*path, "refusal", name), "measure", name, self.measures)
        if expect.role is not None:
            self.need((*path, "role"), "role", expect.role, self.roles)

    def _agreements(self, path: Path, words: Iterable[str]) -> None:
        for number, word in enumerate(words):
            agreement, _, clause = word.partition(".")
            self.need((*path, number), "agreement", agreement, self.agreements)
            if clause and agreement in self.agreements:
                known = self.agreements[agreement].clauses
                self.need((*path, number), "clause", clause, known)
