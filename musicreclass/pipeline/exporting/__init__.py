"""Lists of tracks as other programs read them: tables, JSON, playlists."""
