"""A tiny but complete library: one scenario, its model, two role cards, an alias file.

The shared base of tests that need something to load, compile or play. It touches every kind of
thing an author can write, and means nothing.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from exercise.engine.program import Program
from exercise.library.loader import LoadedScenario, load_scenario
from exercise.library.places import Library, Root
from exercise.model.bundle import Bundle

NAME = "tiny"

SCENARIO = """\
format: 1
id: tiny
title: Tiny crossing
summary: Families wait at the river between {rivermark} and {highvale}.
version: 1.0.0
author: Test authors
model: tiny-model
preset: plain
setting_year: 2016
turns: 3
turn_length: one quarter
calendar: [Spring, Summer, Autumn]
run_out: 2
duration_min: [30, 60]
states: [rivermark, highvale]
places:
  - role: rivermark
    seat: person
    dilemma: Let people in before money comes, or wait.
  - role: aid_body  # check: allow idle-seat because two turns are too few for more
    dilemma: Pay for shelter, or keep the money.
concept_note: concept-note.md
starts:
  insecurity: 40
  preparedness: {rivermark: 20, highvale: 30}
issues:
  displacement:
    all: {rhetoric: 30, acceptance: 40, level: 1, frame: state}
    rivermark: {rhetoric: 50}
questions:
  q1: What helps both?
objectives:
  prepare:
    text: See what preparation buys.
    question: q1
    evidence: [preparedness, asylum_access]
overview:
  scope: One short exercise.
  threat_or_hazard: Reception that is not ready.
  assumptions: [What is reported happens.]
papers:
  q1:
    who: [states, aid_body]
    fields:
      now: How things stand
      aims: What you aim at
debrief:
  focus: Compare open and closed.
  prompts: [What would you do again?]
source: design value
"""

INJECTS = """\
first_families:
  kind: scheduled
  turn: 1
  title: First families
  text: Families arrive at the crossing of {rivermark}.
  from: Border post
  to: [all]
  private:
    aid_body: Your stores hold tents for forty families.
  issue: displacement
  effects:
    - change: arrivals[rivermark]
      by: medium
  offers:
    - to: [rivermark]
      measures: [open_shelter]
  expected: Rivermark prepares places.
  objectives: [prepare]
  phrases: [mixed_flows]
  source: design value
rumour:
  kind: conditional
  turn: 2
  when: preparedness[rivermark] < 60 and fired(first_families)
  title: A rumour
  text: A rumour blames the families.
  from: Local radio
  method: radio
  to: [rivermark]
  effects:
    - change: cohesion[rivermark]
      by: -low
      chance: 50%
  expected: Someone corrects it.
  phrases: [mixed_flows]
  source: design value
relief:
  kind: contingency
  title: Relief arrives
  text: A donor sends relief.
  from: A donor
  to: [aid_body, rivermark]
  effects:
    - income: 2
      to: funds[aid_body]
      origin: a donor outside the exercise
    - release: rumour
  expected: It is shared.
  phrases: [mixed_flows]
  source: design value
"""

MODEL = """\
format: 1
id: tiny-model
name: Tiny model
text: Two states and a river.
notice: Values are exercise parameters.
version: 1.0.0
scales:
  strengths: {low: 2, medium: 5, high: 9}
  statement_strengths: {low: 6, medium: 12, high: 20}
  levels:
    weights: {rhetoric: 50, acceptance: 50}
    thresholds: [20, 45, 65, 85]
    falls_below: 5
    source: design value
  bands:
    - {low: 0, word: low}
    - {low: 50, word: good}
  fit:
    displacement:
      restrictive: 30
      capacity: 60
      balanced: 90
      protection: 100
      causes: 50
      cooperation: 80
      framing: 60
  source: design value
presets:
  plain:
    name: Plain
    text: As written.
    source: design value
  strong:
    name: Strong
    text: Closing costs more.
    rules: {closing_feeds_smugglers: 200}
    measures: {open_shelter: 150}
    source: design value
referents:
  state: the state
  migrants: people on the move
phrases:
  mixed_flows: mixed flows
flags:
  trained: [state]
pools:
  donor_window:
    name: Donor window
    start: 4
    shares: {aid_body: 50, rivermark: 25}
    source: design value
settings:
  early:
    name: Early years
    text: Before the new road.
    years: [2010, 2018]
    starts:
      preparedness: {rivermark: 55, highvale: 56}
      border_control: 33
    issues:
      displacement:
        all: {rhetoric: 70, linkage: 12}
    source: design value
"""

STATES = """\
rivermark:
  name: Rivermark
  weight: 2
  neighbours: [highvale]
  willingness: 60
  ability: 50
  diverted: 10
  source: design value
