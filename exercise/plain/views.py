"""The analytic views, line by line: every row of a table is one line that names its columns."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.plain.table import Table
from exercise.report import document
from exercise.report.facts import Facts
from exercise.report.view_page import View
from exercise.report.views import fact_views, judged
from exercise.report.words import ViewWords


def tell_views(table: Table, facts: Facts, rest: str) -> None:
    """List the views, what is before what ought to be; or tell one in full.

    Args:
        table: The table; its exercise is over.
        facts: Of the exercise.
        rest: Number or name of a view; empty for the list.
    """
    language, talk, session = table.language, table.talk, table.session
    is_ = fact_views(facts.views, facts.referents, facts.pipeline, language)
    views = (*is_, judged(session.program, session.state, language))
    if rest:
        name = talk.pick("plain-views-hint", [(view.name, view.title) for view in views], rest)
        talk.write(*view_lines(next(view for view in views if view.name == name)))
        return
    words = ViewWords(language)
    for number, view in enumerate(views, 1):
        if number in (1, len(views)):
            talk.write(words.say("view-is" if number == 1 else "view-ought"))
        talk.say("plain-view-line", number=str(number), title=view.title, finding=view.finding)
    talk.say("plain-views-hint")


def view_lines(view: View) -> Iterator[str]:
    """Yield a view line by line."""
    yield f"{view.title}: {view.finding}"
    for block in view.blocks:
        if isinstance(block, document.Table):
            yield from _table(block)
        else:
            yield f"{block.lead}: {block.text}" if block.lead else block.text


def _table(table: document.Table) -> Iterator[str]:
    if table.caption:
        yield table.caption
    head = ""
    for row in table.rows:
        head = row[0] or head
        told = (
            f"{name} {cell}" for name, cell in zip(table.columns[1:], row[1:], strict=True) if cell
        )
        yield f"  {head}: {'; '.join(told)}"


__all__ = ["tell_views", "view_lines"]
