import ast
import re
from pathlib import Path

import pytest

import musicreclass
from musicreclass import paths
from musicreclass.audio.decoding.waveform import Remark
from musicreclass.core.decision import ReviewState
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.review.transitions import ReviewQueue
from musicreclass.core.tag_change import ChangeState
from musicreclass.pipeline.organizing.move_plan import Unsorted
from musicreclass.sentences.catalogue import Sentences
from musicreclass.sentences.languages import LANGUAGES, language_of
from musicreclass.sentences.reason import Reason, because
from tests.sentences.every_reason import CATALOGUE, TRANSLATED, fields_of, templates, with_english

ROOT = Path(musicreclass.__file__).parent
PLAIN = [code for code, entry in CATALOGUE.items() if not fields_of(entry)]
PAGES = sorted(paths.resource("pages").glob("*.j2"))


def codes_said():
    """Yield every `because("code", name=...)` of the package: where, code and names."""
    for file in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id == "because" and isinstance(node.args[0], ast.Constant):
                names = {keyword.arg for keyword in node.keywords}
                yield f"{file.relative_to(ROOT)}:{node.lineno}", node.args[0].value, names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_every_language_with_the_same_values(language):
    lacking = [code for code, entry in CATALOGUE.items() if set(entry) != set(LANGUAGES)]
    other_values = [
        code
        for code, entry in CATALOGUE.items()
        if fields_of(entry, language).keys() != fields_of(entry).keys()
    ]

    assert (lacking, other_values) == ([], [])


@pytest.mark.parametrize("language", TRANSLATED)
def test_other_sentences_have_no_english_in_them(language):
    said = {code: " ".join(templates(entry, language)) for code, entry in CATALOGUE.items()}

    assert with_english({code: re.sub(r"\{[^}]*\}", "", text) for code, text in said.items()}) == {}


def test_every_code_that_is_said_is_in_the_catalogue_with_its_values():
    unknown = [
        f"{where}: {code}({', '.join(sorted(names))})"
        for where, code, names in codes_said()
        if code not in CATALOGUE or names != fields_of(CATALOGUE[code]).keys()
    ]

    assert unknown == []


@pytest.mark.parametrize(
    "code",
    [
        *(f"cli.verdict_{verdict.name.lower()}" for verdict in Verdict),
        *(f"cli.queue_{queue.name.lower()}" for queue in ReviewQueue),
        *(f"cli.files_{state.value}" for state in ChangeState),
        *(f"audio.remark_{remark.name.lower()}" for remark in Remark),
        *(f"cli.and_{why.value}" for why in Unsorted),
        *(f"core.state_{state.value}" for state in ReviewState),
    ],
)
def test_every_name_of_an_enum_that_a_code_ends_in_is_in_the_catalogue(code):
    assert code in CATALOGUE


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_code_in_a_page_is_in_the_catalogue(page):
    codes = re.findall(r'"((?:training|study)\.\w+)"', page.read_text(encoding="utf-8"))

    assert [code for code in codes if code not in CATALOGUE] == []


def test_every_code_of_the_catalogue_is_said_somewhere():
    files = (*ROOT.rglob("*.py"), *PAGES)
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    begun = tuple(re.findall(r'"(\w+\.\w+_)\{', text))  # of codes that end in an enum's name

    assert [c for c in CATALOGUE if f'"{c}"' not in text and not c.startswith(begun)] == []


def test_each_table_alone_says_what_the_whole_file_says():
    said = {code: Sentences("ja").of(Reason(code)) for code in PLAIN}

    assert len(said) > 100
    assert said == {code: CATALOGUE[code]["ja"] for code in PLAIN}


def test_a_count_of_one_is_said_otherwise_than_many():
    english = Sentences("en")

    assert english.of(because("audio.too_short", samples=3, needed=2048)).count("3 samples") == 1


def test_reasons_within_reasons_are_said_in_one_language():
    inner = because("said.stopped")
    said = Sentences("zh_TW").of(because("said.of_file", name="a.mp3", reason=inner))

    assert said.startswith("a.mp3：已停止")


def test_a_code_that_a_newer_version_kept_is_named_with_its_values():
    assert Sentences("zh_CN").of(because("tags.of_tomorrow", count=3)) == "tags.of_tomorrow count=3"


def test_values_of_another_version_are_no_reason_to_fail():
    assert Sentences("en").of(because("said.of_file", title="a")) == "said.of_file"


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("zh_TW.UTF-8", "zh_TW"),
        ("zh_HK", "zh_TW"),
        ("zh-Hant-SG", "zh_TW"),
        ("zh_CN.GB18030", "zh_CN"),
        ("zh_SG", "zh_CN"),
        ("ja_JP.UTF-8", "ja"),
        ("ja", "ja"),
        ("de_DE.UTF-8", "en"),
        ("C", "en"),
    ],
)
def test_the_language_of_the_system_is_spoken(monkeypatch, locale, language):
    monkeypatch.setenv("LC_ALL", locale)

    assert language_of("system") == language


def test_a_chosen_language_is_spoken_whatever_the_system_speaks(monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")

    assert language_of("en") == "en"
    assert language_of("zh_CN") == "zh_CN"
