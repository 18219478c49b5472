"""Measures, responses and statements of one seat, from choosing to sealing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from exercise.conduct.command import (
    KeepMeasure,
    LiftMeasure,
    Respond,
    RespondFreely,
    Seal,
    WithdrawResponse,
)
from exercise.conduct.view import MeasureView
from exercise.plain.talk import SteppedBackError, matching
from exercise.table.lines import decided_line, standing_name
from exercise.table.measures import FRAMES, answerable, offered_first, usable, why_not
from exercise.table.measures import details as told_details

if TYPE_CHECKING:
    from exercise.plain.desk import Desk

MANY = 15
"""How many measures are listed at once without being asked for."""
NumberedMeasure = tuple[int, MeasureView]


def before_seat(desk: Desk) -> tuple[NumberedMeasure, ...]:
    """Return the measures of this phase with their numbers: statements in consultation, all others after."""
    speaking = desk.table.phase() == "consultation"
    return tuple(enumerate(offered_first(desk.view, speaking), 1))


def measures(desk: Desk, rest: str) -> bool:
    """List measures: those available, all with the reason why not, or those with a word in their name."""
    found = before_seat(desk) if desk.table.phase() == "decision" else _all(desk)
    everything = rest.lower() in (desk.talk.word("plain-all").lower(), "all")
    if desk.table.phase() == "consultation":
        desk.talk.say("plain-measures-later")
    if rest and not everything:
        found = tuple(pair for pair in found if _holds(desk, pair[1], rest))
    if not rest:
        overview(desk, found)
        return False
    for number, measure in found:
        _listed(desk, number, measure)
    if not found:
        desk.talk.say("plain-not-known", answer=rest)
    desk.talk.say("plain-measures-hint")
    return False


def overview(desk: Desk, found: Sequence[NumberedMeasure]) -> None:
    """List the available measures; where they are many, those offered now and how many there are of each kind."""
    talk = desk.talk
    available = [pair for pair in found if usable(pair[1])]
    shown = (
        available if len(available) <= MANY else [pair for pair in available if pair[1].offered_by]
    )
    for number, measure in shown:
        _listed(desk, number, measure)
        if measure.statement:
            talk.write(f"  {measure.text}")
    if len(shown) < len(available):
        kinds: dict[str, int] = {}
        for _, measure in available:
            kinds[measure.klass] = kinds.get(measure.klass, 0) + 1
        told = ", ".join(f"{talk.word(f'class-{kind}')} ({count})" for kind, count in kinds.items())
        talk.say("plain-measures-kinds", kinds=told)
    if not available:
        talk.say("plain-measures-none")
    if len(found) > len(available):
        talk.say("plain-measures-more", count=len(found) - len(available))
    if not found or not found[0][1].statement:
        talk.say("plain-measures-hint")


def _all(desk: Desk) -> tuple[NumberedMeasure, ...]:
    """Numbers of the decision phase, so that they can be noted while consulting."""
    return tuple(enumerate(offered_first(desk.view, statements=False), 1))


def _holds(desk: Desk, measure: MeasureView, word: str) -> bool:
    klass = desk.talk.word(f"class-{measure.klass}")
    return word.casefold() in f"{measure.name} {klass} {measure.text}".casefold()


def _listed(desk: Desk, number: int, measure: MeasureView) -> None:
    talk = desk.talk
    offered = talk.word("plain-measure-offered") if measure.offered_by else ""
    refusal = (
        "" if usable(measure) else talk.word("plain-measure-not", why=why_not(desk.table, measure))
    )
    words = " ".join(part for part in (offered, refusal) if part)
    talk.say(
        "plain-measure", number=str(number), name=measure.name, klass=talk.word(f"class-{measure.klass}"),
        cost=measure.cost, more=f" {words}" if words else "",
    )  # fmt: skip


def details(desk: Desk, rest: str) -> bool:
    """Tell everything a measure's card says."""
    measure, talk = choose(desk, _numbered(desk), rest, "plain-measure-which"), desk.talk
    talk.heading(
        "plain-measure-heading", name=measure.name, klass=talk.word(f"class-{measure.klass}")
    )
    talk.write(*(detail.text for detail in told_details(desk.table, desk.view, measure)))
    return False


