"""From a tree to an authored model: every mistake as one clear sentence at its place.

The validator's own reports are read here and nowhere else; none of its wording reaches a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, islice
from typing import Any, TypeVar

from msgspec import Struct, field, json
from pydantic import BaseModel, ValidationError

from exercise.errors import Problem
from exercise.library.positions import Path, at_path, follow, node_at
from exercise.library.shapes import keys_at
from exercise.library.strict_yaml import MappingNode, Node, ScalarNode, SequenceNode, plain
from exercise.library.validation_messages import (
    MISMATCHES,
    Report,
    sentence,
    wrong_kind,
)
from exercise.limits import MAX_PROBLEMS
from exercise.model.agreement import Agreement
from exercise.model.effect import EFFECT_KEYS, EFFECTS
from exercise.model.inject import Inject
from exercise.model.measure import Measure
from exercise.model.rule import Rule
from exercise.nearest import Hints

__all__ = ["validate"]

_EFFECT_LISTS = ("effects", "yields", "side_effects")
_LACKING = ("missing", "too_short", "value_error")
"""Reports that may only say that something has been left out."""
_SHARED: tuple[type[BaseModel], ...] = (*EFFECTS, Rule, Measure, Inject, Agreement)
"""What stands in several kinds of cards."""
_LARGE = 800
"""Entries of all sections; no exercise that people play has as many."""
_BEGINNING = 100
"""Values at the beginning of a tree that are looked at before the others, where very much may be wrong."""
_M = TypeVar("_M", bound=BaseModel)


def validate(
    model: type[_M], tree: MappingNode, sections: Sequence[str] = ()
) -> tuple[_M | None, list[Problem]]:
    """Return the model that a tree describes, or what is wrong with it.

    Args:
        model: The class to build.
        tree: What the author wrote.
        sections: Keys that may stand in a file of their own, for the advice on a missing one.
    """
    _build_shared()
    raw = _at_once(model, tree) if _is_large(tree) else []
    too_many = bool(raw)
    try:
        if not too_many:
            return model.model_validate_json(json.encode(plain(tree))), []
    except ValidationError as error:
        too_many = error.error_count() > MAX_PROBLEMS
        raw = _first(model, tree) if too_many else _details(error)
    reports = [r for r in (_report(tree, details) for details in raw) if not _follows(r)]
    kept = [
        report for _, group in groupby(reports, _union) for report in _one_branch(tree, list(group))
    ]
    problems = list(_Explainer(model, tree, sections).problems(kept))
    if too_many:
        message = "there are more problems than are told at once; mend these first"
        problems.append(at_path(tree, (), message, "too-many-problems"))
    return None, problems


@cache
def _build_shared() -> None:
    """Build the validators of what cards share, which each of them would build again as a part of its own."""
    for part in _SHARED:
        part.model_rebuild()


def _details(error: ValidationError) -> list[Any]:
    return list(error.errors(include_url=False, include_input=False))


def _is_large(tree: MappingNode) -> bool:
    """Whether a tree has so many entries that a look at its beginning costs next to nothing beside them."""
    sections = (section for _, section in tree.entries.values())
    return sum(len(s.entries) for s in sections if isinstance(s, MappingNode)) > _LARGE


def _at_once(model: type[BaseModel], tree: MappingNode) -> list[Any]:
    """Return the problems that are told if the beginning of a tree has more than that, else nothing.

    The validator would look for all of them, which takes long where every entry is wrong.
    """
    found = _wrong_in(model, tree, _BEGINNING)
    return found[:MAX_PROBLEMS] if len(found) > MAX_PROBLEMS else []


def _wrong_in(model: type[BaseModel], tree: MappingNode, values: int) -> list[Any]:
    """Return what is wrong by itself with the first values of a tree."""
    beginning = _Beginning(values)
    shortened = beginning.of(tree, ())
    try:
        model.model_validate_json(json.encode(shortened))
    except ValidationError as error:
        wrong = (one for one in _details(error) if not beginning.explains(_report(tree, one)))
        return list(islice(wrong, MAX_PROBLEMS + 1))
    return []


def _first(model: type[BaseModel], tree: MappingNode) -> list[Any]:
    """Return what is wrong at the beginning of a tree in which very much is wrong.

    The validator tells everything or nothing, which takes long where there is very much. So it is given the first
    values alone, and more of them until some are wrong by themselves and not only because the rest is missing.
    """
    values = _BEGINNING
    while True:
        found = _wrong_in(model, tree, values)
        if found:
            return found[:MAX_PROBLEMS]
        values *= 4


class _Beginning(Struct):
    """The first values of a tree.

    Attributes:
        left: How many values there may still be.
        cut: Paths of lists and mappings that lack something for it.
    """

    left: int
    cut: set[Path] = field(default_factory=set)

    def of(self, node: Node, path: Path) -> object:
        """Return a node as dicts, lists and scalars, as far as there may be values."""
        self.left -= 1
        if isinstance(node, ScalarNode):
            return node.value
        if isinstance(node, SequenceNode):
            items = [
                self.of(item, (*path, number))
                for number, item in enumerate(node.items)
                if self.left > 0
            ]
            self._note(path, len(items) < len(node.items))
            return items
        entries = {
            key: self.of(value, (*path, key))
            for key, (_, value) in node.entries.items()
            if self.left > 0
        }
        self._note(path, len(entries) < len(node.entries))
        return entries

    def explains(self, report: Report) -> bool:
        """Whether a report may only say that something was left out here."""
        left_out = report.kind == "missing" and report.missing is None
        return report.kind in _LACKING and report.path[: -1 if left_out else None] in self.cut

    def _note(self, path: Path, is_cut: bool) -> None:
        if is_cut:
            self.cut.add(path)


def _report(tree: MappingNode, details: Any) -> Report:
    """Translate the validator's location to a path in the tree."""
    loc: tuple[str | int, ...] = details["loc"]
    kind: str = details["type"]
    path: list[str | int] = []
    node: Node = tree
    union: Path | None = None
    missing: str | int | None = None
    on_key = bool(loc) and loc[-1] == "[key]"
    for number, step in enumerate(loc[:-1] if on_key else loc):
        if _is_effect_tag(loc, number):
            continue
        following = follow(node, step)
        if following is not None:
            path.append(step)
            node = following[1]
        elif kind == "missing" and number == len(loc) - 1:
            missing = step
        elif union is None:
            union = tuple(path)
    context = details.get("ctx") or {}
    return Report(
        kind=kind,
        path=tuple(path),
        node=node,
        context=context,
        message=details["msg"],
        on_key=on_key,
        missing=missing,
        union=union,
    )


