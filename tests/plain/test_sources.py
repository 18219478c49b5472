"""What files call a design value is told in plain words."""

from __future__ import annotations

from exercise.table.sources import source_words
from exercise.table.table import Table
from tests.support.app import begun

BOOK = "Jackson, section 4"


def told(source: str, language: str = "en") -> str:
    return source_words(Table(begun(), language), source)


def test_a_source_without_a_choice_stays_as_it_is() -> None:
    assert told(BOOK) == BOOK


def test_numbers_that_somebody_chose_are_told_beside_the_source() -> None:
    for part in ("amounts design value", "sizes design value", "figures are design values"):
        assert (
            told(f"{BOOK}; {part}")
            == f"{BOOK}; the numbers are a choice of this exercise's designers"
        )


def test_a_choice_and_what_it_follows_are_told() -> None:
    assert told("design value") == "a choice of this exercise's designers"
    assert (
        told(f"design value, after {BOOK}")
        == f"a choice of this exercise's designers, after {BOOK}"
    )
    assert (
        told(f"{BOOK}; design value")
        == f"{BOOK}; the rest is a choice of this exercise's designers"
    )


def test_no_source_of_a_shipped_rule_or_measure_is_told_in_the_words_of_files() -> None:
    program = begun("northern-displacement").program
    cards = (program.rule_cards, program.measure_cards, program.agreement_cards)
    sources = {card.source for kind in cards for card in kind.values()}
    assert any("design value" in one for one in sources)
    for language in ("en", "ru"):
        assert not [one for one in sources if "design value" in told(one, language)]
