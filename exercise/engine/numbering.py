"""Numbering the slots of a scenario: which there are, their bounds and starts, and whose card shows them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from exercise.engine.slots import DerivedSpec, SlotTable
from exercise.model.base import hundredths
from exercise.model.bundle import Bundle
from exercise.model.quantity import Quantity
from exercise.model.role import FRAMES
from exercise.model.setting import IssuePart

COMPONENTS: tuple[IssuePart, ...] = (
    "rhetoric",
    "linkage",
    "acceptance",
    "institutions",
    "money",
    "delivery",
)
TOP = 1_000_000
"""Upper bound of funds, pools and volumes, in hundredths: far above anything a scenario holds."""


def domain_members(bundle: Bundle) -> dict[str, tuple[str, ...]]:
    """Return the members of every domain a scope may name, in authored order."""
    scenario, model = bundle.scenario, bundle.model
    return {
        "state": scenario.states,
        "issue": tuple(model.issues),
        "role": tuple(place.role for place in scenario.places),
        "leg": tuple(leg for flow in model.flows.values() for leg in flow.legs),
        "frame": FRAMES,
        "agreement": tuple(bundle.agreements()),
        "audience": tuple(model.audiences),
        "pool": tuple(model.pools),
    }


def scope_keys(bundle: Bundle, scope: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the argument tuples of a scope; two equal states are no pair."""
    members = domain_members(bundle)
    for keys in product(*(members[domain] for domain in scope)):
        if not (len(keys) == 2 and scope[0] == scope[1] and keys[0] == keys[1]):
            yield keys


def build_slots(bundle: Bundle) -> SlotTable:
    """Return the slot table of a scenario on its model."""
    table = SlotTable()
    _add_quantities(table, bundle)
    _add_states(table, bundle)
    _add_roles(table, bundle)
    _add_issues(table, bundle)
    _add_flows_and_pools(table, bundle)
    _add_means(table, bundle)
    _add_evidence(table, bundle)
    _add_declared(table, bundle)
    return table


def _points(value: int) -> int:
    return value * 100


def _start(bundle: Bundle, family: str, keys: tuple[str, ...], default: int) -> int:
    for beginning in bundle.beginnings():
        given = beginning.starts.get(family)
        if isinstance(given, dict):
            for key in (*keys, "all"):
                if key in given:
                    return hundredths(given[key])
        elif given is not None:
            return hundredths(given)
    return default


def _quantity_start(quantity: Quantity, keys: tuple[str, ...]) -> int:
    for key in keys:
        if key in quantity.starts:
            return hundredths(quantity.starts[key])
    return hundredths(quantity.start)


