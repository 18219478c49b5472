"""Simulated seats: how a bot decides from its profile and from nothing but its own view."""
