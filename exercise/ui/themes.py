"""The two designed themes: dark for a laptop, light for the projector.

Security is blue and rights orange, a pair that people with any colour vision tell apart (Okabe and Ito's set,
darkened for the light theme); both also carry a letter wherever they are drawn.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = "laptop"
LIGHT = "projector"

THEMES = (
    Theme(
        name=DARK,
        dark=True,
        primary="#7aa2c9",
        secondary="#8fb8a8",
        accent="#e3c78a",
        foreground="#e4e6eb",
        background="#14181f",
        surface="#1a2029",
        panel="#232b37",
        warning="#e0b050",
        error="#e07a6a",
        success="#7fc29b",
        variables={
            "security": "#6fb7e9",
            "rights": "#f0a860",
            "good": "#7fc29b",
            "bad": "#e8897a",
            "warn": "#e0b050",
            "quiet": "#a9b3c2",
            "frame": "#3d4a5c",
            "frame-focus": "#9cc4ea",
            "chosen": "#28435e",
            "block-cursor-background": "#28435e",
            "block-cursor-foreground": "#ffffff",
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": "#232b37",
            "block-cursor-blurred-foreground": "#e4e6eb",
            "block-hover-background": "#232b37",
            "input-selection-background": "#3f6c97",
        },
    ),
    Theme(
        name=LIGHT,
        dark=False,
        primary="#1f4e79",
        secondary="#2f6b57",
        accent="#7a4b00",
        foreground="#15191f",
        background="#fbfaf6",
        surface="#ffffff",
        panel="#ece9e0",
        warning="#8a5a00",
        error="#a3261b",
        success="#1d6b3f",
        variables={
            "security": "#0b5c9e",
            "rights": "#a04b00",
            "good": "#1d6b3f",
            "bad": "#a3261b",
            "warn": "#8a5a00",
            "quiet": "#565d68",
            "frame": "#b8b3a4",
            "frame-focus": "#1f4e79",
            "chosen": "#cfe0f1",
            "block-cursor-background": "#cfe0f1",
            "block-cursor-foreground": "#15191f",
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": "#ece9e0",
            "block-cursor-blurred-foreground": "#15191f",
            "block-hover-background": "#ece9e0",
            "input-selection-background": "#b7d0ea",
        },
    ),
)

__all__ = ["DARK", "LIGHT", "THEMES"]
