"""What a turn does to the region: situation and outcome. Reads snapshots, adds effects, caps once.

Nothing here depends on the order of rules, seats or responses.
"""

from __future__ import annotations

from msgspec.structs import replace

from exercise.engine.agreements import adopt
from exercise.engine.flows import detour_rows
from exercise.engine.funds import opening_rows, pool_rows, transfer_rows
from exercise.engine.harvest import Harvest, boosted
from exercise.engine.issues import follow, speak
from exercise.engine.ledger import added, cap_rows
from exercise.engine.program import MeasureCode, Program
from exercise.engine.scene import Scene, scene_of
from exercise.engine.world import Cause, Clause, Key, Measure, Response, Step, TurnInput, World
from exercise.engine.yields import side_factors, yield_factors


def opening(program: Program, world: World, key: Key) -> Step:
    """Return the step at StartEx: which locked measures the starting situation itself unlocks or voids."""
    harvest = Harvest(scene_of(program, world, world.turn), "inject", key)
    for rule in program.rules:
        wanted = [effect for effect in rule.effects if effect.kind in ("unlock", "void")]
        if wanted and rule.when.holds(harvest.scene):
            harvest.take(wanted, Cause("rule", rule.name))
    return Step(
        world.turn, "inject", unlocked=_pairs(harvest.unlocked), voided=_pairs(harvest.voided)
    )


def land(program: Program, world: World, turn: int) -> Step:
    """Return the first step of a situation: due rows, income, upkeep and pools; its caps give snapshot S0."""
    rows = [row for row in world.waiting if row.turn == turn]
    money, lapsed = opening_rows(program, world, turn)
    rows += money
    rows += pool_rows(program, added(world.values, rows), turn)
    rows += cap_rows(program, world.values, rows, turn, "due")
    return Step(turn, "due", rows=tuple(rows), left=tuple(lapsed))


def ready(program: Program, world: World, turn: int) -> tuple[int, ...]:
    """Return the waiting injects whose time or condition has come on S0, in file order."""
    scene = scene_of(program, world, turn)
    return tuple(number for number in range(len(program.injects)) if _is_ready(scene, number))


def release_effects(program: Program, world: World, turn: int, key: Key) -> Step:
    """Return the second step of a situation: the effects of released injects; its caps give snapshot S1."""
    harvest = Harvest(scene_of(program, world, turn), "inject", key)
    landed = _injects(harvest)
    return replace(_step(program, world, harvest), landed=landed)


def adjudicate(program: Program, world: World, given: TurnInput, turn: int, key: Key) -> Step:
    """Return the outcome of a turn: everything decided and everything ruled, read on S1.

    Args:
        program: The Program.
        world: The region at the cut-off.
        given: All decisions, rulings included.
        turn: The turn.
        key: Seed and playthrough.
    """
    adopted = adopt(program, world, given.proposals, turn)
    scene = scene_of(program, world, turn, given, adopted)
    harvest = Harvest(scene, "outcome", key)
    for response in given.responses:
        _respond(harvest, response)
    for measure in world.in_force:
        if measure.number not in given.lifted:
            _carry_on(harvest, measure)
    for clause in (*world.clauses, *adopted):
        _clause(harvest, clause)
    _rules(harvest)
    landed = _injects(harvest)
    for ruled in given.rows:
        harvest.change(
            ruled.slot, ruled.amount, Cause("ruling", "row", turn=turn, note=ruled.reason)
        )
    step = _step(program, world, harvest)
    moved = follow(program, added(world.values, step.rows), turn, _deciding(program, world, given))
    return replace(
        step,
        rows=(*step.rows, *moved),
        landed=landed,
        entered=_entered(program, given, turn),
        left=_left(program, world, given, turn),
        adopted=adopted,
        expired=_expired(program, world, turn),
        contributions=_contributions(given, adopted),
    )


def adjudication_scene(program: Program, world: World, given: TurnInput, turn: int) -> Scene:
    """Return what conditions see while a turn is adjudicated; clauses adopted at the cut-off belong to it."""
    adopted = adopt(program, world, given.proposals, turn)
    return scene_of(program, world, turn, given, adopted)


def _is_ready(scene: Scene, number: int) -> bool:
    code, status = scene.program.injects[number], scene.world.injects[number]
    if status.fired >= 0 or status.skipped:
        return False
    if status.called:
        return True
    if code.kind == "optional" or (code.kind == "contingency" and not status.armed):
        return False
    if code.turn > scene.turn:
        return False
    return code.when is None or code.when.holds(scene)


def _injects(harvest: Harvest) -> tuple[int, ...]:
    """Count the effects of every inject that is released and not yet counted."""
    landed = []
    for number, status in enumerate(harvest.scene.world.injects):
        if status.fired >= 0 and not status.landed:
            code = harvest.scene.program.injects[number]
            harvest.take(code.effects, Cause("inject", code.name, turn=harvest.scene.turn))
            landed.append(number)
    return tuple(landed)


def _respond(harvest: Harvest, response: Response) -> None:
    program = harvest.scene.program
    code = program.measures[response.measure]
    if code.cost:
        cause = Cause(
            "funds",
            "cost",
            role=program.roles[response.role],
            turn=harvest.scene.turn,
            response=response.id,
            note=code.name,
        )
        harvest.change(program.funds[response.role], -code.cost, cause)
    if code.statement:
        speak(harvest, response, code)
    _carry_out(harvest, code, response)


