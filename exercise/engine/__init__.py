"""The rule engine, pure: what may be done in the modelled region, and what follows from it.

Knows slots, measures, injects, agreements and funds. Knows nothing of people, seats, screens, files, clocks.
"""
