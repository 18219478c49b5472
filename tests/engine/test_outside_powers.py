"""States outside the region, and two-sided measures with a side that governs no state of the region."""

from __future__ import annotations

from functools import cache

import pytest

from exercise.engine.names import GROUPS, build_names
from exercise.engine.numbering import build_slots
from exercise.engine.program import OptionCode, Program
from exercise.errors import ScenarioError
from tests.support.busy import BUSY, load_files
from tests.support.turns import moved, outcome, use, world_of

_POWER = """\
format: 1
kind: power
name: Far power
mandate: You buy what the river carries.
interests: [Calm trade]
concept: {state: 70, societal: 20, human: 0, global: 10}
funds: {start: 6, income: 3, limit: 9}
actions: 2
delivery_cap: 65
voice_weight: 75
source: design value
"""

_PACT = """\
pact:
  name: Pact
  text: Two sides promise each other work.
  class: cooperation
  addresses: cause
  who: [states, powers, watch_body]
  target: partner
  partners: [states, powers, watch_body]
  referent: migrants
  bundle:
    both: chosen(pact, partner, home)
    trained: flag(trained, home)
  yields:
    - change: cohesion[home]
      by: 10
    - change: border_control[partner]
      by: 10
    - change: asylum_access[host]
      by: 10
      when: cohesion[home] >= 0
    - transfer: 1
      from: funds[actor]
      to: pool[donor_window]
  source: design value
"""


@cache
def _program(measure: str = _PACT) -> Program:
    files = dict(BUSY)
    scenario = files["scenarios/tiny/scenario.yaml"]
    seat = "  - role: far_power\n    dilemma: Buy, or wait.\n"
    files["scenarios/tiny/scenario.yaml"] = scenario.replace(
        "concept_note:", f"{seat}concept_note:"
    )
    files["roles/far_power.yaml"] = _POWER
    files["scenarios/models/tiny-model/measures.yaml"] += measure
    return load_files(files)


def _pact(role: str, target: str) -> OptionCode:
    program, numbers = _program(), _program().numbers
    return program.any_option(numbers.measure["pact"], numbers.role[role], numbers.target[target])


def _changed(option: OptionCode) -> list[str]:
    base = build_slots(_program().bundle).base
    return [base[effect.slot].name for effect in option.yields if effect.kind == "change"]


def _reach(role: str) -> list[str]:
    program = _program()
    numbers = program.numbers
    found = program.reach[numbers.measure["pact"], numbers.role[role]]
    return [program.targets[target] for target in found]


def test_every_kind_has_its_group_and_all_means_everybody() -> None:
    bundle = _program().bundle
    names = build_names(bundle, build_slots(bundle))
    assert names.groups(("powers",)) == ("far_power",)
    assert names.groups(("states",)) == ("rivermark", "highvale")
    assert names.groups(("organisations",)) == ("aid_body", "watch_body")
    assert set(names.groups(("all",))) == set(names.roles)
    assert GROUPS == ("states", "organisations", "powers", "civil", "cells", "all")


def test_a_power_has_funds_actions_and_a_voice_and_no_indicators() -> None:
    base = [spec.name for spec in build_slots(_program().bundle).base]
    own = {name.partition("[")[0] for name in base if "far_power" in name}
    assert own == {"funds", "actions", "delivery_cap", "voice_weight", "concept"}


def test_a_power_names_no_state() -> None:
    files = dict(BUSY)
    files["roles/highvale.yaml"] = files["roles/highvale.yaml"].replace(
        "kind: state", "kind: power"
    )
    with pytest.raises(ScenarioError, match="names its 'state'"):
        load_files(files)


def test_a_two_sided_measure_reaches_the_sides_it_lists_and_never_oneself() -> None:
    assert _reach("rivermark") == ["highvale", "watch_body", "far_power"]
    assert _reach("far_power") == ["rivermark", "highvale", "watch_body"]
    assert _reach("watch_body") == ["rivermark", "highvale", "far_power"]


def test_without_a_list_only_other_states_are_partners() -> None:
    program = _program()
    numbers = program.numbers
    escort = program.reach[numbers.measure["escort"], numbers.role["rivermark"]]
    assert [program.targets[target] for target in escort] == ["highvale"]


def test_between_states_every_effect_applies() -> None:
    option = _pact("rivermark", "highvale")
    assert option.host == "rivermark"
    assert _changed(option) == [
        "cohesion[rivermark]",
        "border_control[highvale]",
        "asylum_access[rivermark]",
    ]
    assert [part for part, _ in option.bundle] == ["both", "trained"]


def test_what_a_text_says_of_the_state_of_a_side_without_one_does_not_apply() -> None:
    towards = _pact("rivermark", "far_power")
    assert towards.host == "rivermark"
    assert _changed(towards) == ["cohesion[rivermark]", "asylum_access[rivermark]"]
    back = _pact("far_power", "rivermark")
    assert back.host == "rivermark"
    assert _changed(back) == ["border_control[rivermark]"]
    assert [part for part, _ in back.bundle] == ["both"]


def test_two_sides_without_a_state_have_no_host() -> None:
    option = _pact("watch_body", "far_power")
    assert option.host is None
    assert [effect.kind for effect in option.yields] == ["transfer"]


def test_a_state_and_a_power_that_choose_each_other_hold_both_parts() -> None:
    program = _program()
    world = world_of(program, {"willingness[rivermark]": 10_000, "ability[rivermark]": 10_000})
    alone = outcome(program, world, use(program, "far_power", "pact", "rivermark"))
    both = outcome(
        program,
        world,
        use(program, "far_power", "pact", "rivermark"),
        use(program, "rivermark", "pact", "far_power"),
    )
    control = "border_control[rivermark]"
    assert moved(program, alone.rows, control) == 175
    assert moved(program, both.rows, control) == 585


def test_other_measures_still_say_that_a_role_governs_no_state() -> None:
    wrong = _PACT.replace("  target: partner\n  partners: [states, powers, watch_body]\n", "")
    with pytest.raises(ScenarioError, match="unknown state 'home'"):
        _program(wrong)


def test_partners_without_a_partner_are_refused() -> None:
    wrong = _PACT.replace("  target: partner\n", "  target: home\n")
    with pytest.raises(ScenarioError, match="'partners' needs 'target: partner'"):
        _program(wrong)


def test_an_unknown_partner_is_refused() -> None:
    wrong = _PACT.replace("partners: [states, powers,", "partners: [states, power,")
    with pytest.raises(ScenarioError, match="Did you mean 'powers'"):
        _program(wrong)
