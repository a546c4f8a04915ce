"""Decoding and measuring files once, and keeping what was measured."""
