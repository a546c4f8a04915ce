from dataclasses import dataclass, field
from enum import Enum

import pytest

from musicreclass.core.plain import Misfit, plain, shaped, spelt, spelt_fields, stored_as


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Inner:
    size: int = 3

    def key(self):
        return f"First({self.size})"


@dataclass(frozen=True, slots=True)
class Renamed:
    gamma: float = field(default=0.5, metadata=stored_as("reach"))
    inner: tuple[Inner, ...] = (Inner(),)
    colour: Colour = Colour.RED


def test_a_renamed_field_is_kept_under_the_name_that_it_had():
    assert plain(Renamed()) == {"reach": 0.5, "inner": [{"size": 3}], "colour": "red"}


def test_what_was_kept_of_a_renamed_field_is_found():
    kept = {"reach": 0.25, "inner": [{"size": 4}], "colour": "red"}

    assert shaped(Renamed, kept, "it") == Renamed(0.25, (Inner(4),))


def test_the_name_in_code_of_a_renamed_field_is_unknown_on_disk():
    with pytest.raises(Misfit, match="it lacks or has too many of: gamma, reach"):
        shaped(Renamed, {"gamma": 0.5, "inner": [], "colour": "red"}, "it")


def test_what_does_not_fit_is_named_as_it_is_kept():
    with pytest.raises(Misfit, match="it, reach should be float"):
        shaped(Renamed, {"reach": "far", "inner": [], "colour": "red"}, "it")


@pytest.mark.parametrize("value", [None, True, 3, 0.1, 1e-10, "it's", ("a",), ("a", 1), ()])
def test_plain_values_are_spelt_as_repr_does(value):
    assert spelt(value) == repr(value)


def test_a_dataclass_is_spelt_by_its_own_key_wherever_it_lies():
    assert spelt(("a", (Inner(7),))) == "('a', (First(7),))"


@pytest.mark.parametrize("value", [Renamed(), Colour.RED, (Colour.RED,)])
def test_nothing_is_spelt_by_a_name_that_a_rename_would_change(value):
    with pytest.raises(TypeError, match="needs a key of its own"):
        spelt(value)


def test_fields_are_spelt_under_the_names_that_they_are_kept_by():
    @dataclass(frozen=True)
    class Today:
        gamma: float = field(default=0.5, metadata=stored_as("reach"))
        inner: tuple[Inner, ...] = (Inner(),)

    assert spelt_fields("Yesterday", Today()) == "Yesterday(reach=0.5, inner=(First(3),))"
