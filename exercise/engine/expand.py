"""Repeating rules over the sets in their ``for``, before any of them is compiled."""

from __future__ import annotations

from collections.abc import Mapping

from exercise.engine.effects import Compiler
from exercise.engine.findings import Path
from exercise.engine.language import syntax
from exercise.engine.language.error import LanguageError
from exercise.engine.lower import Lowering
from exercise.limits import MAX_ALL_EXPANSIONS, MAX_EXPANSIONS
from exercise.model.bundle import Bundle
from exercise.model.rule import Rule

__all__ = ["Repeated", "Scope", "expand_rules"]

Scope = tuple[tuple[str, str], ...]
"""Variables of a rule with what they stand for."""
Repeated = Mapping[str, tuple[Scope, ...]]
"""By rule, the variables of each repetition with what they stand for."""

_AROUND_SET = ("count(x_ in ", ": turn > 0)")
"""A set is parsed inside an aggregate, so that the language has one grammar for it."""


def expand_rules(bundle: Bundle, compiler: Compiler) -> Repeated:
    """Return all repetitions of all rules; where there are too many, that is reported and the rest is left out."""
    repeated: dict[str, tuple[Scope, ...]] = {}
    whole = 0
    for name, rule in bundle.rules().items():
        path: Path = (bundle.origin("rules", name), "rules", name)
        repeated[name] = _expansions(path, rule, compiler)
        whole += len(repeated[name])
        if whole > MAX_ALL_EXPANSIONS:
            message = (
                f"with this rule there are more than {MAX_ALL_EXPANSIONS:,} repetitions of rules; write fewer "
                "variables in 'for', or fewer rules with them"
            )
            compiler.findings.error(path, message, "too-large")
            break
    return repeated


def _expansions(path: Path, rule: Rule, compiler: Compiler) -> tuple[Scope, ...]:
    scopes: list[Scope] = [()]
    for variable, text in rule.for_.items():
        where = (*path, "for", variable)
        wider: list[Scope] = []
        for scope in scopes:
            members = compiler.lower(where, text, dict(scope), _expand_set, around=_AROUND_SET)
            wider.extend((*scope, (variable, member)) for member in members or ())
            if len(wider) > MAX_EXPANSIONS:
                message = f"this rule repeats more than {MAX_EXPANSIONS:,} times; write fewer variables in 'for'"
                compiler.findings.error(where, message, "too-large")
                return ()
        scopes = wider
    return tuple(scopes)


def _expand_set(lowering: Lowering, expr: syntax.Expr) -> tuple[str, ...]:
    if isinstance(expr, syntax.Aggregate):
        return lowering.expand(expr.domain)
    message = "a set is needed here, such as states or neighbours(s)"
    raise LanguageError(message, len(_AROUND_SET[0]), 1, "set")
