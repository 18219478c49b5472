"""JSON Schema of everything an author writes, for editors that complete, explain and check while one types.

Made from the authored models, their docstrings and the data files beside this module. One more file holds the names
that a library has; the others point to it. The same models and the same library give the same files.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from exercise.authoring.schema_names import names_of
from exercise.authoring.schema_offers import offers
from exercise.authoring.schema_shape import NAMES_FILE, shaped
from exercise.errors import LibraryError
from exercise.library.folder import LIBRARY_SECTIONS, MODEL_SECTIONS, SCENARIO_SECTIONS
from exercise.library.places import Library, Root, find_checkout, open_library
from exercise.model.base import attribute_docs
from exercise.model.case import CaseFile
from exercise.model.pack import ModelPack
from exercise.model.pieces import PieceLibrary
from exercise.model.role import Role
from exercise.model.scenario import Aliases, Scenario

__all__ = ["schema_drift", "schema_folder", "schemas", "schemas_for", "write_schemas"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ENDING = ".schema.json"


@cache
def schemas() -> Mapping[str, str]:
    """Return the schema of each kind of file as JSON text, by file name."""
    made: dict[str, Callable[[], dict[str, Any]]] = {
        "scenario": lambda: _head(Scenario, SCENARIO_SECTIONS, ("texts",)),
        "model": lambda: _head(ModelPack, MODEL_SECTIONS, ()),
        "role": lambda: _head(Role, (), ()),
        "cases": lambda: _head(CaseFile, (), ()),
        "aliases": lambda: _head(Aliases, (), ()),
        "library": lambda: _head(PieceLibrary, LIBRARY_SECTIONS, ()),
    }
    # Where both have a section of one name, its entries have the same form.
    for section in SCENARIO_SECTIONS:
        made[section] = partial(_section, Scenario, section)
    for section in MODEL_SECTIONS:
        made[section] = partial(_section, ModelPack, section)
    return {f"{name}{_ENDING}": _text(name, make()) for name, make in sorted(made.items())}


def schemas_for(folder: Path, library: Library | None = None) -> dict[str, str]:
    """Return the schemas for a folder, by file name, with the names there are.

    The checkout's own offer the names of models and roles. Those for another folder offer the names of the scenarios
    beside it as well, and of the models and roles of the library that it lies in.

    Args:
        folder: Where they are to be written.
        library: Where models and roles are looked for; the built-in one by default.
    """
    library = open_library() if library is None else library
    checkout = find_checkout()
    if checkout is not None and folder.resolve() == _in_checkout(checkout):
        names = names_of(library)
    else:
        names = names_of(_around(folder, library), folder.resolve().parent)
    about = "The names that the library has; the other schemas point here."
    return dict(schemas()) | {
        NAMES_FILE: _text("names", {"description": about, "$defs": offers(names)}),
    }


def write_schemas(folder: Path, library: Library | None = None, replace: bool = True) -> list[Path]:
    """Write the schemas into a folder, making it where needed, and return the files written.

    Args:
        folder: Where to.
        library: Where models and roles are looked for; the built-in one by default.
        replace: Whether files that are there are written anew.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in schemas_for(folder, library).items():
        path = folder / name
        if replace or not path.exists():
            path.write_text(text, encoding="utf-8", newline="\n")
            written.append(path)
    return written


def schema_folder() -> Path:
    """Return where the checkout keeps its schemas.

    Raises:
        LibraryError: The package does not run from a checkout.
    """
    checkout = find_checkout()
    if checkout is None:
        raise LibraryError("there is no checkout here; name the folder to write the schemas to")
    return _in_checkout(checkout)


def schema_drift(folder: Path | None = None) -> list[str]:
    """Return one sentence for each schema file that is missing, out of date, or of no use.

    Args:
        folder: Where the files are; the checkout's by default.
    """
    folder = schema_folder() if folder is None else folder
    wanted = schemas_for(folder)
    drift = []
    for name, text in wanted.items():
        path = folder / name
        if not path.is_file():
            drift.append(f"{name} is missing")
        elif path.read_bytes() != text.encode("utf-8"):
            drift.append(f"{name} is out of date")
    strays = sorted(path.name for path in folder.glob(f"*{_ENDING}") if path.name not in wanted)
    return drift + [f"{name} belongs to no kind of file" for name in strays]


def _in_checkout(checkout: Path) -> Path:
    return checkout / "scenarios" / "schema"


def _around(folder: Path, library: Library) -> Library:
    """Return the library with the one that a folder lies in before the others."""
    scenarios = folder.resolve().parent
    if scenarios.name != "scenarios":
        return library
    own = Root(scenarios.parent, "named")
    return Library((own, *(root for root in library.roots if root.folder != own.folder)))


def _head(
    model: type[BaseModel], sections: tuple[str, ...], internal: tuple[str, ...]
) -> dict[str, Any]:
    """Return a head file's schema: sections may be elsewhere, internal keys are not written."""
    schema = model.model_json_schema(by_alias=True)
    for key in internal:
        del schema["properties"][key]
    needed = [key for key in schema.get("required", []) if key not in sections]
    return shaped(schema | {"required": needed}, model.__name__)


def _section(model: type[BaseModel], section: str) -> dict[str, Any]:
    info = model.model_fields[section]
    annotation: Any = info.annotation
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    schema = adapter.json_schema(by_alias=True)
    return shaped(schema | {"description": attribute_docs(model)[section]}, section)


def _text(name: str, schema: Mapping[str, Any]) -> str:
    title = {"title": f"{name.replace('_', ' ').capitalize()} file"}
    head = {"$schema": _DIALECT, "$id": f"{name}{_ENDING}"} | title
    return json.dumps(head | dict(schema) | title, ensure_ascii=False, indent=1) + "\n"
