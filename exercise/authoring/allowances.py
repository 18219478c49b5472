"""Comments by which an author lets a finding of the check stand, and says why.

``# check: allow CODE because REASON`` stands at the end of the line that is found fault with, or on a line of its own
above it; in Markdown it is ``<!-- check: allow CODE because REASON -->``. Only what does not keep a scenario from being
played can be allowed. A comment that gives no reason, or under which nothing is found, is itself told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from exercise.authoring.codes import known_codes
from exercise.errors import Problem
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


class Allowances(Struct):
    """The comments of all files that were looked at, each file read once.

    Attributes:
        faults: What is wrong with comments.
        hints: Looks for the code that was meant, as often as is worth it.
    """

    faults: list[Problem] = field(default_factory=list)
    hints: Hints = field(default_factory=Hints)
    _by_file: dict[str, list[_Allowance]] = field(default_factory=dict)

    def read_tree(self, tree: MappingNode) -> None:
        """Take in the comments of the files that a tree was read from."""
        for source in sources_of(tree):
            if source.file not in self._by_file:
                self._by_file[source.file] = []
                if any(_MARK in line for line in source.lines):
                    self._read(
                        source, _YAML, [one for one in scalars(tree) if one.source is source]
                    )

    def read_notes(self, texts: Mapping[str, str]) -> None:
        """Take in the comments of Markdown files, given by their shown names."""
        for file, text in texts.items():
            if file not in self._by_file:
                self._read(Source(file, tuple(text.split("\n"))), _MARKDOWN, [])

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

    def _read(self, source: Source, form: re.Pattern[str], scalars: list[ScalarNode]) -> None:
        found = self._by_file.setdefault(source.file, [])
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
                self._take(found, source, number, match, (first, ends.get(first, first)))
            if line.strip() and not line.lstrip().startswith(("#", "<!--")):
                covered = number

    def _take(
        self,
        found: list[_Allowance],
        source: Source,
        number: int,
        match: re.Match[str],
        lines: tuple[int, int],
    ) -> None:
        rest = _REST.fullmatch(match["rest"].rstrip()[:_LONGEST])
        if rest is None or rest["reason"] is None:
            what = "this comment does not say why" if rest else "this comment allows nothing"
            self.faults.append(_problem(source, number, match, f"{what}; {_FORM}", "allow-form"))
            return
        code = rest["code"]
        if code not in known_codes():
            message = f"unknown code '{code[:40]}'{self.hints.did_you_mean(code, known_codes())}"
            self.faults.append(_problem(source, number, match, message, "unknown-code"))
            return
        message = f"nothing is found here that '{code}' would allow; take the comment away"
        place = _problem(source, number, match, message, "allow-unused")
        found.append(_Allowance(place, code, *lines))


def _ends(scalars: Iterable[ScalarNode]) -> dict[int, int]:
    """Return by the line on which texts begin the last line of the longest."""
    ends: dict[int, int] = {}
    for node in scalars:
        ends[node.line] = max(node.end_line, ends.get(node.line, 0))
    return ends


def _problem(source: Source, number: int, match: re.Match[str], message: str, code: str) -> Problem:
    line = source.line(number)
    return Problem(
        file=source.file,
        line=number,
        column=match.start() + 1,
        severity="warning",
        message=message,
        code=code,
        source_line=line,
        length=max(1, len(match[0].rstrip())),
    )
