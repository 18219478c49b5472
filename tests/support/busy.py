"""The tiny library with everything a decision can meet: locked, offered and covert measures,
all decision rules of agreements, draws, amplifications, cancelled rows, intervals, position papers, four
roles and a rapporteur.

The ground on which the laws are tested; it means as little as the tiny one.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from exercise.engine.program import Program
from exercise.library.loader import load_scenario
from tests.support.tiny import FILES, NAME, only

_MODEL = "scenarios/models/tiny-model/"

MEASURES = """\
evacuate:
  name: Move people inland
  text: Buses leave at dawn.
  class: balanced
  addresses: cause
  who: [states]
  target: home
  referent: migrants
  locked: true
  yields:
    - change: cohesion[home]
      by: high
      delay: long
  source: design value
quiet_watch:
  name: Quiet watch
  text: Men in plain clothes walk the market.
  class: capacity
  addresses: symptom
  who: [states, watch_body]
  target: state
  referent: state
  covert: true
  lasts: until_lifted
  yields:
    - change: border_control[host]
      by: low
      group: calm
  side_effects:
    - change: cohesion[host]
      by: -low
      delay: medium
    - amplify: [calm]
      factor: 120
      host: host
  source: design value
state_of_alarm:
  name: State of alarm
  text: The council sits by night.
  class: restrictive
  addresses: symptom
  who: [states]
  target: home
  issue: displacement
  referent: state
  emergency: true
  lasts: {turns: 2}
  yields:
    - change: border_control[home]
      by: high
  source: design value
calm_words:
  name: Calm words
  text: Say that there is room.
  class: framing
  addresses: cause
  who: [all]
  referent: migrants
  statement: true
  lowers: true
  strength: high
  source: design value
escort:
  name: Escort to the border
  text: Walk with people to the other bank.
  class: cooperation
  addresses: cause
  who: [states]
  target: partner
  referent: migrants
  cost: 1
  requires: cohesion[partner] >= 58
  requires_text: The other bank must be calm.
  yields:
    - change: asylum_access[partner]
      between: [-2, 6]
      chance: 70%
    - change: border_control[partner]
      by: medium
      delay: medium
  source: design value
call_donor:
  name: Call the donor
  text: Ask for the rest of the window.
  class: cooperation
  addresses: cause
  who: [aid_body]
  target: role
  referent: migrants
  offered: true
  yields:
    - transfer: 3
      from: pool[donor_window]
      to: funds[target]
  source: design value
grand_works:
  name: Grand works
  text: A bridge of stone.
  class: causes
  addresses: cause
  who: [all]
  target: none
  referent: state
  cost: 50
  yields:
    - change: capacity[bridge]
      by: high
  source: design value
halt_works:
  name: Halt the works
  text: What is on its way is stopped.
  class: balanced
  addresses: symptom
  who: [watch_body, highvale]
  target: none
  referent: state
  yields:
    - cancel: [open_shelter, escort]
    - void: escort
  source: design value
"""

AGREEMENTS = """\
quiet_rule:
  name: Quiet rule
  text: Nobody raises a voice.
  parties: [all]
  decision: consensus
  clauses:
    soft_voice:
      text: Voices stay low.
      effects:
        - change: cohesion[highvale]
          by: low
          chance: 50%
  source: design value
common_chest:
  name: Common chest
  text: All pay a little.
  parties: [rivermark, highvale, watch_body]
  sponsors: [aid_body]
  decision: majority
  requires: preparedness[rivermark] >= 15
  requires_text: Somebody must be ready.
  clauses:
    pay_in:
      text: Each pays one unit.
      lasts: 3
      effects:
        - transfer: 1
          from: funds[highvale]
          to: pool[donor_window]
    pay_out:
      text: The chest pays the aid body.
      effects:
        - transfer: 2
          from: pool[donor_window]
          to: funds[aid_body]
  source: design value
"""

RULES = """\
inland_roads:
  when: preparedness[rivermark] >= 24 or flag(trained, rivermark)
  effects:
    - unlock: evacuate
      role: rivermark
  why: Somewhere to go opens the road.
  source: design value
crowded_bank:
  for: {s: states}
  when: arrivals[s] > 14 and willingness[s] < 90
  effects:
    - change: cohesion[s]
      between: [-3, 1]
    - change: border_control[s]
      by: -low
      chance: 40%
      delay: short
    - reroute: ford
      by: 3
    - release: visit
      when: turn >= 2
  why: A crowded bank is a restless bank.
  source: design value
