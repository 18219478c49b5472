"""Values, places and moments as sentences: bands and arrows in words, numbers only where a view holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from exercise.conduct.decided import Decided
from exercise.conduct.view import (
    Change,
    Common,
    Gauge,
    IssueView,
    PublicAct,
    SeatView,
    StandingMeasure,
)
from exercise.engine.explain import points
from exercise.engine.prose import say
from exercise.table.matching import begins
from exercise.table.sources import source_words
from exercise.table.table import Table


def moment_line(table: Table, room: Common) -> str:
    """Return where the exercise stands: turn, story time and phase."""
    phase = table.word(f"phase-{room.phase.value}")
    if room.phase.value in ("lobby", "briefing", "hot_wash", "closed"):
        return table.word("told-moment-outside", title=room.title, phase=phase)
    return table.word(
        "told-moment", title=room.title, turn=str(room.turn), turns=str(room.turns), phase=phase,
        story=room.story_time or table.word("told-no-story-time"),
    )  # fmt: skip


_EMPHASIS = re.compile(r"(\*\*|\*|\b__|\b_)(?=\S)(.+?)(?<=\S)\1(?!\w)")


_PAPERS = ("paper", "revision")


def gauge_line(table: Table, gauge: Gauge) -> str:
    """Return a value as a band and an arrow in words, with its number where the view has one."""
    label = gauge.label if gauge.family in ("card", "axis") else table.label_with_region(gauge.slot)
    return table.word(
        "told-gauge" if gauge.exact is None else "told-gauge-exact", label=label, band=gauge.band,
        arrow=arrow_words(table, gauge), value="" if gauge.exact is None else points(gauge.exact),
    )  # fmt: skip


def arrow_words(table: Table, gauge: Gauge) -> str:
    """Return an arrow in words, and whether it is for the better where that is known."""
    words = table.word(f"arrow-{gauge.arrow}")
    if gauge.arrow == "flat" or gauge.good == "neutral" or gauge.family == "axis":
        return words
    rises = gauge.arrow in ("up", "up2")
    key = "told-for-better" if rises == (gauge.good == "better") else "told-for-worse"
    return f"{words}, {table.word(key)}"


def axes_lines(table: Table, room: Common) -> tuple[str, ...]:
    """Return security and rights, side by side and never added up; or that they are hidden."""
    if room.scores_hidden:
        return (table.word("told-scores-hidden"),)
    return tuple(gauge_line(table, gauge) for gauge in room.axes)


def change_line(
    table: Table, change: Change, source: bool = False, places: Sequence[str] = ()
) -> str:
    """Return one cause of a change in size words; a cause that is not open stays unnamed.

    Args:
        table: The table.
        change: What moved, and why.
        source: Whether to name the source.
        places: All places in which the same holds.
    """
    label = table.label(change.slot)
    if len(places) > 1:
        label = f"{table.label(change.slot.partition('[')[0])}, {places_named(table, places)},"
    moved = table.word(
        "told-change", label=label, way=table.word("told-rose" if change.up else "told-fell"),
        size=table.word(f"size-{change.size}"),
        good=table.word("told-for-better" if change.better else "told-for-worse"),
    )  # fmt: skip
    named = source_words(table, change.source) if source else ""
    told = table.word("told-source", source=named) if named else ""
    return " ".join(part for part in (moved, cause_sentence(table, change), told) if part)


def cause_sentence(table: Table, change: Change) -> str:
    """Return what moved a value, as a sentence to stand beside the value's name; a cause not open stays unnamed."""
    why = change.why or table.word("told-undisclosed")
    if change.kind == "rule" and change.place:
        # The value is named with its place already.
        why = why.removeprefix(f"{table.name(change.place)}: ")
    if change.kind == "ruling":
        why = f"{table.word('cause-ruling').capitalize()}: {why}"
    return sentence(why)


def sentence(text: str) -> str:
    """Return a text that ends like a sentence."""
    return text if not text or text[-1] in ".!?…" else f"{text}."


def issue_lines(table: Table, issues: Iterable[IssueView]) -> tuple[str, ...]:
    """Return how high issues stand and in which frame; places where both are the same share a line."""
    places: dict[tuple[str, int, str], list[str]] = {}
    for issue in issues:
        places.setdefault((issue.label, issue.level, issue.frame), []).append(issue.place)
    return tuple(
        table.word(
            "told-issue", label=label, place=places_named(table, where), level=str(level),
            frame=table.word(f"frame-{frame}"),
        )
        for (label, level, frame), where in places.items()
    )  # fmt: skip


def places_named(table: Table, places: Sequence[str]) -> str:
    """Return the names of places; all states of the scenario in two words."""
    states = table.session.program.bundle.scenario.states
    if len(states) > 2 and set(states) <= set(places):
        return table.word("told-all-states")
    return ", ".join(table.name(place) for place in places)


