"""Compiling measures: every way a role can use one, with names resolved for its target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exercise.engine import ir
from exercise.engine.effects import Compiler, words_of
from exercise.engine.findings import Path
from exercise.engine.names import Names
from exercise.engine.program import MeasureCode, OptionCode
from exercise.limits import MAX_OPTIONS
from exercise.model.base import hundredths
from exercise.model.effect import Transfer
from exercise.model.measure import Lasting, Measure


def compile_measures(names: Names) -> tuple[MeasureCode, ...]:
    """Compile what does not depend on who uses a measure."""
    bundle = names.bundle
    words = bundle.model.scales.statement_strengths
    strengths = {word: hundredths(getattr(words, word)) for word in ("low", "medium", "high")}
    percent = bundle.model.presets[bundle.scenario.preset].measures
    return tuple(
        MeasureCode(
            name=name,
            klass=card.class_,
            roles=_users(names, name, card),
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


def compile_options(
    names: Names, measures: tuple[MeasureCode, ...], compiler: Compiler
) -> Mapping[tuple[int, int, int, int], OptionCode]:
    """Compile every measure for every role, target and, where its text uses it, issue."""
    options: dict[tuple[int, int, int, int], OptionCode] = {}
    cards = names.bundle.measures()
    for number, code in enumerate(measures):
        card = cards[code.name]
        issues: tuple[int, ...] = (ir.ANY,)
        if _mentions_issue(card):
            issues = tuple(range(len(names.numbers.issue)))
        for role in code.roles:
            for target in targets_of(names, card, role):
                if len(options) + len(issues) > MAX_OPTIONS:
                    _tell_too_many(names, compiler, code.name)
                    return options
                for issue in issues:
                    options[number, role, target, issue] = _option(
                        names, compiler, card, code, number, role, target, issue
                    )
    return options


def _tell_too_many(names: Names, compiler: Compiler, name: str) -> None:
    message = (
        f"with this measure there are more than {MAX_OPTIONS:,} ways to use a measure, one for each role, target and "
        "issue; give measures to fewer roles"
    )
    path: Path = (names.bundle.origin("measures", name), "measures", name, "who")
    compiler.findings.error(path, message, "too-large")


def targets_of(names: Names, card: Measure, role: int) -> Iterator[int]:
    """Yield the targets a role may choose for a measure; -1 where there is none to choose."""
    home = names.bundle.roles[names.roles[role]].state
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
    roles = names.bundle.roles
    yield from (role for role in names.groups(card.partners) if roles[role].state is None)


def _option(
    names: Names,
    compiler: Compiler,
    card: Measure,
    code: MeasureCode,
    number: int,
    role: int,
    target: int,
    issue: int,
) -> OptionCode:
    bound = _bindings(names, code, role, target, issue)
    section: Path = (names.bundle.origin("measures", code.name), "measures", code.name)
    aim = names.targets[target] if target >= 0 else ""
    cause = f"{code.name}|{names.roles[role]}|{aim}"
    requires = (
        None
        if card.requires is None
        else compiler.test((*section, "requires"), card.requires, bound)
    )
    parts = []
    for part, text in card.bundle.items():
        test = compiler.test((*section, "bundle", part), text, bound)
        if test is not None:
            parts.append((part, test))
    return OptionCode(
        measure=number,
        role=role,
        target=target,
        host=host if (host := bound.get("host")) in names.states else None,
        requires=requires,
        bundle=tuple(parts),
        yields=compiler.effects((*section, "yields"), card.yields, bound, cause),
        side_effects=compiler.effects(
            (*section, "side_effects"), card.side_effects, bound, f"{cause}|side"
        ),
    )


def _bindings(
    names: Names, code: MeasureCode, role: int, target: int, issue: int
) -> dict[str, str]:
    actor = names.roles[role]
    home = names.bundle.roles[actor].state
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


def _users(names: Names, name: str, card: Measure) -> tuple[int, ...]:
    """Roles that may use a measure: those it names, and those an inject offers it to."""
    roles = list(names.groups(card.who))
    for inject in names.bundle.injects().values():
        for offer in inject.offers:
            if name in offer.measures:
                roles.extend(role for role in names.groups(offer.to) if role not in roles)
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
