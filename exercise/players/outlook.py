"""What a view says about places and indicators, arranged for scoring.

Reads views alone: where gauges are hidden or absent, nothing counts as urgent or as settled.
"""

from __future__ import annotations

from msgspec import Struct

from exercise.conduct.view import Gauge, SeatView

CALM, NEUTRAL, PRESSING = 1, 2, 4
"""Urgency of the best band, of the unknown, and of the worst band."""


class Outlook(Struct, frozen=True):
    """The gauges in view, by indicator and place, and what places are called."""

    gauges: dict[tuple[str, str], Gauge]
    """The most urgent gauge of an indicator in a place; an empty place stands for all places."""
    places: dict[str, str]
    home: str
    """The state the seat governs, or nothing."""

    def gauge(self, indicator: str, place: str) -> Gauge | None:
        """Return what is known of an indicator in a place, else of it anywhere."""
        return self.gauges.get((indicator, place)) or self.gauges.get((indicator, ""))

    def urgency(self, indicator: str, place: str) -> int:
        """Return how much an indicator asks for attention in a place, 1 to 4."""
        gauge = self.gauge(indicator, place)
        return NEUTRAL if gauge is None else urgency_of(gauge)


def urgency_of(gauge: Gauge) -> int:
    """Return 4 for the worst band down to 1 for the best, 2 where neither end is worse."""
    if gauge.good == "neutral" or gauge.bands < 2:
        return NEUTRAL
    steps = gauge.bands - 1
    short = steps - gauge.level if gauge.good == "better" else gauge.level
    return CALM + (PRESSING - CALM) * short // steps


def outlook_of(view: SeatView) -> Outlook:
    """Return the outlook of a seat: published gauges first, then those of its own card."""
    gauges: dict[tuple[str, str], Gauge] = {}
    for shown in (view.common.gauges, view.card_gauges):
        found: dict[tuple[str, str], Gauge] = {}
        for gauge in shown:
            indicator, place = gauge.slot.partition("[")[0], gauge.place.rpartition(", ")[2]
            for key in ((indicator, place), (indicator, "")):
                if key not in found or urgency_of(gauge) > urgency_of(found[key]):
                    found[key] = gauge
        gauges = {**found, **gauges}
    return Outlook(gauges, _places(view), _home(view))


def _places(view: SeatView) -> dict[str, str]:
    named = {target.slug: target.label for measure in view.measures for target in measure.targets}
    return {**named, **dict(view.common.roles)}


def _home(view: SeatView) -> str:
    """A state's own measures name their place without a choice; its card reads its own slots."""
    if view.card.kind != "state":
        return ""
    own = (m.targets[0].slug for m in view.measures if not m.needs_target and m.targets)
    return next(own, next((gauge.place for gauge in view.card_gauges if gauge.place), view.role))
