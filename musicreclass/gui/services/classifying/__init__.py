"""Classifying as the window sees it: jobs, adaptation, and which classifier."""
