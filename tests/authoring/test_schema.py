"""The JSON Schemas: complete, the same every time, and those in the checkout up to date."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from exercise.authoring.schema import schema_drift, schema_folder, schemas, write_schemas

ROOT = Path(__file__).resolve().parents[2]
NAMED = sorted(
    (path, line.partition("$schema=")[2])
    for folder in ("scenarios", "roles")
    for path in (ROOT / folder).rglob("*.yaml")
    for line in path.read_text(encoding="utf-8").splitlines()[:1]
)


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(schemas()[f"{name}.schema.json"])
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
