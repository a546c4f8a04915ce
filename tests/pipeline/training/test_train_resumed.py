"""A training that is broken off goes on, and ends with the same file."""

import pytest

from musicreclass.errors import Cancelled
from musicreclass.pipeline.training.training_order import run_folder
from musicreclass.training.fit.checkpoints import Checkpoints
from musicreclass.training.fit.progress import STAGES, Epoch, StageBegan
from tests.own_genres import write_genres
from tests.pipeline.training.quick_training import options_in, train_quick
from tests.recording_context import RecordingContext


class Noting(RecordingContext):
    """Stops once so many epochs are done."""

    def __init__(self, most_epochs=10**6):
        super().__init__()
        self._most_epochs = most_epochs

    def publish(self, batch):
        super().publish(batch)
        if len(self.of(Epoch)) == self._most_epochs:
            raise Cancelled


@pytest.fixture(scope="module")
def music(tmp_path_factory):
    return write_genres(tmp_path_factory.mktemp("music"), tracks=4, seconds=1.0)


def trained(music, folder, ctx, run):
    train_quick(
        music,
        folder / "own.pth",
        ctx,
        options_in(folder),
        checkpoints=run,
    )
    return (folder / "own.pth").read_bytes()


def test_it_goes_on_where_it_was_broken_off_and_makes_the_same_file(music, tmp_path):
    run = Checkpoints(run_folder(tmp_path / "runs", music, "quick", 0))
    wanted = trained(music, tmp_path, Noting(), Checkpoints())
    broken, resumed = Noting(most_epochs=100), Noting()
    with pytest.raises(Cancelled):
        trained(music, tmp_path, broken, run)

    assert trained(music, tmp_path, resumed, run) == wanted
    # They are told again, with the seconds that they took the first time.
    assert resumed.of(Epoch)[:100] == broken.of(Epoch)
    assert not run.folder.exists()


def test_the_stages_are_announced_in_order(music, tmp_path):
    ctx = Noting()
    trained(music, tmp_path, ctx, Checkpoints())

    stages = ctx.of(StageBegan)

    assert tuple(stage.name for stage in stages) == STAGES
    assert [(stage.number, stage.of) for stage in stages] == [(n, 5) for n in range(1, 6)]