def _numbered(desk: Desk) -> tuple[NumberedMeasure, ...]:
    if desk.table.phase() == "decision":
        return before_seat(desk)
    return _all(desk)


def choose(desk: Desk, found: Sequence[NumberedMeasure], rest: str, key: str) -> MeasureView:
    """Return the measure a person names by number or word, from the available ones or beyond.

    Raises:
        SteppedBackError: None was named.
    """
    options, talk = [(measure.slug, measure.name) for _, measure in found], desk.talk
    if not options:
        talk.say("plain-measures-none")
        raise SteppedBackError
    answer, listed = rest, False
    while True:
        if not answer:
            if not listed:
                overview(desk, found)
                listed = True
            answer = talk.text(key)
        slugs = matching(answer, options)
        if len(slugs) == 1:
            return next(measure for _, measure in found if measure.slug == slugs[0])
        if answer == "?" or (not slugs and _names_list(desk, found, answer)):
            measures(desk, "" if answer == "?" else answer)
            listed = True
        else:
            talk.unclear(answer, [label for slug, label in options if slug in slugs])
        answer = ""


def _names_list(desk: Desk, found: Sequence[NumberedMeasure], answer: str) -> bool:
    """Whether an answer asks for a list: of a kind of measures, or of all."""
    kinds = [desk.talk.word(f"class-{measure.klass}").casefold() for _, measure in found]
    whole = ("all", desk.talk.word("plain-all").casefold())
    return answer.casefold() in whole or any(kind.startswith(answer.casefold()) for kind in kinds)


def respond(desk: Desk, rest: str) -> bool:
    """Decide on a measure: target, inject, justification, whom it serves, one line why."""
    measure = choose(desk, before_seat(desk), rest, "plain-respond-which")
    if measure.refusal is not None:
        desk.talk.say("plain-measure-not", why=why_not(desk.table, measure))
        return False
    talk = desk.talk
    talk.say("plain-chosen", name=measure.name)
    target = _target(desk, measure)
    inject = _inject(desk, measure.offered_by)
    needed = suitable = ""
    if measure.restrictive:
        talk.say("plain-measure-restrictive")
        needed, suitable = talk.text("plain-needed"), talk.text("plain-suitable")
    command = Respond(
        measure.slug, target, inject, referent=_referent(desk, measure), needed=needed, suitable=suitable,
        reason=talk.line("plain-reason"),
    )  # fmt: skip
    return _given(desk, command)


def _given(desk: Desk, command: Respond | RespondFreely) -> bool:
    if desk.table.do(desk.role, command):
        desk.talk.say("plain-received")
        desk.purse()
    return False


def _target(desk: Desk, measure: MeasureView) -> str:
    if not measure.needs_target or not measure.targets:
        return ""
    if len(measure.targets) == 1:
        desk.talk.say("plain-target-only", target=measure.targets[0].label)
        return measure.targets[0].slug
    return desk.talk.pick(
        "plain-target", [(target.slug, target.label) for target in measure.targets]
    )


def _inject(desk: Desk, offered_by: tuple[str, ...]) -> str:
    """The inject a response answers: the one that offers it, or one the person names, or none."""
    if len(offered_by) == 1:
        return offered_by[0]
    open_ones = answerable(desk.view, offered_by)
    if not open_ones:
        return ""
    return desk.talk.pick_or_none("plain-to-inject", open_ones, quiet=len(open_ones) > 1) or ""


def _referent(desk: Desk, measure: MeasureView) -> str:
    labels = dict(desk.view.referents)
    own = labels.get(measure.referent, measure.referent)
    return desk.talk.pick_or_none("plain-whom", desk.view.referents, quiet=True, referent=own) or ""


