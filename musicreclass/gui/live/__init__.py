"""The page that listens to what plays: a microphone, or the computer itself."""
