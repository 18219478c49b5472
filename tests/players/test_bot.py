"""What a bot makes of one view: scoring, targets, reasons, statements and agreements."""

from __future__ import annotations

from functools import cache
from typing import Literal

import pytest
from msgspec.structs import replace

from exercise.conduct.command import (
    FACILITATOR,
    Advance,
    AssignSeat,
    Command,
    Contribute,
    ObjectTo,
    Respond,
    Seal,
    Sign,
    Sponsor,
)
from exercise.conduct.decide import decide
from exercise.conduct.evolve import evolve
from exercise.conduct.state import Phase, State, initial
from exercise.conduct.view import SeatView
from exercise.conduct.views import view_for
from exercise.engine.world import Key
from exercise.errors import Refusal, RefusalCode
from exercise.model.role import BotProfile
from exercise.players.bot import next_command
from exercise.players.outlook import urgency_of
from exercise.players.scoring import REPETITION_PENALTY, Appraiser
from exercise.players.sentences import SENTENCES, sentence
from tests.support.tiny import tiny_program

TINY = tiny_program()
QUIET = BotProfile(noise=0, thrift=0)
"""Wants nothing."""


def after(state: State, actor: str, *commands: Command) -> State:
    for command in commands:
        decision = decide(TINY, state, actor, command)
        assert not isinstance(decision, Refusal), decision
        for event in decision:
            state = evolve(TINY, state, event)
    return state


@cache
def at(phase: Phase) -> State:
    """The tiny exercise in a phase of its first turn, both seats held by bots."""
    state = initial(TINY, Key(7))
    for role in TINY.roles:
        if (seat := state.seat(role)) is not None and seat.holder != "bot":
            state = after(state, FACILITATOR, AssignSeat(role, "bot"))
    while state.phase is not phase:
        state = after(state, FACILITATOR, Advance())
    return state


def seen(role: str, phase: Phase = Phase.decision) -> SeatView:
    return view_for(TINY, at(phase), role)


def wanting(**fields: object) -> BotProfile:
    return QUIET.model_copy(update=fields)


def with_gauge(view: SeatView, slot: str, level: int) -> SeatView:
    """The view with one gauge at another level."""
    gauges = tuple(
        replace(gauge, level=level) if gauge.slot == slot else gauge for gauge in view.common.gauges
    )
    return replace(view, common=replace(view.common, gauges=gauges))


def test_a_profile_that_wants_nothing_seals_at_once() -> None:
    assert next_command(seen("aid_body"), QUIET, 1) == Seal()


@pytest.mark.parametrize("change", ["sealed", "paused", "vacant"])
def test_a_bot_is_silent_where_it_may_not_or_need_not_speak(change: str) -> None:
    view = seen("aid_body")
    silent = {
        "sealed": replace(view, sealed=True),
        "paused": replace(view, common=replace(view.common, paused=True)),
        "vacant": replace(view, holder="vacant"),
    }[change]
    assert next_command(silent, wanting(measures={"open_shelter": 9}), 1) is None


@pytest.mark.parametrize("phase", [Phase.situation, Phase.adjudication, Phase.outcome])
def test_a_bot_asks_for_nothing_outside_consultation_and_decision(phase: Phase) -> None:
    assert next_command(seen("aid_body", phase), wanting(measures={"open_shelter": 9}), 1) is None


def test_an_organisation_goes_where_what_it_wants_is_lowest() -> None:
    view = seen("aid_body")
    wish = wanting(indicators={"preparedness": 2})
    for place, other in (("rivermark", "highvale"), ("highvale", "rivermark")):
        low = with_gauge(view, f"preparedness[{place}]", 0)
        command = next_command(with_gauge(low, f"preparedness[{other}]", 1), wish, 1)
        assert isinstance(command, Respond)
        assert (command.measure, command.target) == ("open_shelter", place)


