"""What a person said: decisions with their log, and findings that were dismissed."""
