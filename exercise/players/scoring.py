"""Integer scoring of measures: what a profile gives for each use that is open to a seat.

Reads a view and a profile alone. Draws come from a key of their own, derived from the seed of the
exercise, so that a bot at the table changes no draw of the engine.
"""

from __future__ import annotations

from msgspec import Struct

from exercise.conduct.view import MeasureView, SeatView
from exercise.engine.dice import between, draw, happens, purpose
from exercise.model.role import BotProfile
from exercise.players.outlook import NEUTRAL, Outlook, outlook_of

OFFER_BONUS = 10
"""Added for what an inject of this turn puts before the seat, until the seat has answered it."""
RESTRICTIVE_PENALTY = 5
"""Taken off whatever is restrictive, before the weight a profile gives the class."""
REPETITION_PENALTY = 6
"""Taken off for each place where the seat has the same measure in force or chosen this turn."""


class Appraisal(Struct, frozen=True):
    """One use of a measure and what it is worth to a profile."""

    measure: MeasureView
    target: str
    """Empty where there is none to choose."""
    place: str
    """Where it is expected to work: the target, or home."""
    score: int
    indicator: str
    """What speaks most for it among the indicators it moves; empty where none does."""
    strength: int
    """How it moves that indicator, -3 to 3."""
    inject: str
    """The open inject that it would answer; empty where none offers it."""


class Appraiser:
    """Scores measures for one seat in one situation."""

    def __init__(self, view: SeatView, profile: BotProfile, seed: int) -> None:
        """Take the view apart once.

        Args:
            view: What the seat may know.
            profile: Its weights.
            seed: Of the exercise; the bot's own key is derived from it.
        """
        self.view, self.profile = view, profile
        self.outlook: Outlook = outlook_of(view)
        self._key = purpose(f"bot|{seed}")
        answered = [decided.inject for decided in view.responses]
        self._waiting = {
            item.inject
            for item in view.inbox
            if item.turn == view.common.turn and item.inject not in answered
        }
        self._uses = [
            *(decided.measure for decided in view.responses),
            *(standing.slug for standing in view.standing if standing.own),
        ]

    def best(self, statements: bool) -> Appraisal | None:
        """Return the best use among the statements, or among all else; the first of equals."""
        found = (
            self.appraise(measure)
            for measure in self.view.measures
            if measure.available and measure.statement == statements
        )
        return max(found, key=lambda appraisal: appraisal.score, default=None)

    def appraise(self, measure: MeasureView) -> Appraisal:
        """Return the score of a measure where it would be used first."""
        target = self._target(measure)
        place = target or self.outlook.home
        parts = {
            indicator: self._part(indicator, strength, place)
            for indicator, strength in measure.helps
        }
        reason = max(parts, key=lambda name: parts[name], default="")
        if reason and parts[reason] <= 0:
            reason = ""
        score = (
            sum(parts.values()) // NEUTRAL
            + self._leaning(measure)
            + (self.profile.places.get(target, 0) if measure.needs_target else 0)
            + self._noise(measure.slug, target)
        )
        return Appraisal(
            measure=measure,
            target=target,
            place=place,
            score=score,
            indicator=reason,
            strength=dict(measure.helps).get(reason, 0),
            inject=self._inject(measure),
        )

    def _target(self, measure: MeasureView) -> str:
        """Home first; else where what it moves is wanted most; the first listed of equals."""
        if not measure.needs_target:
            return ""
        slugs = [target.slug for target in measure.targets]
        if self.outlook.home in slugs:
            return self.outlook.home
        return max(slugs, key=lambda slug: self._worth_there(measure, slug))

    def _worth_there(self, measure: MeasureView, place: str) -> int:
        parts = sum(self._part(name, size, place) for name, size in measure.helps)
        return parts // NEUTRAL + self.profile.places.get(place, 0)

    def _part(self, indicator: str, strength: int, place: str) -> int:
        weight = self.profile.indicators.get(indicator, 0)
        return weight * strength * self.outlook.urgency(indicator, place)

    def _leaning(self, measure: MeasureView) -> int:
        """What speaks for or against a measure wherever it is used.

        A class alone says nothing for a measure that moves no indicator and was asked for by
        nobody: gifts of funds would otherwise be made for their own sake.
        """
        profile = self.profile
        leaning = profile.measures.get(measure.slug, 0) - profile.thrift * measure.cost
        known = (
            measure.helps
            or measure.statement
            or measure.offered_by
            or measure.slug in profile.measures
        )
        klass = profile.classes.get(measure.klass, 0)
        leaning += klass if known else min(klass, 0)
        leaning -= REPETITION_PENALTY * self._uses.count(measure.slug)
        leaning += OFFER_BONUS if self._waiting.intersection(measure.offered_by) else 0
        return leaning - (RESTRICTIVE_PENALTY if measure.restrictive else 0)

    def _inject(self, measure: MeasureView) -> str:
        """The inject a use would answer: one still waiting, else one that stands open."""
        waiting = (inject for inject in measure.offered_by if inject in self._waiting)
        return next(waiting, next(iter(measure.offered_by), ""))

    def resolved(self, agreement: str) -> bool:
        """Return whether the seat acts on its wish for an agreement this turn."""
        name = purpose(f"{self.view.role}|{agreement}|resolve")
        drawn = draw(self._key, 0, self.view.common.turn, name)
        return happens(drawn, self.profile.resolve * 100)

    def _noise(self, measure: str, target: str) -> int:
        view, size = self.view, self.profile.noise
        drawn = draw(self._key, 0, view.common.turn, purpose(f"{view.role}|{measure}|{target}"))
        return between(drawn, -size, size)
