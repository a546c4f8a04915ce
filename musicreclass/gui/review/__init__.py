"""The Review page: folders and queues, the track table, problems, and the strip of the scan."""
