from musicreclass.core.track import FileStamp
from musicreclass.pipeline.scanning import drawn_order
from musicreclass.pipeline.scanning.drawn_order import in_drawn_order
from musicreclass.pipeline.scanning.walk import FoundFile


def files(names):
    return [FoundFile(name, FileStamp(1, 1)) for name in names]


def finishing(order):
    """Return a reader that draws all files and finishes them in an order of its own."""

    def read(found):
        by_path = {one.path: one for one in found}
        for name in order:
            yield by_path[name], name.upper()

    return read


def test_outcomes_come_in_the_order_in_which_files_were_drawn():
    outcomes = list(in_drawn_order(files("abcd"), finishing("bdac")))

    assert [(found.path, outcome) for found, outcome in outcomes] == [
        ("a", "A"),
        ("b", "B"),
        ("c", "C"),
        ("d", "D"),
    ]


def test_a_file_that_takes_long_holds_up_nobody(monkeypatch):
    clock = iter(range(100))
    monkeypatch.setattr(drawn_order, "monotonic", lambda: next(clock))

    outcomes = list(in_drawn_order(files("abcd"), finishing("bcad")))

    assert [outcome for _, outcome in outcomes] == ["B", "C", "A", "D"]


def test_no_more_files_are_drawn_than_are_read():
    drawn = []

    def walk():
        for found in files("abcd"):
            drawn.append(found.path)
            yield found

    def read(found):
        for one in found:
            yield one, ""

    outcomes = in_drawn_order(walk(), read)
    next(outcomes)
    outcomes.close()

    assert drawn == ["a"]
