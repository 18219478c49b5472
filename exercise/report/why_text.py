"""Explanations as plain lines, for the terminal."""

from __future__ import annotations

from exercise.conduct.state import State
from exercise.engine.explain import WhyNot, points, signed
from exercise.engine.program import Program
from exercise.report.why import Explanation, Part, explain_rows, explain_silence, label_of, sentence
from exercise.report.words import Words, factor_words


def render_explanation(
    program: Program, state: State, turn: int, indicator: str, language: str = "en", most: int = 0
) -> str:
    """Return why a value changed in a turn, as plain lines; raises ExerciseError for an unknown turn or value."""
    return explanation_text(explain_rows(program, state, turn, indicator, language), language, most)


def render_silence(
    program: Program, state: State, turn: int, rule: str, language: str = "en"
) -> str:
    """Return why a rule was silent in a turn, as plain lines; raises ExerciseError for an unknown turn or rule."""
    return silence_text(program, explain_silence(program, state, turn, rule), language)


def explanation_text(explanation: Explanation, language: str = "en", most: int = 0) -> str:
    """Return an explanation as plain lines, largest parts first.

    Args:
        explanation: What to tell.
        language: Of the words.
        most: How many parts to tell one by one; the others are summed in one line. 0 for all.
    """
    words = Words(language)
    parts = sorted(explanation.rows, key=lambda part: -abs(part.amount))
    shown, rest = (parts[:most], parts[most:]) if most else (parts, [])
    lines = [
        words.say(
            "explain-head",
            label=explanation.label,
            turn=explanation.turn,
            before=points(explanation.before),
            after=points(explanation.after),
            change=signed(explanation.change),
        )
    ]
    for part in shown:
        lines.extend(_part_lines(part, words))
    if rest:
        total = signed(sum(part.amount for part in rest))
        lines.append(f"{total:>8}  " + words.say("explain-others", count=len(rest)))
    lines.append(f"{signed(explanation.change):>8}  " + words.say("explain-total"))
    return "\n".join(lines)


def _part_lines(part: Part, words: Words) -> list[str]:
    lines = [f"{signed(part.amount):>8}  {part.cause}"]
    return lines + [f"{'':>10}{detail}" for detail in part_details(part, words)]


def part_details(part: Part, words: Words) -> list[str]:
    """Return what there is to say of one part: rule, values read, factors, draw, note and source, a line each."""
    details = [sentence(part.kind, part.cause, part.why)]
    if part.slot:
        place = f", {part.place}" if part.place else ""
        details.append(
            words.say(
                "explain-row",
                slot=f"{part.slot}{place}",
                amount=signed(part.row_amount),
                turn=part.arose,
                rule=part.key,
            )
        )
    if part.reads:
        details.append(
            words.say(
                "explain-reads",
                values="; ".join(f"{label} {points(value)}" for label, value in part.reads),
            )
        )
    if part.factors:
        details.append(words.say("explain-factors", values=factor_words(part.factors)))
    if part.draw is not None:
        details.append(words.say("explain-draw", value=points(part.draw)))
    if part.note and part.kind == "ruling":
        details.append(words.say("explain-note", note=part.note))
    claims = f" ({', '.join(part.claims)})" if part.claims else ""
    details.append(words.say("explain-source", source=part.source + claims))
    return [detail for detail in details if detail]


def silence_text(program: Program, found: tuple[WhyNot, ...], language: str = "en") -> str:
    """Return why a rule was silent as plain lines, one expansion after the other."""
    words = Words(language)
    lines = []
    for answer in found:
        if answer.fired:
            lines.append(words.say("silence-fired", rule=answer.key))
            continue
        values = "; ".join(
            f"{label_of(program, slot, language)} {points(value)}" for slot, value in answer.reads
        )
        lines.append(words.say("silence-false", rule=answer.key, condition=answer.condition))
        if values:
            lines.append("    " + words.say("explain-reads", values=values))
    return "\n".join(lines)
