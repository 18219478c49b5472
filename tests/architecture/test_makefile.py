"""The Makefile says what it can do, does not lie, and fails with one clear message."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
TARGETS = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / ".ci" / "run"])

needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="GNU make is not installed")


def targets() -> list[str]:
    assert TARGETS is not None
    return TARGETS[1].split()


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make in `folder` as a person would, whatever make runs the tests."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES", "PYTHON", "ARGS"}
    }
    return subprocess.run(
        ["make", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder with the Makefile and the requirements, and nothing installed."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    return tmp_path


def fake_python(folder: Path, script: str) -> str:
    """Write a stand-in for `python3` and return its path."""
    path = folder / "fake-python"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@needs_make
@pytest.mark.parametrize("arguments", [(), ("help",)])
def test_help_lists_every_target_with_what_it_does(bare: Path, arguments: tuple[str, ...]) -> None:
    result = make(bare, *arguments)
    lines = dict(line.split(maxsplit=1) for line in result.stdout.splitlines()[1:-1])
    assert (result.returncode, result.stderr) == (0, "")
    assert sorted(lines) == sorted(targets())


@needs_make
@pytest.mark.parametrize("target", targets())
def test_every_target_can_be_planned(bare: Path, target: str) -> None:
    result = make(bare, "--dry-run", target)
    assert result.returncode == 0, result.stderr


@needs_make
def test_an_environment_made_elsewhere_is_made_again(bare: Path) -> None:
    """A checkout copied with its `.venv` must not start the Python of the other folder."""
    environment = bare / ".venv"
    (environment / "bin").mkdir(parents=True)
    (environment / "bin" / "python").symlink_to(sys.executable)
    for stamp in (".runtime", ".dev"):
        (environment / stamp).touch()
    here = environment / ".here"
    here.write_text(f"{bare.resolve()}\n", encoding="utf-8")
    for stamp in (".runtime", ".dev"):
        (environment / stamp).touch()
    assert "Making the environment" not in make(bare, "--dry-run", "install").stdout
    here.write_text("/somewhere/else\n", encoding="utf-8")
    assert "Making the environment" in make(bare, "--dry-run", "install").stdout


@needs_make
def test_a_missing_python_is_told_with_the_way_out(bare: Path) -> None:
    result = make(bare, "install", "PYTHON=python-that-is-not-there")
    assert result.returncode != 0
    assert 'not found as "python-that-is-not-there"' in result.stderr
    assert "make install PYTHON=" in result.stderr
    assert not (bare / ".venv").exists()


@needs_make
def test_a_python_out_of_range_is_told_with_its_version(bare: Path) -> None:
    python = fake_python(bare, 'case "$1" in -V) echo "Python 3.9.2" ;; *) exit 1 ;; esac')
    result = make(bare, "install", f"PYTHON={python}")
    assert result.returncode != 0
    assert "needs Python 3.11 to 3.14" in result.stderr
    assert "Python 3.9.2" in result.stderr
    assert not (bare / ".venv").exists()


@needs_make
def test_a_python_without_ensurepip_is_told_what_to_install(bare: Path) -> None:
    python = fake_python(
        bare,
        f'case "$2" in "import ensurepip") exit 1 ;; *) exec "{sys.executable}" "$@" ;; esac',
    )
    result = make(bare, "install", f"PYTHON={python}")
    assert result.returncode != 0
    assert "sudo apt-get install python3-venv" in result.stderr
    assert not (bare / ".venv").exists()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_make_command_on_a_page_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"(?:`|^\s*(?:\$ )?)make ([a-z][a-z-]*)", text, re.M)
    assert [target for target in named if target not in targets()] == []


def pins(name: str) -> dict[str, str]:
    """Return the exact versions that one file of `requirements/` names, by package."""
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    exact = [line.split("==") for line in lines if line and not line.startswith(("#", "-r "))]
    assert all(len(pin) == 2 for pin in exact), f"{name} holds a line that is no exact pin"
    return {canonicalize_name(package): version for package, version in exact}


def wanted(group: str) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: dict[str, list[str]] = {
        "lock.txt": project["project"]["dependencies"],
        "build.txt": project["build-system"]["requires"],
        "dev.txt": project["project"]["optional-dependencies"]["dev"],
    }
    return found[group]


@pytest.mark.parametrize("name", ["lock.txt", "build.txt", "dev.txt"])
def test_the_pins_are_versions_the_project_allows(name: str) -> None:
    known = pins(name) | (pins("lock.txt") | pins("build.txt") if name == "dev.txt" else {})
    for line in wanted(name):
        requirement = Requirement(line)
        version = known.get(canonicalize_name(requirement.name))
        assert version is not None, f"{name} does not pin {requirement.name}; run `make lock`"
        assert requirement.specifier.contains(version), f"{line} does not allow {version}"