chest_leaks:
  when: pool[donor_window] > 2
  effects:
    - transfer: 1
      from: pool[donor_window]
      to: funds[watch_body]
    - income: 1
      to: pool[donor_window]
      origin: a friend of the river
  why: Open chests leak.
  source: design value
"""

QUANTITIES = """\
data_quality:
  name: Data quality
  text: How far figures can be trusted.
  scope: [state]
  start: 30
  family: process
  visibility: published
  source: design value
"""

DERIVED = """\
order:
  name: Order
  text: Posts count for little while people quarrel.
  terms: {border_control: 1}
  limit: {to: 40, when_any_below: 50, of: [cohesion]}
  source: design value
calm_and_order:
  name: Calm and order
  text: Both together.
  terms: {order: 1, cohesion: 1}
  source: design value
protection:
  name: Protection
  text: Rights with a word of its own for access.
  terms: {rights: 1, asylum_access: 1}
  limit: {to: 40, when_any_below: 30, of: [asylum_access]}
  source: design value
"""

INJECTS = """\
visit:
  kind: optional
  title: A visit
  text: Somebody comes to look.
  from: The capital
  to: [highvale]
  private:
    highvale: The guest is ill.
  effects:
    - change: border_control[highvale]
      by: low
      group: calm
    - amplify: [calm]
      factor: 150
  expected: The guest is received.
  phrases: [mixed_flows]
  source: design value
donor_asks:
  kind: scheduled
  turn: 2
  title: The donor asks
  text: The donor wants to hear.
  from: The donor
  to: [aid_body]
  offers:
    - to: [aid_body]
      measures: [call_donor, open_shelter]
      choose: one
  open_turns: 2
  expected: Somebody answers.
  phrases: [mixed_flows]
  source: design value
"""

HIGHVALE = """\
format: 1
kind: state
name: Highvale
state: highvale
mandate: You govern the far bank.
interests: [Stay out of it]
concept: {state: 60, societal: 20, human: 10, global: 10}
funds: {start: 4, income: 1, limit: 5}
actions: 2
delivery_cap: 70
voice_weight: 30
private: [Your own harvest failed.]
card:
  willingness: How willing your own people are
source: design value
"""

WATCH_BODY = """\
format: 1
kind: organisation
name: Watch body
mandate: You watch the river.
interests: [See everything]
concept: {state: 20, societal: 20, human: 40, global: 20}
funds: {start: 2, income: 1, limit: 4}
actions: 3
delivery_cap: 50
voice_weight: 60
private: [One of your people is missing.]
source: design value
"""

CLERK = """\
format: 1
kind: cell
duty: rapporteur
name: Clerk
mandate: You write down what is said.
interests: [Say no more than was said]
concept: {state: 25, societal: 25, human: 25, global: 25}
funds: {start: 0, income: 0, limit: 0}
actions: 0
delivery_cap: 0
voice_weight: 0
private: [You are asked to be brief.]
source: design value
"""

_PLACES = """\
  - role: highvale
    seat: person
    dilemma: Stay out, or help.
  - role: watch_body
    dilemma: Report, or stay welcome.
  - role: clerk
    dilemma: Write what was agreed, or what was said.
"""


def _files() -> dict[str, str]:
    files = dict(FILES)
    scenario = files["scenarios/tiny/scenario.yaml"]
    files["scenarios/tiny/scenario.yaml"] = scenario.replace(
        "concept_note:", f"{_PLACES}concept_note:"
    )
    files["scenarios/tiny/injects.yaml"] += INJECTS
    files.pop("scenarios/tiny/cases.yaml")
    for name, text in (
        ("measures", MEASURES),
        ("agreements", AGREEMENTS),
        ("rules", RULES),
        ("quantities", QUANTITIES),
        ("derived", DERIVED),
    ):
        files[f"{_MODEL}{name}.yaml"] += text
    files["roles/highvale.yaml"] = HIGHVALE
    files["roles/watch_body.yaml"] = WATCH_BODY
    files["roles/clerk.yaml"] = CLERK
    return files


BUSY: Mapping[str, str] = _files()
"""Every file of the busy library by its path from the root."""


def load_files(files: Mapping[str, str]) -> Program:
    """Return the scenario that these files make, compiled."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return load_scenario(NAME, library=only(root)).program


@cache
def busy_program() -> Program:
    """Return the busy scenario, compiled once."""
    return load_files(BUSY)


def model_with(**texts: str) -> Program:
    """Return the tiny scenario with text added to files of its model, compiled."""
    files = dict(FILES)
    files.pop("scenarios/tiny/cases.yaml")
    for name, text in texts.items():
        files[f"{_MODEL}{name}.yaml"] += text
    return load_files(files)
