"""Comments by which an author lets a finding of the check stand, and says why.

``# check: allow CODE because REASON`` stands at the end of the line that is found fault with, or on a line of its own
above it; in Markdown it is ``<!-- check: allow CODE because REASON -->``. Only what does not keep a scenario from being
played can be allowed. A comment that gives no reason, or under which nothing is found, is itself told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from msgspec import Struct, field
from msgspec.structs import replace

from exercise.authoring.codes import known_codes
from exercise.errors import Problem
from exercise.library.shelf import Shelf
from exercise.library.strict_yaml import (
    MappingNode,
    ScalarNode,
    Source,
)
from exercise.library.yaml_nodes import scalars, sources_of
from exercise.nearest import Hints

__all__ = ["Allowances"]

_MARK = "check: allow"
_YAML = re.compile(r"(?:^|(?<=\s))#\s*check: allow\b(?P<rest>.*)$")
_MARKDOWN = re.compile(r"<!--\s*check: allow\b(?P<rest>.{0,500}?)-->")
_REST = re.compile(r"\s+(?P<code>\S+)(?:\s+because\s+(?P<reason>\S.*?))?\s*")
_LONGEST = 400
"""Characters of a comment that are looked at."""
_FORM = "write 'check: allow CODE because', and then the reason"


class _Allowance(Struct):
    """One comment.

    Attributes:
        place: Where it stands, as a problem to be told if it is of no use.
        code: What it allows.
        first: The first line that it covers.
        last: The last one.
        used: Whether something was found there.
    """

    place: Problem
    code: str
    first: int
    last: int
    used: bool = False


class _Comments(Struct, frozen=True):
    """The comments of one file, and what is wrong with them."""

    allowances: list[_Allowance] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)


class Allowances(Struct):
    """The comments of all files that were looked at, each file read once.

    Attributes:
        shelf: What was read before.
        faults: What is wrong with comments.
    """

    shelf: Shelf
    faults: list[Problem] = field(default_factory=list)
    _by_file: dict[str, list[_Allowance]] = field(default_factory=dict)

    def read_tree(self, tree: MappingNode) -> None:
        """Take in the comments of the files that a tree was read from."""
        for source in sources_of(tree):
            if source.file not in self._by_file:
                # Of a file that stays as it is, a scenario may still change what it says of a role.
                parts = tuple(node for _, node in tree.entries.values() if node.source is source)
                self._add(source.file, (source, *parts), partial(_in_yaml, source, tree))

    def read_notes(self, texts: Mapping[str, str]) -> None:
        """Take in the comments of Markdown files, given by their shown names."""
        for file, text in texts.items():
            if file not in self._by_file:
                self._add(file, text, partial(_in_markdown, file, text))

    def _add(self, file: str, given: object, read: Callable[[], _Comments]) -> None:
        found = self.shelf.once(("comments", file), given, read)
        self._by_file[file] = [replace(one) for one in found.allowances]
        self.faults += found.faults

    def left(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return the problems that nobody has allowed, and remember which comments were of use."""
        return [problem for problem in problems if not self._allows(problem)]

    def unused(self, files: Iterable[str]) -> Iterator[Problem]:
        """Yield a warning for each comment in some files under which nothing was found."""
        for file in files:
            for allowance in self._by_file.get(file, ()):
                if not allowance.used:
                    yield allowance.place

    def _allows(self, problem: Problem) -> bool:
        covering = [
            one
            for one in self._by_file.get(problem.file, ())
            if problem.severity == "warning"
            and one.code == problem.code
            and one.first <= problem.line <= one.last
        ]
        for one in covering:
            one.used = True
        return bool(covering)


def _in_yaml(source: Source, tree: MappingNode) -> _Comments:
    if not any(_MARK in line for line in source.lines):
        return _Comments()
    return _read(source, _YAML, [one for one in scalars(tree) if one.source is source])


def _in_markdown(file: str, text: str) -> _Comments:
    return _read(Source(file, tuple(text.split("\n"))), _MARKDOWN, [])


def _read(source: Source, form: re.Pattern[str], scalars: list[ScalarNode]) -> _Comments:
    found, hints = _Comments(), Hints()
    spoken = {
        line
        for node in scalars
        if _MARK in node.text
        for line in range(node.line, node.end_line + 1)
    }
    ends = _ends(scalars)
    covered = len(source.lines)
    # Backwards, so that the line below a comment is known without looking for it.
    for number in range(len(source.lines), 0, -1):
        line = source.line(number)
        match = form.search(line) if _MARK in line and number not in spoken else None
        if match is not None:
            first = number if line[: match.start()].strip() else covered
            _take(found, _Place(source, number, match), (first, ends.get(first, first)), hints)
        if line.strip() and not line.lstrip().startswith(("#", "<!--")):
            covered = number
    return found


def _take(found: _Comments, place: _Place, lines: tuple[int, int], hints: Hints) -> None:
    rest = _REST.fullmatch(place.match["rest"].rstrip()[:_LONGEST])
    if rest is None or rest["reason"] is None:
        what = "this comment does not say why" if rest else "this comment allows nothing"
        found.faults.append(place.problem(f"{what}; {_FORM}", "allow-form"))
        return
    code = rest["code"]
    if code not in known_codes():
        message = f"unknown code '{code[:40]}'{hints.did_you_mean(code, known_codes())}"
        found.faults.append(place.problem(message, "unknown-code"))
        return
    message = f"nothing is found here that '{code}' would allow; take the comment away"
    found.allowances.append(_Allowance(place.problem(message, "allow-unused"), code, *lines))


def _ends(scalars: Iterable[ScalarNode]) -> dict[int, int]:
    """Return by the line on which texts begin the last line of the longest."""
    ends: dict[int, int] = {}
    for node in scalars:
        ends[node.line] = max(node.end_line, ends.get(node.line, 0))
    return ends


class _Place(Struct, frozen=True):
    """Where a comment stands."""

    source: Source
    number: int
    match: re.Match[str]

    def problem(self, message: str, code: str) -> Problem:
        """Return a warning at the comment."""
        line = self.source.line(self.number)
        return Problem(
            file=self.source.file,
            line=self.number,
            column=self.match.start() + 1,
            severity="warning",
            message=message,
            code=code,
            source_line=line,
            length=max(1, len(self.match[0].rstrip())),
        )
