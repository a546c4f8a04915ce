"""One track, drawn, played and explained: the right-hand panel of the Review page."""
