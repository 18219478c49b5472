"""Opening what is compared: a scenario by name, by the path of its folder, or in the file of a pack."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from exercise.engine.program import Program
from exercise.errors import ScenarioError
from exercise.library.added import staged
from exercise.library.folder import read_scenario
from exercise.library.listing import text_at
from exercise.library.loader import load_scenario
from exercise.library.pack_form import ENDING
from exercise.library.places import Library, Root
from exercise.library.unpack import read_pack


def opened(place: str, library: Library) -> Program:
    """Return a scenario, compiled.

    Args:
        place: Its name, the path of its folder, or a file ending in ``.scenario``; a pack is unpacked for
            as long as it is read, and added to no library.
        library: Where names, models and roles are looked for.

    Raises:
        LibraryError: There is no such scenario.
        PackError: The file is no pack, or is not safe to unpack.
        ScenarioError: The files are wrong.
    """
    path = Path(place).expanduser()
    if place.endswith(ENDING) and path.is_file():
        return _packed(path, library)
    try:
        return load_scenario(place, library=library).program
    except ScenarioError as error:
        errors = [problem for problem in error.problems if problem.severity == "error"]
        if any(problem.code != "id" for problem in errors):
            raise
        return _under_its_name(library.scenario(place).path, library)


def _packed(path: Path, library: Library) -> Program:
    pack = read_pack(path)
    with TemporaryDirectory() as folder, staged(pack, Path(folder)) as stage:
        with_pack = Library((Root(stage.resolve(), "added"), *library.roots))
        head = stage / "scenarios" / pack.manifest.name
        return load_scenario(str(head), library=with_pack).program


def _under_its_name(folder: Path, library: Library) -> Program:
    """Read another version of a scenario, whose folder cannot have the same name as the first one's."""
    tree = read_scenario(folder).tree
    name = text_at(tree, "id") if tree is not None else folder.name
    with TemporaryDirectory() as place:
        copy = Path(place) / name
        shutil.copytree(folder, copy)
        return load_scenario(str(copy), library=library).program


__all__ = ["opened"]