def test_a_state_acts_at_home_first() -> None:
    """Even where a neighbour it may choose is worse off."""
    wish = wanting(indicators={"preparedness": 2})
    view = with_gauge(seen("rivermark"), "preparedness[rivermark]", 1)
    abroad = next(m for m in seen("aid_body").measures if m.slug == "open_shelter")
    view = replace(view, measures=(replace(abroad, targets=abroad.targets[::-1]),))
    command = next_command(with_gauge(view, "preparedness[highvale]", 0), wish, 1)
    assert isinstance(command, Respond)
    assert (command.measure, command.target) == ("open_shelter", "rivermark")


def test_a_lower_band_scores_higher() -> None:
    wish = wanting(indicators={"preparedness": 2})
    scores = []
    for level in (0, 1):
        view = with_gauge(seen("rivermark"), "preparedness[rivermark]", level)
        best = Appraiser(view, wish, 1).best(statements=False)
        assert best is not None
        scores.append(best.score)
    assert scores[0] > scores[1]


def test_thrift_and_a_class_weight_decide_against_a_measure() -> None:
    assert isinstance(
        next_command(seen("rivermark"), wanting(measures={"open_shelter": 5}), 1), Respond
    )
    for against in ({"thrift": 20}, {"classes": {"protection": -30}}):
        wish = wanting(measures={"open_shelter": 5}, **against)
        assert next_command(seen("rivermark"), wish, 1) == Seal()


def test_what_an_inject_offers_is_preferred_until_it_is_answered() -> None:
    view = seen("rivermark")
    [shelter] = [measure for measure in view.measures if measure.slug == "open_shelter"]
    assert shelter.offered_by == ("first_families",)
    command = next_command(view, QUIET, 1)
    assert isinstance(command, Respond)
    assert (command.measure, command.inject) == ("open_shelter", "first_families")
    later = replace(view, common=replace(view.common, turn=2))
    assert next_command(later, QUIET, 1) == Seal()


def test_a_restrictive_measure_comes_with_two_answers_in_words() -> None:
    view = seen("rivermark")
    command = next_command(view, wanting(indicators={"border_control": 60}), 1)
    assert isinstance(command, Respond)
    assert command.measure == "close_crossing"
    assert "Border control" in command.suitable
    assert "Rivermark" in command.suitable
    assert command.needed
    assert not isinstance(decide(TINY, at(Phase.decision), "rivermark", command), Refusal)


def test_the_reason_names_what_presses_most_and_where() -> None:
    wish = wanting(indicators={"preparedness": 2, "asylum_access": 1})
    view = with_gauge(seen("aid_body"), "preparedness[rivermark]", 0)
    command = next_command(with_gauge(view, "preparedness[highvale]", 1), wish, 1)
    assert isinstance(command, Respond)
    assert command.reason == "Preparedness is low in Rivermark."


def test_noise_comes_from_the_seed_alone() -> None:
    noisy = wanting(noise=50)
    answers = {seed: next_command(seen("aid_body"), noisy, seed) for seed in range(20)}
    assert len(set(map(repr, answers.values()))) > 1
    assert all(next_command(seen("aid_body"), noisy, seed) == answers[seed] for seed in answers)


def test_at_most_one_statement_a_turn_and_only_above_the_threshold() -> None:
    view = seen("aid_body", Phase.consultation)
    assert next_command(view, wanting(classes={"framing": 4}), 1) is None
    keen = wanting(classes={"framing": 5}, frame="human")
    command = next_command(view, keen, 1)
    assert isinstance(command, Respond)
    assert (command.measure, command.frame, command.issue) == ("speak_up", "human", "displacement")
    assert command.audiences == ("public",)
    said = view_for(TINY, after(at(Phase.consultation), "aid_body", command), "aid_body")
    again = replace(said, measures=tuple(replace(m, refusal=None) for m in said.measures))
    assert next_command(again, keen, 1) is None


def test_a_statement_addresses_three_audiences_at_most_each_once() -> None:
    view = seen("aid_body", Phase.consultation)
    many = replace(view, audiences=tuple((name, name) for name in "abcde"))
    for turn in range(1, 7):
        later = replace(many, common=replace(many.common, turn=turn))
        command = next_command(later, wanting(classes={"framing": 5}), 1)
        assert isinstance(command, Respond)
        assert len(set(command.audiences)) == len(command.audiences) == 3