def statement(desk: Desk, rest: str) -> bool:
    """Make a statement: issue, frame, audiences, whom it serves, and the words."""
    found = before_seat(desk)
    given = rest or ("1" if len(found) == 1 else "")
    measure = choose(desk, found, given, "plain-statement-which")
    if measure.refusal is not None:
        desk.talk.say("plain-measure-not", why=why_not(desk.table, measure))
        return False
    talk, view = desk.talk, desk.view
    talk.say("plain-chosen", name=measure.name)
    issue = talk.pick("plain-statement-issue", view.issues)
    frame = talk.pick(
        "plain-statement-frame", [(frame, talk.word(f"frame-{frame}")) for frame in FRAMES]
    )
    audiences = talk.pick_many("plain-statement-audiences", view.audiences)
    command = Respond(
        measure.slug, _target(desk, measure), _inject(desk, measure.offered_by), issue, frame,
        _referent(desk, measure), audiences, reason=talk.line("plain-statement-words"), phrases=_phrases(desk),
    )  # fmt: skip
    if talk.yes("plain-statement-sure", default=False) and desk.table.do(desk.role, command):
        talk.say("plain-statement-made")
        desk.purse()
    else:
        talk.say("plain-not-done")
    return False


def _phrases(desk: Desk) -> tuple[str, ...]:
    """The key phrases a speaker tags a statement with; none is an answer."""
    phrases = desk.view.common.conference.phrases
    desk.talk.listed(phrases)
    typed = desk.talk.line("plain-statement-phrases")
    return desk.talk.pick_many("plain-statement-phrases", phrases, typed) if typed else ()


def own_answer(desk: Desk, rest: str) -> bool:
    """Write an answer that no measure covers; the facilitator rules on it."""
    if not desk.view.actions:
        desk.talk.say("refusal-no_actions_left")
        return False
    text = desk.talk.text("plain-own-text", rest)
    return _given(desk, RespondFreely(text, _inject(desk, ())))


def mine(desk: Desk) -> bool:
    """List one's own responses of this turn."""
    view = desk.view
    desk.talk.listed(
        [(decided.id, decided_line(desk.table, decided)) for decided in view.responses]
    )
    for measure in view.standing:
        if measure.lifted:
            desk.talk.say("plain-lifting", name=measure.name)
    if not view.responses:
        desk.talk.say("plain-no-responses")
    if view.common.phase.value == "decision":
        desk.talk.say("plain-you-sealed" if view.sealed else "plain-you-not-sealed")
    return False


def withdraw(desk: Desk, rest: str) -> bool:
    """Take a response back; numbers are those of the list of one's own responses, statements among them."""
    own = desk.view.responses
    if not own:
        desk.talk.say("plain-no-responses")
        return False
    options = [(decided.id, decided_line(desk.table, decided)) for decided in own]
    chosen = desk.talk.pick("plain-withdraw-which", options, rest)
    if any(decided.id == chosen and decided.kind == "statement" for decided in own):
        desk.talk.say("plain-statement-stays")
    elif desk.table.do(desk.role, WithdrawResponse(chosen)):
        desk.talk.say("plain-withdrawn")
        desk.purse()
    return False


def lift(desk: Desk, rest: str) -> bool:
    """End a lasting measure of one's own."""
    options = [
        (str(one.number), standing_name(desk.table, one))
        for one in desk.view.standing
        if one.own and not one.lifted
    ]
    if not options:
        desk.talk.say("plain-lift-none")
        return False
    chosen = desk.talk.pick("plain-lift-which", options, rest)
    if desk.table.do(desk.role, LiftMeasure(int(chosen))):
        desk.talk.say("plain-lifted")
        desk.purse()
    return False


def keep(desk: Desk, rest: str) -> bool:
    """Take a lifting back."""
    options = [
        (str(one.number), standing_name(desk.table, one))
        for one in desk.view.standing
        if one.lifted
    ]
    if not options:
        desk.talk.say("plain-keep-none")
        return False
    chosen = desk.talk.pick("plain-keep-which", options, rest)
    if desk.table.do(desk.role, KeepMeasure(int(chosen))):
        desk.talk.say("plain-kept")
        desk.purse()
    return False


def seal(desk: Desk) -> bool:
    """Say that one's responses are complete."""
    if desk.table.do(desk.role, Seal()):
        desk.talk.say("plain-sealed-now")
    return False


__all__ = [
    "before_seat", "choose", "details", "keep", "lift", "measures", "mine", "own_answer", "respond", "seal",
    "statement", "withdraw",
]  # fmt: skip