def _card_readers(bundle: Bundle, family: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    readers = []
    for place in bundle.scenario.places:
        role = bundle.roles[place.role]
        own = keys == () or place.role in keys or (role.state is not None and role.state in keys)
        if family in role.card and own:
            readers.append(place.role)
    return tuple(readers)


def _add_quantities(table: SlotTable, bundle: Bundle) -> None:
    for family, quantity in bundle.model.quantities.items():
        table.scopes[family] = quantity.scope
        bounds = (_points(quantity.range[0]), _points(quantity.range[1]))
        for keys in scope_keys(bundle, quantity.scope):
            default = _quantity_start(quantity, keys)
            if quantity.scope == ("role",):
                default = hundredths(bundle.roles[keys[0]].parameters.get(family, quantity.start))
            table.add(
                family,
                keys,
                bounds,
                _start(bundle, family, keys, default),
                quantity.visibility,
                _card_readers(bundle, family, keys),
            )


def _add_states(table: SlotTable, bundle: Bundle) -> None:
    for family in ("willingness", "ability", "diverted"):
        table.scopes[family] = ("state",)
        for name in bundle.scenario.states:
            start = _points(getattr(bundle.model.states[name], family))
            table.add(
                family,
                (name,),
                (0, 10_000),
                _start(bundle, family, (name,), start),
                "control",
                _card_readers(bundle, family, (name,)),
            )


def _add_roles(table: SlotTable, bundle: Bundle) -> None:
    for place in bundle.scenario.places:
        role, keys = bundle.roles[place.role], (place.role,)
        for family, start, top in (
            ("funds", role.funds.start, TOP),
            ("actions", role.actions, 1000),
            ("delivery_cap", role.delivery_cap, 10_000),
            ("voice_weight", role.voice_weight, 10_000),
        ):
            table.scopes[family] = ("role",)
            readers = (
                keys if family in ("funds", "actions") else _card_readers(bundle, family, keys)
            )
            table.add(
                family,
                keys,
                (0, top),
                _start(bundle, family, keys, _points(start)),
                "control",
                readers,
            )
        table.scopes["concept"] = ("role", "frame")
        for frame, weight in role.concept.by_frame().items():
            table.add("concept", (place.role, frame), (0, 10_000), _points(weight), "control", keys)
    table.scopes["hearing"] = ("audience", "frame")
    for name, audience in bundle.model.audiences.items():
        for frame, weight in audience.concept.by_frame().items():
            table.add("hearing", (name, frame), (0, 10_000), _points(weight), "control")


def _issue_start(bundle: Bundle, issue: str, state: str, part: IssuePart, default: int) -> int:
    for beginning in bundle.beginnings():
        given = beginning.issues.get(issue, {})
        for key in (state, "all"):
            value = given.get(key, {}).get(part)
            if value is not None:
                return _points(FRAMES.index(value)) if isinstance(value, str) else hundredths(value)
    return default


def _add_issues(table: SlotTable, bundle: Bundle) -> None:
    for part in (*COMPONENTS, "level", "frame"):
        table.scopes[part] = ("issue", "state")
    table.scopes["frame_weight"] = ("issue", "state", "frame")
    for issue, card in bundle.model.issues.items():
        for state in bundle.scenario.states:
            keys = (issue, state)
            for part in COMPONENTS:
                start = hundredths(card.start[part]) if part in card.start else 0
                table.add(
                    part,
                    keys,
                    (0, 10_000),
                    _issue_start(bundle, issue, state, part, start),
                    "control",
                )
            level = _issue_start(bundle, issue, state, "level", _points(card.level))
            table.add("level", keys, (0, 400), level, "published")
            frame = _issue_start(bundle, issue, state, "frame", _points(FRAMES.index(card.frame)))
            table.add("frame", keys, (0, 300), frame, "published")
            for number, name in enumerate(FRAMES):
                weight = 1000 if frame == number * 100 else 0
                table.add("frame_weight", (*keys, name), (0, TOP), weight, "control")


def _add_flows_and_pools(table: SlotTable, bundle: Bundle) -> None:
    table.scopes["volume"] = table.scopes["capacity"] = ("leg",)
    for flow in bundle.model.flows.values():
        for leg, card in flow.legs.items():
            start = _start(bundle, "volume", (leg,), _points(card.start))
            table.add("volume", (leg,), (0, TOP), start, flow.visibility)
            room = _start(bundle, "capacity", (leg,), _points(card.capacity))
            table.add("capacity", (leg,), (0, TOP), room, "control")
    table.scopes["pool"] = ("pool",)
    for name, pool in bundle.model.pools.items():
        table.add(
            "pool",
            (name,),
            (0, TOP),
            _start(bundle, "pool", (name,), _points(pool.start)),
            "published",
        )


def _add_means(table: SlotTable, bundle: Bundle) -> None:
    """Give every state-scoped quantity its regional mean, under its bare name."""
    for family, quantity in bundle.model.quantities.items():
        if quantity.scope == ("state",):
            terms = tuple(
                (table.index[family, (name,)], bundle.model.states[name].weight)
                for name in bundle.scenario.states
            )
            number = table.size
            table.add_derived(
                DerivedSpec(number, family, (), "mean", terms, visibility=quantity.visibility)
            )


def _add_evidence(table: SlotTable, bundle: Bundle) -> None:
    for family in ("evidence", "strict", "loose", "gap"):
        table.scopes[family] = ("issue", "state")
    accepted = _points(bundle.model.scales.levels.accepted)
    for issue, card in bundle.model.issues.items():
        for state in bundle.scenario.states:
            keys = (issue, state)
            terms = tuple(
                (table.index.get((name, (state,)), table.index.get((name, ()), -1)), weight)
                for name, weight in card.evidence.items()
            )
            terms = tuple(term for term in terms if term[0] >= 0)
            table.add_derived(
                DerivedSpec(
                    table.size,
                    "evidence",
                    keys,
                    "mean",
                    terms,
                    shortfall=True,
                    visibility="control",
                )
            )
            pair = ((table.index["level", keys], 1), (table.index["acceptance", keys], 1))
            for kind in ("strict", "loose"):
                table.add_derived(
                    DerivedSpec(
                        table.size, kind, keys, kind, pair, accepted=accepted, visibility="control"
                    )
                )
            words = ((table.index["rhetoric", keys], 1), (table.index["delivery", keys], -1))
            table.add_derived(
                DerivedSpec(table.size, "gap", keys, "gap", words, visibility="control")
            )


def _add_declared(table: SlotTable, bundle: Bundle) -> None:
    for name, card in bundle.model.derived.items():
        terms = tuple(
            (table.index.get((term, ()), -1), weight) for term, weight in card.terms.items()
        )
        limit = None
        if card.limit is not None:
            watched = tuple(table.index.get((term, ()), -1) for term in card.limit.of)
            limit = (
                _points(card.limit.to),
                _points(card.limit.when_any_below),
                tuple(number for number in watched if number >= 0),
            )
        table.scopes[name] = ()
        table.add_derived(
            DerivedSpec(
                table.size,
                name,
                (),
                "mean",
                tuple(term for term in terms if term[0] >= 0),
                limit=limit,
            )
        )
