"""Every card of the library at one table of the shared model: it loads, its bot plays, its name fits the screens."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from exercise.catalogue import Catalogue, languages
from exercise.conduct.command import Respond
from exercise.conduct.state import initial
from exercise.conduct.view import SeatView
from exercise.conduct.views import view_for
from exercise.engine.program import Program
from exercise.engine.world import Key
from exercise.library.loader import LoadedScenario, load_scenario
from exercise.library.places import open_library
from exercise.model.role import Role
from tests.players.test_exercises import conduct, own_profiles

CARDS = tuple(sorted(open_library([]).all("role")))
OUTSIDE = ("russia", "unodc", "sco", "cis_csto", "migrant_voices")
"""Seats without a state of the region whose bots have measures of the model to choose from."""
AT_THE_SIDE = ("moderator", "rapporteur")
"""Seats that spend nothing and vote on nothing."""
LOBBY, TOP_BAR = 20, 31
"""Characters that the name of a card, and one given in its place, may take on the screens."""
REAL = (
    "Panj", "Termez", "Serhetabat", "Almaty", "Afghan", "Tajik", "Uzbek", "Kazakh", "Kyrgyz", "Turkmen",
    "Russia", "Moscow", "China", "Chinese", "American", "Bishkek", "Tashkent", "Dushanbe", "Astana",
    "BOMCA", "CADAP", "RATS", "CSTO", "Eurasian", "UNODC", "SCO", "OSCE", "IOM", "UNHCR",
)  # fmt: skip
"""Names that a card may not spell out: other names stand for them where people ask for that."""
RANKED = ("worst", "best of", "backward", "uncivili[sz]ed", "failed state")

_SCENARIO = """\
format: 1
id: one-table
title: One table
summary: Everybody sits down.
version: 1.0.0
author: Test authors
model: central-asia
preset: balanced
setting_year: 2016
turns: 2
turn_length: one quarter
calendar: [One, Two]
run_out: 1
duration_min: [30, 60]
states: [kazakhstan, kyrgyzstan, tajikistan, turkmenistan, uzbekistan]
places:
{places}
concept_note: concept-note.md
questions:
  q1: Who acts?
objectives:
  act:
    text: See who acts.
    question: q1
    evidence: [preparedness]
injects:
  opening:
    kind: scheduled
    turn: 1
    title: The doors open
    text: Everybody is here.
    from: The hosts
    to: [states, organisations, powers, civil, cells]
    expected: Somebody begins.
    phrases: [mixed_flows]
    source: design value
overview:
  scope: One table.
  threat_or_hazard: Silence.
  assumptions: [What is reported happens.]
debrief:
  focus: Who acted.
  prompts: [Who did not?]
source: design value
"""


@cache
def _loaded(aliases: str | None = None) -> LoadedScenario:
    places = "\n".join(f"  - role: {role}\n    dilemma: Act, or wait." for role in CARDS)
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root).resolve() / "scenarios" / "one-table"
        folder.mkdir(parents=True)
        text = _SCENARIO.replace("{places}", places)
        (folder / "scenario.yaml").write_text(text, encoding="utf-8")
        (folder / "concept-note.md").write_text("# One table\n", encoding="utf-8")
        return load_scenario(str(folder), library=open_library([]), aliases=aliases)


def _program() -> Program:
    return _loaded().program


@cache
def _chosen() -> dict[str, list[str]]:
    """The measures that bots chose through the whole exercise, by role."""
    _, asked = conduct(_program(), 7, own_profiles(_program()))
    chosen: dict[str, list[str]] = {role: [] for role in CARDS}
    for role, command in asked:
        if isinstance(command, Respond):
            chosen[role].append(command.measure)
    return chosen


def _card_seen(role: str, aliases: str) -> SeatView:
    program = _loaded(aliases).program
    return view_for(program, initial(program, Key(7)), role)


def test_every_card_loads_without_a_warning() -> None:
    loaded = _loaded()
    assert set(loaded.program.roles) == set(CARDS)
    assert list(loaded.warnings) == []


@pytest.mark.parametrize("role", OUTSIDE)
def test_the_bot_of_a_seat_without_a_state_acts(role: str) -> None:
    assert _chosen()[role]


@pytest.mark.parametrize("role", AT_THE_SIDE)
def test_those_who_keep_floor_and_record_never_act(role: str) -> None:
    card = _program().bundle.roles[role]
    assert (card.actions, card.funds.income, card.voice_weight) == (0, 0, 0)
    assert _chosen()[role] == []


@pytest.mark.parametrize("measure", ["bilateral_deal", "labour_migration_agreement"])
def test_a_deal_can_be_made_with_the_power_outside_from_both_sides(measure: str) -> None:
    program = _program()
    number, roles = program.numbers.measure[measure], program.numbers.role

    def reach(role: str) -> set[str]:
        return {program.targets[target] for target in program.reach[number, roles[role]]}

    states = set(program.bundle.scenario.states)
    assert reach("russia") == states
    assert reach("tajikistan") == {"russia"} | states - {"tajikistan"}


@pytest.mark.parametrize("role", CARDS)
def test_names_fit_the_lobby_and_the_top_bar(role: str) -> None:
    assert len(str(_program().bundle.roles[role].name)) <= LOBBY
    other = str(_loaded("fictional").bundle.names[role])
    assert len(other) <= TOP_BAR


@pytest.mark.parametrize("kind", get_args(Role.model_fields["kind"].annotation))
def test_every_kind_of_role_has_a_word_in_each_language(kind: str) -> None:
    said = [Catalogue(language).say(f"kind-{kind}") for language in languages()]
    assert len(set(said)) == len(said) > 1
    assert all(said)


def test_no_two_seats_have_one_name() -> None:
    names = [str(name) for name in _loaded("fictional").bundle.names.values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("role", CARDS)
def test_a_card_spells_out_no_real_name(role: str) -> None:
    real = re.compile("|".join(rf"\b{word}" for word in REAL))
    assert real.findall(repr(_card_seen(role, "fictional").card)) == []


@pytest.mark.parametrize("role", CARDS)
def test_a_card_ranks_nobody(role: str) -> None:
    told = repr(_card_seen(role, "fictional").card).lower()
    assert [word for word in RANKED if re.search(word, told)] == []


@pytest.mark.parametrize("role", CARDS)
def test_no_private_line_repeats_what_its_heading_says(role: str) -> None:
    lines = [str(line) for line in _program().bundle.roles[role].private]
    assert lines
    assert not any("For this exercise" in line for line in lines)
