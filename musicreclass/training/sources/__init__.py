"""Where labelled tracks come from: one file per source. Nothing here reads a disk."""
