"""What an attack is: bytes made to harm, how they reach the program, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from exercise.authoring.check import check
from exercise.errors import ExerciseError
from exercise.library.strict_yaml import parse
from tests.support.tiny import FILES, NAME, only, write_library


class Trial(NamedTuple):
    """An attack that is ready to be carried out.

    Attributes:
        size: The bytes that the program is given.
        run: Gives them to it and returns what it says, line by line; nothing where it takes them.
    """

    size: int
    run: Callable[[], list[str]]


class Attack(NamedTuple):
    """One way to harm.

    Attributes:
        name: Unique in its family.
        prepare: Writes what is needed into an empty folder, untimed.
        said: Part of a line that must be said; empty where nothing is wrong but the size of it.
    """

    name: str
    prepare: Callable[[Path], Trial]
    said: str


def told(run: Callable[[], object]) -> list[str]:
    """Return what a refusal says, without the lines that only show the place."""
    try:
        run()
    except ExerciseError as error:
        return [line for line in str(error).split("\n") if not line.startswith("    ")]
    return []


def yaml_attack(name: str, content: Callable[[], str | bytes], said: str) -> Attack:
    """Return an attack by one YAML file."""

    def prepare(_: Path) -> Trial:
        text = content()
        data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        return Trial(len(data), lambda: told(lambda: parse(data, "hostile.yaml")))

    return Attack(name, prepare, said)


def library_attack(
    name: str,
    changes: Callable[[], Mapping[str, str]],
    said: str,
    prepare_more: Callable[[Path], None] = lambda _: None,
) -> Attack:
    """Return an attack by a scenario's folder, looked at by ``exercise check``.

    Args:
        name: Of the attack.
        changes: Files of the tiny library that are replaced or added, by their paths.
        said: As for :class:`Attack`.
        prepare_more: What else is done to the library's folder.
    """

    def prepare(folder: Path) -> Trial:
        root = write_library(folder.resolve())
        for path, text in changes().items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        prepare_more(root)
        size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file())
        return Trial(size, lambda: checked(root))

    return Attack(name, prepare, said)


def checked(root: Path) -> list[str]:
    """Return what the check says of the scenario in a library's folder, as lines."""
    result = check([NAME], only(root))
    problems = [problem.format().partition("\n")[0] for problem in result.problems]
    return [*result.failures, *(line.replace(f"{root.as_posix()}/", "") for line in problems)]


def tiny_file(name: str, old: str = "", new: str = "", more: str = "") -> str:
    """Return a file of the tiny library with one change and something after its end."""
    text = FILES[name]
    assert not old or text.count(old) == 1
    return text.replace(old, new) + more
