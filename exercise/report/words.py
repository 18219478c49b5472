"""The words of reports and handouts: one Fluent file per language in ``exercise/locales/report``, English behind it."""

from __future__ import annotations

from exercise.catalogue import FALLBACK, look_up, speaks


class Words:
    """The words in one language."""

    folder = "report"
    """Where its files lie below ``exercise/locales``."""

    def __init__(self, language: str = FALLBACK) -> None:
        """Choose a language; where it has no word, English speaks."""
        self.language = language

    def say(self, key: str, **args: str | int) -> str:
        """Return a text with its values put in; raises KeyError where no language has it.

        Give ids, years and formatted numbers as text: a number chooses plural forms.
        """
        for language in dict.fromkeys((self.language, FALLBACK)):
            found = look_up(language, key, args, self.folder)
            if found is not None:
                return found
        raise KeyError(key)

    def turn(self, turn: int, time: str) -> str:
        """Return the heading of a turn, with its time in the story where there is one."""
        return (
            self.say("turn-title-time", turn=str(turn), time=time)
            if time
            else self.say("turn-title", turn=str(turn))
        )


class ViewWords(Words):
    """The words of the analytic views, which the app shows in its own languages."""

    folder = "views"

    @classmethod
    def of_report(cls, language: str) -> ViewWords:
        """Return them in the language that a report speaks, so that one report does not speak two."""
        return cls(language if speaks(language, Words.folder) else FALLBACK)


def factor_words(factors: tuple[tuple[str, int], ...]) -> str:
    """Return yield factors in words, such as ``fit 90 %, bundle 30 %``."""
    return ", ".join(f"{name.replace('_', ' ')} {percent} %" for name, percent in factors)
