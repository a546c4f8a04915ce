"""Tests of acting on what was found."""
