from pathlib import Path

from musicreclass.pipeline.training.training_run import UNKEPT, TrainingRun

MUSIC = Path("/music")


def test_each_training_has_a_folder_of_its_own(tmp_path):
    runs = {
        TrainingRun.of(tmp_path, MUSIC, "quick", 0).folder,
        TrainingRun.of(tmp_path, MUSIC, "quick", 1).folder,
        TrainingRun.of(tmp_path, MUSIC, "standard", 0).folder,
        TrainingRun.of(tmp_path, Path("/other"), "quick", 0).folder,
        TrainingRun.of(tmp_path, MUSIC, "quick", 0, from_scratch=True).folder,
    }

    assert len(runs) == 5
    assert TrainingRun.of(tmp_path, MUSIC, "quick", 0).folder in runs


def test_nothing_stays_when_it_is_done(tmp_path):
    run = TrainingRun.of(tmp_path / "runs", MUSIC, "quick", 0)
    run.checkpoints.of("mlp, fold 1").save(lambda: {"epoch": 1})

    run.forget()

    assert list((tmp_path / "runs").iterdir()) == []


def test_what_others_put_there_is_left_alone(tmp_path):
    run = TrainingRun.of(tmp_path, MUSIC, "quick", 0)
    run.checkpoints.of("mlp, all").save(lambda: {"epoch": 1})
    (run.folder / "mine.txt").write_text("dear")

    run.forget()

    assert [path.name for path in run.folder.iterdir()] == ["mine.txt"]


def test_a_run_that_is_kept_nowhere_can_be_forgotten():
    UNKEPT.forget()

    assert UNKEPT.checkpoints.folder is None
