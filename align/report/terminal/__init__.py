"""The report for a terminal: head, rows side by side or stacked, foot."""
