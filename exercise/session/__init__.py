"""One running exercise: the single writer between people, bots and the journal."""
