"""One module a container format: how its tags are read, and how a genre is written."""
