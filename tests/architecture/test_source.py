"""House rules that no linter knows, read from the syntax tree of every module."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "exercise"

Finder = Callable[[ast.Module], Iterator[tuple[int, str]]]

SPEAKING = ("cli", "plain", "__main__")
"""The only modules that write to the terminal or end the process."""

EXACT = ("conduct", "engine", "model")
"""The modules whose results must be the same bytes on every machine."""

FILE_LINES = 400
FUNCTION_LINES = 40


def top_name(path: Path) -> str:
    """Return the name below `exercise` that `path` belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def modules(*, only: tuple[str, ...] = (), but: tuple[str, ...] = ()) -> list[Path]:
    files = sorted(PACKAGE.rglob("*.py"))
    return [
        path for path in files if (not only or top_name(path) in only) and top_name(path) not in but
    ]


def find_speech(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find calls that print, and everything that ends the process."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in {"print", "exit", "quit", "SystemExit"}:
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute) and ast.unparse(node) in {"sys.exit", "os._exit"}:
            yield node.lineno, ast.unparse(node)


def find_random(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find imports of the global generator."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import) and any(name.name == "random" for name in node.names):
            yield node.lineno, "import random"
        elif isinstance(node, ast.ImportFrom) and node.module == "random":
            yield node.lineno, "from random import"


def find_inexact(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find floats, true division, and the hash that differs from one process to the next."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            yield node.lineno, f"the float {node.value}"
        elif isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div):
            yield node.lineno, "division with '/'"
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in {"float", "hash"}:
            yield node.lineno, f"{ast.unparse(node.func)}()"


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function takes from `def` to its end, its docstring left out."""
    total = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return total
    docstring = function.body[0]
    return total - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def find_long(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find functions that no longer fit on a screen."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = code_lines(node)
            if lines > FUNCTION_LINES:
                yield node.lineno, f"{node.name} takes {lines} lines"


def report(paths: list[Path], find: Finder) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{line}: {what}"
        for path in paths
        for line, what in find(ast.parse(path.read_text(encoding="utf-8")))
    ]


def test_only_the_command_line_and_the_plain_front_end_print_or_exit() -> None:
    assert report(modules(but=SPEAKING), find_speech) == []


def test_nothing_uses_the_global_random_generator() -> None:
    assert report(modules(), find_random) == []


def test_the_core_computes_with_integers_alone() -> None:
    assert report(modules(only=EXACT), find_inexact) == []


def test_functions_fit_on_a_screen() -> None:
    assert report(modules(), find_long) == []


def test_files_stay_short_enough_to_read() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    long = [f"{path.relative_to(ROOT)}: {n}" for path, n in lengths.items() if n > FILE_LINES]
    assert long == []


@pytest.mark.parametrize(
    ("find", "source"),
    [
        (find_speech, "print('x')"),
        (find_speech, "import sys\nsys.exit(1)"),
        (find_speech, "raise SystemExit(2)"),
        (find_random, "import random"),
        (find_random, "from random import choice"),
        (find_inexact, "share = 0.5"),
        (find_inexact, "share = a / b"),
        (find_inexact, "share /= 2"),
        (find_inexact, "key = hash(name)"),
        (find_long, "def f():\n" + "    x = 1\n" * FUNCTION_LINES),
    ],
)
def test_what_the_rules_forbid_is_found(find: Finder, source: str) -> None:
    assert len(list(find(ast.parse(source)))) == 1


@pytest.mark.parametrize(
    ("find", "source"),
    [
        (find_speech, "console.print('x')"),
        (find_inexact, "half = total // 2"),
        (find_long, "def f():\n" + "    x = 1\n" * (FUNCTION_LINES - 1)),
        (find_long, 'def f():\n    """A\n' + "b\n" * FUNCTION_LINES + '    """\n    return 1'),
    ],
)
def test_what_the_rules_allow_is_not_found(find: Finder, source: str) -> None:
    assert list(find(ast.parse(source))) == []