highvale:
  name: Highvale
  weight: 1
  neighbours: [rivermark]
  willingness: 70
  ability: 60
  diverted: 5
  source: design value
"""

QUANTITIES = """\
preparedness:
  name: Preparedness
  text: How ready reception is.
  scope: [state]
  start: 40
  family: security
  visibility: published
  source: design value
border_control:
  name: Border control
  text: How well posts notice unlawful crossing.
  scope: [state]
  range: [0, 90]
  start: 50
  family: security
  visibility: published
  source: design value
cohesion:
  name: Cohesion
  text: How people live together.
  scope: [state]
  start: 60
  family: security
  visibility: published
  source: design value
asylum_access:
  name: Access to asylum
  text: Whether a person can ask for protection.
  scope: [state]
  start: 50
  family: rights
  visibility: published
  source: design value
arrivals:
  name: Arrivals
  text: People arriving this turn.
  scope: [state]
  start: 10
  family: driver
  higher_is: neutral
  visibility: card
  source: design value
insecurity:
  name: Insecurity in the north
  text: Fighting outside the region.
  start: 50
  family: driver
  higher_is: worse
  source: design value
"""

DERIVED = """\
security:
  name: Security
  text: The security headline.
  axis: security
  terms: {preparedness: 1, border_control: 1, cohesion: 2}
  source: design value
rights:
  name: Rights
  text: The rights headline.
  axis: rights
  terms: {asylum_access: 1}
  limit: {to: 50, when_any_below: 20, of: [asylum_access]}
  source: design value
"""

ISSUES = """\
displacement:
  name: Displacement
  text: Families who had to leave.
  start: {rhetoric: 20, acceptance: 30}
  evidence: {cohesion: 1}
  source: design value
"""

AUDIENCES = """\
public:
  name: The public
  text: People who follow the news.
  concept: {state: 40, societal: 30, human: 20, global: 10}
  source: design value
"""

FLOWS = """\
river_routes:
  name: River routes
  text: Ways across the river.
  unit: index points
  legs:
    bridge: {name: The bridge, origin: the north, state: rivermark, start: 10, capacity: 30}
    ford: {name: The ford, origin: the north, state: highvale, start: 2, capacity: 20}
  source: design value
"""

RED_LINES = """\
unscreened_return:
  name: Return without a hearing
  text: Somebody was sent back unheard.
  framework: OHCHR Recommended Principles, guideline 6
  source: design value
"""

MEASURES = """\
open_shelter:
  name: Open shelter
  text: Put up places for arriving families.
  class: protection
  addresses: cause
  who: [states, aid_body]
  target: state
  issue: displacement
  referent: migrants
  cost: 2
  bundle:
    trained_staff: flag(trained, host)
  yields:
    - change: preparedness[host]
      by: high
    - change: asylum_access[host]
      by: medium
      delay: short
  source: design value
close_crossing:
  name: Close the crossing
  text: Nobody passes.
  class: restrictive
  addresses: symptom
  who: [states]
  target: home
  issue: displacement
  referent: state
  upkeep: 1
  lasts: until_lifted
  yields:
    - change: border_control[home]
      by: medium
  side_effects:
    - change: asylum_access[home]
      by: -high
  source: design value
train_posts:
  name: Train the posts
  text: Teach screening at border posts.
  class: capacity
  addresses: cause
  who: [aid_body]
  target: state
  referent: migrants
  cost: 1
  lasts: {turns: 2}
  requires: preparedness[host] >= 10
  requires_text: There must be somebody to train.
  yields:
    - set: trained[host]
    - transfer: 1
      from: funds[actor]
      to: funds[rivermark]
  source: design value
speak_up:
  name: Speak for the families
  text: Say in public whose safety is at stake.
  class: framing
  addresses: cause
  who: [all]
  issue: displacement
  referent: migrants
  statement: true
  strength: medium
  source: design value
"""

BANK = """\
frost:
  kind: conditional
  turn: 2
  when: insecurity >= 0
  title: Frost
  text: The crossing of {rivermark} is frozen.
  from: District office
  to: [rivermark]
  private:
    rivermark: Your tents are not lined.
    aid_body: Blankets are on their way.
  issue: displacement
  effects:
    - change: arrivals[rivermark]
      by: low
  offers:
    - to: [rivermark, aid_body]
      measures: [open_shelter, train_posts]
  expected: Somebody opens a warm place.
  phrases: [mixed_flows]
  source: design value
"""

RULES = """\
closing_feeds_smugglers:
  for: {s: states}
  when: in_force(close_crossing, s, any)
  effects:
    - change: cohesion[s]
      by: -medium
    - reroute: bridge
      by: 4
    - breach: unscreened_return
      when: arrivals[s] > 10
  why: Closed roads send people to smugglers.
  source: design value
