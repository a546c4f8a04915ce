"""The table of tracks: its columns, model, delegate and view, and the words in its cells."""
