from __future__ import annotations

import pytest

from exercise.engine.explain import WhyNot
from exercise.errors import ExerciseError
from exercise.report.why import explain_rows, explain_silence
from exercise.report.why_text import render_explanation, render_silence
from tests.report.played import finished, running


def test_parts_add_up_for_every_slot_in_every_turn() -> None:
    session = finished()
    slots = session.program.slots
    for turn in range(1, 6):
        for number in range(slots.size):
            told = explain_rows(session.program, session.state, turn, slots.name(number))
            kind = (
                slots.derived[number - len(slots.base)].kind
                if number >= len(slots.base)
                else "mean"
            )
            assert sum(part.amount for part in told.rows) == told.change, (told.slot, turn, kind)


def test_a_row_tells_rule_values_factors_and_source() -> None:
    session = finished()
    told = explain_rows(session.program, session.state, 1, "preparedness[rivermark]")
    (shelter,) = [part for part in told.rows if part.name == "open_shelter"]
    assert shelter.response == "1.aid_body.1" and shelter.source == "design value"
    assert dict(shelter.factors)["ruling"] == 50
    assert shelter.note == "half the staff"
    moved = explain_rows(session.program, session.state, 1, "arrivals[rivermark]")
    (rule,) = [part for part in moved.rows if part.kind == "rule"]
    assert rule.key == "insecurity_moves_people[s=rivermark, n=highvale]"
    assert ("Insecurity in the north", 4000) in rule.reads
    assert rule.why.endswith("Fighting makes families leave.")


def test_an_axis_is_taken_apart_into_rows_of_states_with_named_rounding_and_ceiling() -> None:
    session = finished()
    parts = [
        part
        for turn in range(1, 6)
        for axis in ("security", "rights")
        for part in explain_rows(session.program, session.state, turn, axis).rows
    ]
    assert {part.kind for part in parts if not part.slot} <= {"rounding", "cap"}
    assert any(part.kind == "rounding" for part in parts)
    assert any(part.place == "Rivermark" and part.amount != part.row_amount for part in parts)


def test_silence_names_the_first_false_condition_with_its_values() -> None:
    session = finished()
    found = explain_silence(session.program, session.state, 1, "readiness_calms")
    assert len(found) == 1 and not found[0].fired
    assert "preparedness[rivermark]" in found[0].condition or "count" in found[0].condition
    assert found[0].reads


def test_a_rule_is_found_by_name_and_by_key() -> None:
    session = finished()
    both = explain_silence(session.program, session.state, 1, "closing_feeds_smugglers")
    assert [(answer.key, answer.fired) for answer in both] == [
        ("closing_feeds_smugglers[s=rivermark]", True),
        ("closing_feeds_smugglers[s=highvale]", False),
    ]
    one = explain_silence(session.program, session.state, 1, "closing_feeds_smugglers[s=highvale]")
    assert one == both[1:]


def test_silence_and_rows_agree_on_what_fired() -> None:
    """A rule said to have been silent has no row that arose in the turn, and one with plain effects has some."""
    session = finished()
    for record in session.state.turns:
        assert record.outcome is not None
        rows = (*record.outcome.rows, *record.outcome.waiting)
        keys = {f"{row.cause.name}[{row.cause.scope}]" for row in rows if row.cause.kind == "rule"}
        for rule in ("closing_feeds_smugglers", "insecurity_moves_people"):
            answers: tuple[WhyNot, ...] = explain_silence(
                session.program, session.state, record.turn, rule
            )
            assert {answer.key for answer in answers if not answer.fired}.isdisjoint(keys)


def test_clauses_adopted_in_the_turn_belong_to_the_scene() -> None:
    from exercise.engine.scene import scene_of
    from exercise.engine.turn import adjudication_scene

    session = finished()
    record = session.state.turns[0]
    assert record.at_cut_off is not None and record.given is not None
    scene = adjudication_scene(session.program, record.at_cut_off, record.given, 1)
    assert (0, 0) in scene.adopted
    assert not scene_of(session.program, record.at_cut_off, 1, record.given).adopted


def test_mistakes_name_what_there_is() -> None:
    session = finished()
    with pytest.raises(ExerciseError, match="Did you mean 'preparedness'"):
        explain_rows(session.program, session.state, 1, "preparednes")
    with pytest.raises(ExerciseError, match="from 1 to 5"):
        explain_rows(session.program, session.state, 9, "preparedness")
    with pytest.raises(ExerciseError, match="Did you mean 'readiness_calms'"):
        explain_silence(session.program, session.state, 1, "readines_calms")
    open_turn = running()
    with pytest.raises(ExerciseError, match="No turn has its outcome"):
        explain_rows(open_turn.program, open_turn.state, 1, "preparedness")


def test_text_lists_largest_first_and_ends_with_the_whole_change() -> None:
    session = finished()
    text = render_explanation(session.program, session.state, 1, "cohesion[highvale]")
    lines = text.split("\n")
    assert lines[0].startswith("Cohesion, Highvale, turn 1: 60 → ")
    assert "note: a fair was held" in text
    assert lines[-1].endswith("whole change")
    silent = render_silence(session.program, session.state, 2, "readiness_calms")
    assert silent.startswith("readiness_calms: silent") and "read: " in silent
