"""What authors write: strict, frozen models of scenarios, roles and model packs.

No behaviour beyond validation: nothing here knows how a turn is played, reads a file or shows a text.
"""
