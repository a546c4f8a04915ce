"""The browser for the page's tests, on systems that have one, may install one, or neither."""

import bootstrap_verbs
import debian_packages
import pytest
import system_browser
from setup_problem import SetUpProblem


@pytest.fixture
def bare(monkeypatch):
    """A system without a browser that the set-up installs for; what it installs is noted."""
    installed = []
    monkeypatch.setattr(debian_packages, "may_install", lambda: True)
    monkeypatch.setattr(system_browser, "find_browser", lambda: None)
    monkeypatch.setattr(debian_packages, "install", lambda names, doing: installed.extend(names))
    return installed


def test_a_browser_goes_by_several_names():
    there = {"google-chrome": "/usr/bin/google-chrome"}

    assert system_browser.find_browser(lambda name: there.get(name)) == "/usr/bin/google-chrome"
    assert system_browser.find_browser(lambda name: None) is None


def test_where_packages_may_be_installed_one_is_but_once(bare, tmp_path):
    for _ in range(2):
        system_browser.ensure_browser(tmp_path / "tried")

    assert bare == ["chromium"]


def test_where_they_may_not_nothing_is_done(bare, tmp_path, monkeypatch):
    monkeypatch.setattr(debian_packages, "may_install", lambda: False)

    system_browser.ensure_browser(tmp_path / "tried")

    assert bare == []


def test_a_vain_attempt_is_said_and_ends_nothing(bare, tmp_path, monkeypatch, capsys):
    def refuse(names, doing):
        raise SetUpProblem("no network")

    monkeypatch.setattr(debian_packages, "install", refuse)

    system_browser.ensure_browser(tmp_path / "tried")

    assert capsys.readouterr().err == "no network\n"


def test_the_sentence_says_what_to_do():
    assert system_browser.browser_sentence(on_debian=True).endswith(
        "--no-install-recommends chromium"
    )
    assert "google-chrome" in system_browser.browser_sentence(on_debian=False)


def test_the_verb_that_serves_brings_its_packages():
    assert bootstrap_verbs.groups_of(["serve", "--port", "0"]) == {"serve"}
    assert bootstrap_verbs.groups_of(["classify", "a.mp3"]) == set()
