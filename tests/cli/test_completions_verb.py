"""Each shell is really started, and asked what it would offer."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time

import pytest

from musicreclass.__main__ import main
from musicreclass.cli.main import VERBS
from musicreclass.cli.outline import outline
from tests.packaging.needed_tools import needs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these shells are elsewhere")


@pytest.fixture(scope="module")
def program():
    return outline()


def script_for(shell, capsys):
    assert main(["completions", shell]) == 0
    return capsys.readouterr().out


@pytest.fixture
def folder(tmp_path, home):
    """Return a folder with a file and a folder, where a person has a classifier of their own."""
    own = home / "data" / "classifiers"
    own.mkdir(parents=True)
    (own / "mine.pth").touch()
    here = tmp_path / "here"
    (here / "music").mkdir(parents=True)
    (here / "song one.flac").touch()
    return here


ASK_BASH = """\
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_musicreclass
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def bash(capsys, folder, tmp_path):
    """Return what says which words bash offers in place of the last one."""
    script = tmp_path / "completions.bash"
    script.write_text(script_for("bash", capsys), encoding="utf-8")

    def offered(*words):
        command = ["bash", "--norc", "-c", ASK_BASH, "-", script, "musicreclass", *words]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
        assert done.stderr == ""
        return done.stdout.split("\n")[:-1]

    return offered


CASES = [
    (["cl"], {"classify", "classifiers"}),
    (["classify", "--by", ""], {"track", "album", "artist"}),
    (["train", "--preset", "q"], {"quick"}),
    (["classifiers", "re"], {"rename", "remove", "report"}),
    (["classifiers", "use", "m"], {"mine", "music"}),
    (["completions", ""], {"bash", "zsh", "fish"}),
    (["--library", "any.db", "sca"], {"scan"}),
    (["export", "--rel"], {"--relative"}),
    (["classify", "--json", "--spe"], {"--speed"}),
    (["scan", ""], {"music"}),
]


@pytest.mark.parametrize(
    ("words", "expected"),
    CASES,
    ids=lambda case: "-".join(sorted(case) if isinstance(case, set) else case),
)
def test_bash_offers_what_may_stand_there(bash, words, expected):
    assert set(bash(*words)) == expected


def test_bash_offers_files_with_blanks_in_one_piece(bash):
    assert bash("export", "--json", "so") == ["song one.flac"]
    assert bash("classify", "--json", "so") == ["song one.flac"]  # where it is an option alone


def test_bash_offers_all_verbs_and_folders_at_first(bash):
    assert set(bash("")) == {*VERBS, "music"}


def test_every_option_of_every_verb_is_offered(bash, program):
    for command in program.every():
        flags = {flag for option in command.options for flag in option.flags}

        assert set(bash(*command.words, "--")) == {f for f in flags if f.startswith("--")}


@needs("fish")
def test_fish_offers_what_may_stand_there(capsys, folder, tmp_path):
    script = tmp_path / "completions.fish"
    script.write_text(script_for("fish", capsys), encoding="utf-8")
    asked = [f"complete -C 'musicreclass {' '.join(words)}'; echo =" for words, _ in CASES]
    command = ["fish", "--no-config", "-c", f"source {script}; {'; '.join(asked)}"]

    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)

    offered = [
        {line.partition("\t")[0].rstrip("/") for line in said.strip().splitlines()}
        for said in done.stdout.split("=\n")[:-1]
    ]
    assert offered == [expected for _, expected in CASES]


@needs("zsh")
@pytest.mark.parametrize(
    ("words", "expected"),
    CASES[:4],
    ids=lambda case: "-".join(sorted(case) if isinstance(case, set) else case),
)
def test_zsh_offers_what_may_stand_there(capsys, folder, tmp_path, words, expected):
    script = tmp_path / "_musicreclass"
    script.write_text(script_for("zsh", capsys), encoding="utf-8")

    def is_offered(shown):
        after = shown.partition("musicreclass")[2]
        return expected <= set(re.findall(r"[\w-]+", after))

    shown = typed_into_zsh(script, folder, f"musicreclass {' '.join(words)}", is_offered)

    assert is_offered(shown), shown


def typed_into_zsh(script, folder, line, is_offered):
    """Return what a terminal shows once a line was typed, and the key of completion pressed."""
    child, terminal = pty.fork()
    if not child:
        os.chdir(folder)
        os.environ.update(TERM="dumb", COLUMNS="200")
        os.execvp("zsh", ["zsh", "-f", "-i"])
    try:
        set_up = "PS1=; LISTMAX=10000; autoload -Uz compinit; compinit -u -D"
        os.write(terminal, f"{set_up}; source {script}; echo is-$((1 + 1))-ready\n".encode())
        read_until(terminal, lambda shown: "is-2-ready" in shown)
        os.write(terminal, f"{line}\t\t".encode())
        return read_until(terminal, is_offered)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def read_until(terminal, is_all, *, seconds=20.0):
    """Return what comes until it is all that is waited for, or for so long."""
    read, until = "", time.monotonic() + seconds
    while time.monotonic() < until and not is_all(read):
        ready, _, _ = select.select([terminal], [], [], 1.0)
        if ready:
            read += os.read(terminal, 1 << 16).decode("utf-8", "replace")
    return read


@pytest.mark.parametrize("shell", ["bash", pytest.param("zsh", marks=needs("zsh")),
                                   pytest.param("fish", marks=needs("fish"))])  # fmt: skip
def test_the_script_is_one_that_the_shell_can_read(capsys, tmp_path, shell):
    script = tmp_path / "script"
    script.write_text(script_for(shell, capsys), encoding="utf-8")

    done = subprocess.run([shell, "-n", script], capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")


def test_a_shell_that_is_none_is_wrong_use(capsys):
    assert main(["completions", "csh"]) == 2
    assert "csh" in capsys.readouterr().err
