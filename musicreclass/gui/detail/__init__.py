"""One track seen and heard: the right-hand panel of the Review page."""
