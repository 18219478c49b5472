"""What the studio lists and tells: parts of a scenario, its problems, its source, and what came of a dry run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content

from exercise.authoring.describe.entry import Chapter, Description, Entry
from exercise.authoring.describe.layout import joined
from exercise.authoring.dry_run import DryRun
from exercise.authoring.studio import Compiled, Look, Part
from exercise.catalogue import Catalogue
from exercise.engine.explain import points
from exercise.engine.prose import say
from exercise.errors import Problem, printable
from exercise.ui.signs import HEED, NOT_NOW
from exercise.ui.widgets.rows import Row


def part_rows(look: Look) -> Iterator[Row]:
    """Yield a row for each file and each entry, with how many problems it holds."""
    for part in look.parts:
        found = [problem for problem in look.problems if part.holds(problem)]
        text = Content(part.title) if part.section else Content.styled(part.title, "bold")
        mark = Content("  ") if part.section else Content()
        yield Row(part.name, text, mark=mark, right=_counts(found), short=True)


def _counts(problems: Sequence[Problem]) -> Content:
    errors = sum(one.severity == "error" for one in problems)
    warnings = len(problems) - errors
    parts = [(f"{NOT_NOW} {errors}", "$bad")] if errors else []
    parts += [(f"{HEED} {warnings}", "$warn")] if warnings else []
    return Content("  ").join([Content.styled(*part) for part in parts])


def problem_rows(look: Look) -> Iterator[Row]:
    """Yield a row for each problem: what is wrong and where."""
    for number, one in enumerate(look.problems):
        place = f"{one.file.rpartition('/')[2]}:{one.line}:{one.column}  {one.code}"
        yield Row(str(number), Content(one.message), mark=_sign(one), below=(place,))


def _sign(problem: Problem) -> Content:
    error = problem.severity == "error"
    return Content.styled(f"{NOT_NOW if error else HEED} ", "$bad" if error else "$warn")


def source_text(lines: Sequence[str], part: Part, problems: Iterable[Problem]) -> Content:
    """Return a part as it stands in its file, with every problem below the line it is about."""
    held = [one for one in problems if part.holds(one)]
    digits = len(str(part.last))
    told: list[Content] = []
    for number, line in enumerate(lines, part.line):
        here = [one for one in held if one.line == number]
        style = "bold" if here else ""
        told.append(Content.assemble((f"{number:>{digits}}  ", "$quiet"), (printable(line), style)))
        told += [
            Content.assemble(" " * (digits + 2), _sign(one), (one.message, "italic"))
            for one in here
        ]
    return Content("\n").join(told)


def entry_text(entry: Entry) -> Content:
    """Return one entry of a description, its title first."""
    parts = [Content.styled(entry.title, "bold $accent")]
    for fact in joined(entry):
        lines = [
            *(fact.text.split("\n\n") if fact.text else ()),
            *(f"• {item}" for item in fact.items),
        ]
        parts += [Content(" ".join(line.split())) for line in lines]
    return Content("\n").join(parts)


def description_text(described: Description) -> Content:
    """Return chapters of a description, each with its heading."""
    return Content("\n\n").join(
        [part for chapter in described.chapters for part in _chapter(chapter)]
    )


def _chapter(chapter: Chapter) -> Iterator[Content]:
    yield Content.styled(chapter.heading, "bold reverse")
    if chapter.lead:
        yield Content.styled(chapter.lead, "$quiet")
    group = ""
    for entry in chapter.entries:
        if entry.group and entry.group != group:
            group = entry.group
            yield Content.styled(group, "bold")
        yield entry_text(entry)


def course_text(compiled: Compiled) -> Content:
    """Return what comes when, and what leads to what."""
    entries = [entry for entry in compiled.entries if entry.section == "graph"]
    return Content("\n\n").join([entry_text(entry) for entry in entries])


def dry_text(words: Catalogue, compiled: Compiled, run: DryRun) -> Content:
    """Return what came of a dry run, turn by turn, and how it ended."""
    bundle = compiled.program.bundle

    def title(inject: str) -> str:
        return say(bundle, bundle.injects()[inject].title, words.language)

    parts = [Content.styled(words.say("app-studio-dry-lead", seed=str(run.seed)), "$quiet")]
    for turn in run.turns:
        head = words.say("app-studio-dry-turn", turn=str(turn.turn), time=turn.time)
        axes = words.say(
            "app-studio-dry-axes", security=points(turn.security), rights=points(turn.rights)
        )
        came = [Content(f"• {title(name)}") for name in turn.released]
        parts.append(Content("\n").join([Content.styled(head, "bold"), *came, Content(axes)]))
    never = [f"• {title(name)}" for name in run.never]
    parts.append(_listed(words.say("app-studio-dry-never"), never))
    crossed = [
        words.say(
            "app-studio-dry-crossed",
            turn=str(turn),
            name=say(bundle, bundle.red_lines()[line].name, words.language),
        )
        for turn, line in run.red_lines
    ]
    parts.append(_listed(words.say("app-studio-dry-red-lines"), crossed))
    ends = [f"• {gauge.label}: {gauge.band}" for gauge in (*run.axes, *run.gauges)]
    parts.append(_listed(words.say("app-studio-dry-end"), ends))
    return Content("\n\n").join([part for part in parts if part.plain])


def _listed(title: str, lines: Sequence[str]) -> Content:
    if not lines:
        return Content()
    return Content("\n").join([Content.styled(title, "bold"), *map(Content, lines)])


__all__ = [
    "course_text",
    "description_text",
    "dry_text",
    "entry_text",
    "part_rows",
    "problem_rows",
    "source_text",
]
