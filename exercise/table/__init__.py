"""One table: the views of an exercise, who has the keyboard, and how values are told in words.

What the plain mode and the app share; neither prints nor draws.
"""
