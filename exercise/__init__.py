"""A tabletop exercise engine for border and migration training."""

from __future__ import annotations

__version__ = "0.1.0"
