"""Showing values: bands, arrows, and intervals where data are poor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercise.conduct.state import State
from exercise.conduct.view import Arrow, Gauge, Good
from exercise.engine.dice import draw, purpose
from exercise.engine.program import Program
from exercise.engine.prose import band_of, band_word, bands_of, say, slot_label

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
            card = quantities.get(self.program.slots.spec(index).family)
            if card is not None and card.visibility == "published":
                yield self.gauge(index, card.family)

    def axes(self) -> tuple[Gauge, ...]:
        """Return the axes: security, then rights."""
        names = self.program.bundle.model.axes().values()
        return tuple(self.gauge(self.program.slot(name), "axis") for name in names)

    def everything(self) -> Iterator[Gauge]:
        """Yield every slot, for the facilitator."""
        quantities, derived = (
            self.program.bundle.model.quantities,
            self.program.bundle.model.derived,
        )
        for index in range(self.program.slots.size):
            family = self.program.slots.spec(index).family
            kind = quantities[family].family if family in quantities else "engine"
            yield self.gauge(index, "axis" if family in derived else kind)

    def card(self, role: str) -> Iterator[Gauge]:
        """Yield what a role's own card lets it read exactly."""
        labels = self.program.bundle.roles[role].card
        for spec in self.program.slots.base:
            if role in spec.readers and spec.family in labels:
                value = self.state.world.values[spec.index]
                label = say(self.program.bundle, labels[spec.family], self.language)
                yield Gauge(
                    slot=spec.name,
                    label=label,
                    place=spec.args[0] if spec.args else "",
                    family="card",
                    band=band_word(self.program.bundle, spec.family, value, self.language),
                    level=band_of(self.program.bundle, spec.family, value),
                    bands=len(bands_of(self.program.bundle, spec.family)),
                    arrow=arrow(value - self._shown_before(spec.index)),
                    good=self._good(spec.family),
                    exact=value,
                )

    def _shown_before(self, index: int) -> int:
        """Return the value that the card told before its last movement, by a situation or by an outcome."""
        world = self.state.world
        moved = world.values[index] != world.settled[index]
        return world.settled[index] if moved else world.decided[index]

    def gauge(self, index: int, family: str) -> Gauge:
        """Return the gauge of a slot.

        Args:
            index: The slot.
            family: The kind of gauge: a family of indicators, ``axis``, or ``engine``.
        """
        bundle, spec = self.program.bundle, self.program.slots.spec(index)
        value = self.now[index]
        low, high = (value, value) if self.exact else self._interval(index, spec.args, value)
        words = [band_word(bundle, spec.family, bound, self.language) for bound in (low, high)]
        return Gauge(
            slot=spec.name,
            label=slot_label(bundle, spec.family, (), self.language),
            place=", ".join(spec.args),
            family=family,
            band=words[0] if words[0] == words[1] else "–".join(words),
            level=band_of(bundle, spec.family, low),
            bands=len(bands_of(bundle, spec.family)),
            arrow=arrow(self.last[index] - self.before[index]),
            good=self._good(spec.family),
            exact=value if self.exact else None,
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
