"""Agreements by keys: on the table, clauses, signatures, objections, contributions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from exercise.conduct.command import (
    FACILITATOR,
    Contribute,
    ObjectTo,
    Pause,
    Sponsor,
)
from exercise.conduct.view import AgreementView
from exercise.session.local import Session
from exercise.table.table import Table
from exercise.ui.screens.agreements import AgreementsSheet
from tests.support.app import NARROW, WIDE, press, shown
from tests.support.sheets import flat, north, sheet_over, submitted

TEXT = "almaty_process"
SIZES = [NARROW, WIDE]
EVERY = ("early_warning", "shared_reception_standard", "joint_screening")


def _sheet(role: str = "tajikistan", agreement: str = TEXT) -> Callable[[Table], AgreementsSheet]:
    return lambda table: AgreementsSheet(table, role, agreement)


def _open() -> Session:
    """A session in which Kazakhstan has put the text on the table."""
    session = north()
    submitted(session, "kazakhstan", Sponsor(TEXT))
    return session


def _text(session: Session) -> AgreementView:
    return next(one for one in session.seat("tajikistan").agreements if one.slug == TEXT)


def _footer(text: str) -> str:
    return text.splitlines()[-2]


@pytest.mark.parametrize("size", SIZES)
async def test_a_seat_puts_a_text_on_the_table_and_has_signed_it(size: tuple[int, int]) -> None:
    session = north()
    async with sheet_over(session, _sheet(), size) as pilot:
        text = shown(pilot)
        assert "You may put it on the table." in text
        assert "F2 put on the table" in _footer(text)
        assert "F10" not in _footer(text)
        text = await press(pilot, "f2")
        assert "✓ It is on the table, and you have signed it." in text
        assert "You have signed." in text
        assert "F2" not in _footer(text)
    assert _text(session).sponsor == "tajikistan"


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_tells_sponsor_signatures_rule_and_objections(size: tuple[int, int]) -> None:
    session = _open()
    submitted(session, "uzbekistan", ObjectTo(TEXT))
    async with sheet_over(session, _sheet(agreement=""), size) as pilot:
        text = flat(
            "\n".join(line[: 48 if size == WIDE else 80] for line in shown(pilot).splitlines())
        )
        assert "on the table, sponsored by Kazakhstan; signed 1 of 5" in text
        assert "Adopted unless a party objects before the cut-off" in text
        assert "! objection: Uzbekistan" in text
        assert text.index("● Understanding on refugees") < text.index("· Decision of OSCE")


@pytest.mark.parametrize("size", SIZES)
async def test_one_key_signs_every_clause_that_is_on(size: tuple[int, int]) -> None:
    session = _open()
    async with sheet_over(session, _sheet(), size) as pilot:
        text = await press(pilot, "f10")
        assert "✓ Signed." in text
        assert text.count("signed: Kazakhstan, Tajikistan") == len(EVERY)
    assert ("tajikistan", EVERY) in _text(session).signed


async def test_only_marked_clauses_are_signed_or_objected_to() -> None:
    session = _open()
    async with sheet_over(session, _sheet()) as pilot:
        text = await press(pilot, "down", "enter")
        assert "[x] 2 " in text
        text = await press(pilot, "ctrl+п")
        assert text.count("signed: Kazakhstan, Tajikistan") == 1
        assert "[x]" not in text
        text = await press(pilot, "end", "space", "f6")
        assert "✓ Your objection is noted. It takes the place of your signature." in text
        assert text.count("! objection: Tajikistan") >= 1
        assert "You have objected." in text
    assert _text(session).objected == (("tajikistan", ("joint_screening",)),)
    assert all(role != "tajikistan" for role, _ in _text(session).signed)


async def test_a_signature_and_an_objection_are_taken_back_by_the_same_key() -> None:
    session = _open()
    async with sheet_over(session, _sheet()) as pilot:
        assert "✓ Your signature is withdrawn." in await press(pilot, "f10", "f7")
        assert "✓ Your objection is withdrawn." in await press(pilot, "f6", "f7")
        text = await press(pilot, "f7")
        assert "You have not signed." in text
        assert "F7" not in _footer(text)
    assert not _text(session).objected


async def test_switching_a_clause_lets_all_signatures_fall() -> None:
    session = _open()
    async with sheet_over(session, _sheet()) as pilot:
        text = await press(pilot, "f4")
        assert "✓ The clause is off. All signatures have fallen." in text
        assert "signed 0 of 5" in flat(text)
        assert " off " in text
        assert "✓ The clause is on." in await press(pilot, "f4")
    assert not _text(session).signed


@pytest.mark.parametrize("size", SIZES)
async def test_a_contribution_is_chosen_from_words(size: tuple[int, int]) -> None:
    session = _open()
    submitted(session, "kazakhstan", Contribute(TEXT, 1))
    async with sheet_over(session, _sheet(), size) as pilot:
        assert "3  all you can" in await press(pilot, "f8")
        text = await press(pilot, "3", "enter")
        assert "✓ Your contribution is 2." in text
        assert "Contributions: Kazakhstan 1; Tajikistan 2." in flat(text)
    assert ("tajikistan", 2) in _text(session).contributions


async def test_a_seat_that_is_no_party_reads_and_can_do_nothing() -> None:
    session = _open()
    async with sheet_over(session, _sheet("iom")) as pilot:
        text = await press(pilot, "enter", "space")
        assert "Your seat is not a party." in text
        assert "[x]" not in text
        assert not {"F2", "F4", "F6", "F7", "F8", "F10"} & set(_footer(text).split())
        await press(pilot, "f10", "f6")
    assert all(role != "iom" for role, _ in (*_text(session).signed, *_text(session).objected))


async def test_a_refusal_is_one_sentence_in_the_sheet() -> None:
    session = _open()
    async with sheet_over(session, _sheet()) as pilot:
        submitted(session, FACILITATOR, Pause())
        assert "⊘ The exercise is paused." in await press(pilot, "f10")


async def test_acts_of_others_appear_while_one_reads() -> None:
    session = _open()
    async with sheet_over(session, _sheet()) as pilot:
        submitted(session, "kyrgyzstan", ObjectTo(TEXT, ("early_warning",)))
        await press(pilot, "f8", "escape", "f10")
        assert "! objection: Kyrgyzstan" in shown(pilot)


async def test_in_russian_every_word_is_there() -> None:
    session = _open()
    async with sheet_over(session, _sheet(), language="ru") as pilot:
        text = await press(pilot, "f10")
        assert "✓ Подписано." in text
        assert "подписали: " in text