def _carry_on(harvest: Harvest, measure: Measure) -> None:
    response = Response(
        measure.response,
        measure.role,
        measure.measure,
        measure.target,
        measure.issue,
        scale=measure.scale,
    )
    _carry_out(harvest, harvest.scene.program.measures[measure.measure], response)


def _carry_out(harvest: Harvest, code: MeasureCode, response: Response) -> None:
    """Let a measure's intended and side effects take hold, once for this outcome."""
    scene = harvest.scene
    issue = response.issue if response.issue >= 0 else code.issue
    option = scene.program.option(response.measure, response.role, response.target, issue)
    cause = Cause(
        "measure",
        code.name,
        role=scene.program.roles[response.role],
        target=scene.program.targets[response.target] if response.target >= 0 else "",
        turn=scene.turn,
        response=response.id,
        note=response.note,
    )
    if option.yields:
        factors = yield_factors(scene, code, option, issue, response.scale)
        harvest.take(option.yields, cause, factors, keep_zero=True)
    if option.side_effects:
        harvest.take(option.side_effects, cause, side_factors(scene, code, option))


def _clause(harvest: Harvest, clause: Clause) -> None:
    agreement = harvest.scene.program.agreements[clause.agreement]
    code = agreement.clauses[clause.clause]
    harvest.take(
        code.effects, Cause("clause", f"{agreement.name}.{code.name}", turn=harvest.scene.turn)
    )


def _rules(harvest: Harvest) -> None:
    scene = harvest.scene
    for rule in scene.program.rules:
        if rule.when.holds(scene):
            cause = Cause("rule", rule.name, scope=rule.place, turn=scene.turn)
            factors = (("preset", rule.percent),) if rule.percent != 100 else ()
            harvest.take(rule.effects, cause, factors, rule.reads)


def _step(program: Program, world: World, harvest: Harvest) -> Step:
    """Sum a harvest: amplifications, transfers, then caps once."""
    produced = (*harvest.now, *harvest.later)
    extra = [row for boost in harvest.boosts for row in boosted(produced, boost)]
    rows = harvest.now + [row for row in extra if row.turn == harvest.scene.turn]
    later = harvest.later + [row for row in extra if row.turn > harvest.scene.turn]
    rows += transfer_rows(harvest, world.values, rows)
    rows += detour_rows(harvest, world.values, rows)
    rows += cap_rows(program, world.values, rows, harvest.scene.turn, harvest.stage)
    return Step(
        harvest.scene.turn,
        harvest.stage,
        rows=tuple(rows),
        waiting=tuple(later),
        cancelled=tuple(harvest.cancelled),
        flags=tuple(sorted({*harvest.flags} - {*world.flags})),
        called=tuple(dict.fromkeys(harvest.called)),
        unlocked=_pairs(harvest.unlocked),
        voided=_pairs(harvest.voided),
        breaches=tuple(harvest.breaches),
    )


def _deciding(program: Program, world: World, given: TurnInput) -> frozenset[tuple[int, str]]:
    """Issue (-1 for all) and state where a state's decision for emergency rules stands."""
    standing = [
        (m.measure, m.role, m.issue) for m in world.in_force if m.number not in given.lifted
    ]
    standing += [(response.measure, response.role, response.issue) for response in given.responses]
    decided = []
    for measure, role, issue in standing:
        code = program.measures[measure]
        home = program.bundle.roles[program.roles[role]].state
        if code.emergency and home is not None:
            decided.append((issue if issue >= 0 else code.issue, home))
    return frozenset(decided)


def _entered(program: Program, given: TurnInput, turn: int) -> tuple[Measure, ...]:
    """Number lasting measures by turn and role, so that a number tells nothing of what others have entered."""
    lasting = [
        response
        for response in sorted(given.responses, key=lambda response: response.id)
        if program.measures[response.measure].turns != 1
    ]
    before = [response.role for response in lasting]
    return tuple(
        Measure(
            number=turn * 10_000 + response.role * 100 + before[:number].count(response.role) + 1,
            measure=response.measure,
            role=response.role,
            target=response.target,
            issue=response.issue
            if response.issue >= 0
            else program.measures[response.measure].issue,
            since=turn,
            scale=response.scale,
            response=response.id,
        )
        for number, response in enumerate(lasting)
    )


def _left(program: Program, world: World, given: TurnInput, turn: int) -> tuple[int, ...]:
    """Lasting measures that were lifted or have run their turns with this outcome."""
    return tuple(
        measure.number
        for measure in world.in_force
        if measure.number in given.lifted
        or _spent(program.measures[measure.measure].turns, measure.since, turn)
    )


def _contributions(
    given: TurnInput, adopted: tuple[Clause, ...]
) -> tuple[tuple[int, int, int], ...]:
    """What parties have stated to agreements of which something is adopted now; it holds from then on."""
    names = {clause.agreement for clause in adopted}
    return tuple(
        (proposal.agreement, role, level)
        for proposal in given.proposals
        if proposal.agreement in names
        for role, level in proposal.contributions
    )


def _expired(program: Program, world: World, turn: int) -> tuple[Clause, ...]:
    return tuple(
        clause
        for clause in world.clauses
        if _spent(
            program.agreements[clause.agreement].clauses[clause.clause].turns, clause.since, turn
        )
    )


def _spent(turns: int, since: int, turn: int) -> bool:
    return turns > 0 and turn - since + 1 >= turns


def _pairs(pairs: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(dict.fromkeys(pairs)))
