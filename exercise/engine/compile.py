"""Compiling a bundle to its Program, reporting every problem at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct

from exercise.engine import ir
from exercise.engine.effects import Compiler
from exercise.engine.expand import Repeated, Scope, expand_rules
from exercise.engine.findings import Finding, Findings, Path, TooManyFindingsError
from exercise.engine.limits import check_limits
from exercise.engine.lower import Strengths
from exercise.engine.memory import Memory
from exercise.engine.names import Names, build_names
from exercise.engine.numbering import COMPONENTS, build_slots
from exercise.engine.openness import check_openness
from exercise.engine.options import compile_measures, compile_options
from exercise.engine.program import (
    AgreementCode,
    AudienceCode,
    ClauseCode,
    InjectCode,
    IssueCode,
    OptionCode,
    PoolCode,
    Program,
    RuleCode,
    Scales,
    rule_key,
)
from exercise.engine.references import check_references
from exercise.engine.resolve import OUT_OF_PLAY
from exercise.engine.slots import SlotTable
from exercise.engine.taking import check_taking
from exercise.errors import ExerciseError
from exercise.model.base import hundredths
from exercise.model.bundle import Bundle
from exercise.model.inject import Inject
from exercise.model.role import FRAMES
from exercise.model.rule import Rule


class CompileError(ExerciseError):
    """A bundle does not compile; ``findings`` holds every problem."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} problems; the first: {findings[0].message}")
        self.findings = findings


class Compiled(Struct, frozen=True):
    """A Program with the warnings of its compilation."""

    program: Program
    warnings: tuple[Finding, ...]


def compile_bundle(bundle: Bundle, memory: Memory | None = None) -> Compiled:
    """Compile a scenario on its model.

    Args:
        bundle: The scenario.
        memory: What was compiled before, if anything; the result is the same without.

    Raises:
        CompileError: Something authored is wrong; every problem found is listed.
    """
    findings = Findings()
    try:
        return _compiled(bundle, findings, memory or Memory())
    except TooManyFindingsError:
        raise CompileError(tuple(findings.errors)) from None


def _compiled(bundle: Bundle, findings: Findings, memory: Memory) -> Compiled:
    check_limits(bundle, findings)
    _stop_at_errors(findings)
    check_references(bundle, findings)
    check_taking(bundle, findings)
    _stop_at_errors(findings)
    table = build_slots(bundle)
    names = build_names(bundle, table)
    scale = bundle.model.scales.strengths
    strengths = Strengths(hundredths(scale.low), hundredths(scale.medium), hundredths(scale.high))
    memory.begin(names)
    compiler = Compiler(names, findings, strengths, memory=memory)
    repeated = expand_rules(bundle, compiler)
    _stop_at_errors(findings, "too-large")
    program = _assemble(bundle, table, names, compiler, repeated)
    _check_bank(bundle, compiler)
    check_openness(program, findings)
    _stop_at_errors(findings)
    memory.end()
    return Compiled(program, tuple(findings.found))


def _stop_at_errors(findings: Findings, code: str = "") -> None:
    """Raise where there are errors, of one code or of any."""
    errors = findings.errors
    if any(error.code == code or not code for error in errors):
        raise CompileError(tuple(errors))


def _assemble(
    bundle: Bundle, table: SlotTable, names: Names, compiler: Compiler, repeated: Repeated
) -> Program:
    numbers = names.numbers
    measures = compile_measures(bundle, names)
    options = compile_options(bundle, measures, compiler)
    roles = [bundle.roles[name] for name in names.roles]
    injects = tuple(_injects(bundle, compiler))
    return Program(
        bundle=bundle,
        slots=table,
        roles=names.roles,
        states=names.states,
        targets=names.targets,
        issues=tuple(numbers.issue),
        frames=FRAMES,
        flags=tuple(numbers.flag),
        measures=measures,
        injects=injects,
        agreements=tuple(_agreements(bundle, names, compiler)),
        rules=tuple(_rules(bundle, compiler, repeated)),
        options=options,
        reach=_reach(options),
        rivals=_rivals(injects),
        issue_states=tuple(_issue_states(bundle, table)),
        audiences=tuple(_audiences(bundle, names)),
        pools=tuple(_pools(bundle, names)),
        legs=_legs(bundle, table),
        scales=_scales(bundle),
        funds=tuple(table.index["funds", (name,)] for name in names.roles),
        funds_limit=tuple(role.funds.limit * 100 for role in roles),
        income=tuple(role.funds.income * 100 for role in roles),
        numbers=numbers,
        start=tuple(spec.start for spec in table.base),
        measure_cards=bundle.measures(),
        rule_cards=bundle.rules(),
        agreement_cards=bundle.agreements(),
    )


