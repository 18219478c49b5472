"""What is handed out before an exercise and written after it: explanations, the after-action report, handouts.

Reads states and programs; changes nothing and decides nothing.
"""

from __future__ import annotations

from exercise.report.after_action import Particulars
from exercise.report.gather import facts_of
from exercise.report.handouts import write_handouts
from exercise.report.why import Explanation, explain_rows, explain_silence
from exercise.report.why_text import render_explanation, render_silence
from exercise.report.write import ReportFormat, write_report

__all__ = [
    "Explanation",
    "Particulars",
    "ReportFormat",
    "explain_rows",
    "explain_silence",
    "facts_of",
    "render_explanation",
    "render_silence",
    "write_handouts",
    "write_report",
]