insecurity_moves_people:
  for: {s: states, n: neighbours(s)}
  when: insecurity > 30 and preparedness[n] >= 0
  effects:
    - change: arrivals[s]
      by: scale(medium, insecurity, 30, 80)
  why: Fighting makes families leave.
  source: design value
readiness_calms:
  when: "count(s in states: preparedness[s] >= 50) >= 1"
  effects:
    - change: cohesion[rivermark]
      by: low
      delay: medium
      group: calm
    - amplify: [calm]
      factor: 150
      when: adopted(river_pact, shared_places)
  why: People who are met calmly stay calm.
  source: design value
"""

AGREEMENTS = """\
river_pact:
  name: River pact
  text: Both sides keep the river open.
  parties: [rivermark, aid_body]
  decision: all_parties
  issue: displacement
  contributions: true
  clauses:
    shared_places:
      text: Places are shared.
      effects:
        - change: preparedness[rivermark]
          by: scale(low, contribution(river_pact), 0, 3)
    open_data:
      text: Figures are shared.
      on: false
      lasts: 2
  source: design value
"""

RIVERMARK = """\
format: 1
kind: state
name: Rivermark
state: rivermark
mandate: You govern the near bank.
interests: [Keep the river quiet]
concept: {state: 50, societal: 20, human: 20, global: 10}
funds: {start: 3, income: 2, limit: 6}
actions: 2
delivery_cap: 60
voice_weight: 50
red_lines:
  - text: Nobody is sent back unheard
    measures: [close_crossing]
private: [Two posts are empty.]
card:
  arrivals: People arriving at your posts
profile:
  indicators: {preparedness: 3, cohesion: 2}
  classes: {protection: 4, restrictive: -2}
  frame: human
  issue: displacement
  agreements: {river_pact: sign}
source: design value
"""

AID_BODY = """\
format: 1
kind: organisation
name: Aid body
mandate: You help whoever arrives.
interests: [Places for everyone]
concept: {state: 10, societal: 10, human: 60, global: 20}
funds: {start: 5, income: 3, limit: 8}
actions: 2
delivery_cap: 80
voice_weight: 40
profile:
  indicators: {asylum_access: 4}
  measures: {open_shelter: 5}
  frame: human
  agreements: {river_pact: sponsor}
source: design value
"""

CASES = """\
format: 1
plans:
  prepare:
    - turn: 1
      responses:
        rivermark:
          - {measure: open_shelter, target: rivermark, inject: first_families}
cases:
  - name: Shelter makes ready
    when: prepare
    then:
      - slot: preparedness[rivermark]
        at_least: 20
"""

ALIASES = """\
format: 1
names:
  rivermark: Westbank
  aid_body: Relief agency
"""

FILES: dict[str, str] = {
    "scenarios/tiny/scenario.yaml": SCENARIO,
    "scenarios/tiny/injects.yaml": INJECTS,
    "scenarios/tiny/cases.yaml": CASES,
    "scenarios/tiny/concept-note.md": "# Tiny crossing\n\nRead this first.\n",
    "scenarios/models/tiny-model/model.yaml": MODEL,
    "scenarios/models/tiny-model/states.yaml": STATES,
    "scenarios/models/tiny-model/quantities.yaml": QUANTITIES,
    "scenarios/models/tiny-model/derived.yaml": DERIVED,
    "scenarios/models/tiny-model/issues.yaml": ISSUES,
    "scenarios/models/tiny-model/audiences.yaml": AUDIENCES,
    "scenarios/models/tiny-model/flows.yaml": FLOWS,
    "scenarios/models/tiny-model/red_lines.yaml": RED_LINES,
    "scenarios/models/tiny-model/measures.yaml": MEASURES,
    "scenarios/models/tiny-model/injects.yaml": BANK,
    "scenarios/models/tiny-model/rules.yaml": RULES,
    "scenarios/models/tiny-model/agreements.yaml": AGREEMENTS,
    "roles/rivermark.yaml": RIVERMARK,
    "roles/aid_body.yaml": AID_BODY,
    "roles/aliases/other-names.yaml": ALIASES,
}
"""Every file of the library by its path from the root."""


def write_library(root: Path) -> Path:
    """Write the tiny library into a folder and return it."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def only(root: Path) -> Library:
    """Return a library that knows this folder alone."""
    return Library((Root(root, "named"),))


@cache
def tiny() -> LoadedScenario:
    """Return the tiny scenario, loaded once."""
    with tempfile.TemporaryDirectory() as folder:
        return load_scenario(NAME, library=only(write_library(Path(folder).resolve())))


def tiny_bundle() -> Bundle:
    """Return the tiny scenario with its model and roles."""
    return tiny().bundle


def tiny_program() -> Program:
    """Return the tiny scenario compiled."""
    return tiny().program
