"""Whole exercises in the plain mode, by script."""

from __future__ import annotations

from pathlib import Path

import pytest

from exercise.conduct import command as asked
from exercise.conduct.command import FACILITATOR, DutyCommand, FacilitatorCommand, SeatCommand
from exercise.library.loader import load_scenario
from exercise.plain import run_launcher, run_plain
from exercise.session.local import Session
from exercise.session.start import assign, begin_exercise
from tests.plain.scripted import Answers, Plan, Spy, Table, play
from tests.support.tiny import only, tiny_program, write_library


def tiny_session() -> Session:
    session = begin_exercise(tiny_program(), 3, keep=False)
    assign(session, "rivermark", "person")
    assign(session, "aid_body", "person")
    return session


def test_one_person_plays_first_steps_alone_to_the_end() -> None:
    session = begin_exercise(load_scenario("first-steps").program, 7, keep=False)
    plan: Plan = {
        ("tajikistan", "decision"): [
            ("respond 1", "", "people first"),
            "seal",
            "done",
            ("respond open the school", "", "again"),
        ],
        (FACILITATOR, "outcome"): ["why preparedness tajikistan"],
    }
    result = play(session, plan)
    assert session.room().phase.value == "closed"
    assert "You are now Tajikistan." in result.text
    assert "empty lines follow" not in result.text
    assert "Turning points, Security" in result.text


def test_a_facilitator_and_two_persons_play_northern_displacement_to_the_end() -> None:
    session = begin_exercise(load_scenario("northern-displacement").program, 11, keep=False)
    for seat in session.room().seats:
        assign(session, seat.role, "person" if seat.role in ("tajikistan", "iom") else "bot")
    plan: Plan = {
        ("tajikistan", "consultation"): ["inbox 1", "situation", "indicators", "agreements 1"],
        ("iom", "decision"): [("own we open a second desk", ""), "seal"],
        (FACILITATOR, "adjudication"): ["show 1"],
    }
    table = play(session, plan)
    assert session.room().phase.value == "closed"
    handed = [who for who, _ in table.sections]
    assert handed.count("tajikistan") == handed.count("iom") == 1 + 2 * session.room().turns


Typed = list[str | tuple[str, ...]]

CONSULTING: Typed = [
    "inbox 1", "card", "situation", "indicators", "indicators all", "indicators pre", "why 1", "why cohesion",
    "why-not 2", "why-not cohesion", "record", "measures", "measures all", "measures protection", "measure 1",
    "standing", "outcome", "why 1", "readahead", "glossary", "respond 1",
    "questions", "messages", "mine", "?", "help", "no such word",
    "w", ("write 1", "shall we meet"), ("write", "all", "to everybody"), "ask may we?", "pause need a break",
    ("agreements 1", "sponsor", "read", "switch 2", "switch 2", "sign", "", "unsign", "sign 1", "object 1",
     "unobject", "contribute 2", "?", "nonsense", "back"),
    ("pin", "77", "77"),
]  # fmt: skip
DECIDING: Typed = [
    "measures", ("respond close", "needed now", "it works", "", "because"), "mine", "withdraw 1",
    ("respond close", "needed now", "it works", "", "because"), "own we write our own", "seal",
]  # fmt: skip
DECIDING_LATER: Typed = [("lift 1",), ("keep 1",), "mine", "standing", "seal"]
RULING: Typed = [
    "show 1", "show 2", "scale 1 50 half the staff was away", ("replace 2", "open shelter", "counts as shelter"),
    "row preparedness rivermark -2 the store burnt down", ("row", "cohesion rivermark", "1.5", "a feast"),
    "rulings", "unrule 3", "scale x", "row nonsense", "row cohesion rivermark abc", "confirm",
]  # fmt: skip
ANYWHERE: Typed = [
    "situation", "events", "inject 1", "world", "world cohesion", "waiting", "record", "questions",
    "note they talk well", ("observe they share", "1", "1", "1", "1"), "notes", "scores", "situation", "scores",
    "readahead", "seats 2 person Ann", "pause", "", "resume", "?",
]  # fmt: skip


