"""What one seat knows is never shown while another has the keyboard, and no text is obeyed."""

from __future__ import annotations

from exercise.conduct.command import FACILITATOR
from exercise.plain import run_plain
from exercise.plain.prompt import safe
from tests.plain.scripted import Answers, Plan, Table, play
from tests.plain.test_play import tiny_session

EVIL = "\x1b[2J[red]x[/]\x1b]0;owned\x07{boom} { $who } %s <script>"


def secrets_plan() -> Plan:
    return {
        ("rivermark", "briefing"): ["ask canaryquestion", ("pin", "4321", "4321")],
        ("rivermark", "consultation"): [("write 1", "openletter"), "pause canarypause"],
        ("rivermark", "decision"): [
            ("respond close", "canaryneeded", "canarysuitable", "", "canaryreason"), "own canaryfree", "seal",
        ],
        ("aid_body", "decision"): ["situation", "record", "messages", "mine", "indicators all", "why cohesion", "?"],
        ("aid_body", "consultation"): ["inbox 1", "card", "messages", "questions", "agreements 1", "outcome"],
        (FACILITATOR, "consultation"): ["world", "note canarynote", ("new Canarytitle", "canaryinject", "no", "1")],
    }  # fmt: skip


def test_nothing_of_one_seat_is_shown_to_another() -> None:
    session = tiny_session()
    table = Table(session, secrets_plan())
    table.pins = {"rivermark": "4321"}
    assert run_plain(session, table) == 0
    theirs, own = table.text_of("aid_body"), table.text_of("rivermark")
    before = theirs.split("Turn 2 of 3")[0]
    assert "openletter" in theirs
    for canary in ("canaryquestion", "canarypause", "canaryneeded", "canarysuitable", "canaryreason", "canarynote",
                   "canaryinject", "4321", "Two posts are empty"):  # fmt: skip
        assert canary not in theirs, canary
    assert "canaryfree" not in before
    assert "Your stores hold tents" in theirs
    assert "Your stores hold tents" not in own
    assert "canaryinject" in own


def test_the_screen_is_emptied_before_the_keyboard_changes_hands() -> None:
    table = play(tiny_session(), {})
    for number, (who, _) in enumerate(table.sections[1:], 1):
        last, lines = table.sections[number - 1]
        said = lines.index(f"Pass the keyboard to {named(who)}.")
        assert lines[:said].count("") >= 60, (last, who)
        assert lines[said - 60 : said] == [""] * 60


def named(who: str) -> str:
    return {"rivermark": "Rivermark", "aid_body": "Aid body"}.get(who, "the facilitator")


def test_a_seat_with_a_pin_opens_only_with_it() -> None:
    session = tiny_session()
    console = Answers(
        "start",
        "",
        "",
        "pin",
        "77",
        "77",
        "done",
        "rivermark",
        "",
        "1",
        "2",
        "3",
        "rivermark",
        "",
        "77",
        "card",
    )
    run_plain(session, console)
    wrong, _, right = console.text.partition("That is not the PIN.")
    assert wrong.count("Two posts are empty") == 1
    assert right.count("That is not the PIN.") == 2
    assert "Two posts are empty" not in right.rpartition("That is not the PIN.")[0]


def test_hidden_scores_are_hidden_from_seats_but_not_from_the_facilitator() -> None:
    plan: Plan = {
        (FACILITATOR, "lobby"): ["scores", "start"],
        ("rivermark", "consultation"): [
            "situation",
            "indicators all",
            "why cohesion",
            "outcome",
            "done",
            "outcome",
        ],
        (FACILITATOR, "outcome"): ["world cohesion"],
    }
    table = play(tiny_session(), plan)
    assert not any(
        word in table.text_of("rivermark") for word in ("Security:", "Rights:", "Cohesion")
    )
    assert "Values are hidden from seats until the hot wash." in table.text_of("rivermark")
    assert "Cohesion, Rivermark: 60" in table.text_of(FACILITATOR)


def test_no_text_is_obeyed_or_changed_by_markup() -> None:
    plan: Plan = {
        (FACILITATOR, "lobby"): [("assign", "1", "person", EVIL), "start"],
        (FACILITATOR, "situation"): [(f"new {EVIL}", EVIL, "yes"), f"note {EVIL}", (EVIL,)],
        ("rivermark", "consultation"): [("write 1", EVIL), f"ask {EVIL}", f"glossary {EVIL}", f"why {EVIL}"],
        ("rivermark", "decision"): [
            ("respond close", EVIL, EVIL, "", EVIL), f"own {EVIL}", f"measure {EVIL}", "mine",
        ],
        (FACILITATOR, "decision"): ["", ("questions 1", EVIL)],
        (FACILITATOR, "adjudication"): ["show 1", f"scale 1 50 {EVIL}", "rulings", "confirm"],
        (FACILITATOR, "hot_wash"): [("answers 1", EVIL), (f"strength {EVIL}", ""), "answers"],
    }  # fmt: skip
    table = play(tiny_session(), plan)
    assert "[red]x[/]{boom} { $who } %s <script>" in table.text_of("aid_body")
    told = [line for _, lines in table.sections for line in lines if not line.startswith("<< ")]
    assert all(safe(line).isprintable() for text in told for line in text.split("\n"))
    echoed = ("is not known", "No value fits")
    assert not any("\x1b" in line for line in told if not any(words in line for words in echoed))
