"""The look at a changed file before it counts. Shares no code with what has made it."""