def whole_plan() -> dict[tuple[str, str], Typed]:
    return {
        (FACILITATOR, "lobby"): ["assign 1 person Ben", ("assign", "2", "person", "Cy"), "order 2 1", "seats", "start"],
        ("rivermark", "briefing"): ["card", "readahead", "ask what is this"],
        (FACILITATOR, "situation"): [
            *ANYWHERE, "hold 1", "release 1", "arm 3", "arm 3", ("new A visit", "Somebody comes.", "yes"),
            ("new Whispers", "For one.", "no", "1"), "undo", ("undo", "yes"), "skip 2 no time", "next",
        ],
        (FACILITATOR, "consultation"): ["", "questions", ("questions 1", "Yes, you may."), "resume", "seat 2"],
        ("rivermark", "consultation"): list(CONSULTING),
        ("aid_body", "consultation"): [
            ("statement", "1", "human", "all", "", "", "heard", "1", "yes"), "record heard", "record mixed flows",
            ("paper", "cold and wet", ""), ("papers", ""), "papers 1", ("paper", "", "a roof"), "summary",
        ],
        ("rivermark", "decision"): [*DECIDING, "done", *DECIDING_LATER],
        (FACILITATOR, "adjudication"): [
            *RULING, ("tag 1", "-"), ("tag", "2", "1"), ("remind", "1", "whose safety?"), "floor 1", "record",
            ("paragraph", "Families came.", "1, 99", "no"), ("paragraph", "Families came.", "1", "no"),
            ("paragraph 1", "Families have come.", "1 2", "yes"), "summary", "strike 1",
        ],
        (FACILITATOR, "outcome"): [
            "why cohesion rivermark", "why 1", "why 99", "why security", "why-not readiness",
            "outcome", "waiting", "next",
            ("endex time is up", "no"), ("endex time is up", "yes"),
        ],
        (FACILITATOR, "hot_wash"): [
            "axes", "turning", "runout", "values", "values cohesion", "why security", "why-not closing",
            "views", "views 3", "views harm", "views 99",
            ("answers 1", "Shelter."), ("strength they talked", "1"), ("improvement write less", ""), "prompts",
            "report", "", ("close", "no"), ("close", "yes"),
        ],
    }  # fmt: skip


def test_every_command_can_be_reached() -> None:
    session = tiny_session()
    spy = Spy(session)
    table = Table(session, whole_plan())
    table.pins = {"rivermark": "77"}
    assert run_plain(session, table) == 0
    done = {type(command).__name__ for _, command in spy.accepted}
    kinds = (*SeatCommand.__args__, *FacilitatorCommand.__args__, *DutyCommand.__args__)
    wanted = {kind.__name__ for kind in kinds}
    assert wanted - done == set(), [refused[2].message for refused in spy.refused]
    assert session.room().phase.value == "closed"


def test_leaving_says_where_the_exercise_lies(tmp_path: Path) -> None:
    path = tmp_path / "one.exercise"
    session = begin_exercise(tiny_program(), 3, path)
    console = Answers("start")
    assert run_plain(session, console) == 0
    session.close()
    assert console.text.endswith(f'exercise resume --plain "{path}"')


@pytest.mark.parametrize("typed", ["zzz", "99", "measure zzz", "w", "respond zzz", "-", "0"])
def test_wrong_input_gives_one_sentence(typed: str) -> None:
    session = tiny_session()
    spy = Spy(session)
    table = play(session, {("rivermark", "decision"): [typed]})
    told = table.text_of("rivermark").partition(f"<< {typed}\n")[2].splitlines()[0]
    assert told[:1] in '"ANTW1' and told
    assert not any(
        isinstance(command, asked.Respond) and actor == "rivermark"
        for actor, command in spy.accepted
    )


def test_the_launcher_begins_continues_and_watches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    library = only(write_library(tmp_path.resolve()))
    begun = run_launcher(Answers("", "zzz", "open 9", "", "open tiny"), library=library, seed=5)
    assert run_plain(begun, Answers("start")) == 0
    begun.close()
    resumed = run_launcher(Answers("continue 1"), library=library)
    assert (resumed.path, resumed.room().phase.value) == (begun.path, "briefing")
    resumed.close()
    watched = run_launcher(Answers("watch 1"), library=library, seed=5)
    assert watched.path is None
    play(watched, {})
    assert watched.room().phase.value == "closed"
    with pytest.raises(EOFError):
        run_launcher(Answers("quit"), library=library)


def test_a_broken_scenario_is_told_and_another_can_be_chosen(tmp_path: Path) -> None:
    root = write_library(tmp_path.resolve())
    (root / "scenarios" / "tiny" / "injects.yaml").write_text("x: [", encoding="utf-8")
    console = Answers("open 1", "quit")
    with pytest.raises(EOFError):
        run_launcher(console, library=only(root))
    assert "injects.yaml:" in console.text


def test_an_exercise_can_be_played_with_russian_words() -> None:
    session = tiny_session()
    assign(session, "aid_body", "bot")
    console = Answers(
        "language 2", "начать", "да", "", "готово", "", "", "", "карточка", "готово", "", "", "решить 1", "", "", "мои",
        "запечатать", "готово", "", "утвердить", "почему cohesion rivermark", "выход",
    )  # fmt: skip
    assert run_plain(session, console) == 0
    for said in (
        "Теперь вы: Rivermark.",
        "Принято.",
        "Запечатано.",
        "Фаза: итог хода.",
        "Вы вышли.",
    ):
        assert said in console.text, said
