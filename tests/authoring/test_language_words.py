"""The words of the language that editors offer and the reference lists: all of them, and as the engine has them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from exercise.authoring.language import LanguageFile, Word, language_words
from exercise.engine.ir import Scale
from exercise.engine.language import AGGREGATES, parse
from exercise.engine.lower import Strengths, lowering_for
from exercise.engine.names import build_names
from exercise.engine.program import Program
from exercise.engine.resolve import FUNCTIONS, PREDICATES
from exercise.engine.slots import written_name
from exercise.library.loader import load_scenario
from tests.support.pages import DOCS, read, section, tables

WORDS = language_words()
GROUPS = [*LanguageFile.model_fields]
ALL = [(group, name) for group in GROUPS for name in getattr(WORDS, group)]


def word(group: str, name: str) -> Word:
    found: Word = getattr(WORDS, group)[name]
    return found


@pytest.fixture(scope="module")
def program() -> Program:
    return load_scenario("northern-displacement").program


def test_the_words_are_those_of_the_engine() -> None:
    assert tuple(WORDS.predicates) == PREDICATES
    assert tuple(WORDS.functions) == FUNCTIONS
    assert set(WORDS.aggregates) == set(AGGREGATES)


def test_the_slots_are_those_that_every_model_has(program: Program) -> None:
    model = program.bundle.model
    scopes = build_names(program.bundle, program.slots).table.scopes
    own = {name: written_name(name, scope) for name, scope in scopes.items()
           if name not in model.quantities and name not in model.derived}  # fmt: skip
    assert {name: slot.write for name, slot in WORDS.slots.items()} == own


@pytest.mark.parametrize(("group", "name"), ALL)
def test_every_example_means_something_in_a_shipped_scenario(
    program: Program, group: str, name: str
) -> None:
    tree = parse(word(group, name).try_)
    if name == "scale":
        strengths = Strengths(200, 500, 900)
        assert isinstance(replace(lowering_for(program), strengths=strengths).number(tree), Scale)
    else:
        assert lowering_for(program).test(tree) is not None


def test_the_page_of_the_grammar_has_every_word() -> None:
    asked = section(read(DOCS / "grammar.md"), "What you can ask")
    (rows,) = tables(asked)
    told = {part.split("(")[0].strip("` ") for row in rows[1:] for part in row[0].split("` `")}
    assert {*PREDICATES, *FUNCTIONS} - {"sum"} <= told
    sets = section(read(DOCS / "grammar.md"), "Over a set")
    assert [name for name in (*WORDS.sets, *AGGREGATES) if f"`{name}" not in sets] == []
