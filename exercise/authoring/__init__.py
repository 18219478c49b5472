"""Tools for designers: checking files and describing their form. Starts no screen."""