def _follows(report: Report) -> bool:
    """Whether a list is called too short only because what stands in it is wrong."""
    if report.kind != "too_short":
        return False
    node = report.node
    count = len(node.items) if isinstance(node, SequenceNode) else 0
    count = len(node.entries) if isinstance(node, MappingNode) else count
    return count >= int(report.context["min_length"])


def _is_effect_tag(loc: Path, number: int) -> bool:
    return (
        number >= 2
        and isinstance(loc[number - 1], int)
        and loc[number - 2] in _EFFECT_LISTS
        and loc[number] in EFFECT_KEYS
    )


def _union(report: Report) -> tuple[Path | None, int]:
    """Reports of one choice between kinds of values belong together; all others stand alone."""
    return report.union, 0 if report.union is not None else id(report)


def _one_branch(tree: MappingNode, reports: list[Report]) -> list[Report]:
    """Keep what concerns the kind of value the author meant."""
    union = reports[0].union
    if union is None:
        return reports
    _, node = node_at(tree, union)
    if not isinstance(node, ScalarNode):
        inner = [r for r in reports if r.path != union or r.on_key or r.missing is not None]
        return inner or [_combined(reports)]
    precise = [report for report in reports if report.kind not in MISMATCHES]
    return precise[:1] or [_combined(reports)]


def _combined(reports: list[Report]) -> Report:
    first = reports[0]
    context = {"reports": reports}
    return Report(
        kind="union",
        path=first.path,
        node=first.node,
        context=context,
        message="",
        on_key=False,
        missing=None,
        union=first.union,
    )


