"""How a simulated seat decides: the next thing it asks for, from its view and its profile alone.

Keeps nothing between calls: what it has done already stands in the view.
"""

from __future__ import annotations

from collections.abc import Iterator

from exercise.conduct.command import Command, Contribute, ObjectTo, Respond, Seal, Sign, Sponsor
from exercise.conduct.state import Phase
from exercise.conduct.view import AgreementView, SeatView
from exercise.model.role import BotProfile
from exercise.players.outlook import NEUTRAL, urgency_of
from exercise.players.scoring import Appraisal, Appraiser
from exercise.players.sentences import sentence

STATEMENT_THRESHOLD = 4
"""A statement must score more than this, because it takes an action from the decision phase."""
AUDIENCES = 3
"""Most audiences that one statement addresses."""


def next_command(
    view: SeatView, profile: BotProfile, seed: int, language: str = "en"
) -> Command | None:
    """Return what a bot asks for next, or nothing when it is done in this phase.

    A pure function: called again after each command has been carried out, until it returns nothing.

    Args:
        view: What the seat may know now.
        profile: How its role card weighs that.
        seed: Of the exercise; the bot's own draws come from a key derived from it.
        language: Of the reasons it gives; the view's labels are in the view's own.
    """
    phase = view.common.phase
    if view.holder == "vacant" or view.common.paused or view.sealed:
        return None
    if phase not in (Phase.consultation, Phase.decision):
        return None
    on_table = next(_agreement_acts(view, profile, seed), None)
    if on_table is not None:
        return on_table
    if phase is Phase.consultation:
        return _statement(view, profile, seed, language)
    return _response(view, profile, seed, language) or Seal()


def _agreement_acts(view: SeatView, profile: BotProfile, seed: int) -> Iterator[Command]:
    appraiser = Appraiser(view, profile, seed)
    for agreement in view.agreements:
        resolved = appraiser.resolved(agreement.slug)
        wish = profile.agreements.get(agreement.slug) if resolved else None
        on = tuple(clause for clause in agreement.clauses if clause.on)
        if (
            wish == "sponsor"
            and agreement.may_sponsor
            and any(not clause.in_force for clause in on)
        ):
            yield Sponsor(agreement.slug)
        if not (agreement.open and agreement.party):
            continue
        if on and wish is not None:
            yield from _stand(view.role, agreement, objects=wish == "object")
        contributed = any(role == view.role for role, _ in agreement.contributions)
        if agreement.has_contributions and not contributed and wish != "object":
            yield Contribute(agreement.slug, profile.contribution)


def _stand(role: str, agreement: AgreementView, objects: bool) -> Iterator[Command]:
    """Sign or object, once; an objection stands even if the text goes on without it."""
    done = agreement.objected if objects else agreement.signed
    if all(who != role for who, _ in done):
        yield ObjectTo(agreement.slug) if objects else Sign(agreement.slug)


def _statement(view: SeatView, profile: BotProfile, seed: int, language: str) -> Command | None:
    issue = _issue(view, profile)
    if (
        not issue
        or not view.audiences
        or any(decided.kind == "statement" for decided in view.responses)
    ):
        return None
    found = Appraiser(view, profile, seed).best(statements=True)
    if found is None or found.score <= STATEMENT_THRESHOLD:
        return None
    label = dict(view.issues)[issue]
    return Respond(
        measure=found.measure.slug,
        target=found.target,
        inject=found.inject,
        issue=issue,
        frame=profile.frame,
        referent=found.measure.referent,
        audiences=_audiences(view),
        reason=sentence("stake", language, issue=label, stake=sentence(profile.frame, language)),
    )


def _issue(view: SeatView, profile: BotProfile) -> str:
    """The profile's own; else what stands highest, the first of equals; else the first there is."""
    known = [slug for slug, _ in view.issues]
    if profile.issue in known:
        return profile.issue or ""
    highest = max(view.common.issues, key=lambda shown: shown.level, default=None)
    return highest.issue if highest is not None else next(iter(known), "")


def _audiences(view: SeatView) -> tuple[str, ...]:
    """As many as one statement takes, beginning one further down the list each turn."""
    slugs = tuple(slug for slug, _ in view.audiences)
    first = view.common.turn % len(slugs) if len(slugs) > AUDIENCES else 0
    return (slugs[first:] + slugs[:first])[:AUDIENCES]


def _response(view: SeatView, profile: BotProfile, seed: int, language: str) -> Command | None:
    appraiser = Appraiser(view, profile, seed)
    found = appraiser.best(statements=False)
    if found is None or found.score <= 0:
        return None
    needed, suitable = (
        _justified(appraiser, found, language) if found.measure.restrictive else ("", "")
    )
    return Respond(
        found.measure.slug,
        found.target,
        found.inject,
        referent=found.measure.referent,
        needed=needed,
        suitable=suitable,
        reason=_reason(appraiser, found, language),
    )


def _reason(appraiser: Appraiser, found: Appraisal, language: str) -> str:
    """Name what presses most; else what it answers; else what it is meant to do."""
    state_of_things = _pressing(appraiser, found, language)
    if state_of_things:
        return state_of_things
    if found.inject:
        titles = {item.inject: item.title for item in appraiser.view.inbox}
        return sentence("answers", language, inject=titles.get(found.inject, found.inject))
    return _purpose(appraiser, found, language)


def _justified(appraiser: Appraiser, found: Appraisal, language: str) -> tuple[str, str]:
    """Why a restrictive measure is needed, and why it is suitable."""
    place = _place(appraiser, found.place, language)
    needed = _pressing(appraiser, found, language) or sentence("needed", language, place=place)
    return needed, _purpose(appraiser, found, language)


def _pressing(appraiser: Appraiser, found: Appraisal, language: str) -> str:
    """Say how things stand, if that speaks for the measure."""
    gauge = appraiser.outlook.gauge(found.indicator, found.place)
    if gauge is None or urgency_of(gauge) <= NEUTRAL:
        return ""
    where = _place(appraiser, gauge.place.rpartition(", ")[2], language)
    return sentence("low", language, label=gauge.label, band=gauge.band, place=where)


def _purpose(appraiser: Appraiser, found: Appraisal, language: str) -> str:
    """Say what the measure is meant to move."""
    if not found.indicator:
        return sentence("mandate", language, role=appraiser.view.card.name)
    gauge = appraiser.outlook.gauge(found.indicator, found.place)
    label = gauge.label if gauge is not None else found.indicator.replace("_", " ")
    key = "raises" if found.strength > 0 else "lowers"
    return sentence(key, language, label=label, place=_place(appraiser, found.place, language))


def _place(appraiser: Appraiser, place: str, language: str) -> str:
    return appraiser.outlook.places.get(place) or sentence("region", language)
