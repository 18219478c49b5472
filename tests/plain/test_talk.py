"""Numbers, words and their beginnings all name the same things."""

from __future__ import annotations

import pytest

from exercise.catalogue import Catalogue
from exercise.plain.talk import Entry, SteppedBackError, Talk, matching
from tests.plain.scripted import Answers

OPTIONS = [("tajikistan", "Tajikistan"), ("iom", "IOM"), ("turkmenistan", "Turkmenistan")]


def talking(*answers: str) -> tuple[Talk, Answers]:
    console = Answers(*answers)
    return Talk(console, Catalogue("en")), console


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("1", ["tajikistan"]), ("IOM", ["iom"]), ("taj", ["tajikistan"]), ("t", ["tajikistan", "turkmenistan"]),
        ("0", []), ("4", []), ("x", []), ("-1", []), ("²", []),
    ],
)  # fmt: skip
def test_what_an_answer_may_mean(typed: str, found: list[str]) -> None:
    assert matching(typed, OPTIONS) == found


def test_a_choice_is_asked_again_until_it_is_clear() -> None:
    talk, console = talking("t", "zzz", "?", "iom")
    assert talk.pick("plain-target", OPTIONS) == "iom"
    assert '"t" may mean several: Tajikistan; Turkmenistan' in console.text
    assert console.text.count("1. Tajikistan") == 2


def test_enter_leaves_a_question_open() -> None:
    talk, _ = talking("")
    with pytest.raises(SteppedBackError):
        talk.pick("plain-target", OPTIONS)


def test_several_may_be_named_at_once() -> None:
    for typed, found in [("1 3", ("tajikistan", "turkmenistan")), ("iom, taj", ("iom", "tajikistan")), ("2", ("iom",))]:
        talk, _ = talking(typed)
        assert talk.pick_many("plain-write-to", OPTIONS) == found
    talk, console = talking("1 9", "all")
    assert talk.pick_many("plain-write-to", OPTIONS) == ("tajikistan", "iom", "turkmenistan")
    assert '"9" is not known' in console.text


def test_commands_are_found_by_number_word_and_beginning() -> None:
    done: list[tuple[str, str]] = []

    def noting(name: str) -> Entry:
        def act(rest: str) -> bool:
            done.append((name, rest))
            return False

        return Entry(name, act, main=name != "why-not")

    entries = [noting(name) for name in ("respond", "withdraw", "why", "why-not")]
    talk, console = talking()
    for typed in ("respond 3", "1 3", "RES 3", "why 2", "why-n x", "w"):
        assert talk.obey(entries, typed) is False
    assert done == [("respond", "3"), ("respond", "3"), ("respond", "3"), ("why", "2"), ("why-not", "x")]
    assert '"w" may mean several: withdraw; why; why-not' in console.text


def test_english_words_work_in_every_language() -> None:
    console = Answers()
    talk, left = Talk(console, Catalogue("ru")), [Entry("done", lambda _: True)]
    assert talk.obey(left, "done") is True


def test_help_lists_everything() -> None:
    talk, console = talking()
    entries = [Entry("seal", lambda _: True), Entry("glossary", lambda _: False, main=False)]
    assert talk.obey(entries, "?") is False
    assert talk.obey(entries, "help") is False
    assert console.text.count("1. seal: ") == 2
    assert console.text.count("glossary: ") == 2


def test_yes_and_no() -> None:
    assert talking("")[0].yes("plain-undo-sure", default=False) is False
    assert talking("perhaps", "Y")[0].yes("plain-undo-sure", default=False) is True
    assert talking("n")[0].yes("plain-undo-sure") is False
