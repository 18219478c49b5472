"""Playing a Program many times without people, without a journal and without views.

Each module is imported by its name: a command waits for nothing that it does not use.
"""
