"""Input made to harm: each attack is refused in bounded time and memory, by one clear message."""
