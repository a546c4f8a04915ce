import json

import pytest

from musicreclass.__main__ import main
from tests.failing_disk import FailingDisk, PowerCut
from tests.sorted_library import make_decided, sort_all, tree

GENRES = {"青花瓷.mp3": "流行", "live/b.mp3": "Rock", "c.mp3": "Rock", "d.mp3": None}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "music"


@pytest.fixture
def into(tmp_path):
    return tmp_path / "sorted"


@pytest.fixture
def made(library_file, folder):
    make_decided(library_file, folder, GENRES)
    return tree(folder)


@pytest.fixture
def verb(library_file, made, capsys):
    """Return a caller of a verb: status, lines printed, complaints."""

    def call(*arguments):
        status = main(["--library", str(library_file), *map(str, arguments)])
        printed = capsys.readouterr()
        return status, printed.out.splitlines(), printed.err

    return call


def test_files_are_sorted_and_put_back_by_undo(verb, folder, into, made):
    status, lines, complaints = verb("organize", folder, "--by", "genre", "--into", into)
    sorted_now = set(tree(into))

    assert (status, complaints) == (0, "")
    assert lines == [
        "3 moved, 0 there already, 0 refused; 1 left, nothing is decided of them;"
        " musicreclass undo 1 takes it back.",
        f"The library watches over {into} from now on.",
    ]
    assert sorted_now == {"Rock/b.mp3", "Rock/c.mp3", "流行/青花瓷.mp3"}
    assert verb("undo") == (0, ["3 put back, 0 refused."], "")
    assert tree(folder) == made


def test_a_dry_run_says_where_files_would_go_and_changes_nothing(verb, folder, into, made):
    status, lines, _ = verb("organize", folder, "--into", into, "--dry-run")

    assert status == 0
    assert f"{folder / 'c.mp3'} -> {into / 'Rock' / 'c.mp3'}" in lines
    assert lines[-1].startswith("3 would be moved, 0 are there already, 0 would be refused;")
    assert (tree(folder), into.exists()) == (made, False)


def test_each_file_is_one_json_object(verb, folder, into):
    _, foretold, _ = verb("organize", folder / "live", "--into", into, "--dry-run", "--json")
    status, lines, _ = verb("organize", folder / "live", "--into", into, "--json")

    expected = {
        "path": str(folder / "live" / "b.mp3"),
        "target": str(into / "Rock" / "b.mp3"),
        "genre": "Rock",
        "reason": None,
    }
    assert status == 0
    assert list(map(json.loads, lines)) == [expected | {"outcome": "moved"}]
    assert list(map(json.loads, foretold)) == [expected | {"outcome": "intended"}]


@pytest.mark.parametrize(
    ("how", "word"), [("--copy", "copied"), ("--link", "linked"), ("--link=symbolic", "linked")]
)
def test_copies_and_links_leave_files_where_they_are(verb, folder, into, made, how, word):
    status, (line,), _ = verb("organize", folder, "--into", into, how)

    assert status == 0
    assert line.startswith(f"3 {word}, 0 there already, 0 refused")
    assert tree(folder) == made
    assert len(tree(into)) == 3


def test_a_pattern_names_folders_and_files(verb, folder, into):
    verb("organize", folder, "--into", into, "--pattern", "{genre}/{artist}/{title}")

    assert "Rock/Unknown artist/青花瓷 1.mp3" in tree(into)


def test_a_batch_is_put_back_by_its_number(verb, folder, into, made):
    verb("organize", folder, "--into", into, "--prune-empty")
    pruned = not (folder / "live").exists()

    assert verb("organize", "--undo", "1") == (0, ["3 put back, 0 refused."], "")
    assert (pruned, tree(folder)) == (True, made)


def test_what_is_refused_is_said_and_is_status_1(verb, folder, into):
    (folder / "c.mp3").write_bytes(b"changed")

    status, lines, complaints = verb("organize", folder, "--into", into)

    assert status == 1
    assert lines[0].startswith("2 moved, 0 there already, 1 refused")
    assert "c.mp3: it was changed since it was scanned" in complaints


def test_where_nothing_is_decided_it_is_said_what_to_do(verb, folder, into):
    status, lines, complaints = verb("organize", folder / "d.mp3", "--into", into)

    assert status == 0
    assert lines == ["0 moved, 0 there already, 0 refused; 1 left, nothing is decided of them."]
    assert "musicreclass accept decides" in complaints


def test_why_others_are_left_is_said_for_each_kind(verb, folder, into):
    verb("write", folder / "青花瓷.mp3")
    verb("undo")
    next(folder.rglob("b.mp3")).unlink()
    verb("scan")

    lines = verb("organize", folder, "--into", into, "--dry-run")[1]

    assert lines[-1] == (
        "1 would be moved, 0 are there already, 0 would be refused; "
        "1 left, nothing is decided of them; "
        "1 left, what was written is taken back: musicreclass accept decides anew; "
        "1 left, their files are missing."
    )


def test_batches_of_both_kinds_are_listed_and_taken_back_last_first(verb, folder, into, made):
    verb("write")
    written = tree(folder)
    verb("organize", folder, "--into", into)

    _, (moved_line, written_line, _), _ = verb("undo", "--list")
    _, (moved, wrote), _ = verb("undo", "--list", "--json")

    assert "3 moved  (Rock 2, 流行 1; into" in moved_line
    assert "written" in written_line
    assert (json.loads(moved)["batch"], json.loads(wrote)["batch"]) == (2, 1)
    assert json.loads(moved)["genres"][0] == {"genre": "Rock", "files": 2}
    assert verb("undo")[1] == ["3 put back, 0 refused."]
    assert tree(folder) == written
    assert verb("undo")[1] == ["1 taken back, 0 refused."]
    assert tree(folder) == made


@pytest.mark.parametrize("next_verb", [("scan",), ("undo", "--list"), ("organize", "--into", "x")])
def test_what_a_crash_left_is_set_right_by_the_next_verb(
    verb, library_file, into, next_verb, made, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PowerCut):
        sort_all(library_file, into, disk=FailingDisk(0, PowerCut(), only=["remove"]))

    _, _, complaints = verb(*next_verb)

    assert (
        "The program was interrupted while it sorted files into folders; finished: " in complaints
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["."], "Say where the folders of genres are to be: --into FOLDER."),
        ([".", "--into", "x", "--by", "artist"], "invalid choice: 'artist'"),
        ([".", "--into", "x", "--pattern", "{mood}"], "{mood} is nothing that is known"),
        ([".", "--into", "x", "--pattern", "{title}"], "so {genre} should be in it"),
        ([".", "--into", "x", "--move", "--copy"], "not allowed with argument"),
        ([".", "--into", "x", "--copy", "--prune-empty"], "--prune-empty goes with --move"),
        ([".", "--into", ".", "--copy"], "cannot be copied or linked into itself"),
        (["--into", "music/c.mp3"], "c.mp3 is a file; give a folder to sort into."),
        (["no-such-file", "--into", "x"], "no-such-file does not exist"),
        (["--undo", "7"], "There is no batch 7 in the history"),
        ([".", "--undo", "1"], "leave out PATH"),
    ],
)
def test_wrong_use_is_one_sentence_and_status_2(
    verb, folder, made, arguments, sentence, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)

    status, lines, complaints = verb("organize", *arguments)

    assert (status, lines) == (2, [])
    assert sentence in complaints
    assert tree(folder) == made
