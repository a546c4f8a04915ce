import pytest

from musicreclass.core.naming.scripts import script_of


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("", ""),
        ("Paper Tigers", ""),
        ("Étude – n° 3", ""),
        ("青花瓷", "Hani"),
        ("逆光（Live）", "Hani"),
        ("𠮷", "Hani"),
        ("夜に駆ける", "Jpan"),
        ("봄날 (春)", "Kore"),
        ("Группа крови", "Cyrl"),
        ("मोहे रंग दो", "Deva"),
        ("Live at 東京 (Tokyo)", "Hani"),
    ],
)
def test_the_script_of_a_name_is_told(name, script):
    assert script_of(name) == script


def test_names_are_looked_at_together():
    assert script_of("Intro", "周杰倫") == "Hani"
    assert script_of("花", "うた") == "Jpan"
