"""What a role may decide now: one test for every use of a measure, and the reason where it fails.

Requirements are tested on the values after the situation phase and on facts that are open to the role;
what the reason says depends on nothing a seat may not know.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from exercise.engine.ir import ANY
from exercise.engine.program import MeasureCode, Program
from exercise.engine.scene import Scene, scene_of
from exercise.engine.world import Measure, Response, World
from exercise.errors import RefusalCode


class Purse(Struct, frozen=True):
    """What a role still has this turn, hundredths for funds."""

    funds: int
    actions: int


class Choice(Struct, frozen=True):
    """One measure a role might use, with the targets open to it, or the reason why there is none."""

    measure: int
    targets: tuple[int, ...]
    refusal: RefusalCode | None
    injects: tuple[int, ...] = ()
    """Open injects that offer it."""


def purse(
    program: Program, world: World, role: int, drafts: tuple[Response, ...], lifted: int = 0
) -> Purse:
    """Return what is left to a role after its own drafts and liftings."""
    own = [draft for draft in drafts if draft.role == role]
    spent = sum(cost_of(program.measures[draft.measure]) for draft in own)
    total = world.values[program.slot("actions", program.roles[role])] // 100
    return Purse(world.values[program.funds[role]] - spent, total - len(own) - lifted)


def cost_of(code: MeasureCode) -> int:
    """Return the funds a use of a measure takes from its role, hundredths."""
    return code.cost + code.commits


def choices(
    program: Program,
    world: World,
    turn: int,
    role: int,
    drafts: tuple[Response, ...],
    lifted: int = 0,
) -> Iterator[Choice]:
    """Yield every measure the role's card, the model or an open inject puts before it, in authored order."""
    scene = scene_of(program, world, turn)
    left = purse(program, world, role, drafts, lifted)
    offered = offered_to(program, world, turn, role)
    for number, code in enumerate(program.measures):
        if role not in code.roles and number not in offered:
            continue
        if code.offered and number not in offered:
            continue
        refusal = _general(scene, number, code, role, left)
        targets = () if refusal else tuple(_targets(scene, number, role, drafts))
        if not targets and refusal is None:
            refusal = _why_no_target(scene, number, role, drafts)
        yield Choice(number, targets, refusal, offered.get(number, ()))


def refusal_of(
    program: Program,
    world: World,
    turn: int,
    response: Response,
    drafts: tuple[Response, ...],
    lifted: int = 0,
    scene: Scene | None = None,
) -> RefusalCode | None:
    """Return why a response is not legal now, or nothing where it is.

    Args:
        program: The Program.
        world: The region after the situation phase.
        turn: The turn.
        response: What is asked for.
        drafts: The role's responses so far.
        lifted: Actions it has used otherwise.
        scene: Of this world and turn, where whoever asks again and again has it at hand.
    """
    code = program.measures[response.measure]
    offered = offered_to(program, world, turn, response.role)
    if response.role not in code.roles and response.measure not in offered:
        return RefusalCode.not_offered
    if code.offered and response.measure not in offered:
        return RefusalCode.not_offered
    if (
        response.inject >= 0
        and response.inject not in offered.get(response.measure, ())
        and code.offered
    ):
        return RefusalCode.not_offered
    scene = scene or scene_of(program, world, turn)
    left = purse(program, world, response.role, drafts, lifted)
    refusal = _general(scene, response.measure, code, response.role, left)
    if refusal is not None:
        return refusal
    if response.target not in program.reach.get((response.measure, response.role), ()):
        return RefusalCode.wrong_target
    return _particular(scene, response.measure, response.role, response.target, drafts)


def _general(
    scene: Scene, number: int, code: MeasureCode, role: int, left: Purse
) -> RefusalCode | None:
    """What holds for every target: locks, actions, funds."""
    world = scene.world
    if _listed(world.voided, number, role):
        return RefusalCode.made_void
    if code.locked and not _listed(world.unlocked, number, role):
        return RefusalCode.not_unlocked
    if left.actions <= 0:
        return RefusalCode.no_actions_left
    if cost_of(code) > left.funds:
        return RefusalCode.not_enough_funds
    return None


def _particular(
    scene: Scene, number: int, role: int, target: int, drafts: tuple[Response, ...]
) -> RefusalCode | None:
    """What depends on the target: requirement, and whether it is chosen or in force already."""
    if any(d.role == role and d.measure == number and d.target == target for d in drafts):
        return RefusalCode.already_chosen
    if any(_is(m, number, role, target) for m in scene.world.in_force):
        return RefusalCode.already_chosen
    rivals = scene.program.rivals.get((role, number), ())
    if any(d.role == role and d.measure in rivals for d in drafts):
        return RefusalCode.ruled_out
    requires = scene.program.any_option(number, role, target).requires
    if requires is not None and not requires.holds(scene):
        return RefusalCode.requirement_not_met
    return None


def _is(measure: Measure, number: int, role: int, target: int) -> bool:
    return (measure.measure, measure.role, measure.target) == (number, role, target)


def _targets(scene: Scene, number: int, role: int, drafts: tuple[Response, ...]) -> Iterator[int]:
    for target in scene.program.reach.get((number, role), ()):
        if _particular(scene, number, role, target, drafts) is None:
            yield target


def _why_no_target(
    scene: Scene, number: int, role: int, drafts: tuple[Response, ...]
) -> RefusalCode:
    for target in scene.program.reach.get((number, role), ()):
        return _particular(scene, number, role, target, drafts) or RefusalCode.wrong_target
    return RefusalCode.wrong_target


def _listed(pairs: tuple[tuple[int, int], ...], number: int, role: int) -> bool:
    return (number, role) in pairs or (number, ANY) in pairs


def offered_to(program: Program, world: World, turn: int, role: int) -> dict[int, tuple[int, ...]]:
    """Return the measures that open injects offer to a role, with those injects."""
    offered: dict[int, tuple[int, ...]] = {}
    for number, (code, status) in enumerate(zip(program.injects, world.injects, strict=True)):
        if status.fired < 0 or turn - status.fired >= code.open_turns:
            continue
        for who, measure in code.offers:
            if who == role:
                offered[measure] = (*offered.get(measure, ()), number)
    return offered
