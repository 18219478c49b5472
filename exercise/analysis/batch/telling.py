"""A batch's summary as text for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from textwrap import fill

from msgspec import to_builtins

from exercise.analysis.batch.summary import BIN, Difference, OptionEffect, Seen, Summary
from exercise.catalogue import Catalogue
from exercise.engine.prose import name_of, say, slot_label
from exercise.model.bundle import Bundle

FORMAT = 1
WIDTH = 100
SHOWN = 20
"""Options that the text tells of; the JSON has all."""
_BAR = 20
"""Signs of the longest bar of a picture."""


def as_json(summary: Summary) -> str:
    """Return a summary as JSON text with a version; the same batch gives the same bytes."""
    head = {"format": FORMAT, "kind": "simulation", "unit": "hundredths of a point"}
    return json.dumps({**head, **to_builtins(summary)}, ensure_ascii=False, indent=1) + "\n"


def as_text(summary: Summary, bundle: Bundle, language: str) -> str:
    """Return a summary as a page of text.

    Args:
        summary: What a batch says.
        bundle: The scenario, for its names.
        language: Of the words and of the scenario's texts.
    """
    return "\n".join(_Page(summary, bundle, language).lines()) + "\n"


class _Page:
    def __init__(self, summary: Summary, bundle: Bundle, language: str) -> None:
        self.summary, self.bundle, self.language = summary, bundle, language
        self.say = Catalogue(language, "simulate").say
        self.axes: dict[str, str] = {
            axis: slot_label(bundle, name, (), language)
            for axis, name in bundle.model.axes().items()
        }
        self.width = max(18, *(len(label) for label in self.axes.values()), _BAR + 8) + 2

    def lines(self) -> Iterator[str]:
        """Yield the page line by line."""
        yield from self._head()
        for key, part in (
            ("axes", self._axes),
            ("bars", self._bars),
            ("options", self._options),
            ("red-lines", self._red_lines),
            ("injects", self._injects),
        ):
            yield from ("", self.say(key), *(f"  {line}" for line in part()))
        yield from ("", self.say("never", runs=str(self.summary.runs)))
        yield from self._never()

    def _head(self) -> Iterator[str]:
        summary, runs = self.summary, str(self.summary.runs)
        title = say(self.bundle, self.bundle.scenario.title, self.language)
        yield self.say(
            "heading", title=title, runs=runs, seed=str(summary.seed), preset=summary.preset
        )
        if summary.runs < summary.asked:
            yield self.say("interrupted", runs=runs, asked=str(summary.asked))
        yield self.say(f"policy-{summary.policy}")
        if summary.dropped:
            yield self.say("dropped", count=summary.dropped)
        yield self.say("model-output")
        yield self.say("checked", count=summary.checked)

    def _columns(self, cells: dict[str, str]) -> str:
        return "".join(cells[axis].ljust(self.width) for axis in self.axes)

    def _axes(self) -> Iterator[str]:
        first = max(len(self.say(key)) for key in ("mean", "low", "middle", "high")) + 2
        yield " " * first + self._columns(self.axes).rstrip()
        for key in ("mean", "low", "middle", "high"):
            values = {
                axis: f"{getattr(spread, key) / 100:.2f}"
                for axis, spread in self.summary.axes.items()
            }
            yield self.say(key).ljust(first) + self._columns(values).rstrip()

    def _bars(self) -> Iterator[str]:
        spreads = self.summary.axes
        most = max(runs for spread in spreads.values() for _, runs in spread.bins)
        yield " " * 9 + self._columns(self.axes).rstrip()
        for number, (low, _) in enumerate(next(iter(spreads.values())).bins):
            cells = {
                axis: self._bar(spread.bins[number][1], most) for axis, spread in spreads.items()
            }
            yield f"{low // 100:>3}-{(low + BIN) // 100:<5}" + self._columns(cells).rstrip()

    def _bar(self, runs: int, most: int) -> str:
        length = -(-runs * _BAR // most)
        return f"{'#' * length:<{_BAR}} {self._share(runs) if runs else '':>6}"

    def _share(self, runs: int) -> str:
        share = 100 * runs / self.summary.runs
        return f"{share:.1f} %" if share >= 0.1 else "<0.1 %"

    def _options(self) -> Iterator[str]:
        options = self.summary.options
        if not options:
            yield from self._wrapped("options-none")
            return
        yield from self._wrapped("options-how")
        yield f"{self._columns(self.axes)}{self.say('playthroughs'):>13}  {self.say('measure')}"
        for option in options[:SHOWN]:
            yield self._option(option)
        if len(options) > SHOWN:
            yield self.say("options-more", count=len(options) - SHOWN)
        if self.summary.few:
            yield self.say("options-few", count=self.summary.few)

    def _option(self, option: OptionEffect) -> str:
        cells = {axis: _difference(found) for axis, found in option.axes.items()}
        who = name_of(self.bundle, option.role, self.language)
        return f"{self._columns(cells)}{option.runs:>13}  {who}: {self._measure(option.measure)}"

    def _measure(self, name: str) -> str:
        return say(self.bundle, self.bundle.measures()[name].name, self.language)

    def _red_lines(self) -> Iterator[str]:
        cards = self.bundle.red_lines()
        for line in sorted(self.summary.red_lines, key=_oftener):
            yield self.say(
                "red-line",
                share=self._share(line.runs),
                times=str(line.times),
                name=say(self.bundle, cards[line.name].name, self.language),
            )
        if not self.summary.red_lines:
            yield self.say("red-lines-none")

    def _injects(self) -> Iterator[str]:
        cards = self.bundle.injects()
        for inject in sorted(self.summary.injects, key=_oftener):
            title = say(self.bundle, cards[inject.name].title, self.language)
            share = self._share(inject.runs)
            yield self.say("inject", share=share, name=inject.name, title=title)

    def _never(self) -> Iterator[str]:
        never = self.summary.never
        if never.injects or never.rules or never.options:
            yield from self._wrapped("never-proof")
        else:
            yield f"  {self.say('never-nothing')}"
        for key, names in (
            ("never-injects", never.injects),
            ("never-held", never.held),
            ("never-rules", never.rules),
        ):
            if names:
                yield from self._wrapped(key, names=", ".join(names))
        for role, options in groupby(never.options, key=lambda option: option[0]):
            names = tuple(self._measure(measure) for _, measure in options)
            who = name_of(self.bundle, role, self.language)
            yield from self._wrapped("never-options", role=who, names="; ".join(names))

    def _wrapped(self, key: str, **values: str) -> Iterator[str]:
        text = self.say(key, **values)
        yield from fill(
            text, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
        ).splitlines()


def _difference(found: Difference) -> str:
    effect, low, high = (f"{value / 100:+.2f}" for value in (found.effect, found.low, found.high))
    return f"{effect} [{low}, {high}]"


def _oftener(seen: Seen) -> int:
    return -seen.runs


__all__ = ["as_json", "as_text"]
