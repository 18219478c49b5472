"""The reference is what the models and the language give, and leaves nothing out."""

from __future__ import annotations

import re
from pathlib import Path

from docs.make_reference import PAGE
from exercise.authoring.language import LanguageFile, language_words
from exercise.authoring.reference import documented, reference_page
from exercise.model.base import Authored
from exercise.model.bundle import Bundle
from exercise.model.effect import EffectBase
from exercise.model.inject import Inject
from exercise.model.pieces import Credit
from exercise.model.scenario import Scenario
from exercise.model.setting import Beginning
from tests.authoring.test_schema import authored
from tests.support.pages import ROOT, read, section, tables

NOT_WRITTEN = (Bundle, Beginning, Credit, EffectBase)
"""What is put together, and what others share."""


def test_the_page_is_up_to_date() -> None:
    """If this fails, write it again with `make reference`."""
    assert read(PAGE) == reference_page()


def test_every_model_that_somebody_writes_is_on_the_page() -> None:
    written = {
        model for model in authored(Authored) if model.__module__.startswith("exercise.model.")
    }
    assert set(documented()) == written - {*NOT_WRITTEN}


def test_every_field_of_a_model_has_a_row() -> None:
    (rows,) = tables(section(read(PAGE), "Inject\n"))
    told = {row[0].rstrip(" *").strip("`"): row[0].endswith("*") for row in rows[1:]}
    assert told == {
        field.alias or name: field.is_required() for name, field in Inject.model_fields.items()
    }


def test_rows_say_type_default_and_meaning() -> None:
    rows = {row[0]: row[1:] for row in tables(section(read(PAGE), "Inject\n"))[0]}
    assert rows["`turn`"] == (
        "whole number, 0 to 40",
        "",
        "The turn it comes in (scheduled), or the first turn in which it may come.",
    )
    assert rows["`to` *"][0] == "list of role or group names (at least one)"
    assert rows["`method`"][:2] == ("choice, see below", "`report`")
    assert rows["`when`"][0] == "condition"
    assert rows["`private`"][0] == "map of role name to text"
    assert rows["`effects`"][0] == "list of [effect](#effects)"


def test_what_the_reader_fills_in_is_left_out() -> None:
    assert "texts" in Scenario.model_fields
    assert "`texts`" not in section(read(PAGE), "Scenario\n")


def test_two_models_of_one_name_are_told_apart() -> None:
    assert "[Ruling](#ruling)" in section(read(PAGE), "Step\n")
    assert "[Rule](#rule)" in section(read(PAGE), "Scenario\n")


def test_every_choice_lists_its_values() -> None:
    assert "- `contingency`: waits in a drawer until the facilitator arms it\n" in read(PAGE)


def test_every_word_of_the_language_has_a_row() -> None:
    words = language_words()
    part = section(read(PAGE), "The condition language")
    for group in LanguageFile.model_fields:
        for word in getattr(words, group).values():
            assert f"| `{word.write}` |" in part


def test_make_writes_it() -> None:
    makefile = (Path(ROOT) / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^reference:.*\n\t@\$\(BIN\)/python -m docs\.make_reference$", makefile, re.M)
