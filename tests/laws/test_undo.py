"""Going back: to the last phase boundary or release, and to exactly what stood then."""

from __future__ import annotations

from msgspec.structs import replace

from exercise.conduct.command import (
    FACILITATOR,
    Advance,
    Observe,
    RecordAnswer,
    ReleaseInject,
    Respond,
    Undo,
)
from exercise.conduct.decide import decide
from exercise.conduct.evolve import evolve
from exercise.conduct.state import Phase, State, initial
from exercise.conduct.views import view_for
from exercise.engine.world import Key
from exercise.errors import Refusal, RefusalCode
from tests.support.invariants import bare
from tests.support.plays import play
from tests.support.tiny import tiny_program

PROGRAM = tiny_program()


def _do(state: State, *commands: object, actor: str = FACILITATOR) -> State:
    for command in commands:
        decision = decide(PROGRAM, state, actor, command)  # type: ignore[arg-type]
        assert not isinstance(decision, Refusal), decision
        for event in decision:
            state = evolve(PROGRAM, state, event)
    return state


def _started() -> State:
    return _do(initial(PROGRAM, Key(7)), Advance(), Advance())


def _like(earlier: State, later: State) -> bool:
    """Whether a state is an earlier one but for its events and what was noted of the room."""
    settled = replace(
        bare(later),
        events=earlier.events,
        observations=earlier.observations,
        answers=earlier.answers,
    )
    return settled == bare(earlier)


def test_there_is_nothing_to_undo_in_the_lobby() -> None:
    answer = decide(PROGRAM, initial(PROGRAM, Key(7)), FACILITATOR, Undo())
    assert isinstance(answer, Refusal)
    assert answer.code is RefusalCode.cannot_undo


def test_undo_takes_back_one_phase_at_a_time_up_to_the_lobby() -> None:
    path = [initial(PROGRAM, Key(7))]
    for _ in range(6):
        path.append(_do(path[-1], Advance()))
    state = path[-1]
    seen = [state.phase]
    while state.checkpoints:
        state = _do(state, Undo())
        seen.append(state.phase)
    assert _like(path[0], state)
    assert seen[-1] is Phase.lobby
    assert state.events > path[-1].events


def test_undo_takes_back_a_release_alone() -> None:
    state = _started()
    released = _do(state, ReleaseInject("first_families"))
    assert _like(state, _do(released, Undo()))


def test_undo_takes_back_an_outcome_with_every_row_and_waiting_row() -> None:
    before = _do(_started(), Advance(), Advance())
    decided = _do(before, Respond("open_shelter", "rivermark"), actor="rivermark")
    cut_off = _do(decided, Advance())
    outcome = _do(cut_off, Advance())
    assert outcome.world.values != cut_off.world.values
    assert outcome.world.waiting
    assert _like(cut_off, _do(outcome, Undo()))
    assert _like(decided, _do(outcome, Undo(), Undo()))


def test_what_is_played_again_after_an_undo_draws_the_same() -> None:
    state = _do(_started(), Advance(), Advance(), Advance())
    once = _do(state, Advance())
    again = _do(once, Undo(), Advance())
    assert once.world == again.world


def test_undo_reaches_across_end_ex_and_takes_the_run_out_back() -> None:
    state = _started()
    while state.phase is not Phase.hot_wash:
        last, state = state, _do(state, Advance())
    assert any(turn.run_out for turn in state.turns)
    assert _like(last, _do(state, Undo()))


def test_what_was_noted_of_the_room_stays() -> None:
    state = _do(_started(), Advance(), Observe("They talk."), Undo())
    assert [note.text for note in state.observations] == ["They talk."]


def test_a_seat_sees_after_an_undo_what_it_saw_before() -> None:
    state = _do(_started(), Advance(), Advance())
    later = _do(state, Advance(), Advance())
    assert view_for(PROGRAM, _do(later, Undo(), Undo()), "rivermark") == view_for(
        PROGRAM, state, "rivermark"
    )


def test_undo_gives_the_checkpoint_in_any_play() -> None:
    """The state after an undo is the one before the event it names."""
    by_events: dict[int, State] = {}
    undone = 0
    for seed in range(25):
        by_events.clear()
        for state, (_, command), result in play(PROGRAM, seed, 200):
            by_events.setdefault(state.events, state)
            if isinstance(command, Undo) and isinstance(result, State):
                to = state.checkpoints[-1][0]
                undone += 1
                assert _like(state.checkpoints[-1][1], result)
                if to in by_events:
                    assert _like(by_events[to], result)
    assert undone > 10


def test_what_the_group_has_answered_stays_after_an_undo() -> None:
    state = _started()
    while state.phase is not Phase.hot_wash:
        state = _do(state, Advance())
    question = next(iter(PROGRAM.bundle.scenario.questions))
    state = _do(state, RecordAnswer(question, "Prepare before people arrive."), Undo())
    assert state.phase is Phase.outcome
    assert state.answers == ((question, "Prepare before people arrive."),)
