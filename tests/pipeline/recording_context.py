"""A job context that keeps what it is told, and can stop the job after some reports."""

from musicreclass.core.job import CancelToken


class RecordingContext(CancelToken):
    def __init__(self, stop_after=None):
        super().__init__()
        self.lines = []
        self.reports = []
        self._stop_after = stop_after

    def report(self, progress):
        self.reports.append(progress)
        if len(self.reports) == self._stop_after:
            self.cancel()

    def publish(self, batch):
        self.lines.extend(batch)
