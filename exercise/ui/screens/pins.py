"""Setting a PIN, which is asked for when the keyboard is passed; it is kept in memory only."""

from __future__ import annotations

from exercise.ui.screens.at_table import TableScreen


def set_pin(screen: TableScreen, actor: str) -> None:
    """Ask for a PIN twice and set it; an empty one removes it."""
    from exercise.ui.screens.ask import AskSheet

    table, words = screen.table, screen.words
    title = table.word("app-pin-of", who=table.name(actor))

    def first(typed: str | None) -> None:
        if typed == "":
            table.pins.pop(actor, None)
            screen.answer(table.word("app-pin-none"))
        elif typed is not None:
            again = AskSheet(words, title, table.word("app-pin-again"), hidden=True)
            screen.app.push_screen(again, lambda second: compared(typed, second))

    def compared(typed: str, second: str | None) -> None:
        if typed == second:
            table.pins[actor] = typed
            screen.answer(table.word("app-pin-set"))
        else:
            screen.answer(table.word("app-pin-differs"), refused=True)

    question = table.word("app-pin-new")
    screen.app.push_screen(AskSheet(words, title, question, hidden=True, optional=True), first)


__all__ = ["set_pin"]
