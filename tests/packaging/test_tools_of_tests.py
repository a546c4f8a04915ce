import debian_packages
import tools_of_tests
from setup_problem import SetUpProblem


def nothing(tool):
    return None


def test_nothing_is_missing_where_all_is_there():
    assert tools_of_tests.missing_tools(lambda tool: f"/usr/bin/{tool}") == []


def test_what_is_missing_is_named_with_the_line_that_installs_it():
    missing = tools_of_tests.missing_tools(nothing)

    assert set(missing) == tools_of_tests.TOOLS.keys()
    advice = tools_of_tests.advice_for(["fish", "appstreamcli"])
    assert advice.startswith("install appstream, fish; on Debian: ")
    assert advice.endswith("appstream fish")


def test_tests_run_without_them_where_they_cannot_be_installed(monkeypatch, capsys):
    def refuse(packages, doing):
        raise SetUpProblem("there is no network")

    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(tools_of_tests, "missing_tools", lambda: ["zsh"])
    monkeypatch.setattr(debian_packages, "may_install", lambda: True)
    monkeypatch.setattr(debian_packages, "install", refuse)

    tools_of_tests.ensure_tools()

    assert capsys.readouterr().err == "Some tests will be skipped: there is no network\n"
