"""Write the golden playthroughs again."""

from __future__ import annotations

from tests.playthroughs import golden, names, play_through

for name in names():
    golden(name).write_text(play_through(name), encoding="utf-8")
    print(golden(name))
