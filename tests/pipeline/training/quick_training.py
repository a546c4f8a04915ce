"""The quick preset on a folder of genre folders, as several tests train it."""

from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.datasets.training_sources import FolderSource
from musicreclass.pipeline.training.train_classifier import train
from musicreclass.pipeline.training.training_plan import TrainingSettings


def options_in(folder):
    """Return options for analysis in one process, with the cache in `folder`."""
    return AnalysisOptions(AnalysisCache(folder / "heard"), workers=1)


def train_quick(music, out, ctx, options, *, seed=0, **wishes):
    """Train on the folders in `music`; return the summary."""
    source, settings = FolderSource(music, options), TrainingSettings(out, "quick", seed)
    return train(source, settings, ctx, **wishes)