def test_sponsor_sign_and_contribute_each_once() -> None:
    pact = "river_pact"
    sponsor = wanting(agreements={pact: "sponsor"}, contribution=2)
    state = at(Phase.consultation)
    asked = []
    while (command := next_command(view_for(TINY, state, "aid_body"), sponsor, 1)) is not None:
        asked.append(command)
        state = after(state, "aid_body", command)
    assert asked == [Sponsor(pact), Contribute(pact, 2)]
    signer = wanting(agreements={pact: "sign"}, contribution=0)
    state = after(state, FACILITATOR, Advance())
    asked = []
    while (command := next_command(view_for(TINY, state, "rivermark"), signer, 1)) != Seal():
        assert command is not None
        if isinstance(command, Respond):
            break
        asked.append(command)
        state = after(state, "rivermark", command)
    assert asked == [Sign(pact), Contribute(pact, 0)]


def test_who_is_against_objects_once_and_gives_nothing() -> None:
    pact = "river_pact"
    state = after(at(Phase.consultation), "aid_body", Sponsor(pact))
    against = wanting(agreements={pact: "object"})
    assert next_command(view_for(TINY, state, "rivermark"), against, 1) == ObjectTo(pact)
    state = after(state, "rivermark", ObjectTo(pact))
    assert next_command(view_for(TINY, state, "rivermark"), against, 1) is None


def test_unavailable_measures_are_never_asked_for() -> None:
    view = seen("aid_body")
    closed = replace(
        view, measures=tuple(replace(m, refusal=RefusalCode.not_unlocked) for m in view.measures)
    )
    assert next_command(closed, wanting(measures={"open_shelter": 99}), 1) == Seal()


@pytest.mark.parametrize(
    ("good", "level", "bands", "urgency"),
    [("better", 0, 5, 4), ("better", 4, 5, 1), ("worse", 4, 5, 4), ("worse", 0, 2, 1),
     ("neutral", 0, 5, 2), ("better", 0, 1, 2)],
)  # fmt: skip
def test_urgency_follows_the_band_and_what_is_worse(
    good: Literal["better", "worse", "neutral"], level: int, bands: int, urgency: int
) -> None:
    gauge = seen("aid_body").common.gauges[0]
    assert urgency_of(replace(gauge, good=good, level=level, bands=bands)) == urgency


def test_every_language_has_every_sentence_and_labels_are_no_templates() -> None:
    for table in SENTENCES.values():
        assert table.keys() == SENTENCES["en"].keys()
    assert sentence("answers", inject="{label}").endswith("{label}.")
    assert sentence("answers", "xx", inject="a") == sentence("answers", inject="a")


def test_a_seat_likes_a_measure_less_where_it_has_chosen_it_for_another_place() -> None:
    view = seen("aid_body")
    wish = wanting(indicators={"preparedness": 2})
    command = next_command(view, wish, 1)
    assert isinstance(command, Respond)
    before = Appraiser(view, wish, 1).best(statements=False)
    later = view_for(TINY, after(at(Phase.decision), "aid_body", command), "aid_body")
    again = Appraiser(later, wish, 1).appraise(
        next(m for m in view.measures if m.slug == command.measure)
    )
    assert before is not None
    assert again.score == before.score - REPETITION_PENALTY


def test_a_profile_may_prefer_a_place() -> None:
    """Where what it wants is equally low, and also where it is not quite."""
    view = seen("aid_body")
    for place in ("rivermark", "highvale"):
        wish = wanting(indicators={"preparedness": 1}, places={place: 9})
        command = next_command(view, wish, 1)
        assert isinstance(command, Respond)
        assert command.target == place


def test_a_seat_of_little_resolve_acts_on_its_wish_in_some_turns_only() -> None:
    view = seen("aid_body", Phase.consultation)
    wish = wanting(agreements={"river_pact": "sponsor"}, resolve=50)
    acted = [isinstance(next_command(view, wish, seed), Sponsor) for seed in range(40)]
    assert 8 < sum(acted) < 32
    never = wish.model_copy(update={"resolve": 0})
    assert not any(isinstance(next_command(view, never, seed), Sponsor) for seed in range(5))
