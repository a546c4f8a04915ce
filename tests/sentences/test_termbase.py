"""The program calls each thing by one word in each language."""

import re

import pytest

from tests.sentences.every_reason import TRANSLATED
from tests.sentences.termbase import TERMS, texts

LABEL = re.compile(r"[\s:：…&]|\(&\w\)|（&\w）")  # what a button or heading has beside its term


def bare(text):
    return LABEL.sub("", text).lower()


@pytest.mark.parametrize("language", TRANSLATED)
def test_each_thing_has_a_term_in_each_language(language):
    assert [name for name, term in TERMS.items() if not term.get(language, "").strip()] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_text_that_is_nothing_but_a_term_is_translated_by_it(language):
    named = {bare(word): term for term in TERMS.values() for word in term["en"]}
    wrong = [
        (text.where, text.english, text.translated)
        for text in texts(language)
        if (term := named.get(bare(text.english)))
        and bare(text.translated) not in (term[language], *term.get("labels", {}).get(language, ()))
    ]

    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_calls_a_thing_by_another_word(language):
    wrong = [
        (text.where, text.translated, word)
        for term in TERMS.values()
        for word in term.get("not", {}).get(language, ())
        for text in texts(language)
        if re.search(word, text.translated)
        and not re.search(term.get("unless", "$^"), text.english)
    ]

    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_term_is_no_other_word_for_anything(language):
    wrong = [
        (name, term[language])
        for name, term in TERMS.items()
        for other in TERMS.values()
        for word in other.get("not", {}).get(language, ())
        if re.search(word, term[language])
    ]

    assert wrong == []
