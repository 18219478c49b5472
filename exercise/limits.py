"""How large input may be: every limit on what people and strangers hand in, in one place, each with its reason.

The limits leave room for several times what an exercise in a room can hold (200 injects, 300 rules, 60 states) and stop
what is made to waste time or memory: a refusal takes at most 50 ms, 0.2 s for each mebibyte given, and 32 MiB of
memory. ``docs/limits.md`` tells authors of them. Sizes are in bytes, lengths in characters.
"""

from __future__ import annotations

__all__ = [
    "FREE_VALUES",
    "MAX_ALL_EXPANSIONS",
    "MAX_ALL_REPEATS",
    "MAX_COLUMNS",
    "MAX_CONDITION",
    "MAX_CONDITION_DEPTH",
    "MAX_CONDITION_PARTS",
    "MAX_DEPTH",
    "MAX_ENTRIES",
    "MAX_EXPANSIONS",
    "MAX_FIELDS",
    "MAX_FILES",
    "MAX_FILE_BYTES",
    "MAX_FOLDER_BYTES",
    "MAX_FOLDER_VALUES",
    "MAX_HINTS",
    "MAX_KEY",
    "MAX_LINES",
    "MAX_MARKS",
    "MAX_MEMBERS",
    "MAX_NOTE_BYTES",
    "MAX_OFFERED",
    "MAX_OPTIONS",
    "MAX_PACK_BYTES",
    "MAX_PACK_FILES",
    "MAX_PROBLEMS",
    "MAX_REPEATS",
    "MAX_ROWS",
    "MAX_SCOPE",
    "MAX_SHEET_BYTES",
    "MAX_SHEET_MARKUP",
    "MAX_SHEET_PARTS",
    "MAX_SLOTS",
    "MAX_TABLE_BYTES",
    "MAX_TEXT",
    "MAX_VALUES",
    "MAX_VARIABLES",
    "MIN_BYTES_PER_VALUE",
    "most_values",
]

_MEBIBYTE = 1024 * 1024

# --- one text file -----------------------------------------------------------------------------------

MAX_FILE_BYTES = 2 * _MEBIBYTE
"""Of a YAML file: twenty times the largest that is shipped."""
MAX_NOTE_BYTES = 256 * 1024
"""Of a Markdown file: a hundred pages."""
MAX_LINES = 100_000
"""Of a file; each line is kept, to show where a mistake is."""
MAX_MARKS = 8
"""Accents and other marks on one letter: more are no script, they only cover what stands around them."""
MAX_VALUES = 40_000
"""Keys and values in a YAML file: each costs time and some 200 bytes of memory, however short it is."""
FREE_VALUES = 7_000
"""Keys and values that any file may have, and a folder twice as many."""
MIN_BYTES_PER_VALUE = 20
"""Characters that each further one stands for, as in rules and injects that people write: a file of nothing but commas
is not taken for a scenario. Lists of short values, such as the cases of a scenario, are what there can be least of."""
MAX_DEPTH = 20
"""Of values inside values; the reader calls itself once for each."""
MAX_ENTRIES = 1_000
"""Of one list or mapping, such as the injects of a scenario."""
MAX_KEY = 200
"""Length of a key; names have at most 60."""
MAX_TEXT = 20_000
"""Length of one value; longer prose has a place in Markdown files."""

# --- a folder ----------------------------------------------------------------------------------------

MAX_FILES = 300
"""Files that are read of one folder."""
MAX_FOLDER_BYTES = 4 * _MEBIBYTE
"""Of all files of one folder: many files, each as large as allowed, would fill the memory as well."""
MAX_FOLDER_VALUES = 100_000
"""Of all YAML files of one folder, for the same reason."""

# --- what is told ------------------------------------------------------------------------------------

MAX_PROBLEMS = 50
"""Problems of one kind of check that are told; whoever has more mends these first."""
MAX_HINTS = 20
"""Problems told with the nearest known name; looking for it costs more than finding the mistake."""

# --- a scenario --------------------------------------------------------------------------------------

MAX_MEMBERS = 60
"""States in play, places at the table, issues: everything that is kept by state or issue grows with them."""
MAX_OFFERED = 40
"""Measures in one offer: whoever answers reads all of them."""
MAX_SCOPE = 3
"""Domains in the scope of an indicator or a flag."""
MAX_SLOTS = 40_000
"""Values that one name, or all names together, can stand for."""
MAX_VARIABLES = 4
"""Variables in the ``for`` of a rule."""
MAX_EXPANSIONS = 4_000
"""Times that one rule is repeated by its ``for``: once for each pair of 60 states."""
MAX_ALL_EXPANSIONS = 12_000
"""Times that all rules are repeated together."""
MAX_OPTIONS = 20_000
"""Ways to use a measure: one for each role, target and, where it matters, issue."""
MAX_REPEATS = 4_000
"""Times that the parts of one condition or amount are written out, for counts and sums over many members."""
MAX_ALL_REPEATS = 100_000
"""Times that the parts of all conditions and amounts are written out together."""

# --- conditions and amounts --------------------------------------------------------------------------

MAX_CONDITION = 500
"""Length of a condition or an amount: five lines."""
MAX_CONDITION_DEPTH = 20
"""Of brackets, calls, ``not`` and minus signs in it; the parser calls itself for each."""
MAX_CONDITION_PARTS = 120
"""Numbers, names and signs in it; a condition costs as much whenever it is looked at."""

# --- packs and sheets --------------------------------------------------------------------------------

MAX_PACK_BYTES = 8 * _MEBIBYTE
"""Of a pack, and of all its files together."""
MAX_PACK_FILES = 500
"""Files in a pack, the manifest included."""
MAX_SHEET_BYTES = 8 * _MEBIBYTE
"""Of a workbook, packed or unpacked."""
MAX_TABLE_BYTES = 2 * _MEBIBYTE
"""Of a .csv file; it becomes some ten times larger in memory."""
MAX_ROWS = 1_000
"""Of a sheet; every row is compared with the scenario."""
MAX_COLUMNS = 60
"""Of a sheet that are read."""
MAX_FIELDS = 5_000
"""Of a row of a .csv file, read or not."""
MAX_SHEET_PARTS = 500
"""Parts of a workbook, which is an archive of XML files."""
MAX_SHEET_MARKUP = 250_000
"""Tags in the XML of a workbook: 1,000 rows of 60 columns. The size does not show them, for they shrink to nothing."""


def most_values(size: int, most: int = MAX_VALUES, free: int = FREE_VALUES) -> int:
    """Return how many keys and values text of a size may hold.

    Args:
        size: In characters.
        most: Never more than these.
        free: So many at any size.
    """
    return min(most, free + size // MIN_BYTES_PER_VALUE)
