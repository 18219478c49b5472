"""Starters: every one, in every language and with every kind of table, is a scenario without a flaw."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from exercise.authoring.cases import CaseRunner
from exercise.authoring.check import check
from exercise.authoring.new import checked_title, role_cards, write_scenario
from exercise.authoring.starters import LANGUAGES, Plan, files_of, seated, starters
from exercise.catalogue import Catalogue
from exercise.conduct.state import Phase
from exercise.engine.prose import pick
from exercise.errors import ExerciseError
from exercise.library.loader import LoadedScenario, load_scenario
from exercise.library.places import open_library
from exercise.library.strict_yaml import parse, plain
from exercise.model.pack import ModelPack
from exercise.session.auto import conduct
from exercise.session.start import assign, begin_exercise

LIBRARY = open_library(environment={})
STARTERS = starters()
TEMPLATES = Path(starters.__code__.co_filename).with_name("starters")
EVERY = [(name, language) for name in STARTERS for language in LANGUAGES]
USUAL = ""
TABLES = {
    "no voice and no funds, two turns": ("turkmenistan,kyrgyzstan,migrant_voices", 2),
    "further seats, five turns": ("osce,kazakhstan,iom,uzbekistan,russia,tajikistan,moderator", 5),
}


def plan(name: str, language: str, roles: str = USUAL, turns: int = 3) -> Plan:
    words, starter = Catalogue(language), STARTERS[name]
    cards = role_cards(roles.split(",") if roles else starter.roles(), LIBRARY, words)
    title = pick(starter.name, language)
    return Plan("made", title, turns, seated(starter, cards, words), language)


def made(folder: Path, name: str, language: str, roles: str = USUAL, turns: int = 3) -> Path:
    """Write a scenario and return its folder; the schemas beside it are of no interest here."""
    folder = folder / "made"
    folder.mkdir()
    for file, text in files_of(name, plan(name, language, roles, turns)).items():
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def without_a_flaw(folder: Path) -> LoadedScenario:
    """Return a scenario that passes the check without a warning, and whose cases hold."""
    result = check([str(folder)], LIBRARY)
    assert (result.problems, result.failures) == ([], [])
    loaded = load_scenario(str(folder), library=LIBRARY)
    verdicts = list(CaseRunner(loaded).verdicts())
    assert len(verdicts) >= 4
    assert [miss.message for verdict in verdicts for miss in verdict.misses] == []
    return loaded


def test_there_are_five() -> None:
    assert list(STARTERS) == ["border-incident", "influx", "negotiation", "returns", "trafficking"]


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_a_starter_checks_tests_and_plays_to_the_end(
    tmp_path: Path, name: str, language: str
) -> None:
    loaded = without_a_flaw(made(tmp_path, name, language))
    if language != LANGUAGES[0]:
        return  # texts play no part in how it goes on
    session = begin_exercise(loaded.program, 7, tmp_path / "played.exercise")
    for seat in session.state.seats:
        assign(session, seat.role, "bot")
    conduct(session, Phase.hot_wash)
    assert sum(not record.run_out for record in session.state.turns) == 3
    session.close()


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("name", STARTERS)
def test_any_table_and_any_number_of_turns_will_do(tmp_path: Path, name: str, table: str) -> None:
    roles, turns = TABLES[table]
    scenario = without_a_flaw(made(tmp_path, name, "ru", roles, turns)).bundle.scenario
    assert sorted(place.role for place in scenario.places) == sorted(roles.split(","))
    assert scenario.turns == len(scenario.calendar) == turns
    met = {card.turn for card in scenario.injects.values() if card.kind == "scheduled"}
    assert met == set(range(1, turns + 1))


@pytest.mark.parametrize("name", STARTERS)
def test_a_starter_shows_what_a_scenario_is_made_of(tmp_path: Path, name: str) -> None:
    bundle = load_scenario(str(made(tmp_path, name, "en")), library=LIBRARY).bundle
    scenario = bundle.scenario
    assert (scenario.turns, len(scenario.places)) == (3, 4)
    assert 5 <= len(scenario.injects) <= 6
    assert {card.kind for card in scenario.injects.values()} == {
        "scheduled",
        "conditional",
        "contingency",
    }
    dilemmas = [
        role
        for card in scenario.injects.values()
        for offer in card.offers
        if offer.choose == "one"
        for role in offer.to
    ]
    assert sorted(dilemmas) == sorted(place.role for place in scenario.places[:3])
    assert any(card.private or card.to != ("all",) for card in scenario.injects.values())
    assert scenario.rules
    for objective in scenario.objectives.values():
        assert objective.question in scenario.questions
    assert {axis for axis, _ in evidence(bundle.model, scenario.objectives)} == {
        "security",
        "rights",
    }


def evidence(model: ModelPack, objectives: object) -> Iterator[tuple[str, str]]:
    assert isinstance(objectives, dict)
    for objective in objectives.values():
        for indicator in objective.evidence:
            yield model.quantities[indicator].family, indicator


@pytest.mark.parametrize("name", STARTERS)
def test_languages_differ_in_texts_alone(name: str) -> None:
    english, russian = (files_of(name, plan(name, language)) for language in LANGUAGES)
    assert english.keys() == russian.keys()
    for file in english:
        if file.endswith(".yaml"):
            forms = [form(plain(parse(texts[file], file))) for texts in (english, russian)]
            forms[1] -= {("overview", "sponsor")}
            assert forms[0] == forms[1], file


def form(value: object, path: tuple[object, ...] = ()) -> set[tuple[object, ...]]:
    """Return every place that holds a value; of a name or a number the value as well."""
    if isinstance(value, dict):
        return {place for key, inner in value.items() for place in form(inner, (*path, key))}
    if isinstance(value, list):
        return {place for n, inner in enumerate(value) for place in form(inner, (*path, n))}
    is_text = isinstance(value, str) and " " in value.strip()
    return {path} if is_text or path[-1] in TEXTS or path[0] == "calendar" else {(*path, value)}


TEXTS = ("title", "name", "text", "from", 0)
"""Keys whose texts may have one word."""


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_what_is_written_reads_well(name: str, language: str) -> None:
    for file, text in files_of(name, plan(name, language)).items():
        assert re.search(r"\$(?!schema=)", text) is None, file
        assert max(map(len, text.splitlines())) <= 128, file
        letters = "".join(re.findall(r"[^\W\d_]", text))
        cyrillic = sum("а" <= letter.lower() <= "я" or letter in "ёЁ" for letter in letters)
        assert cyrillic > 100 if language == "ru" else cyrillic == 0, file


@pytest.mark.parametrize("name", STARTERS)
def test_every_file_teaches(name: str) -> None:
    for file, text in files_of(name, plan(name, "en")).items():
        if file.endswith(".yaml"):
            lines = text.splitlines()
            assert lines[0].startswith("# yaml-language-server: $schema=../schema/"), file
            assert sum(line.lstrip().startswith("#") for line in lines) >= 3, file


def test_every_shared_piece_is_used() -> None:
    used = {
        name
        for template in TEMPLATES.rglob("*.tmpl")
        for name in re.findall(r"^include\| (\w+)$", template.read_text(encoding="utf-8"), re.M)
    }
    assert used == {path.name.removesuffix(".tmpl") for path in (TEMPLATES / "common").iterdir()}


def test_the_title_is_data(tmp_path: Path) -> None:
    """Whatever a person types stands in the file as it was typed."""
    title = checked_title('# "Yes": {no} & $id \\ ’', Catalogue())
    made_plan = plan("influx", "en")
    written = write_scenario(
        tmp_path / "made",
        "influx",
        Plan("made", title, 3, made_plan.seats, "en"),
        LIBRARY,
    )
    text = (written.folder / "scenario.yaml").read_text(encoding="utf-8")
    card = plain(parse(text, "scenario.yaml"))
    assert isinstance(card, dict)
    assert card["title"] == title


def test_a_part_that_nobody_can_play_is_named() -> None:
    with pytest.raises(ExerciseError) as caught:
        plan("influx", "en", "tajikistan,iom")
    assert str(caught.value) == (
        "the story needs one more role of this kind: state. Add one, such as uzbekistan"
    )
