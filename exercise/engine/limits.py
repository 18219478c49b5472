"""How large a scenario is, looked at before anything of it is numbered or compiled."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

from exercise.engine.findings import Findings, Path
from exercise.engine.numbering import COMPONENTS, domain_members
from exercise.limits import MAX_MEMBERS, MAX_OFFERED, MAX_SCOPE, MAX_SLOTS, MAX_VARIABLES
from exercise.model.bundle import Bundle
from exercise.model.inject import Inject
from exercise.model.role import FRAMES

__all__ = ["check_limits"]

_Count = tuple[Path, int, int, str]
"""Where something stands, how much of it there is, how much there may be, and what it is called."""


def check_limits(bundle: Bundle, findings: Findings) -> None:
    """Report what is larger than an exercise can be."""
    for path, count, most, what in _counts(bundle):
        if count > most:
            message = f"{what}: at most {most:,} are possible, and there are {count:,}"
            findings.error(path, message, "too-large")


def _counts(bundle: Bundle) -> Iterator[_Count]:
    scenario, model = bundle.scenario, bundle.model
    yield ("scenario", "states"), len(scenario.states), MAX_MEMBERS, "states in play"
    yield ("scenario", "places"), len(scenario.places), MAX_MEMBERS, "places at the table"
    yield ("model", "issues"), len(model.issues), MAX_MEMBERS, "issues"
    yield from _offers(("scenario", "injects"), scenario.injects)
    yield from _offers(("model", "injects"), model.injects)
    for name, rule in bundle.rules().items():
        path: Path = (bundle.origin("rules", name), "rules", name, "for")
        yield path, len(rule.for_), MAX_VARIABLES, "variables of one rule"
    yield from _slots(bundle)


def _offers(path: Path, injects: dict[str, Inject]) -> Iterator[_Count]:
    for name, inject in injects.items():
        for number, offer in enumerate(inject.offers):
            where = (*path, name, "offers", number, "measures")
            yield where, len(offer.measures), MAX_OFFERED, "measures in one offer"


def _slots(bundle: Bundle) -> Iterator[_Count]:
    """Count the values that names stand for, each name before all of them together."""
    sizes = {name: len(members) for name, members in domain_members(bundle).items()}
    scopes: list[tuple[Path, tuple[str, ...]]] = [
        (("model", "quantities", name, "scope"), card.scope)
        for name, card in bundle.model.quantities.items()
    ]
    scopes += [(("model", "flags", name), scope) for name, scope in bundle.model.flags.items()]
    scopes += [
        (("scenario", "flags", name), scope) for name, scope in bundle.scenario.flags.items()
    ]
    whole = sizes["issue"] * sizes["state"] * (len(COMPONENTS) + 2 + len(FRAMES))
    for path, scope in scopes:
        yield path, len(scope), MAX_SCOPE, "domains in one scope"
        whole += prod(sizes[domain] for domain in scope[:MAX_SCOPE])
    yield (
        ("scenario", "states"),
        whole,
        MAX_SLOTS,
        "values of indicators, issues and flags together",
    )
