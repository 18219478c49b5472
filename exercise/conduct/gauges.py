"""Showing values: bands, arrows, and intervals where data are poor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercise.conduct.state import State
from exercise.conduct.view import Arrow, Gauge, Good
from exercise.engine.dice import draw, purpose
from exercise.engine.program import Program
from exercise.engine.prose import name_of, say, slot_label
from exercise.model.pack import Band

AXES = ("security", "rights")
_STRONG = 500
_SLIGHT = 50


def public_snapshot(program: Program, base: Sequence[int]) -> tuple[int, ...]:
    """Return a snapshot in which hidden slots stand at their published start.

    What seats see of a derived value is computed from it, so that no hidden number shows through a mean.
    """
    shown = tuple(
        value if spec.visibility == "published" else spec.start
        for spec, value in zip(program.slots.base, base, strict=True)
    )
    return program.settle(shown)


class Display:
    """How one reader sees the values of an exercise."""

    def __init__(self, program: Program, state: State, language: str, exact: bool) -> None:
        """Take the values once.

        Args:
            program: The Program.
            state: The exercise.
            language: Of labels.
            exact: Whether the reader may have numbers: the facilitator, and everybody from EndEx on.
        """
        self.program, self.state, self.language, self.exact = program, state, language, exact
        count = len(program.slots.base)
        if exact:
            self.now = program.settle(state.world.values)
            self.last, self.before = state.world.settled, state.world.before
        else:
            self.now = public_snapshot(program, state.world.values)
            self.last = public_snapshot(program, state.world.settled[:count])
            self.before = public_snapshot(program, state.world.before[:count])

    def published(self) -> Iterator[Gauge]:
        """Yield every published indicator: by state, then for the region."""
        quantities = self.program.bundle.model.quantities
        for index in range(self.program.slots.size):
            family, args = self._name(index)
            card = quantities.get(family)
            if card is not None and card.visibility == "published":
                yield self.gauge(index, card.family, args)

    def axes(self) -> tuple[Gauge, ...]:
        """Return security and rights, always both."""
        found = {
            card.axis: self.gauge(self.program.slot(name), "axis", ())
            for name, card in self.program.bundle.model.derived.items()
            if card.axis is not None
        }
        return tuple(found[axis] for axis in AXES if axis in found)

    def everything(self) -> Iterator[Gauge]:
        """Yield every slot, for the facilitator."""
        quantities, derived = (
            self.program.bundle.model.quantities,
            self.program.bundle.model.derived,
        )
        for index in range(self.program.slots.size):
            family, args = self._name(index)
            kind = quantities[family].family if family in quantities else "engine"
            yield self.gauge(index, "axis" if family in derived else kind, args)

    def card(self, role: str) -> Iterator[Gauge]:
        """Yield what a role's own card lets it read exactly."""
        labels = self.program.bundle.roles[role].card
        for spec in self.program.slots.base:
            if role in spec.readers and spec.family in labels:
                value = self.state.world.values[spec.index]
                label = say(self.program.bundle, labels[spec.family], self.language)
                yield Gauge(
                    spec.name,
                    label,
                    spec.args[0] if spec.args else "",
                    "card",
                    self._word(spec.family, value),
                    self._position(spec.family, value),
                    len(self._bands(spec.family)),
                    arrow(
                        self.state.world.settled[spec.index] - self.state.world.before[spec.index]
                    ),
                    self._good(spec.family),
                    value,
                )

    def gauge(self, index: int, family: str, args: tuple[str, ...]) -> Gauge:
        """Return one gauge."""
        slot_family, _ = self._name(index)
        value = self.now[index]
        low, high = (value, value) if self.exact else self._interval(index, args, value)
        words = [self._word(slot_family, bound) for bound in (low, high)]
        return Gauge(
            self.program.slots.name(index),
            slot_label(self.program.bundle, slot_family, (), self.language),
            ", ".join(args),
            family,
            words[0] if words[0] == words[1] else "–".join(words),
            self._position(slot_family, low),
            len(self._bands(slot_family)),
            arrow(self.last[index] - self.before[index]),
            self._good(slot_family),
            value if self.exact else None,
        )

    def _interval(self, index: int, args: tuple[str, ...], value: int) -> tuple[int, int]:
        """An interval that holds the value, centred off it by a draw fixed per exercise and slot."""
        quality = self.program.slots.index.get(("data_quality", args[-1:]), -1) if args else -1
        if quality < 0 or quality == index:
            return value, value
        poor = 10_000 - self.now[quality]
        half = self.program.bundle.model.scales.interval * poor // 200
        key = purpose(f"display|{self.program.slots.name(index)}")
        drawn = draw(self.state.key.seed, self.state.key.playthrough, 0, key) % 2001 - 1000
        centre = value + drawn * half // 1000
        return centre - half, centre + half

    def _name(self, index: int) -> tuple[str, tuple[str, ...]]:
        slots = self.program.slots
        count = len(slots.base)
        spec = slots.base[index] if index < count else slots.derived[index - count]
        return spec.family, spec.args

    def _bands(self, family: str) -> tuple[Band, ...]:
        card = self.program.bundle.model.quantities.get(family)
        return (
            card.bands
            if card is not None and card.bands
            else self.program.bundle.model.scales.bands
        )

    def _position(self, family: str, value: int) -> int:
        bands = self._bands(family)
        return max((n for n, band in enumerate(bands) if value >= band.low * 100), default=0)

    def _word(self, family: str, value: int) -> str:
        band = self._bands(family)[self._position(family, value)]
        return say(self.program.bundle, band.word, self.language)

    def _good(self, family: str) -> Good:
        card = self.program.bundle.model.quantities.get(family)
        return card.higher_is if card is not None else "better"


def arrow(moved: int) -> Arrow:
    """Return the arrow for a movement over the last outcome, hundredths: from half a point on, double from five."""
    if moved >= _STRONG:
        return "up2"
    if moved >= _SLIGHT:
        return "up"
    if moved <= -_STRONG:
        return "down2"
    return "down" if moved <= -_SLIGHT else "flat"


def place_name(program: Program, place: str, language: str) -> str:
    """Return what a gauge's place is called."""
    return name_of(program.bundle, place, language) if place else ""
