import pytest

from musicreclass.training.sources.gtzan import audio_files, genre_of, read_split
from musicreclass.training.sources.tables import SourceProblem

NAMES = ("blues.00000", "blues.00001", "jazz.00000")


@pytest.fixture(params=["genres", "genres_original", ""])
def collection(tmp_path, request):
    for name in NAMES:
        path = tmp_path / request.param / genre_of(name) / f"{name}.wav"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (path.parent / "notes.txt").touch()
    return tmp_path


def write_lists(folder, train="blues/blues.00000.wav\n", valid="blues.00001\n", test="jazz.00000"):
    folder.mkdir(exist_ok=True)
    for part, text in (("train", train), ("valid", valid), ("test", test)):
        (folder / f"{part}_filtered.txt").write_text(text)


def test_files_are_found_by_their_names(collection):
    files = audio_files(collection)

    assert tuple(files) == NAMES
    assert genre_of("jazz.00000") == "jazz"


@pytest.mark.parametrize("below", ["", "splits"])
def test_the_lists_say_which_part_a_track_is_in(collection, below):
    write_lists(collection / below)

    assert read_split(collection) == dict(
        zip(NAMES, ("training", "validation", "test"), strict=True)
    )


def test_without_lists_there_is_no_split(collection):
    assert read_split(collection) == {}


def test_a_folder_of_something_else_is_a_sentence(tmp_path):
    (tmp_path / "genres" / "blues").mkdir(parents=True)
    (tmp_path / "genres" / "blues" / "song.wav").touch()

    with pytest.raises(SourceProblem, match=r"holds no files such as genres/blues/blues.00000.wav"):
        audio_files(tmp_path)


@pytest.mark.parametrize(
    ("lists", "sentence"),
    [
        ({"test": "song.mp3\n"}, "test_filtered.txt should name tracks such as blues.00000, not"),
        ({"test": "blues.00000"}, "test_filtered.txt names blues.00000, which is in another list"),
    ],
)
def test_lists_of_something_else_are_a_sentence(tmp_path, lists, sentence):
    write_lists(tmp_path, **lists)

    with pytest.raises(SourceProblem, match=sentence):
        read_split(tmp_path)


def test_a_list_that_is_missing_is_a_sentence(tmp_path):
    write_lists(tmp_path)
    (tmp_path / "valid_filtered.txt").unlink()

    with pytest.raises(SourceProblem, match=r"valid_filtered.txt is not there"):
        read_split(tmp_path)
