"""What-ifs and decision impact as JSON, for other programs. Numbers are hundredths of a point."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import to_builtins

from exercise.analysis.fork import Dropped
from exercise.analysis.impact import Impact
from exercise.analysis.ledgers import BreachDifference, RowDifference
from exercise.analysis.whatif import AxisPaths, EndValue, WhatIf
from exercise.conduct.decided import Decided
from exercise.engine.program import Program
from exercise.journal.codec import kind_of
from exercise.report.what_if_words import Teller

__all__ = ["FORMAT", "impact_json", "what_if_json"]

FORMAT = 1


def what_if_json(program: Program, found: WhatIf, language: str = "en") -> str:
    """Return an answer as JSON text with a version; the parts of an axis point to the list of rows."""
    teller = Teller(program, language)
    rows = {id(one.row): number for number, one in enumerate(found.rows)}
    return _text(
        "what-if",
        teller,
        {
            "change": to_builtins(found.change),
            "record": _responses(teller, found.instead_of),
            "what_if": _responses(teller, found.decided),
            "stops": to_builtins(found.stops),
            "axes": [_axis(teller, axis, rows) for axis in found.axes],
            "values": [_value(teller, one) for one in found.values],
            "red_lines": [_breach(one) for one in found.breaches],
            "injects": {"record_only": found.injects[0], "what_if_only": found.injects[1]},
            "rows": [_row(teller, one) for one in found.rows],
            "first": list(range(len(found.first))),
            "dropped": [_dropped(teller, one) for one in found.dropped],
        },
    )


def impact_json(
    program: Program, found: Sequence[Impact], language: str = "en", complete: bool = True
) -> str:
    """Return impacts as JSON text, in the order given; changes are the record less the alternative."""
    teller = Teller(program, language)
    axes = tuple(program.bundle.model.axes())
    told = [
        {
            "turn": one.turn,
            "seat": one.seat,
            "record": _responses(teller, one.taken),
            "alternative": _responses(teller, one.alternative),
            "changes": dict(zip(axes, one.axes, strict=True)),
            "changes_at_endex": dict(zip(axes, one.at_end_ex, strict=True)),
            "dropped": one.dropped,
        }
        for one in found
    ]
    return _text("decision-impact", teller, {"complete": complete, "impacts": told})


def _text(kind: str, teller: Teller, facts: dict[str, Any]) -> str:
    head = {
        "format": FORMAT,
        "kind": kind,
        "language": teller.language,
        "unit": "hundredths of a point",
        "note": teller.say("model-says"),
    }
    return json.dumps({**head, **facts}, ensure_ascii=False, indent=1) + "\n"


def _responses(teller: Teller, decided: Iterable[Decided]) -> list[dict[str, str]]:
    return [
        {
            "id": one.id,
            "kind": one.kind,
            "measure": one.measure,
            "target": one.target,
            "label": teller.responses([one]),
        }
        for one in decided
    ]


def _axis(teller: Teller, axis: AxisPaths, rows: dict[int, int]) -> dict[str, Any]:
    return {
        "axis": axis.axis,
        "slot": teller.program.slots.name(axis.slot),
        "label": teller.label(axis.slot),
        "record": axis.actual,
        "what_if": axis.what_if,
        "change": axis.change,
        "parts": [
            {
                "amount": part.amount,
                "row": rows[id(part.row)] if part.row else None,
                "name": part.name,
            }
            for part in axis.parts
        ],
    }


def _value(teller: Teller, one: EndValue) -> dict[str, Any]:
    return {
        "slot": teller.program.slots.name(one.slot),
        "label": teller.label(one.slot),
        "record": one.actual,
        "what_if": one.what_if,
        "change": one.what_if - one.actual,
        "bands": one.bands,
    }


def _breach(one: BreachDifference) -> dict[str, Any]:
    breach = one.breach
    only = "record" if one.actual else "what_if"
    return {"line": breach.line, "place": breach.place, "turn": breach.turn, "only_in": only}


def _row(teller: Teller, one: RowDifference) -> dict[str, Any]:
    row, cause = one.row, one.row.cause
    return {
        "turn": row.turn,
        "stage": row.stage,
        "slot": teller.program.slots.name(row.slot),
        "label": teller.label(row.slot),
        "record": one.actual,
        "what_if": one.what_if,
        "change": row.amount,
        "cause": {
            "kind": cause.kind,
            "name": cause.name,
            "scope": cause.scope,
            "role": cause.role,
            "target": cause.target,
            "turn": cause.turn,
            "response": cause.response,
        },
        "why": teller.cause(row),
    }


def _dropped(teller: Teller, one: Dropped) -> dict[str, Any]:
    return {
        "turn": one.turn,
        "actor": one.actor,
        "command": kind_of(type(one.command)),
        "label": teller.act(one),
        "code": one.refusal.code.value,
        "why": teller.reason(one.refusal),
    }
