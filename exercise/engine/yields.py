"""Yields: what becomes of a measure's intended effects between the plan and the place."""

from __future__ import annotations

from exercise.engine.program import MeasureCode, OptionCode
from exercise.engine.scene import Scene

Factors = tuple[tuple[str, int], ...]


def yield_factors(
    scene: Scene, code: MeasureCode, option: OptionCode, issue: int, scale: int
) -> Factors:
    """Return every factor of a yield, per cent.

    ``fit`` of class to issue, ``bundle`` by missing parts, ``execution`` = the lesser of the host state's
    willingness and ability, ``delivery`` of the acting body, ``kept`` = 100 less the share diverted, ``preset``
    and ``ruling``. Without a host state, execution and kept are 100.
    """
    missing = sum(not part.holds(scene) for _, part in option.bundle)
    bundle = scene.program.scales.bundle[min(missing, 3)]
    return (
        ("fit", scene.program.scales.fit_of(issue, code.klass)),
        ("bundle", bundle),
        *_execution(scene, option),
        ("kept", 100 - _percent(scene, "diverted", option.host)) if option.host else ("kept", 100),
        ("preset", code.percent),
        ("ruling", scale),
    )


def side_factors(scene: Scene, code: MeasureCode, option: OptionCode) -> Factors:
    """Return the factors of a side effect: execution and delivery alone."""
    return (*_execution(scene, option), ("preset", code.percent))


def _execution(scene: Scene, option: OptionCode) -> Factors:
    execution = 100
    if option.host is not None:
        execution = min(
            _percent(scene, "willingness", option.host), _percent(scene, "ability", option.host)
        )
    return (
        ("execution", execution),
        ("delivery", _percent(scene, "delivery_cap", scene.program.roles[option.role])),
    )


def _percent(scene: Scene, family: str, name: str | None) -> int:
    return scene.values[scene.program.slot(family, name or "")] // 100
