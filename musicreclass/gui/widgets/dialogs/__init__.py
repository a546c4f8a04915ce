"""Dialogs: those that many share, and what keeps them on the screen."""
