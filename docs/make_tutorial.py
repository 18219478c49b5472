"""Does what the tutorial says, in an empty folder, and writes what the program answered into it: `make tutorial`.

A block `sh` is run, and the block `text` after it is what the program said. A block `diff` changes a file: lines with a
space or a minus are found in it, and what has a space or a plus takes their place; with a plus alone they are added at
the end. A block `yaml` whose first line ends in `(add)` is added at the end of the file it names.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

from exercise.cli import main as run_command

PAGE = Path(__file__).resolve().parent / "tutorial.md"

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
_ADDED = re.compile(r"# (\S+) \(add\)\n")


class TutorialError(Exception):
    """The tutorial asks for something that cannot be done."""


def followed(page: str, folder: Path) -> str:
    """Do what a page says in a folder and return the page with what the program answered.

    Raises:
        TutorialError: A change does not fit the file it is for.
    """
    answers: list[str] = []

    def step(fence: re.Match[str]) -> str:
        kind, body = fence[1], fence[2]
        if kind == "sh":
            answers.append("".join(map(_answer, body.splitlines())))
        elif kind == "text" and answers:
            return f"```text\n{answers.pop().rstrip()}\n```"
        elif kind == "diff":
            _change(folder, body)
        elif kind == "yaml" and (added := _ADDED.match(body)):
            _add(folder / added[1], body[added.end() :])
        return fence[0]

    with _in(folder):
        return _FENCE.sub(step, page)


@contextmanager
def _in(folder: Path) -> Iterator[None]:
    """Work in a folder, and keep exercises there as well."""
    before = os.environ.get("XDG_DATA_HOME")
    os.environ["XDG_DATA_HOME"] = str(folder / "data")
    try:
        with chdir(folder):
            yield
    finally:
        os.environ.pop("XDG_DATA_HOME")
        if before is not None:
            os.environ["XDG_DATA_HOME"] = before


def _answer(command: str) -> str:
    """Run one command and return everything it printed."""
    words = shlex.split(command, comments=True)
    if words[0] != "exercise":
        raise TutorialError(f"only the program itself can be run: {command}")
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        run_command(words[1:])
    return said.getvalue()


def _change(folder: Path, body: str) -> None:
    head, *lines = body.splitlines(keepends=True)
    path = folder / head.removeprefix("--- ").strip()
    old = "".join(line[1:] for line in lines if line[0] in " -")
    new = "".join(line[1:] for line in lines if line[0] in " +")
    if not old:
        _add(path, new)
        return
    text = path.read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise TutorialError(f"{path.name} has this {text.count(old)} times, not once:\n{old}")
    path.write_text(text.replace(old, new), encoding="utf-8")


def _add(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        page = followed(PAGE.read_text(encoding="utf-8"), Path(folder).resolve())
    PAGE.write_text(page, encoding="utf-8", newline="\n")
    print(PAGE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
