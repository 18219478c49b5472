"""The wheel holds what an exercise needs, and runs away from the checkout."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = "exercise/_library/"

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("hatchling") is None,
    reason="hatchling builds the wheel; `make install-dev` installs it",
)


def run(*command: str | Path, cwd: Path, home: Path | None = None) -> str:
    """Run a command away from the checkout's own settings and return what it printed."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("EXERCISE", "PYTHON"))
    }
    environment |= {"HOME": str(home or cwd), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    result = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def build_wheel(source: Path, folder: Path) -> Path:
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-index", "--no-deps")
    run(*pip, "--no-build-isolation", "--wheel-dir", folder, source, cwd=folder)
    return next(folder.glob("*.whl"))


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def shipped(folder: str) -> set[str]:
    """Return the files of a folder of the checkout, hidden ones left out."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not path.name.startswith(".") and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in an environment of its own and return the environment's folder.

    The third-party packages are lent by the environment of the tests; an editable install there
    is not, since paths named by a `.pth` file are not searched for `.pth` files of their own.
    """
    folder = tmp_path_factory.mktemp("elsewhere") / "environment"
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet")
    run(*pip, "--no-index", "--no-deps", wheel, cwd=folder)
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    lent = dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    (Path(site.strip()) / "lent.pth").write_text("\n".join(lent), encoding="utf-8")
    return folder


def test_the_wheel_carries_every_scenario_and_role(wheel: Path) -> None:
    wanted = {LIBRARY + name for name in shipped("scenarios") | shipped("roles")}
    assert wanted
    assert wanted <= names_in(wheel)


def test_the_wheel_carries_every_file_of_the_package(wheel: Path) -> None:
    assert shipped("exercise") <= names_in(wheel)


def test_the_wheel_claims_one_import_name(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in names_in(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"exercise"}


def test_a_wheel_built_from_the_source_archive_is_the_same(wheel: Path, tmp_path: Path) -> None:
    build = (sys.executable, "-m", "build", "--sdist", "--no-isolation")
    run(*build, "--outdir", tmp_path, ROOT, cwd=tmp_path)
    archive = next(tmp_path.glob("*.tar.gz"))
    with tarfile.open(archive) as opened:
        inside = {name.partition("/")[2] for name in opened.getnames()}
    assert {"Makefile", "tui.py", "requirements/lock.txt", "LICENSE"} <= inside
    assert names_in(build_wheel(archive, tmp_path)) == names_in(wheel)


def test_the_installed_command_lists_the_shipped_scenarios(installed: Path, tmp_path: Path) -> None:
    listed = run(installed / "bin" / "exercise", "list", cwd=tmp_path)
    slugs = [path.parent.name for path in sorted((ROOT / "scenarios").glob("*/scenario.yaml"))]
    assert slugs
    assert [slug for slug in slugs if slug not in listed] == []


def test_the_installed_package_is_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    where = run(
        installed / "bin" / "python",
        "-c",
        "import exercise; print(exercise.__file__)",
        cwd=tmp_path,
    )
    assert Path(where.strip()).is_relative_to(installed)
