"""Playing what is shown."""
