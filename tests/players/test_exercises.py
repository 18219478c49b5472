"""Bots through whole exercises: they ask for nothing illegal, end each phase, repeat exactly."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from exercise.conduct.command import (
    FACILITATOR,
    Advance,
    AssignSeat,
    Command,
    Holder,
    Respond,
    Seal,
)
from exercise.conduct.decide import decide
from exercise.conduct.evolve import evolve
from exercise.conduct.state import Phase, State, initial
from exercise.conduct.views import view_for
from exercise.engine.program import Program
from exercise.engine.world import Key
from exercise.errors import Refusal
from exercise.library.loader import load_scenario
from exercise.model.role import BotProfile
from exercise.players.bot import next_command
from tests.support.tiny import tiny_program

MOST = 40
"""More commands than any seat can need in one phase."""


def submit(program: Program, state: State, actor: str, command: Command) -> State:
    """Carry a command out; a refusal fails the test."""
    decision = decide(program, state, actor, command)
    assert not isinstance(decision, Refusal), (state.turn, state.phase, actor, command, decision)
    for event in decision:
        state = evolve(program, state, event)
    return state


def conduct(
    program: Program, seed: int, profiles: dict[str, BotProfile], vacant: tuple[str, ...] = ()
) -> tuple[State, list[tuple[str, Command]]]:
    """Conduct an exercise with bots alone; return its end and all they asked for."""
    state = initial(program, Key(seed))
    asked: list[tuple[str, Command]] = []
    for role in program.roles:
        holder: Holder = "vacant" if role in vacant else "bot"
        seat = state.seat(role)
        if seat is not None and seat.holder != holder:
            state = submit(program, state, FACILITATOR, AssignSeat(role, holder))
    while not state.over:
        for role in program.roles:
            for count in range(MOST + 1):
                command = next_command(view_for(program, state, role), profiles[role], seed)
                if command is None:
                    break
                assert count < MOST, (role, command)
                asked.append((role, command))
                state = submit(program, state, role, command)
        if state.phase is Phase.decision:
            assert state.sealed == tuple(role for role in program.roles if role not in vacant)
        state = submit(program, state, FACILITATOR, Advance())
    return state, asked


def own_profiles(program: Program) -> dict[str, BotProfile]:
    return {role: program.bundle.roles[role].profile for role in program.roles}


TINY = tiny_program()
_MEASURES = [code.name for code in TINY.measures]
_CLASSES = sorted({code.klass for code in TINY.measures})
_INDICATORS = [
    "preparedness",
    "border_control",
    "cohesion",
    "asylum_access",
    "arrivals",
    "no_such_thing",
]
_WEIGHTS = st.integers(-30, 30)

profiles = st.builds(
    BotProfile,
    indicators=st.dictionaries(st.sampled_from(_INDICATORS), _WEIGHTS),
    classes=st.dictionaries(st.sampled_from(_CLASSES), _WEIGHTS),
    measures=st.dictionaries(st.sampled_from(_MEASURES), _WEIGHTS),
    frame=st.sampled_from(["state", "human", "global", "societal"]),
    issue=st.sampled_from([None, "displacement", "no_such_issue"]),
    agreements=st.dictionaries(
        st.just("river_pact"), st.sampled_from(["sponsor", "sign", "object"])
    ),
    contribution=st.integers(0, 3),
    thrift=st.integers(0, 20),
    noise=st.integers(0, 50),
)


@given(
    seed=st.integers(0, 2**63),
    first=profiles,
    second=profiles,
    vacant=st.sampled_from([(), ("rivermark",)]),
)
@settings(max_examples=60, deadline=None)
def test_no_profile_makes_a_bot_ask_for_what_is_refused(
    seed: int, first: BotProfile, second: BotProfile, vacant: tuple[str, ...]
) -> None:
    conduct(TINY, seed, {"rivermark": first, "aid_body": second}, vacant)


@pytest.mark.parametrize("name", ["first-steps", "northern-displacement"])
def test_bots_play_shipped_scenarios_to_the_end(name: str) -> None:
    """Every seat acts on its own card's profile, and none of its requests is refused."""
    program = load_scenario(name).program
    state, asked = conduct(program, 7, own_profiles(program))
    assert state.phase is Phase.hot_wash
    responding = {role for role, command in asked if isinstance(command, Respond)}
    assert responding == set(program.roles)


def test_same_seed_gives_the_same_exercise_and_another_seed_another() -> None:
    noisy = {role: replace_noise(profile, 50) for role, profile in own_profiles(TINY).items()}
    runs = [conduct(TINY, seed, noisy)[1] for seed in (3, 3)]
    assert runs[0] == runs[1]
    others = [conduct(TINY, seed, noisy)[1] for seed in range(4, 12)]
    assert any(other != runs[0] for other in others)


def replace_noise(profile: BotProfile, noise: int) -> BotProfile:
    return profile.model_copy(update={"noise": noise})


def test_hidden_scores_leave_bots_able_to_act() -> None:
    """A bot whose view shows no gauges still decides, and gives reasons."""
    program = load_scenario("first-steps").program
    state = initial(program, Key(5))
    role = program.roles[0]
    state = submit(program, state, FACILITATOR, AssignSeat(role, "bot", "simulated"))
    while state.phase is not Phase.decision:
        state = submit(program, state, FACILITATOR, Advance())
    view = view_for(program, replace(state, scores_hidden=True), role)
    assert view.common.gauges == ()
    command = next_command(view, program.bundle.roles[role].profile, 5)
    assert isinstance(command, Respond)
    assert command.reason


def test_a_bot_seals_once_and_then_is_silent() -> None:
    _, asked = conduct(TINY, 1, own_profiles(TINY))
    turns = TINY.bundle.scenario.turns
    for role in TINY.roles:
        assert sum(1 for who, command in asked if who == role and command == Seal()) == turns
