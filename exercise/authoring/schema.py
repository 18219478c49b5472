"""JSON Schema of everything an author writes, for editors that complete and check while one types.

Made from the authored models and their docstrings alone, so the same models give the same files.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from exercise.errors import LibraryError
from exercise.library.folder import LIBRARY_SECTIONS, MODEL_SECTIONS, SCENARIO_SECTIONS
from exercise.library.places import find_checkout
from exercise.model.base import attribute_docs
from exercise.model.case import CaseFile
from exercise.model.pack import ModelPack
from exercise.model.pieces import PieceLibrary
from exercise.model.role import Role
from exercise.model.scenario import Aliases, Scenario

__all__ = ["schema_drift", "schema_folder", "schemas", "write_schemas"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ENDING = ".schema.json"


def schemas() -> dict[str, str]:
    """Return every schema as JSON text, by file name."""
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


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into a folder, making it where needed, and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in schemas().items():
        path = folder / name
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
    return checkout / "scenarios" / "schema"


def schema_drift(folder: Path | None = None) -> list[str]:
    """Return one sentence for each schema file that is missing, out of date, or of no use.

    Args:
        folder: Where the files are; the checkout's by default.
    """
    folder = schema_folder() if folder is None else folder
    wanted = schemas()
    drift = []
    for name, text in wanted.items():
        path = folder / name
        if not path.is_file():
            drift.append(f"{name} is missing")
        elif path.read_bytes() != text.encode("utf-8"):
            drift.append(f"{name} is out of date")
    strays = sorted(path.name for path in folder.glob(f"*{_ENDING}") if path.name not in wanted)
    return drift + [f"{name} belongs to no kind of file" for name in strays]


def _head(
    model: type[BaseModel], sections: tuple[str, ...], internal: tuple[str, ...]
) -> dict[str, Any]:
    """Return a head file's schema: sections may be elsewhere, internal keys are not written."""
    schema = model.model_json_schema(by_alias=True)
    for key in internal:
        del schema["properties"][key]
    needed = [key for key in schema.get("required", []) if key not in sections]
    return schema | {"required": needed}


def _section(model: type[BaseModel], section: str) -> dict[str, Any]:
    info = model.model_fields[section]
    annotation: Any = info.annotation
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    schema = adapter.json_schema(by_alias=True)
    about = (
        attribute_docs(model).get(section)
        or f"The section '{section}' in a file of its own, entries by name."
    )
    return schema | {"description": about}


def _text(name: str, schema: dict[str, Any]) -> str:
    title = {"title": f"{name.replace('_', ' ').capitalize()} file"}
    head = {"$schema": _DIALECT, "$id": f"{name}{_ENDING}"} | title
    return json.dumps(head | _tidy(schema) | title, ensure_ascii=False, indent=1) + "\n"


def _tidy(value: Any) -> Any:
    """Put descriptions on one line, and let editors refuse names that are no names."""
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    if not isinstance(value, dict):
        return value
    tidy = {key: _tidy(inner) for key, inner in value.items()}
    if isinstance(tidy.get("description"), str):
        tidy["description"] = " ".join(tidy["description"].split()).replace("``", "`")
    if "patternProperties" in tidy:
        tidy["additionalProperties"] = False
    return tidy
