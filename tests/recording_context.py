"""The one job context of tests: it keeps what a job tells, and can stop the job."""

from musicreclass.core.job import CancelToken


class RecordingContext(CancelToken):
    """Keeps reports and what is published, each in order; stops the job after some reports."""

    def __init__(self, stop_after=None):
        super().__init__()
        self.published = []
        self.reports = []
        self._stop_after = stop_after

    @property
    def lines(self):
        """Return what was published in batches, one after the other."""
        return [line for batch in self.of((list, tuple)) for line in batch]

    def of(self, kind):
        """Return what was published of a class."""
        return [news for news in self.published if isinstance(news, kind)]

    def report(self, progress):
        self.reports.append(progress)
        if len(self.reports) == self._stop_after:
            self.cancel()

    def publish(self, batch):
        self.published.append(batch)


def stopped_context():
    """Return the context of a job that was stopped before it began."""
    ctx = RecordingContext()
    ctx.cancel()
    return ctx
