"""Draws the pictures of the app that these pages show: `make screenshots`.

Each scene of `docs/scenes.py` becomes an SVG in `docs/screenshots/`, the same bytes for the same app.
With `--png FOLDER` each is also written as a PNG, for a person to look at.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path

import pytest
import resvg_py

from docs.scenes import SCENES, Scene
from tests.support.screens import screen_svg, settled, still

FOLDER = Path(__file__).parent / "screenshots"
FONT = "DejaVu Sans Mono"
"""Has the Cyrillic letters and the box drawing; the font that the SVG asks for is on no machine."""
WIDTH = 1400


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m docs.make_screenshots", description=__doc__)
    parser.add_argument("scene", nargs="*", help="names of scenes; all by default")
    parser.add_argument("--list", action="store_true", help="list the scenes and draw none")
    parser.add_argument("--png", type=Path, metavar="FOLDER", help="write PNGs there as well")
    parser.add_argument("--font", default=FONT, help=f"of the PNGs, monospaced; default: {FONT}")
    asked = parser.parse_args()
    scenes = {scene.name: scene for scene in SCENES}
    unknown = sorted(set(asked.scene) - set(scenes))
    if unknown:
        parser.error(f"no scene is called {', '.join(unknown)}; --list shows those there are")
    if asked.png is not None and not draws_letters(asked.font):
        parser.error(f"this machine has no font to set {asked.font} in; name another with --font")
    if asked.list:
        print("\n".join(scenes))
        return
    _remove_all_but(scenes)
    for name in asked.scene or scenes:
        svg = draw(scenes[name])
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")
        print(FOLDER / f"{name}.svg")
        if asked.png is not None:
            asked.png.mkdir(parents=True, exist_ok=True)
            (asked.png / f"{name}.png").write_bytes(png(svg, asked.font))
            print(asked.png / f"{name}.png")


def draw(scene: Scene) -> str:
    """Return a scene as SVG; nothing of the person's own home comes into it."""
    with tempfile.TemporaryDirectory() as home, still(), pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(name, home)
        return asyncio.run(_drawn(scene))


async def _drawn(scene: Scene) -> str:
    app = scene.opens()
    async with app.run_test(size=scene.size) as pilot:
        app.theme = scene.theme
        await settled(pilot)
        await scene.drive(pilot)
        await settled(pilot)
        return screen_svg(app)


def png(svg: str, font: str = FONT) -> bytes:
    """Return an SVG of a screen as PNG, set in a font of this machine so that the cells line up."""
    text = svg.replace("Fira Code", font)
    return bytes(resvg_py.svg_to_bytes(svg_string=text, width=WIDTH, monospace_family=font))


def draws_letters(font: str) -> bool:
    """Whether a letter in this font leaves ink; with no font installed PNGs would be empty."""
    frame = "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'>{}</svg>"
    letter = f"<text x='2' y='16' font-family='{font}'>M</text>"
    bare, inked = (resvg_py.svg_to_bytes(svg_string=frame.format(it)) for it in ("", letter))
    return bool(bare != inked)


def _remove_all_but(scenes: dict[str, Scene]) -> None:
    """Remove pictures of scenes there are no longer, so that no page shows them."""
    for path in FOLDER.glob("*.svg"):
        if path.stem not in scenes:
            path.unlink()


if __name__ == "__main__":
    main()
