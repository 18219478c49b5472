"""The peak of this process's memory."""

from __future__ import annotations

import sys

__all__ = ["peak_bytes"]


def peak_bytes() -> int:
    """Return the most bytes this process has held in memory; always 0 on Windows, which does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
