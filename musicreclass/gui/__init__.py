"""The window: the only door to PySide6 and pyqtgraph. It starts jobs and shows what they say."""