def _reach(
    options: Mapping[tuple[int, int, int, int], OptionCode],
) -> Mapping[tuple[int, int], tuple[int, ...]]:
    reach: dict[tuple[int, int], list[int]] = {}
    for measure, role, target, _ in options:
        targets = reach.setdefault((measure, role), [])
        if target not in targets:
            targets.append(target)
    return {key: tuple(targets) for key, targets in reach.items()}


def _rivals(injects: Iterable[InjectCode]) -> Mapping[tuple[int, int], frozenset[int]]:
    rivals: dict[tuple[int, int], frozenset[int]] = {}
    for inject in injects:
        for role, measures in inject.either:
            for measure in measures:
                others = frozenset(measures) - {measure}
                rivals[role, measure] = rivals.get((role, measure), frozenset()) | others
    return rivals


def _rules(bundle: Bundle, compiler: Compiler, repeated: Repeated) -> Iterator[RuleCode]:
    preset = bundle.model.presets[bundle.scenario.preset]
    for name, rule in bundle.rules().items():
        path: Path = (bundle.origin("rules", name), "rules", name)
        given = rule, preset.rules.get(name, 100), repeated[name]
        yield from compiler.part(path, given, partial(_expanded, path, *given, compiler))


def _expanded(
    path: Path, rule: Rule, percent: int, scopes: Sequence[Scope], compiler: Compiler
) -> tuple[RuleCode, ...]:
    name, codes = str(path[-1]), []
    for scope in scopes:
        bound = dict(scope)
        when = compiler.test((*path, "when"), rule.when, bound)
        effects = compiler.effects((*path, "effects"), rule.effects, bound, rule_key(name, scope))
        if when is not None and effects:
            codes.append(RuleCode(name, scope, when, effects, percent))
    return tuple(codes)


def _agreements(bundle: Bundle, names: Names, compiler: Compiler) -> Iterator[AgreementCode]:
    for name, card in bundle.agreements().items():
        path: Path = (bundle.origin("agreements", name), "agreements", name)
        clauses = tuple(
            ClauseCode(
                clause_name,
                clause.on,
                0 if clause.lasts == "until_lifted" else int(clause.lasts),
                compiler.effects(
                    (*path, "clauses", clause_name, "effects"),
                    clause.effects,
                    {},
                    f"{name}.{clause_name}",
                ),
            )
            for clause_name, clause in card.clauses.items()
        )
        requires = compiler.test((*path, "requires"), card.requires, {})
        parties = tuple(names.numbers.role[role] for role in names.groups(card.parties))
        sponsors = tuple(
            names.numbers.role[role] for role in names.groups((*card.parties, *card.sponsors))
        )
        yield AgreementCode(
            name=name,
            parties=parties,
            sponsors=sponsors,
            decision=card.decision,
            contributions=card.contributions,
            clauses=clauses,
            requires=requires,
        )


def _injects(bundle: Bundle, compiler: Compiler) -> Iterator[InjectCode]:
    for name, card in bundle.injects().items():
        path: Path = (bundle.origin("injects", name), "injects", name)
        yield compiler.part(path, card, partial(_inject, path, card, compiler))


def _inject(path: Path, card: Inject, compiler: Compiler) -> InjectCode:
    name, names = str(path[-1]), compiler.names
    numbers = names.numbers
    when = _inject_when(name, card, path, compiler)
    to = names.groups(card.to)
    if path[0] == "model" and not to:
        _tell_without_recipient(name, card, compiler)
    offers = tuple(
        (numbers.role[role], numbers.measure[measure])
        for offer in card.offers
        for role in names.groups(offer.to)
        for measure in offer.measures
    )
    either = tuple(
        (numbers.role[role], tuple(numbers.measure[measure] for measure in offer.measures))
        for offer in card.offers
        if offer.choose == "one"
        for role in names.groups(offer.to)
    )
    return InjectCode(
        name=name,
        kind=card.kind,
        turn=-1 if card.turn is None else card.turn,
        when=when,
        to=tuple(numbers.role[role] for role in to),
        public="all" in card.to,
        offers=offers,
        either=either,
        open_turns=card.open_turns,
        issue=ir.ANY if card.issue is None else numbers.issue[card.issue],
        effects=compiler.effects((*path, "effects"), card.effects, {}, name),
    )


