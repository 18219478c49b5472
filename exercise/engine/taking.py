"""What a scenario takes of its model: the names it keeps, leaves out or takes in must be the model's.

Reports to the findings of a compilation and changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from exercise.engine.findings import Findings, Path
from exercise.engine.references import check_inject
from exercise.model.bundle import Bundle
from exercise.model.inject import Inject
from exercise.model.scenario import TakenInject

_LISTS = (
    ("only_measures", "measures"),
    ("without_measures", "measures"),
    ("only_agreements", "agreements"),
    ("without_agreements", "agreements"),
    ("without_rules", "rules"),
)
"""Keys of a scenario's head that list entries of the model, and their sections."""


def check_taking(bundle: Bundle, findings: Findings) -> None:
    """Report what a scenario keeps, leaves out or takes in wrongly, and what is wrong with the model's injects."""
    _lists(bundle, findings)
    for name in bundle.scenario.with_injects:
        _taken(bundle, findings, name)
    for name, card in bundle.model.injects.items():
        _bank(bundle, findings, name, card)


def _lists(bundle: Bundle, findings: Findings) -> None:
    for key, section in _LISTS:
        words: Iterable[str] = getattr(bundle.scenario, key) or ()
        known: Collection[str] = getattr(bundle.model, section)
        own: Collection[str] = getattr(bundle.scenario, section)
        what = section.removesuffix("s")
        for number, word in enumerate(words):
            path: Path = ("scenario", key, number)
            if word in own and word not in known:
                findings.error(path, _own(what, word), "own-entry")
            else:
                findings.need(path, what, word, known)


def _taken(bundle: Bundle, findings: Findings, name: str) -> None:
    scenario, bank = bundle.scenario, bundle.model.injects
    path: Path = ("scenario", "with_injects", name)
    change = scenario.with_injects[name]
    findings.each((*path, "objectives"), "objective", change.objectives, scenario.objectives)
    if name not in bank and name in scenario.injects:
        findings.error(path, _own("inject", name), "own-entry")
    elif name in scenario.injects and change != TakenInject():
        message = (
            f"this scenario has written an inject '{name}' in place of the model's; "
            "change it where it is written"
        )
        findings.error(path, message, "own-entry")
    findings.need(path, "inject", name, [*bank, *scenario.injects])


def _bank(bundle: Bundle, findings: Findings, name: str, card: Inject) -> None:
    """Check one inject of the model: it may name roles that another scenario uses."""
    path: Path = ("model", "injects", name)
    check_inject(bundle.model, findings, path, card, bundle.roles, bundle.model.measures)
    if card.objectives:
        message = "objectives belong to a scenario; it names them in 'with_injects'"
        findings.error((*path, "objectives"), message, "inconsistent")


def _own(what: str, word: str) -> str:
    return (
        f"{what} '{word}' is this scenario's own and is in play anyway; "
        f"only {what}s of the model stand here"
    )
