"""Help in the language of the other sentences."""

import argparse
import importlib
import re

import pytest

from musicreclass.__main__ import main
from musicreclass.cli import main as cli_main
from musicreclass.cli.help_texts import USAGE, actions_in, help_texts, parsers_in, wrapped
from musicreclass.cli.main import VERBS, _parser
from musicreclass.cli.parser_words import meaning
from musicreclass.core.location import columns_of
from musicreclass.sentences.reason import Reason
from tests.sentences.every_reason import TRANSLATED

KEPT = re.compile(r"\{\w+\}|%%|--[\w-]+|`[^`]+`|~/[\w./-]+|\b[A-Z_]{3,}\b")  # what stays as it is


@pytest.fixture(scope="module")
def said():
    """Return all that any help says, in English."""
    found = {USAGE}
    for verb in VERBS:
        module = importlib.import_module(f"musicreclass.cli.{verb}")
        for parser in parsers_in(_parser((verb, module), verb)):
            found |= {parser.description, parser.epilog}
            found |= {text for g in parser._action_groups for text in (g.title, g.description)}
            found |= {action.help for action in actions_in(parser)}
    return found - {None, "", argparse.SUPPRESS}


@pytest.mark.parametrize("language", TRANSLATED)
def test_all_that_help_says_is_translated_and_nothing_else(language, said):
    assert set(help_texts(language)) == said


@pytest.mark.parametrize("language", TRANSLATED)
def test_options_names_and_paths_stay_as_they_are(language):
    changed = [
        (english, translated)
        for english, translated in help_texts(language).items()
        if not set(KEPT.findall(english)) <= set(KEPT.findall(translated))
    ]

    assert changed == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            ["usage: musicreclass write", "options:", "default: the whole library"],
        ),
        ("zh_TW", ["用法：musicreclass write", "位置引數:", "預設：整個音樂庫"]),
        ("zh_CN", ["用法：musicreclass write", "位置参数:", "默认：整个音乐库"]),
        ("ja", ["使い方：musicreclass write", "位置引数:", "既定：ライブラリ全体"]),
    ],
)
def test_help_is_in_the_language_that_was_chosen(language, words, capsys, monkeypatch):
    monkeypatch.setattr(cli_main, "_language", lambda: language)
    with pytest.raises(SystemExit):
        main(["write", "--help"])

    out = capsys.readouterr().out
    assert [word for word in words if word not in out] == []


def test_the_verbs_of_a_verb_are_translated_too(capsys, monkeypatch):
    monkeypatch.setattr(cli_main, "_language", lambda: "ja")
    with pytest.raises(SystemExit):
        main(["library", "--help"])

    assert "バックアップを新しい順に一覧にする" in capsys.readouterr().out


@pytest.mark.parametrize("width", [20, 40, 77])
@pytest.mark.parametrize("language", TRANSLATED)
def test_lines_are_as_wide_as_there_is_room_and_lose_nothing(language, width):
    for text in help_texts(language).values():
        lines = wrapped(text, width)

        assert [line for line in lines if line[:1] in "。，、；：）」" and line] == []
        assert "".join("".join(lines).split()) == "".join(text.split())
        words = max(map(columns_of, re.findall(r"[!-~]+\S?", text)), default=0)
        assert max(map(columns_of, lines)) <= max(width, words + 2)


def said_of(*arguments):
    """Return what a parser says of arguments that are wrong."""
    parser = Complaining()
    parser.add_argument("path")
    parser.add_argument("--count", type=int)
    parser.add_argument("--kind", choices=["a", "b"])
    parser.add_argument("--kinder", nargs="+")
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--one", action="store_true")
    either.add_argument("--other", action="store_true")
    with pytest.raises(Complaint) as complaint:
        parser.parse_args(arguments)
    return meaning(str(complaint.value))


class Complaint(Exception):
    """What a parser says is wrong."""


class Complaining(argparse.ArgumentParser):
    def error(self, message):
        raise Complaint(message)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], "cli.arguments_missing"),
        (["p", "--unknown"], "cli.arguments_unknown"),
        (["p", "--count", "x"], "cli.value_makes_no_sense"),
        (["p", "--count"], "cli.value_missing"),
        (["p", "--kinder"], "cli.values_missing"),
        (["p", "--kind", "c"], "cli.no_such_choice"),
        (["p", "--one", "--other"], "cli.not_with"),
        (["p", "--o"], "cli.option_of_several"),
    ],
)
def test_what_is_wrong_with_arguments_can_be_said_in_each_language(arguments, code):
    found = said_of(*arguments)

    assert isinstance(found, Reason)
    inner = dict(found.values).get("said")
    assert (inner.code if isinstance(inner, Reason) else found.code) == code


def test_the_group_of_which_one_is_needed_is_told():
    assert meaning("one of the arguments --a --b is required").code == "cli.one_missing"
    assert meaning("something else") == "something else"
