"""A preview in words, as chapters that any layout shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from exercise.authoring.describe.entry import Chapter, Description, Entry, Fact
from exercise.authoring.describe.injects import turn_heading
from exercise.authoring.describe.teller import Teller, sentence
from exercise.authoring.preview.gather import Arrival, Preview, TurnPreview
from exercise.authoring.reading import minutes_for, minutes_given, too_long, words_in
from exercise.conduct.view import AgreementView, MeasureView, SeatView
from exercise.engine.explain import points
from exercise.engine.program import Program
from exercise.errors import ExerciseError, RefusalCode


def preview_in_words(
    program: Program, found: Preview, language: str = "en", turn: int | None = None
) -> Description:
    """Return a preview as chapters.

    Args:
        program: The scenario, compiled.
        found: What the role reads.
        language: Of headings; the same as of the preview.
        turn: Only what comes in this turn; everything where not given.

    Raises:
        ExerciseError: There is no such turn.
    """
    known = [one.turn for one in found.turns if one.turn >= 0]
    if turn is not None and turn not in known:
        raise ExerciseError(f"There is no turn {turn}: turns go from {known[0]} to {known[-1]}.")
    teller = Teller(program, language)
    title = teller.word(
        "preview-title", scenario=found.view.common.title, role=found.view.card.name
    )
    turns = (_turn(teller, one) for one in found.turns if turn is None or one.turn == turn)
    chapters = (
        turns if turn is not None else (_before(teller, found), *turns, *_rest(teller, found))
    )
    return Description(title, tuple(one for one in chapters if one.entries or one.lead))


# --- before the first turn ------------------------------------------------------------------


def _before(teller: Teller, found: Preview) -> Chapter:
    card = found.view.card
    lists = (card.interests, card.resources, card.constraints, card.red_lines, card.private)
    of_card = words_in((card.mandate, card.dilemma, *(line for one in lists for line in one)))
    ahead = words_in([found.read_ahead])
    lead = teller.word(
        "preview-before-lead",
        card=str(of_card),
        ahead=str(ahead),
        minutes=str(minutes_for(of_card + ahead)),
    )
    entry = Entry("before", "card", teller.word("preview-card"), tuple(_card(teller, found.view)))
    headings = tuple(
        line.lstrip("# ").strip() for line in found.read_ahead.splitlines() if line.startswith("#")
    )
    ahead_entry = Entry(
        "before", "read_ahead", teller.word("preview-read-ahead"), (Fact("headings", "", headings),)
    )
    entries = (entry, ahead_entry) if headings else (entry,)
    return Chapter("before", teller.word("preview-before"), entries, lead)


def _card(teller: Teller, view: SeatView) -> Iterator[Fact]:
    card = view.card
    yield Fact("mandate", sentence(card.mandate))
    yield Fact("dilemma", teller.word("dilemma", text=sentence(card.dilemma)))
    lists: tuple[tuple[str, Sequence[str]], ...] = (
        ("interests", card.interests),
        ("resources", card.resources),
        ("constraints", card.constraints),
        ("red-lines", card.red_lines),
        ("private", card.private),
    )
    for key, lines in lists:
        if lines:
            yield Fact(key, teller.word(f"role-{key}"), tuple(sentence(line) for line in lines))
    if card.allies:
        yield Fact("allies", teller.word("allies", names=teller.listed(card.allies)))
    means = teller.word(
        "preview-means",
        funds=teller.word("units", n=view.funds // 100),
        actions=teller.word("actions", n=view.actions_total),
    )
    yield Fact("means", means)
    figures = tuple(f"{gauge.label}: {points(gauge.exact or 0)}" for gauge in view.card_gauges)
    if figures:
        yield Fact("reads", teller.word("preview-figures"), figures)


# --- turns ----------------------------------------------------------------------------------


def _turn(teller: Teller, one: TurnPreview) -> Chapter:
    if one.turn < 0:
        heading, lead = teller.word("preview-any-turn"), ""
    else:
        heading, lead = turn_heading(teller, one.turn), _reading(teller, one)
    sure = [arrival for arrival in one.arrivals if arrival.sure]
    perhaps = [arrival for arrival in one.arrivals if not arrival.sure]
    group = teller.word("preview-perhaps") if one.turn >= 0 else ""
    entries = (
        *(_arrival(teller, arrival, "") for arrival in sure),
        *(_arrival(teller, arrival, group) for arrival in perhaps),
    )
    return Chapter(f"turn {one.turn}", heading, entries, lead)


def _reading(teller: Teller, one: TurnPreview) -> str:
    """What there is to read, against what the situation phase gives for it."""
    if not one.arrivals:
        return teller.word("preview-nothing")
    given = minutes_given(teller.bundle.scenario)
    key = "preview-reading" if one.words else "preview-reading-unsure"
    told = teller.word(
        f"{key}-most" if one.words and one.most > one.words else key,
        words=str(one.words),
        minutes=str(minutes_for(one.words)),
        most=str(one.most),
        most_minutes=str(minutes_for(one.most)),
        given=str(max(1, round(given))),
    )
    return f"{told} {teller.word('preview-too-long')}" if too_long(one.words, given) else told


def _arrival(teller: Teller, arrival: Arrival, group: str) -> Entry:
    item = arrival.item
    return Entry("turn", item.inject, item.title, tuple(_read(teller, arrival)), group)


def _read(teller: Teller, arrival: Arrival) -> Iterator[Fact]:
    item, word = arrival.item, teller.word
    method = teller.app_word(f"method-{item.method}")
    yield Fact("comes", arrival.comes)
    yield Fact("from", word("inject-from", sender=item.sender, method=method))
    public = word("preview-public" if item.public else "preview-not-public")
    yield Fact("public", public, follows=True)
    if item.content_note:
        yield Fact("content_note", word("content-note", text=sentence(item.content_note)))
    yield Fact("text", item.text)
    if item.private:
        yield Fact("private", word("preview-private", text=sentence(item.private)))
    if arrival.offers:
        key = "preview-offers-one" if item.either else "preview-offers"
        yield Fact("offers", word(key), tuple(_measure(teller, one) for one in arrival.offers))


# --- what it can do -------------------------------------------------------------------------


def _rest(teller: Teller, found: Preview) -> Iterator[Chapter]:
    own = [one for one in found.view.measures if not one.offered_by]
    groups = (
        ("preview-open", [one for one in own if _open(one) and not one.statement]),
        ("preview-statements", [one for one in own if _open(one) and one.statement]),
        ("preview-closed", [one for one in own if not _open(one)]),
    )
    entries = (
        Entry("measures", key, teller.word(key), (Fact("list", "", _measures(teller, listed)),))
        for key, listed in groups
        if listed
    )
    words = words_in(text for one in own for text in (one.name, one.text))
    lead = teller.word("preview-measures-lead", n=len(own), minutes=str(minutes_for(words)))
    if own:
        yield Chapter("measures", teller.word("preview-measures"), tuple(entries), lead)
    texts = tuple(_agreement(teller, found.view, one) for one in found.view.agreements)
    yield Chapter("agreements", teller.word("preview-agreements"), texts)
    yield Chapter("questions", teller.word("section-questions"), tuple(_questions(teller, found)))


def _open(measure: MeasureView) -> bool:
    return measure.refusal in (None, RefusalCode.wrong_phase)


def _measures(teller: Teller, listed: Iterable[MeasureView]) -> tuple[str, ...]:
    return tuple(_measure(teller, one) for one in listed)


def _measure(teller: Teller, one: MeasureView) -> str:
    """A measure on one line: name, price, text, and what it needs or what keeps it closed."""
    units = teller.word("units", n=one.cost)
    name = teller.word("named-cost" if one.cost else "named-free", name=one.name, units=units)
    told = f"{name}: {sentence(one.text)}"
    if one.requires:
        return f"{told} {teller.app_word('plain-measure-requires', text=sentence(one.requires))}"
    if not _open(one) and one.refusal is not None:
        return f"{told} {teller.app_word(f'refusal-{one.refusal.value}')}"
    return told


def _agreement(teller: Teller, view: SeatView, one: AgreementView) -> Entry:
    names = dict(view.common.roles)
    parties = teller.listed([names[role] for role in one.parties]) or teller.word("nobody")
    clauses = tuple(
        sentence(clause.text)
        if clause.on
        else f"{sentence(clause.text)} {teller.word('clause-off')}"
        for clause in one.clauses
    )
    role = teller.word("preview-party" if one.party else "preview-sponsor")
    facts = (
        Fact("text", sentence(one.text)),
        Fact("parties", teller.word("parties", who=parties)),
        Fact("role", role, follows=True),
        Fact("decision", teller.app_word(f"decision-{one.decision}"), follows=True),
        Fact("clauses", teller.word("preview-clauses"), clauses),
    )
    return Entry("agreements", one.slug, one.name, facts)


def _questions(teller: Teller, found: Preview) -> Iterator[Entry]:
    asked = {one.label: one for one in found.view.common.conference.asked}
    for question in found.questions:
        paper = asked.get(question)
        facts: tuple[Fact, ...] = ()
        if paper is not None and found.view.role in paper.who:
            heads = tuple(sentence(heading) for _, heading in paper.fields)
            facts = (Fact("paper", teller.word("preview-paper"), heads),)
        yield Entry("questions", question, question, facts)


__all__ = ["preview_in_words"]
