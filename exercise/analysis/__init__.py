"""What an exercise could have been: one decision changed in a played one, and all that follows decided again.

Start from :func:`exercise.analysis.course.course_of`, which reads a journal once. Then
:func:`exercise.analysis.whatif.what_if` answers one :class:`exercise.analysis.change.Change`, and
:func:`exercise.analysis.impact.impacts` goes through the alternatives of the decisions that were taken. All of it is
what the model says, not what would have happened; nothing here writes, waits, or keeps anything between calls.
"""
