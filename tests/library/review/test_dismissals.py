import pytest

from musicreclass.core.track import Problem
from musicreclass.library.review.dismissals import ConfirmedLabel
from musicreclass.library.store import Library
from musicreclass.sentences.reason import as_said


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.db") as library:
        yield library


def test_a_confirmed_label_is_known_however_it_is_spelt(library):
    library.dismissals.confirm([ConfirmedLabel("sound", "Hip-Hop")])

    asked = [ConfirmedLabel("sound", "hip hop"), ConfirmedLabel("sound", "Rock")]
    assert library.dismissals.confirmed_among(asked) == [True, False]


def test_a_label_may_be_doubted_again(library):
    label = ConfirmedLabel("sound", "Rock")
    library.dismissals.confirm([label])
    library.dismissals.withdraw([label])

    assert library.dismissals.confirmed_among([label]) == [False]


@pytest.fixture
def broken(library, tmp_path):
    """Return a file that cannot be read, noted as a problem."""
    path = tmp_path / "壞.flac"
    path.write_bytes(b"nothing")
    folder = library.add_folder(tmp_path)
    library.replace_problems([Problem(path, as_said("it is empty"), folder.id)], ())
    return path


def test_a_hidden_problem_is_named_no_more_until_all_are(library, broken):
    library.dismissals.hide_problems([broken])
    hidden = library.problems()
    library.dismissals.show_problems()

    assert hidden == []
    assert [problem.path for problem in library.problems()] == [broken]


def test_a_hidden_problem_comes_back_when_the_file_is_another(library, broken):
    library.dismissals.hide_problems([broken])
    broken.write_bytes(b"something else")

    assert [problem.path for problem in library.problems()] == [broken]


def test_a_scan_still_knows_of_hidden_problems(library, broken):
    library.dismissals.hide_problems([broken])

    assert [problem.path for problem in library.problems(with_hidden=True)] == [broken]
