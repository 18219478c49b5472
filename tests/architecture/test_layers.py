"""The import rules of `pyproject.toml` hold, and each of them can be broken."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

HEADLESS = (
    "analysis",
    "authoring",
    "catalogue",
    "cli",
    "conduct",
    "engine",
    "errors",
    "journal",
    "library",
    "model",
    "plain",
    "players",
    "report",
    "session",
)
"""Everything that must start without Textual, as far as it exists."""


def present(name: str) -> bool:
    folder = ROOT / "exercise"
    return (folder / name).is_dir() or (folder / f"{name}.py").is_file()


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts of `folder` over the package in `folder`."""
    call = (
        "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    )
    environment = os.environ | {"PYTHONPATH": str(folder), "NO_COLOR": "1", "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, "-c", call],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_import_keeps_to_the_layers() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "statement", "contract"),
    [
        ("engine", "import exercise.conduct", "Imports point one way"),
        ("session", "import exercise.plain", "Imports point one way"),
        ("report", "import exercise.authoring", "Imports point one way"),
        ("engine", "import os.path", "The core is pure"),
        ("conduct", "from datetime import datetime", "The core is pure"),
        ("model", "import random", "The core is pure"),
        ("players", "import exercise.catalogue", "The app's strings stay"),
        ("plain", "import exercise.conduct.state", "Screens see views"),
        ("session", "import yaml", "YAML is read in the library alone"),
        ("report", "import textual.app", "Textual is known to the screens alone"),
        ("session", "import sqlite3", "The database belongs to the journal"),
        ("authoring", "import docx", "Word documents are written by the report"),
    ],
)
def test_a_broken_import_rule_is_named(
    tmp_path: Path, module: str, statement: str, contract: str
) -> None:
    shutil.copytree(ROOT / "exercise", tmp_path / "exercise")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    package = tmp_path / "exercise" / module
    file = package / "intruder.py" if package.is_dir() else package.with_suffix(".py")
    with file.open("a", encoding="utf-8") as opened:
        opened.write(f"\n{statement}\n")
    result = lint_imports(tmp_path)
    broken = [line for line in result.stdout.splitlines() if " BROKEN" in line]
    assert result.returncode != 0
    assert any(contract in line for line in broken), result.stdout + result.stderr


@pytest.mark.parametrize("name", [name for name in HEADLESS if present(name)])
def test_a_headless_package_starts_without_textual(name: str) -> None:
    code = (
        "import importlib, pkgutil, sys\n"
        f"top = importlib.import_module('exercise.{name}')\n"
        "for found in pkgutil.walk_packages(getattr(top, '__path__', []), top.__name__ + '.'):\n"
        "    importlib.import_module(found.name)\n"
        "print('textual' in sys.modules)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stdout.strip()) == (0, "False"), result.stderr
