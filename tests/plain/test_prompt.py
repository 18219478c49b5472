"""The terminal gets text and nothing that it could obey."""

from __future__ import annotations

import io

import pytest

from exercise.plain.prompt import StdioConsole, safe, wrapped


class Stream(io.TextIOWrapper):
    """A text stream over bytes, with an encoding of choice."""

    def __init__(self, data: bytes = b"", encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(data), encoding=encoding)

    def said(self) -> str:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode(self.encoding)


class Interrupted(io.StringIO):
    def readline(self, *_: object) -> str:  # type: ignore[override]
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    "text",
    [
        "a\x1b[2Jb",
        "a\x1b]0;title\x07b",
        "a\x07b",
        "a\u202eb",
        "a\x9b31mb",
        "a\rb",
        "a\x08b",
        "a\u200bb",
    ],
)
def test_nothing_a_terminal_could_obey_is_written(text: str) -> None:
    target = Stream()
    StdioConsole(Stream(), target).write(text)
    assert set(target.said()) <= set("ab \n")


def test_markup_stays_what_was_typed() -> None:
    assert safe("[bold]x[/] <b> **y** {z} %s") == "[bold]x[/] <b> **y** {z} %s"


def test_lines_keep_their_indent_and_break_at_words() -> None:
    assert wrapped("  - one two three", 12) == "  - one two\n    three"
    assert wrapped("x" * 100, 20) == "x" * 100, "a path is never broken, so that it can be copied"


def test_what_the_terminal_cannot_show_becomes_a_question_mark() -> None:
    target = Stream(encoding="ascii")
    StdioConsole(Stream(), target).write("Таджикистан → ok")
    assert target.said().endswith("? ok\n")


def test_the_end_of_input_and_an_interrupt_end_the_conversation() -> None:
    for source in (Stream(), Interrupted()):
        with pytest.raises(EOFError):
            StdioConsole(source, Stream()).ask("?")


def test_an_answer_that_is_no_text_is_an_empty_one() -> None:
    console = StdioConsole(Stream(b"\xff\xfe\nnext\n"), Stream())
    assert console.ask("?") == ""


def test_answers_are_cleaned() -> None:
    assert StdioConsole(Stream(b"  done\x1b[A \n"), Stream()).ask("?") == "done"


def test_a_screen_is_always_filled() -> None:
    assert StdioConsole(Stream(), Stream()).screen_lines() >= 60


def test_hidden_input_falls_back_to_a_question_without_a_terminal() -> None:
    assert StdioConsole(Stream(b"77\n"), Stream()).ask_hidden("PIN") == "77"


def test_a_command_is_not_broken_into_lines() -> None:
    command = f'exercise resume --plain "{"/home/ann/exercises/" * 6}one.exercise"'
    assert wrapped(command, 40) == command
    assert "\n" in wrapped("An " + command, 40)
