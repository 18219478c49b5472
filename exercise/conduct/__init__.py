"""An exercise as a state machine, pure: state, command, event; decide, evolve, view.

Knows seats, phases, texts, sealing and rulings; asks the engine what is legal and what a turn does.
"""
