import os
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from musicreclass.core.location import is_same_name, location_of, path_of, readable

NAMES = st.binary(min_size=1, max_size=40).filter(lambda name: b"\0" not in name)


@given(NAMES)
def test_any_name_survives_the_way_there_and_back(name):
    path = "/music/" + os.fsdecode(name)

    assert str(path_of(location_of(path))) == str(path_of(path))
    assert os.fsdecode(os.fsencode(path)) == path


@given(NAMES)
def test_any_name_can_be_shown(name):
    assert readable(os.fsdecode(name)).encode()


def test_text_stays_text():
    assert location_of("/音樂/青花瓷.mp3") == "/音樂/青花瓷.mp3"


def test_names_that_differ_in_composition_are_the_same():
    composed, decomposed = "Café", unicodedata.normalize("NFD", "Café")

    assert composed != decomposed
    assert is_same_name(composed, decomposed)
    assert readable(decomposed) == composed