def _inject_when(name: str, card: Inject, path: Path, compiler: Compiler) -> ir.Test | None:
    if card.when is None:
        return None
    known = len(compiler.findings.errors)
    when = compiler.test((*path, "when"), card.when, {})
    if when is None and len(compiler.findings.errors) == known:
        # Without its condition it would come by itself.
        compiler.findings.error(
            ("scenario", "with_injects", name),
            f"the condition of inject '{name}' names a state or role that does not take part in "
            f"this scenario; write an inject '{name}' with another condition, or do not take it",
            OUT_OF_PLAY,
        )
    return when


def _tell_without_recipient(name: str, card: Inject, compiler: Compiler) -> None:
    message = (
        f"nobody who receives inject '{name}' ({', '.join(card.to)}) has a place in this scenario; "
        f"write an inject '{name}' for others, or do not take it"
    )
    compiler.findings.error(("scenario", "with_injects", name), message, "no-recipient")


def _check_bank(bundle: Bundle, compiler: Compiler) -> None:
    """Compile what the scenario does not take of the model's injects, for its mistakes alone."""
    played = bundle.injects()
    for name, card in bundle.model.injects.items():
        if name not in played:
            path: Path = ("model", "injects", name)
            compiler.test((*path, "when"), card.when, {})
            compiler.effects((*path, "effects"), card.effects, {}, name)


def _issue_states(bundle: Bundle, table: SlotTable) -> Iterator[IssueCode]:
    weights = bundle.model.scales.levels.weights
    for number, issue in enumerate(bundle.model.issues):
        for state in bundle.scenario.states:
            keys = (issue, state)
            yield IssueCode(
                issue=number,
                state=state,
                components=tuple(
                    (table.index[part, keys], weights[part])
                    for part in COMPONENTS
                    if part in weights
                ),
                rhetoric=table.index["rhetoric", keys],
                acceptance=table.index["acceptance", keys],
                level=table.index["level", keys],
                frame=table.index["frame", keys],
                frame_weights=tuple(
                    table.index["frame_weight", (issue, state, frame)] for frame in FRAMES
                ),
            )


def _audiences(bundle: Bundle, names: Names) -> Iterator[AudienceCode]:
    for name, card in bundle.model.audiences.items():
        hearing = tuple(names.table.index["hearing", (name, frame)] for frame in FRAMES)
        states = tuple(state for state in names.states if not card.states or state in card.states)
        yield AudienceCode(name, hearing, states)


def _pools(bundle: Bundle, names: Names) -> Iterator[PoolCode]:
    for name, card in bundle.model.pools.items():
        shares = tuple(
            (names.table.index["funds", (role,)], share)
            for role, share in card.shares.items()
            if role in names.roles
        )
        yield PoolCode(names.table.index["pool", (name,)], shares)


def _legs(bundle: Bundle, table: SlotTable) -> Mapping[int, tuple[tuple[int, int], ...]]:
    legs: dict[int, tuple[tuple[int, int], ...]] = {}
    for flow in bundle.model.flows.values():
        slots = [
            (table.index["volume", (leg,)], table.index["capacity", (leg,)]) for leg in flow.legs
        ]
        for volume, _ in slots:
            legs[volume] = tuple(pair for pair in slots if pair[0] != volume)
    return legs


def _scales(bundle: Bundle) -> Scales:
    scales = bundle.model.scales
    first, second, third, fourth = scales.levels.thresholds
    thresholds = (first * 100, second * 100, third * 100, fourth * 100)
    fit = tuple(tuple(scales.fit[issue].items()) for issue in bundle.model.issues)
    return Scales(scales.bundle, thresholds, scales.levels.falls_below * 100, fit)