class _Explainer(Struct):
    """Turns reports on one tree into problems."""

    model: type[BaseModel]
    tree: MappingNode
    sections: Sequence[str]
    hints: Hints = field(default_factory=Hints)
    _close: dict[Path, str | None] = field(default_factory=dict)
    _known: dict[Path, list[str]] = field(default_factory=dict)

    def problems(self, reports: list[Report]) -> Iterator[Problem]:
        """Yield one problem per mistake, in the order of the file's parts."""
        meant = set(self._meant(reports))
        for report in reports:
            if report.missing is not None and (report.path, report.missing) in meant:
                continue
            if report.kind != "extra_forbidden" or self._names_the_kind(report, reports):
                yield self._problem(report)

    def _names_the_kind(self, report: Report, reports: list[Report]) -> bool:
        """Of the keys of an effect without a kind, only the one nearest to a kind is wrong."""
        if not self._kindless_effect(report):
            return True
        beside = [r for r in reports if r.kind == report.kind and r.path[:-1] == report.path[:-1]]
        near = [r for r in beside if self._nearest(r) in EFFECT_KEYS]
        return report is (near or beside)[0]

    def _meant(self, reports: list[Report]) -> Iterator[tuple[Path, str | int]]:
        """Yield the missing keys that a misspelt key beside them stands for."""
        for report in reports:
            if report.kind != "extra_forbidden":
                continue
            yield report.path[:-1], self._nearest(report) or ""
            if self._kindless_effect(report):
                yield report.path[:-1], "change"

    def _problem(self, report: Report) -> Problem:
        if report.kind == "extra_forbidden":
            return self._unknown_key(report)
        if report.missing is not None:
            return self._missing(report)
        if report.kind == "value_error":
            return self._own_rule(report)
        if report.kind == "union":
            message, code = wrong_kind(report.context["reports"], report.node)
        else:
            message, code = sentence(report)
        return at_path(self.tree, report.path, message, code, key=report.on_key)

    def _unknown_key(self, report: Report) -> Problem:
        word = str(report.path[-1])
        keys = self._keys(report)
        close = self._nearest(report)
        hint = f". Did you mean '{close}'?" if close else f"; possible are {', '.join(keys)}"
        return at_path(
            self.tree, report.path, f"unknown key '{word}'{hint}", "unknown-key", key=True
        )

    def _nearest(self, report: Report) -> str | None:
        """Return the key that an unknown one may stand for."""
        if report.path not in self._close:
            close = self.hints.nearest(str(report.path[-1]), self._keys(report))
            self._close[report.path] = close
        return self._close[report.path]

    def _keys(self, report: Report) -> list[str]:
        """Return the keys that are possible beside an unknown one and not there yet."""
        inside = report.path[:-1]
        if inside not in self._known:
            self._known[inside] = self._possible(report)
        return self._known[inside]

    def _possible(self, report: Report) -> list[str]:
        keys = keys_at(self.model, self.tree, report.path[:-1])
        given = node_at(self.tree, report.path[:-1])[1]
        if self._kindless_effect(report):
            keys = [*EFFECT_KEYS, *keys]
        there = given.entries if isinstance(given, MappingNode) else {}
        return [key for key in dict.fromkeys(keys) if key not in there]

    def _kindless_effect(self, report: Report) -> bool:
        path = report.path
        if len(path) < 3 or path[-3] not in _EFFECT_LISTS or not isinstance(path[-2], int):
            return False
        _, node = node_at(self.tree, path[:-1])
        return isinstance(node, MappingNode) and not any(key in node.entries for key in EFFECT_KEYS)

    def _missing(self, report: Report) -> Problem:
        if isinstance(report.missing, int) or isinstance(report.node, SequenceNode):
            message = "this list is too short: a further item is needed"
            return at_path(self.tree, report.path, message, "length")
        message = f"the key '{report.missing}' is missing"
        if not report.path and report.missing in self.sections:
            message += f"; write it here, or in a file {report.missing}.yaml beside this one"
        elif self._is_effect(report):
            message = f"an effect needs one of the keys {', '.join(EFFECT_KEYS)}"
        return at_path(self.tree, report.path, message, "missing-key")

    def _is_effect(self, report: Report) -> bool:
        path = report.path
        in_list = len(path) >= 2 and path[-2] in _EFFECT_LISTS and isinstance(path[-1], int)
        return in_list and report.missing == "change"

    def _own_rule(self, report: Report) -> Problem:
        """Point at the key that the rule's sentence names first, else at the whole entry."""
        message = report.message.removeprefix("Value error, ")
        words = message.replace(":", " ").replace("'", " ").replace(",", " ").split()
        there = report.node.entries if isinstance(report.node, MappingNode) else {}
        named = next((word for word in words if word in there), None)
        path = report.path if named is None else (*report.path, named)
        return at_path(self.tree, path, message, "inconsistent", key=True)
