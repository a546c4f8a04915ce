"""Files sorted into folders: planned, noted in the journal, moved, followed, taken back."""
