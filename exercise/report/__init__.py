"""What is handed out before an exercise and written after it: explanations, the after-action report, handouts.

Reads states and programs; changes nothing and decides nothing. Each module is imported by its name: asking why one
value moved must not wait for what writes Word documents.
"""
