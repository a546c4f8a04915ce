import dataclasses

import pytest

from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.installed import NoClassifier
from musicreclass.settings import ClassifySettings, Settings
from tests.recording_context import RecordingContext
from tests.small_bundles import save_small_bundle


@pytest.fixture
def library_file(tmp_path):
    Library(tmp_path / "library.db").close()
    return tmp_path / "library.db"


def test_what_is_chosen_in_the_settings_is_what_classifies(library_file, tmp_path):
    file = save_small_bundle(tmp_path / "small.pth")
    chosen = dataclasses.replace(Settings(), classifying=ClassifySettings(classifier=str(file)))
    jobs = ClassifyJobs(library_file, lambda: chosen)

    assert jobs.suggest(RecordingContext()) == 0
    assert jobs.classify(RecordingContext()).classified == 0


def test_without_a_classifier_a_sentence_says_how_to_come_by_one(qapp, library_file, monkeypatch):
    monkeypatch.setattr("musicreclass.pipeline.classification.installed.installed", list)
    jobs = ClassifyJobs(library_file, Settings)

    with pytest.raises(NoClassifier, match="classifiers import FILE"):
        jobs.classify(RecordingContext())
