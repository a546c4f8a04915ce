"""Layouts of pretrained encoders on disk: a file a layout, found by being in this folder."""
