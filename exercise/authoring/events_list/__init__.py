"""The events list (MSEL) as a spreadsheet: written for planners, read back into a scenario."""
