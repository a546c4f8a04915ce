"""The pure parts of the set-up: what is wanted, what is swept, what is said."""

import site
import sys

import environment_setup
import pytest
from pinned_requirements import PinnedRequirements
from watched_command import watch

PYPROJECT = """
[project]
dependencies = ["torch==2.13.0", "numpy>=2"]
[project.optional-dependencies]
test = ["pytest>=8"]
lint = ["ruff"]
"""


@pytest.fixture
def root(tmp_path):
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging" / "constraints.txt").write_text("numpy==2.4.6\n")
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    return tmp_path


@pytest.mark.parametrize(
    ("groups", "wanted"),
    [
        ([], ["torch==2.13.0", "numpy>=2"]),
        (["test", "lint"], ["torch==2.13.0", "numpy>=2", "ruff", "pytest>=8"]),
    ],
)
def test_requirements_come_from_pyproject(root, groups, wanted):
    assert PinnedRequirements.read(root).of(groups) == wanted


def test_the_digest_stays_while_nothing_to_be_installed_changes(root):
    before = PinnedRequirements.read(root).digest()
    (root / "pyproject.toml").write_text(f"{PYPROJECT}\n[tool.ruff]\nline-length = 100\n")

    assert PinnedRequirements.read(root).digest() == before


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("packaging/constraints.txt", "numpy==2.4.7\n"),
        ("pyproject.toml", PYPROJECT.replace("numpy>=2", "numpy>=2.1")),
        ("pyproject.toml", PYPROJECT.replace("pytest>=8", "pytest>=9")),
    ],
)
def test_the_digest_changes_with_what_is_to_be_installed(root, file, text):
    before = PinnedRequirements.read(root).digest()
    (root / file).write_text(text)

    assert PinnedRequirements.read(root).digest() != before


def test_what_a_killed_pip_left_is_swept_and_the_rest_kept(tmp_path):
    whole, half, stray = (tmp_path / name for name in ("a-1.dist-info", "b-1.dist-info", "~orch"))
    for folder in (whole, half, stray):
        folder.mkdir()
    (whole / "RECORD").touch()
    (half / "METADATA").touch()

    environment_setup.remove_half_installed(tmp_path)

    assert list(tmp_path.iterdir()) == [whole]


def test_the_path_file_leads_from_the_packages_to_the_repository(tmp_path, monkeypatch):
    site_packages = tmp_path / "音乐" / ".venv" / "lib" / "site-packages"
    site_packages.mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [])

    environment_setup.write_path_file(site_packages, tmp_path / "音乐")
    site.addsitedir(str(site_packages))

    assert sys.path[-1] == str(tmp_path / "音乐")


@pytest.mark.parametrize(
    ("line", "news"),
    [
        ("Collecting PySide6<6.12,>=6.8 (from -c constraints.txt)", "looking at PySide6"),
        ("  Downloading torch-2.13.0-cp311-x86_64.whl (190.1 MB)", "downloading torch (190.1 MB)"),
        ("Processing ./wheels/torchaudio-2.11.0-cp311-x86_64.whl", "looking at torchaudio"),
        ("Installing collected packages: a, b, c", "installing 3 in all"),
        ("Requirement already satisfied: a", None),
    ],
)
def test_pips_lines_become_a_few_words(line, news):
    assert environment_setup.pip_news(line) == news


def test_pips_first_error_is_the_reason():
    lines = ["ERROR: No space left on device.", "ERROR: and more"]

    assert environment_setup.pip_reason(lines) == "No space left on device"


def test_a_missing_network_is_called_so():
    lines = [
        "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError'",
        "ERROR: ResolutionImpossible",
    ]

    assert environment_setup.pip_reason(lines) == "the package index cannot be reached"


@pytest.mark.parametrize(
    ("on_debian", "advice"), [(True, "sudo apt-get install"), (False, "install a complete Python")]
)
def test_a_python_without_venv_is_told_what_to_do(on_debian, advice):
    assert advice in environment_setup.venv_sentence("python3.11-venv", on_debian)


def test_a_watched_command_is_read_logged_and_its_status_known(tmp_path, capsys):
    news, log = [], tmp_path / "log"
    code = "import sys; print('one'); print('two', file=sys.stderr, flush=True); sys.exit(3)"

    outcome = watch([sys.executable, "-c", code], "Counting", news=news.append, log=log)

    assert outcome.status == 3
    assert sorted(outcome.last_lines) == sorted(news) == ["one", "two"]
    assert sorted(log.read_text().split()) == ["one", "two"]
    assert capsys.readouterr().err.splitlines() == ["Counting: ...", "Counting: failed (0 s)"]


def test_an_interrupted_watch_leaves_no_process_behind(monkeypatch, capsys):
    def interrupted(line):
        raise KeyboardInterrupt

    monkeypatch.setattr("watched_command._SECONDS_TO_END_BY_ITSELF", 0.1)
    code = "import time; print('up', flush=True); time.sleep(60)"

    with pytest.raises(KeyboardInterrupt):
        watch([sys.executable, "-c", code], "Sleeping", news=interrupted)

    assert "Sleeping: stopped" in capsys.readouterr().err
