"""What the bench `compat` asks of the program as it is now, where no verb tells it.

All names of the package that the bench depends upon are here. Prints a line of JSON.
"""

import dataclasses
import json
import sys

from musicreclass import paths
from musicreclass.core.job import CancelToken


class Quiet(CancelToken):
    """Takes reports and says nothing."""

    def report(self, progress: object) -> None:
        pass

    def publish(self, batch: object) -> None:
        pass


def analyze(*names: str) -> list[int]:
    """Analyze the library, and say how many tracks were analyzed or could not be."""
    from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
    from musicreclass.pipeline.classification.classify import classify_library
    from musicreclass.pipeline.classification.installed import find

    options = AnalysisOptions.of_this_user()
    summaries = [
        classify_library(paths.library_file(), find(name), Quiet(), options) for name in names
    ]
    counts = (dataclasses.astuple(summary) for summary in summaries)
    return [sum(number for number in one if isinstance(number, int)) for one in counts]


def order() -> list[str]:
    """Return which trainings the window would go on with."""
    from musicreclass.pipeline.training.training_order import unfinished

    return [one.name for one in unfinished(paths.data_dir() / "trainings")]


if __name__ == "__main__":
    verb, *words = sys.argv[1:]
    print(json.dumps(analyze(*words) if verb == "listen" else order()))
