"""Many playthroughs of one scenario, and what they say about it."""
