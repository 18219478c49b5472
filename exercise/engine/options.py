"""Compiling measures: every way a role can use one, with names resolved for its target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct

from exercise.engine import ir
from exercise.engine.effects import Compiler
from exercise.engine.findings import Path
from exercise.engine.names import Names
from exercise.engine.program import MeasureCode, OptionCode
from exercise.engine.variables import words_of
from exercise.limits import MAX_OPTIONS
from exercise.model.base import hundredths
from exercise.model.bundle import Bundle
from exercise.model.effect import Transfer
from exercise.model.measure import Lasting, Measure


def compile_measures(bundle: Bundle, names: Names) -> tuple[MeasureCode, ...]:
    """Compile what does not depend on who uses a measure."""
    offered = _offered(bundle, names)
    words = bundle.model.scales.statement_strengths
    strengths = {word: hundredths(getattr(words, word)) for word in ("low", "medium", "high")}
    percent = bundle.model.presets[bundle.scenario.preset].measures
    return tuple(
        MeasureCode(
            name=name,
            klass=card.class_,
            roles=_users(names, card, offered.get(name, ())),
            target=card.target,
            issue=ir.ANY if card.issue is None else names.numbers.issue[card.issue],
            cost=card.cost * 100,
            upkeep=card.upkeep * 100,
            turns=_turns(card),
            locked=card.locked,
            offered=card.offered,
            covert=card.covert,
            restrictive=card.class_ == "restrictive",
            statement=card.statement,
            emergency=card.emergency,
            lowers=card.lowers,
            strength=strengths[card.strength],
            percent=percent.get(name, 100),
            commits=_commits(card),
        )
        for name, card in bundle.measures().items()
    )


class _Use(Struct, frozen=True):
    """A measure whose uses are compiled: all that they depend on beside names."""

    card: Measure
    code: MeasureCode
    number: int
    path: Path
    parts: tuple[str, ...]
    """Of its bundle, in written order, to which an equal card need not keep."""


_Key = tuple[int, int, int, int]
"""Measure, role, target and issue."""


def compile_options(
    bundle: Bundle, measures: tuple[MeasureCode, ...], compiler: Compiler
) -> Mapping[_Key, OptionCode]:
    """Compile every measure for every role, target and, where its text uses it, issue."""
    options: dict[_Key, OptionCode] = {}
    cards, names = bundle.measures(), compiler.names
    for number, code in enumerate(measures):
        card, path = cards[code.name], (bundle.origin("measures", code.name), "measures", code.name)
        issues = range(len(names.numbers.issue)) if _mentions_issue(card) else (ir.ANY,)
        ways = [(role, target) for role in code.roles for target in targets_of(names, card, role)]
        if len(options) + len(ways) * len(issues) > MAX_OPTIONS:
            _tell_too_many(path, compiler)
            break
        use = _Use(card, code, number, path, tuple(card.bundle))
        options.update(compiler.part(path, use, partial(_options, use, ways, issues, compiler)))
    return options


def _tell_too_many(path: Path, compiler: Compiler) -> None:
    message = (
        f"with this measure there are more than {MAX_OPTIONS:,} ways to use a measure, one for each role, target and "
        "issue; give measures to fewer roles"
    )
    compiler.findings.error((*path, "who"), message, "too-large")


def targets_of(names: Names, card: Measure, role: int) -> Iterator[int]:
    """Yield the targets a role may choose for a measure; -1 where there is none to choose."""
    home = names.cards[names.roles[role]].state
    number = names.numbers.target
    match card.target:
        case "none":
            yield ir.ANY
        case "home":
            if home is not None:
                yield number[home]
        case "state":
            states = names.states if home is None else (home,)
            yield from (number[state] for state in states)
        case "partner":
            own = (home, names.roles[role])
            yield from (number[side] for side in _partners(names, card) if side not in own)
        case "role":
            yield from (number[name] for name in names.roles if name != names.roles[role])


def _partners(names: Names, card: Measure) -> Iterator[str]:
    """Yield whom a two-sided measure may be agreed with: states, at the table or not, then other roles."""
    every = {"states", "all"} & {*card.partners}
    yield from (state for state in names.states if every or state in card.partners)
    roles = names.cards
    yield from (role for role in names.groups(card.partners) if roles[role].state is None)


def _options(
    use: _Use, ways: Sequence[tuple[int, int]], issues: Sequence[int], compiler: Compiler
) -> tuple[tuple[_Key, OptionCode], ...]:
    return tuple(
        ((use.number, role, target, issue), _option(use, role, target, issue, compiler))
        for role, target in ways
        for issue in issues
    )


def _option(use: _Use, role: int, target: int, issue: int, compiler: Compiler) -> OptionCode:
    card, path, names = use.card, use.path, compiler.names
    bound = _bindings(names, use.code, role, target, issue)
    aim = names.targets[target] if target >= 0 else ""
    cause = f"{use.code.name}|{names.roles[role]}|{aim}"
    requires = None
    if card.requires is not None:
        requires = compiler.test((*path, "requires"), card.requires, bound)
    parts = []
    for part, text in card.bundle.items():
        test = compiler.test((*path, "bundle", part), text, bound)
        if test is not None:
            parts.append((part, test))
    return OptionCode(
        measure=use.number,
        role=role,
        target=target,
        host=host if (host := bound.get("host")) in names.states else None,
        requires=requires,
        bundle=tuple(parts),
        yields=compiler.effects((*path, "yields"), card.yields, bound, cause),
        side_effects=compiler.effects(
            (*path, "side_effects"), card.side_effects, bound, f"{cause}|side"
        ),
    )


def _bindings(
    names: Names, code: MeasureCode, role: int, target: int, issue: int
) -> dict[str, str]:
    actor = names.roles[role]
    home = names.cards[actor].state
    bound = {"actor": actor}
    if home is not None:
        bound["home"] = bound["host"] = home
    if target >= 0:
        word = names.targets[target]
        if code.target in ("home", "state"):
            bound["host"] = word
        elif code.target == "partner":
            bound["partner"] = word
            bound.setdefault("home", actor)
            bound.setdefault("host", word)
        else:
            bound["target"] = word
    if issue >= 0:
        bound["issue"] = list(names.numbers.issue)[issue]
    return bound


def _mentions_issue(card: Measure) -> bool:
    texts = [card.requires or "", *card.bundle.values()]
    for effect in (*card.yields, *card.side_effects):
        texts.extend(str(value) for value in effect.model_dump(exclude_none=True).values())
    return any("issue" in words_of(text) for text in texts)


def _offered(bundle: Bundle, names: Names) -> Mapping[str, list[str]]:
    """Return by measure the roles that an inject offers it to."""
    offered: dict[str, list[str]] = {}
    for inject in bundle.injects().values():
        for offer in inject.offers:
            for name in offer.measures:
                offered.setdefault(name, []).extend(names.groups(offer.to))
    return offered


def _users(names: Names, card: Measure, offered: Iterable[str]) -> tuple[int, ...]:
    """Roles that may use a measure: those it names, and those an inject offers it to."""
    roles = dict.fromkeys((*names.groups(card.who), *offered))
    return tuple(names.numbers.role[role] for role in roles)


def _turns(card: Measure) -> int:
    if isinstance(card.lasts, Lasting):
        return card.lasts.turns
    return 1 if card.lasts == "once" else 0


def _commits(card: Measure) -> int:
    """Funds that transfers of the measure take from its own role, as far as they are plain numbers."""
    total = 0
    for effect in (*card.yields, *card.side_effects):
        if (
            isinstance(effect, Transfer)
            and effect.from_ == "funds[actor]"
            and effect.transfer.isdigit()
        ):
            total += int(effect.transfer) * 100
    return total


__all__ = ["compile_measures", "compile_options", "targets_of"]
