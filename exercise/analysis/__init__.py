"""Many playthroughs of one scenario, and what one played exercise could have been.

For played exercises start from :func:`exercise.analysis.course.course_of`, which reads a journal once. Then
:func:`exercise.analysis.whatif.what_if` answers one :class:`exercise.analysis.change.Change`, and
:func:`exercise.analysis.impact.impacts` goes through the alternatives of the decisions that were taken. Batches of
playthroughs without people are :mod:`exercise.analysis.batch`. All of it is what the model says, not what would have
happened.
"""
