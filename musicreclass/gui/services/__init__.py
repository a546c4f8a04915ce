"""What the pages share: jobs on the library, one lane each, and what the window remembers."""
