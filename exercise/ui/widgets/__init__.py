"""Parts of screens, one per file: each draws plain values and knows no session."""
