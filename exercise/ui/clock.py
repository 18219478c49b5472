"""A countdown for a phase, on the facilitator's request: it informs and never acts."""

from __future__ import annotations

from collections.abc import Callable


class PhaseClock:
    """Time left in a phase, as far as somebody set one."""

    def __init__(self, seconds_now: Callable[[], float]) -> None:
        """Take a clock that only runs forward, in seconds."""
        self._now = seconds_now
        self._ends: float | None = None
        self._left: float | None = None

    @property
    def running(self) -> bool:
        """Whether time passes now."""
        return self._ends is not None

    def start(self, minutes: int) -> None:
        """Count down from so many minutes."""
        self._left, self._ends = None, self._now() + minutes * 60

    def stop(self) -> None:
        """Have no countdown."""
        self._left = self._ends = None

    def pause(self) -> None:
        """Stand still, where it runs."""
        if self._ends is not None:
            self._left, self._ends = self._ends - self._now(), None

    def resume(self) -> None:
        """Go on, where it stood still."""
        if self._left is not None:
            self._ends, self._left = self._now() + self._left, None

    def text(self) -> str:
        """Return minutes and seconds left, with a minus once time is over; nothing without a countdown."""
        left = self._left if self._ends is None else self._ends - self._now()
        if left is None:
            return ""
        minutes, seconds = divmod(abs(round(left)), 60)
        return f"{'-' if left < 0 else ''}{minutes}:{seconds:02}"


__all__ = ["PhaseClock"]
