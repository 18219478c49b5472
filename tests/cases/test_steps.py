"""What a case can give and do: each kind of step has its effect, and what must be refused is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.told_cases import tell

PASSES = {
    "free text counts as what a ruling says": """
    when:
      - turn: 1
        responses: {rivermark: [{text: We house them., inject: first_families}]}
        rulings: [{role: rivermark, response: 1, replace_by: open_shelter, target: rivermark, reason: It is one.}]
    then: [{after: 1, slot: 'preparedness[rivermark]', row_by: open_shelter}]""",
    "free text alone moves nothing": """
    when: [{turn: 1, responses: {rivermark: [{text: We house them.}]}}]
    then: [{after: 1, slot: 'preparedness[rivermark]', moved_by: 0}]""",
    "a ruling finds a response by its place": """
    when:
      - turn: 1
        responses:
          rivermark: [{measure: close_crossing}, {measure: open_shelter, target: rivermark}]
        rulings: [{role: rivermark, response: 2, scale: 0, reason: Nobody built.}]
    then:
      - {after: 1, slot: 'preparedness[rivermark]', moved_by: 0}
      - {after: 1, slot: 'border_control[rivermark]', moved_at_least: 0.2}""",
    "what must be refused is refused, and the rest goes on": """
    when:
      - turn: 1
        responses:
          rivermark:
            - {measure: train_posts, target: rivermark, refused: not_offered}
            - {measure: open_shelter, target: rivermark}
    then: [{after: 1, slot: 'preparedness[rivermark]', row_by: open_shelter}]""",
    "a response without a target": """
    when: [{turn: 1, responses: {rivermark: [{measure: open_shelter, refused: wrong_target}]}}]
    then: [{after: 1, slot: 'preparedness[rivermark]', moved_by: 0}]""",
    "acts on agreements that must be refused": """
    when:
      - turn: 1
        refused:
          - {role: rivermark, sign: river_pact, code: agreement_not_open}
    then: [{after: 1, not_adopted: [river_pact]}]""",
    "two clauses of one agreement are one signature": """
    when:
      - turn: 1
        sponsor: {rivermark: [river_pact]}
        clauses: {river_pact: {open_data: true}}
        contributions: {river_pact: {aid_body: 3}}
        sign:
          rivermark: [river_pact]
          aid_body: [river_pact.shared_places, river_pact.open_data]
    then:
      - {after: 1, adopted: [river_pact.shared_places, river_pact.open_data], in_force: [river_pact]}
      - {after: 3, in_force: [river_pact.shared_places], not_in_force: [river_pact.open_data]}""",
    "a sponsor takes back the signature that sponsoring gave": """
    when:
      - turn: 1
        sponsor: {rivermark: [river_pact]}
        withdraw: {rivermark: [river_pact]}
        sign: {aid_body: [river_pact]}
    then: [{after: 1, not_adopted: [river_pact]}]""",
    "an inject armed beforehand comes, and one skipped beforehand does not": """
    given: {armed: [relief], skipped: [first_families]}
    then: [{after: 1, fired: [relief], not_fired: [first_families]}]""",
    "an armed inject goes back into the drawer": """
    when: [{turn: 1, arm: [relief]}, {turn: 2, hold: [relief]}, {turn: 3, skip: [relief]}]
    then: [{after: end, not_fired: [relief]}]""",
    "an inject is released in the decision phase": """
    when: [{turn: 1, during: {decision: {release: [relief]}}}]
    then: [{after: 1, fired: [relief]}]""",
    "a seat that leaves does nothing more, and one that comes may": """
    given: {vacant: [aid_body]}
    when:
      - turn: 1
        during: {consultation: {come: [aid_body]}, adjudication: {leave: [aid_body]}}
        responses: {aid_body: [{measure: open_shelter, target: rivermark}]}
      - turn: 2
        responses: {aid_body: [{measure: open_shelter, target: rivermark, refused: seat_vacant}]}
    then: [{after: 1, slot: 'preparedness[rivermark]', row_by: open_shelter}]""",
    "an inject written on the spot is read by whom it is for": """
    when: [{turn: 1, written: [{title: News, text: A bridge has fallen., to: [aid_body]}]}]
    then:
      - {after: 1, role: aid_body, sees: [A bridge has fallen.]}
      - {after: 1, role: rivermark, sees_not: [A bridge has fallen.]}""",
    "a lasting measure is lifted by name and target": """
    when:
      - {turn: 1, responses: {rivermark: [{measure: close_crossing}]}}
      - {turn: 2, lift: {rivermark: [{measure: close_crossing, target: rivermark}]}}
    then:
      - {after: 1, role: rivermark, refusal: {close_crossing: already_chosen}}
      - {after: 2, role: rivermark, may: [close_crossing]}""",
    "bots do what their profile says": """
    given: {bots: [rivermark]}
    then: [{after: 1, slot: 'preparedness[rivermark]', row_by: open_shelter}]""",
    "other names reach what seats read": """
    given: {names: other-names}
    then: [{after: 1, role: aid_body, sees: [Families arrive at the crossing of Westbank.]}]""",
    "EndEx is called early": """
    when: [{turn: 2, end: true}]
    then: [{after: end, holds: turn == 2}, {after: run_out, holds: turn == 2}]""",
    "a value, a band and an arrow": """
    when: [{turn: 1, responses: {rivermark: [{measure: open_shelter, target: rivermark}]}}]
    then:
      - {after: 1, slot: 'preparedness[rivermark]', between: [20.5, 21], band: low, arrow: up}
      - {after: 1, role: rivermark, reads: {'arrivals[rivermark]': '16'}}""",
}


@pytest.mark.parametrize("name", PASSES)
def test_the_case_passes(tmp_path: Path, name: str) -> None:
    code, told = tell(tmp_path, f"cases:\n  - name: {name}{PASSES[name]}\n")
    assert (code, told) == (0, ["1 passed, 0 failed"])


FAILS = {
    "{turn: 1, responses: {rivermark: [{measure: close_crossing, refused: made_void}]}}": (
        "turn 1, decision: rivermark may respond close_crossing, expected refusal made_void"
    ),
    "{turn: 1, responses: {rivermark: [{measure: open_shelter, refused: made_void}]}}": (
        "turn 1, decision: rivermark may not respond open_shelter: This measure needs a target it"
        " can have. (wrong_target), expected refusal made_void"
    ),
    "{turn: 1, clauses: {river_pact: {open_data: true}}}": (
        "turn 1: the clauses of river_pact cannot be switched: nobody sponsors it"
    ),
    "{turn: 1, rulings: [{role: rivermark, response: 2, scale: 50, reason: No.}]}": (
        "turn 1: no response 2 of rivermark to rule on"
    ),
    "{turn: 1, disarm: [relief]}": (
        "turn 1, situation: facilitator may not arm inject relief:"
        " Only contingency injects are armed, each once. (nothing_to_change)"
    ),
}


@pytest.mark.parametrize("step", FAILS)
def test_a_step_that_cannot_be_is_told_with_its_reason(tmp_path: Path, step: str) -> None:
    case = f"  - name: One\n    when:\n      - {step}\n    then: [{{slot: rights, at_least: 1}}]\n"
    code, told = tell(tmp_path, f"cases:\n{case}")
    assert (code, told[1], told[3]) == (1, told[1], f"    got      {FAILS[step]}")
    assert told[1].startswith("  cases.yaml:5:")


WRONG = {
    "responses: {rivermark: [{target: rivermark}]}": "a response has 'measure' or 'text', one of them",
    "rulings: [{role: rivermark, reason: Why.}]": (
        "a ruling names 'role' with 'measure' or 'response', or a 'slot'"
    ),
    "refused: [{role: rivermark, code: made_void}]": (
        "a refused act has one of 'sponsor', 'sign' and 'object'"
    ),
    "withdraw: {rivermark: [river_pac]}": "unknown agreement 'river_pac'. Did you mean 'river_pact'?",
    "during: {decision: {release: [relie]}}": "unknown inject 'relie'. Did you mean 'relief'?",
    "rulings: [{role: nobody, measure: open_shelter, scale: 1, reason: Why.}]": "unknown role 'nobody'",
}


@pytest.mark.parametrize("part", WRONG)
def test_a_malformed_step_is_told_before_anything_is_played(tmp_path: Path, part: str) -> None:
    case = f"  - name: One\n    when:\n      - turn: 1\n        {part}\n    then: [{{fired: [relief]}}]\n"
    code, told = tell(tmp_path, f"cases:\n{case}")
    assert (code, told[-1]) == (1, "0 passed, 0 failed, 1 scenario not run")
    assert told[0].startswith("cases.yaml:")
    assert f": error: {WRONG[part]}" in told[0]


NOTHING = {
    "{after: 1}": "nothing is expected; add what must be true",
    "{at_least: 1}": "'at_least' is about a value; add 'slot'",
    "{sees: [x]}": "'sees' is about a seat; add 'role'",
    "{slot: rights, between: [2, 1]}": "'between' gives the lowest value first, then the highest",
}


@pytest.mark.parametrize("then", NOTHING)
def test_an_expectation_that_could_not_fail_is_refused(tmp_path: Path, then: str) -> None:
    code, told = tell(tmp_path, f"cases:\n  - name: One\n    then: [{then}]\n")
    assert code == 1
    assert NOTHING[then] in told[0]
