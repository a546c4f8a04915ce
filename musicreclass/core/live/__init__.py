"""Sound as it plays: its samples, the pieces it is cut into, and calm answers made of theirs."""
