"""Refusing YAML directives before the parser sees them.

libyaml compares every %TAG line with all others before it reports anything, so a file of them would hold the reader for
minutes: none may reach the parser.
"""

from __future__ import annotations

from exercise.library.yaml_text import failure

__all__ = ["refuse_directives"]


def refuse_directives(text: str, file: str) -> None:
    """Raise ScenarioError at the first line of a text that begins with ``%``.

    Args:
        text: Of a whole file, its lines ended by line feeds.
        file: Its name, for the message.
    """
    at = 0 if text.startswith("%") else text.find("\n%") + 1
    if at == 0 and not text.startswith("%"):
        return
    line = text.count("\n", 0, at)
    message = "a line cannot begin with %, a YAML directive; delete it, or indent it if it is text"
    source_line = text[at:].partition("\n")[0]
    raise failure(file, line + 1, 1, message, "directive", source_line)
