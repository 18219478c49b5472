"""The JSON Schemas: complete, the same every time, and those in the checkout up to date."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter

from exercise.authoring.schema import (
    schema_drift,
    schema_folder,
    schemas,
    schemas_for,
    write_schemas,
)
from exercise.authoring.schema_names import names_of
from exercise.authoring.schema_offers import name_kinds
from exercise.authoring.schema_shape import name_key
from exercise.authoring.snippets import Snippet, snippets
from exercise.library.places import open_library
from exercise.model.agreement import Clause
from exercise.model.base import Authored, attribute_docs
from exercise.model.case import Case, CaseFile
from exercise.model.inject import Inject
from exercise.model.meanings import CHOICES, NAME_OF
from exercise.model.measure import Measure
from exercise.model.rule import Rule
from exercise.model.scenario import Scenario
from tests.support.tiny import write_library

ROOT = Path(__file__).resolve().parents[2]
NAMED = sorted(
    (path, line.partition("$schema=")[2])
    for folder in ("scenarios", "roles")
    for path in (ROOT / folder).rglob("*.yaml")
    for line in path.read_text(encoding="utf-8").splitlines()[:1]
)


MODELS: dict[str, type[BaseModel]] = {
    model.__name__: model for model in (Case, CaseFile, Clause, Inject, Measure, Rule, Scenario)
}


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(schemas()[f"{name}.schema.json"])
    return found


def inside(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping in a schema, blocks to fill in left out."""
    if isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if key != "defaultSnippets":
                yield from inside(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from inside(inner)


def authored(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for one in model.__subclasses__():
        yield one
        yield from authored(one)


def names(folder: Path) -> dict[str, Any]:
    """Return the names for a folder by kind."""
    found: dict[str, Any] = json.loads(schemas_for(folder)["names.schema.json"])["$defs"]
    return found


def test_the_schemas_of_the_checkout_are_up_to_date() -> None:
    """If this fails, write them again with `make schema`."""
    assert schema_drift() == []


def test_writing_twice_gives_the_same_files(tmp_path: Path) -> None:
    first = {path.name: path.read_bytes() for path in write_schemas(tmp_path / "a")}
    second = {path.name: path.read_bytes() for path in write_schemas(tmp_path / "b")}
    assert first == second
    assert schema_drift(tmp_path / "a") == []


def test_a_missing_a_changed_and_a_stray_file_are_named(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    (tmp_path / "role.schema.json").unlink()
    (tmp_path / "cases.schema.json").write_text("{}")
    (tmp_path / "seat.schema.json").write_text("{}")
    assert schema_drift(tmp_path) == [
        "cases.schema.json is out of date",
        "role.schema.json is missing",
        "seat.schema.json belongs to no kind of file",
    ]


def test_sections_that_may_have_their_own_file_are_not_asked_for_in_the_head() -> None:
    assert "injects" not in schema("scenario")["required"]
    assert "title" in schema("scenario")["required"]
    assert "quantities" not in schema("model")["required"]


def test_what_the_reader_fills_in_is_not_offered_to_authors() -> None:
    assert "texts" not in schema("scenario")["properties"]


def test_keys_are_offered_as_authors_write_them() -> None:
    measure = schema("measures")["$defs"]["Measure"]
    assert "class" in measure["properties"]
    assert "class_" not in measure["properties"]
    assert measure["additionalProperties"] is False


@pytest.mark.parametrize("name", sorted(schemas()))
def test_every_schema_has_a_title_and_says_what_the_file_holds(name: str) -> None:
    found = json.loads(schemas()[name])
    assert found["title"]
    assert found["description"]


@pytest.mark.parametrize(
    ("path", "named"), NAMED, ids=[path.relative_to(ROOT).as_posix() for path, _ in NAMED]
)
def test_every_authored_file_names_a_schema_that_exists(path: Path, named: str) -> None:
    assert named, "the first line names the schema for editors"
    target = (path.parent / named).resolve()
    assert target.parent == schema_folder()
    assert target.name in schemas()


@pytest.mark.parametrize(
    "model",
    [model for model in authored(Authored) if model.__module__.startswith("exercise.model.")],
    ids=lambda model: f"{model.__module__}.{model.__name__}",
)
def test_every_field_says_what_it_means(model: type[BaseModel]) -> None:
    assert model.__doc__
    missing = [name for name in model.model_fields if name not in attribute_docs(model)]
    assert missing == []


@pytest.mark.parametrize("name", sorted(schemas()))
def test_editors_can_explain_every_field_and_every_value(name: str) -> None:
    for part in inside(json.loads(schemas()[name])):
        for field, value in part.get("properties", {}).items():
            assert value["markdownDescription"].endswith((".", "`.")), field
        if "enum" in part:
            assert len(part[CHOICES]) == len(part["enum"])
        if "pattern" in part:
            assert part["patternErrorMessage"].startswith(("use ", "a language code "))


@pytest.mark.parametrize("name", sorted(schemas()))
def test_nothing_is_offered_that_nobody_writes(name: str) -> None:
    for part in inside(json.loads(schemas()[name])):
        assert part.get("type") != "null"
        assert NAME_OF not in part
        assert part.get("default", 0) not in (None, [], {})


@pytest.mark.parametrize("name", sorted(schemas()))
def test_what_a_schema_points_to_is_there(name: str) -> None:
    found = json.loads(schemas()[name])
    known = {f"#/$defs/{key}" for key in found.get("$defs", {})}
    known |= {f"names.schema.json#/$defs/{name_key(kind)}" for kind in name_kinds()}
    pointed = {part["$ref"] for part in inside(found) if isinstance(part.get("$ref"), str)}
    assert pointed <= known


def test_every_kind_of_name_is_pointed_to() -> None:
    everything = "".join(schemas().values())
    assert [kind for kind in name_kinds() if f'$defs/{name_key(kind)}"' not in everything] == []


def test_the_checkout_offers_the_names_of_models_and_roles_alone() -> None:
    found = names(schema_folder())
    measures = [one.get("const") for one in found["measure"]["oneOf"]]
    assert "official_training" in measures
    assert "meet_the_bus" not in measures
    assert "iom" in [one.get("const") for one in found["role"]["oneOf"]]


def test_a_folder_offers_the_names_of_the_scenarios_beside_it_too(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    found = names(root / "scenarios" / "schema")
    injects = {one.get("const") for one in found["inject"]["oneOf"]}
    own = names_of(open_library([root]), root / "scenarios").of("inject")
    assert own
    assert own.keys() <= injects
    roles = {one.get("const") for one in found["role"]["oneOf"]}
    assert {"rivermark", "iom"} <= roles


def test_a_broken_file_takes_no_names_of_others(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    before = names(root / "scenarios" / "schema")
    (root / "scenarios" / "broken").mkdir()
    (root / "scenarios" / "broken" / "scenario.yaml").write_text("title: [", encoding="utf-8")
    assert names(root / "scenarios" / "schema") == before


def test_files_that_are_there_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "role.schema.json").write_text("mine", encoding="utf-8")
    written = write_schemas(tmp_path, replace=False)
    assert tmp_path / "role.schema.json" not in written
    assert (tmp_path / "role.schema.json").read_text(encoding="utf-8") == "mine"
    assert write_schemas(tmp_path, replace=False) == []


# --- blocks to fill in ------------------------------------------------------------------------


def filled(value: Any) -> Any:
    """Return a block with every place filled by the word that stands in it."""
    if isinstance(value, dict):
        return {filled(key): filled(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner) for inner in value]
    if isinstance(value, str):
        text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", value)
        return json.loads(text[1:]) if text.startswith("^") else text
    return value


PLACES = [(snippet, place) for snippet in snippets() for place in snippet.at]


@pytest.mark.parametrize(
    ("snippet", "place"), PLACES, ids=[f"{place}-{snippet.label}" for snippet, place in PLACES]
)
def test_every_block_is_what_stands_at_its_place(snippet: Snippet, place: str) -> None:
    model, _, name = place.rpartition(".")
    owner = MODELS[model or "Scenario"]
    annotation: Any = owner.model_fields[name].annotation
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    assert adapter.validate_json(json.dumps(filled(snippet.body)))


@pytest.mark.parametrize("snippet", snippets(), ids=lambda snippet: snippet.label)
def test_the_places_of_a_block_are_numbered_in_order(snippet: Snippet) -> None:
    found = [int(number) for number in re.findall(r"\$\{(\d+):", json.dumps(snippet.body))]
    assert found == list(range(1, len(found) + 1))
