"""Lints: what is well formed, and still not what an author can have meant. One kind of finding per module.

Each lint reads a scenario that has been loaded and compiled, and yields findings; none changes or reads a file.
Only what an author can mend in the scenario's own files is told: where a finding could be a false alarm, none is made.
"""
