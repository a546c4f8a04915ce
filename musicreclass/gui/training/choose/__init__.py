"""Before a training: folders and their genres, concerns, presets and overrides."""
