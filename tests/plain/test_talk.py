"""Numbers, words and their beginnings all name the same things."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from exercise.catalogue import Catalogue
from exercise.plain.talk import Entry, SteppedBackError, Talk, matching
from tests.plain.scripted import Answers

OPTIONS = [("tajikistan", "Tajikistan"), ("iom", "IOM"), ("turkmenistan", "Turkmenistan")]


def talking(*answers: str) -> tuple[Talk, Answers]:
    console = Answers(*answers)
    return Talk(console, Catalogue("en")), console


def noting(found: list[str]) -> Callable[[str], bool]:
    """Return an action that notes what stands behind its command."""

    def note(rest: str) -> bool:
        found.append(rest)
        return False

    return note


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
    for typed, found in [
        ("1 3", ("tajikistan", "turkmenistan")),
        ("iom, taj", ("iom", "tajikistan")),
        ("2", ("iom",)),
    ]:
        talk, _ = talking(typed)
        assert talk.pick_many("plain-write-to", OPTIONS) == found
    talk, console = talking("1 9", "all")
    assert talk.pick_many("plain-write-to", OPTIONS) == ("tajikistan", "iom", "turkmenistan")
    assert '"9" is not known' in console.text


def test_commands_are_found_by_word_and_beginning() -> None:
    done: list[tuple[str, str]] = []

    def noting(name: str) -> Entry:
        def act(rest: str) -> bool:
            done.append((name, rest))
            return False

        return Entry(name, act, main=name != "why-not")

    entries = [noting(name) for name in ("respond", "withdraw", "why", "why-not")]
    talk, console = talking()
    for typed in ("respond 3", "RES 3", "why 2", "why-n x", "w"):
        assert talk.obey(entries, typed) is False
    assert done == [("respond", "3"), ("respond", "3"), ("why", "2"), ("why-not", "x")]
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
    assert console.text.count("  seal: ") == 2
    assert console.text.count("  glossary: ") == 2


@pytest.mark.parametrize("typed", ["1", "1 3", "0", "99"])
def test_a_number_alone_is_never_a_command(typed: str) -> None:
    talk, console = talking()
    done: list[str] = []
    entries = [Entry("respond", noting(done))]
    assert talk.obey(entries, typed) is False
    assert done == []
    assert "A number needs a word before it" in console.text


def test_the_words_of_a_label_are_enough_wherever_they_stand() -> None:
    options = [
        ("host_support", "Support for host towns"),
        ("talks", "Talks in towns"),
        ("x", "Observers"),
    ]
    assert matching("host towns", options) == ["host_support"]
    assert matching("towns ho", options) == ["host_support"]
    assert matching("towns", options) == ["host_support", "talks"]
    assert matching("host villages", options) == []


def test_a_label_goes_before_a_name_in_files() -> None:
    options = [("admit_observers", "Observers at the posts"), ("hold", "Admit now, ask afterwards")]
    assert matching("admit", options) == ["hold"]


def test_a_command_typed_in_a_question_leaves_it_and_is_done() -> None:
    talk, _ = talking("done")
    left: list[str] = []

    def asking(_: str) -> bool:
        left.append(talk.pick("plain-target", OPTIONS))
        return False

    entries = [Entry("respond", asking), Entry("done", lambda _: True)]
    assert talk.obey(entries, "respond") is True
    assert left == []


def test_a_command_of_an_outer_menu_leaves_the_inner_one() -> None:
    talk, console = talking("seal 2")
    sealed: list[str] = []

    def inside(_: str) -> bool:
        inner = [Entry("sign", lambda _: False), Entry("back", lambda _: True)]
        while not talk.obey(inner, console.ask("Text:")):
            pass
        return False

    entries = [Entry("agreements", inside), Entry("seal", noting(sealed))]
    assert talk.obey(entries, "agreements") is False
    assert sealed == ["2"]


def test_an_answer_that_is_also_a_command_is_an_answer() -> None:
    talk, _ = talking("seal")
    found: list[str] = []

    def asking(_: str) -> bool:
        found.append(talk.pick("plain-target", [("x", "Seal the road")]))
        return False

    entries = [Entry("respond", asking), Entry("seal", lambda _: True)]
    assert talk.obey(entries, "respond") is False
    assert found == ["x"]


def test_yes_and_no() -> None:
    assert talking("")[0].yes("plain-undo-sure", default=False) is False
    assert talking("perhaps", "Y")[0].yes("plain-undo-sure", default=False) is True
    assert talking("n")[0].yes("plain-undo-sure") is False
