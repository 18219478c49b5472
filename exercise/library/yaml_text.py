"""From bytes to text that is safe to parse: size, encoding, line ends, control characters.

Nothing here knows YAML's structure; Markdown prose goes through the same door.
"""

from __future__ import annotations

import re
import unicodedata

from exercise.errors import Problem, ScenarioError
from exercise.limits import MAX_FILE_BYTES, MAX_LINES, MAX_MARKS

# Beside control characters: what hides text, turns its direction, or breaks lines in some programs alone.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
_STACKED = re.compile(
    f"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{{{MAX_MARKS + 1}}}"
)
_COMMON = b"\t\n\r" + bytes(range(0x20, 0x7F))
"""What a text of ASCII may hold."""
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_text(data: bytes, file: str, most: int = MAX_FILE_BYTES) -> str:
    """Return the text of ``data``, without a byte order mark and with line feeds only.

    Args:
        data: The bytes of a file.
        file: Its name, for the message.
        most: How many bytes it may have.

    Raises:
        ScenarioError: Too many bytes, more than 100,000 lines, not UTF-8, or with a control character.
    """
    check_size(len(data), file, most)
    if data[:2] in _UTF16_MARKS or data[:2].count(0) == 1:
        raise failure(file, 1, 1, "this file is UTF-16; save it again as UTF-8", "encoding")
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error.start, file) from None
    check_characters(text, file)
    check_lines(text, file)
    return text


def clean_text(text: str, file: str) -> str:
    """Do for a text what ``read_text`` does for bytes, with the same limits.

    Raises:
        ScenarioError: More than 2 MiB as UTF-8 or 100,000 lines, or with a control character.
    """
    check_size(len(text), file)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    check_characters(text, file)
    check_size(len(text.encode("utf-8")), file)
    check_lines(text, file)
    return text


def check_size(size: int, file: str, most: int = MAX_FILE_BYTES) -> None:
    """Raise ScenarioError when ``size`` bytes are more than a file may have."""
    if size > most:
        short = f"{most // 2**20} MiB" if most >= 2**20 else f"{most // 2**10} KiB"
        message = f"this file has {size:,} bytes, at most {most:,} ({short}) are read; split it"
        raise failure(file, 1, 1, message, "file-too-large")


def check_lines(text: str, file: str) -> None:
    """Raise ScenarioError where ``text`` has more lines than a file may have."""
    if text.count("\n") > MAX_LINES:
        message = f"this file has more than {MAX_LINES:,} lines; split it"
        raise failure(file, MAX_LINES + 1, 1, message, "too-many-lines")


def check_characters(text: str, file: str) -> None:
    """Raise ScenarioError at the first character that has no place in a text file."""
    match = _first_forbidden(text)
    if match is None:
        return
    before = text[: match.start()]
    line, column = before.count("\n") + 1, match.start() - before.rfind("\n")
    source_line = text[before.rfind("\n") + 1 :].partition("\n")[0]
    message = f"{describe(match.group())} is not allowed in a text file; delete it"
    raise failure(file, line, column, message, "control-character", source_line)


def forbidden_in(text: str) -> str | None:
    """Return the first character of ``text``, or row of marks, that has no place in a text file, or None."""
    match = _first_forbidden(text)
    return match.group() if match else None


def _first_forbidden(text: str) -> re.Match[str] | None:
    # Most files are ASCII: that nothing but common characters is there, a table of them tells at a glance.
    if text.isascii():
        return _FORBIDDEN.search(text) if text.encode().translate(None, _COMMON) else None
    return _FORBIDDEN.search(text) or _STACKED.search(text)


def describe(character: str) -> str:
    """Return a readable name of one forbidden character, or of a row of marks, with its code point."""
    if len(character) > 1:
        return (
            f"a row of more than {MAX_MARKS} marks on one letter (U+{ord(character[0]):04X} first)"
        )
    code = f"U+{ord(character):04X}"
    if character == "\x00":
        return f"a NUL character ({code})"
    if unicodedata.category(character) == "Cc":
        return f"the control character {code}"
    return f"the invisible character {code}"


def _not_utf8(data: bytes, start: int, file: str) -> ScenarioError:
    begin = data.rfind(b"\n", 0, start) + 1
    column = len(data[begin:start].decode("utf-8")) + 1
    source_line = data[begin:].partition(b"\n")[0].decode("utf-8", "replace")
    message = f"the byte 0x{data[start]:02X} is not UTF-8; save the file again as UTF-8"
    line = data.count(b"\n", 0, start) + 1
    return failure(file, line, column, message, "encoding", source_line)


def failure(
    file: str, line: int, column: int, message: str, code: str, source_line: str = ""
) -> ScenarioError:
    """Return an error with one problem at one place."""
    return ScenarioError(
        [
            Problem(
                file=file,
                line=line,
                column=column,
                severity="error",
                message=message,
                code=code,
                source_line=source_line,
            )
        ]
    )