def record_line(table: Table, act: PublicAct) -> str:
    """Return a line of the public record; of a statement also issue, frame, audiences and words."""
    if act.kind == "breach" and not act.who:
        return table.word("record-breach-anywhere", turn=str(act.turn), text=act.text)
    # A paper handed in at the briefing belongs to no turn.
    kind = f"{act.kind}-before" if act.kind in _PAPERS and not act.turn else act.kind
    line = table.word(
        f"record-{kind}", turn=str(act.turn), who=table.name(act.who) if act.who else "",
        text=act.text.rstrip(".") if act.kind != "agreement" else sentence(act.text),
        about=str(act.about),
    )  # fmt: skip
    if act.kind != "statement":
        return line
    about = table.word(
        "record-statement-about", issue=act.issue, frame=table.word(f"frame-{act.frame}"),
        audiences=", ".join(act.audiences),
    )  # fmt: skip
    words = table.word("record-statement-words", words=act.words) if act.words else ""
    return " ".join(part for part in (line, about, words) if part)


def decided_line(table: Table, decided: Decided) -> str:
    """Return a response of one's own in one line."""
    if decided.kind == "free":
        return table.word("told-decided-free", text=decided.text)
    parts = [measure_name(table, decided.measure)]
    if decided.target and decided.target != decided.role:
        parts.append(table.word("told-decided-target", target=table.name(decided.target)))
    if decided.kind == "statement":
        parts.append(table.word(f"frame-{decided.frame}"))
    if decided.reason:
        parts.append(table.word("told-decided-reason", reason=decided.reason))
    return "; ".join(parts)


def standing_name(table: Table, measure: StandingMeasure) -> str:
    """Return a lasting measure with its target, where that is not who took it."""
    if not measure.place or measure.place == measure.role:
        return measure.name
    return f"{measure.name}, {table.word('told-decided-target', target=table.name(measure.place))}"


def measure_name(table: Table, slug: str) -> str:
    """Return what a measure is called."""
    bundle = table.session.program.bundle
    return say(bundle, bundle.measures()[slug].name, table.language)


def find_gauges(table: Table, gauges: Sequence[Gauge], typed: str) -> tuple[Gauge, ...]:
    """Return the values whose label or name holds every word typed, as beginnings of its words."""
    found = [g for g in gauges if begins(f"{g.slot} {g.label} {table.label(g.slot)}", typed)]
    exact = [
        g for g in found if typed.strip().casefold() in (g.slot.casefold(), g.label.casefold())
    ]
    return tuple(exact if len(exact) == 1 else found)


def task_lines(table: Table, view: SeatView) -> tuple[str, ...]:
    """Return what the person at a seat does in a turn, with whom and with what."""
    word, room = table.word, view.common
    names = dict(room.roles)
    others = [
        names[seat.role]
        for seat in room.seats
        if seat.role != view.role and seat.holder != "vacant"
    ]
    income = table.session.program.bundle.roles[view.role].funds.income
    choose = word(
        "told-task-choose", turns=str(room.turns), actions=view.actions_total,
        funds=points(view.funds), income=str(income),
    )  # fmt: skip
    return (
        word("told-task-talk", names=", ".join(others)) if others else word("told-task-alone"),
        *([choose] if view.actions_total else []),
        *([word("told-task-texts")] if view.agreements else []),
        *([word("told-task-red-lines")] if view.card.red_lines else []),
        word("told-task-after"),
    )


def planned_minutes(table: Table) -> int:
    """Return how many minutes the scenario plans for the present phase; 0 where it plans none."""
    planned = table.session.program.bundle.scenario.phase_minutes
    return next((minutes for phase, minutes in planned.items() if phase == table.phase()), 0)


class PaperLine(Struct, frozen=True):
    """One line of a paper: a paragraph, an item, a heading, or nothing between two of them."""

    text: str
    heading: bool = False


def paper_lines(text: str) -> tuple[PaperLine, ...]:
    """Return a Markdown text as paragraphs on one line each, without the marks of headings and emphasis."""
    lines: list[PaperLine] = []
    for raw in _EMPHASIS.sub(r"\2", text).splitlines():
        line = raw.strip()
        if line.startswith("#"):
            lines += [PaperLine(line.lstrip("#").strip(), heading=True), PaperLine("")]
        elif not line or _is_item(line) or not lines or not lines[-1].text:
            lines.append(PaperLine(line))
        else:
            lines[-1] = PaperLine(f"{lines[-1].text} {line}")
    return tuple(line for n, line in enumerate(lines) if line.text or (n and lines[n - 1].text))


def _is_item(line: str) -> bool:
    head, _, rest = line.partition(" ")
    return bool(rest) and (head in ("-", "*") or (head[:-1].isdecimal() and head[-1] in ".)"))


__all__ = [
    "PaperLine", "arrow_words", "axes_lines", "change_line", "decided_line", "find_gauges", "gauge_line", "issue_lines",
    "measure_name", "moment_line", "paper_lines", "places_named", "planned_minutes", "record_line", "sentence",
    "standing_name",
]  # fmt: skip
