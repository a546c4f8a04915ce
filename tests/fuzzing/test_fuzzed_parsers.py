"""Every parser of our own meets mutated inputs: it reads them or refuses them, and that soon."""

import re
import sys
from functools import cache

import pytest

from tests.fuzzing.parsers import PARSERS

if sys.platform == "win32":
    pytest.skip("no timers of a process there", allow_module_level=True)

from tests.fuzzing.fuzzer import MOST_SECONDS, Fuzzed, Parser, corpus_of, failure_of, fuzz_once

# torch warns of odd pickles that it then refuses.
pytestmark = pytest.mark.filterwarnings("ignore:.*:UserWarning:torch")
INPUTS = 60  # of each parser; the bench goes on for half an hour
BY_NAME = {parser.name: parser for parser in PARSERS}


@cache
def seeds_of(name):
    return BY_NAME[name].seeds()


@pytest.mark.parametrize("name", BY_NAME)
def test_what_failed_once_never_fails_again(tmp_path, name):
    parser = BY_NAME[name]
    path = tmp_path / f"input{parser.ending}"
    corpus = list(corpus_of(parser))
    if corpus:  # what is loaded once is no input's fault
        path.write_bytes(seeds_of(name)[0])
        parser.read(path)
    for content in corpus:
        path.write_bytes(content)
        assert failure_of(parser, path) == ""


@pytest.mark.parametrize("name", BY_NAME)
def test_mutated_inputs_are_read_or_refused(tmp_path, name):
    parser = BY_NAME[name]
    fuzzed = Fuzzed.of(parser, 1)
    path = tmp_path / f"input{parser.ending}"
    for _ in range(INPUTS):
        failure = fuzz_once(fuzzed, path)
        assert failure == "", path.read_bytes()[:2_000]


@pytest.mark.parametrize("name", BY_NAME)
def test_what_a_fuzzer_begins_with_is_no_failure_itself(tmp_path, name):
    parser = BY_NAME[name]
    path = tmp_path / f"input{parser.ending}"
    for content in parser.seeds():
        path.write_bytes(content)
        assert failure_of(parser, path) == ""


def crash(path):
    return 1 // len(path.read_bytes()[:0])


def hang(path):
    while True:
        path.stat()


def grow(path):
    return len(b"x" * (600 << 20))


@pytest.mark.parametrize(
    ("read", "seconds", "said"),
    [
        (crash, MOST_SECONDS, "ZeroDivisionError: integer division or modulo by zero"),
        (hang, 0.5, "took more than 0.5 s"),
        (grow, MOST_SECONDS, r"took \d{3} MB"),
    ],
)
def test_failures_are_seen(tmp_path, read, seconds, said):
    path = tmp_path / "input"
    path.write_bytes(b"")

    failure = failure_of(Parser("one", "", read, list), path, seconds)

    assert re.match(said, failure)
