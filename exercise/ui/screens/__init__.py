"""Screens, one per file: each answers one question."""
