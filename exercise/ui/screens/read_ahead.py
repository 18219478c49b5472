"""The paper that everybody reads before StartEx."""

from __future__ import annotations

from textual.content import Content

from exercise.engine.prose import say
from exercise.table.lines import paper_lines
from exercise.table.table import Table
from exercise.ui.screens.read import ReadSheet


class ReadAheadSheet(ReadSheet):
    """The scenario's concept note, and the notice that values are parameters of an exercise."""

    purpose = "app-purpose-read-ahead"

    def __init__(self, table: Table) -> None:
        """Take the paper from the scenario."""
        bundle = table.session.program.bundle
        text = bundle.scenario.texts.get(bundle.scenario.concept_note, "")
        paper = paper_lines(say(bundle, text, table.language))
        lines = [Content.styled(one.text, "bold" if one.heading else "") for one in paper]
        super().__init__(
            table.catalogue,
            table.word("app-read-ahead"),
            Content("\n").join([*lines, Content(), Content(table.room().notice)]),
        )


__all__ = ["ReadAheadSheet"]
