"""The field's words, kept by a machine: names, comments and docstrings use no former ones."""

import ast
import io
import re
import tokenize
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("musicreclass", "packaging", "tests")
# This file names former words, and the other one calls the version that had them.
APART = {"test_vocabulary.py", "_compat_before.py"}

# A word that the house had for itself -> the field's word. No name, comment or docstring has it.
FORMER = {
    "judge judges judged judging jury": "calibrator, loaded classifier",
    "sitter sitters portrait portraits studio artistry commission commissions": "track preview",
    "hear hears heard hearing hearings hearable": "analyze, analysis",
    "listenable listenables listened ears": "audio file, analysis options",
    "playedotherwise habits": "augmentation",
    "dealer dealt deals deck decks": "training set, batch loader, batch",
    "student students lesson lessons course teach teaches taught teaching": "member, fit, training",
    "switches": "override",
    "likeness evening evenings": "RBF kernel, quantile transform",
    "familiarity oddity oddities middles": "novelty, distances, centroids",
    "suspect suspects witness witnesses": "label noise, mislabel",
    "flattery flattered rival rivals interview contest contestant": "leakage, comparison",
    "glance glances trunk trunks": "file header, activations, backbone",
    "hindrance fate tally arrivals": "blocker, row state, counts, pending updates",
}
# Ordinary words that once named what the field has a name for: in names alone they are former.
FORMER_NAMES = {
    "place places placed": "index, row, position, folder",
    "listen listens listening": "classify, analyze",
    "settled settling unlike": "idle, updated, decided, novel",
    "asking beginning": "predicting, warm start",
    "board reach recipe deal": "TensorBoard context, gamma, configuration, batches",
}
# What somebody's disk, script or another program knows by its name, and what is no jargon.
KEPT = {
    "heard_by": "a column's name in the settings of a table",
    "trunk": "weights' names in files of classifiers",
    "anchors": "weights' names in files of classifiers",
    "listening": "a table of the settings",
    "listen": "QLocalServer's",
    "in_place": "numpy's and the field's own word",
    "REACH": "how far a filter reaches",
    "recipe": "of the classifier in the box, what it is made by",
}


IN_PLACE = re.compile("in_?place", re.IGNORECASE)  # numpy's and the field's own word, in any name


def words_of(name):
    """Return the words that a name consists of, in lower case."""
    name = IN_PLACE.sub("_", name)
    return [w.lower() for w in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)]


def spread(table):
    return {word: said for words, said in table.items() for word in words.split()}


EVERYWHERE = spread(FORMER)
IN_NAMES = EVERYWHERE | spread(FORMER_NAMES)


def files_of(room):
    return [path for path in sorted((ROOT / room).rglob("*.py")) if path.name not in APART]


def former_in(source):
    """Yield line and word of each former one in `source`."""
    documented = {
        node.body[0].lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
        and ast.get_docstring(node) is not None
    }
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        line = token.start[0]
        if token.type == tokenize.NAME and token.string not in KEPT:
            yield from ((line, word) for word in words_of(token.string) if word in IN_NAMES)
        is_docstring = token.type == tokenize.STRING and line in documented
        if token.type == tokenize.COMMENT or is_docstring:
            said = re.sub(
                r'"[^"\n]+"|`[^`\n]+`', "", token.string.strip('"')
            )  # quoted: what others read
            yield from ((line, w) for w in re.findall(r"[a-z]+", said.lower()) if w in EVERYWHERE)


@pytest.mark.parametrize("room", ROOMS)
def test_the_fields_words_are_used(room):
    files = files_of(room)

    found = [
        f"{path.relative_to(ROOT)}:{line}: {word}; say {IN_NAMES[word]}"
        for path in files
        for line, word in former_in(path.read_text(encoding="utf-8"))
    ] + [
        f"{path.relative_to(ROOT)}: {word}; say {IN_NAMES[word]}"
        for path in files
        for word in words_of(path.stem)
        if path.stem not in KEPT and word in IN_NAMES
    ]

    assert not found


def test_what_is_kept_is_there():
    named = Counter(
        token.string
        for room in ROOMS
        for path in files_of(room)
        for token in tokenize.generate_tokens(io.StringIO(path.read_text("utf-8")).readline)
    )

    # A name of a column or a table stands in quotes, the file of a recipe in an import.
    assert [name for name in KEPT if not named[name] and not named[f'"{name}"']] == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("class Judge:\n    pass\n", [(1, "judge")]),
        ("def f():\n    # the lessons\n    return heard_seconds\n", [(2, "lessons"), (3, "heard")]),
        ('"""What is taught."""\n', [(1, "taught")]),
        ("x = 'heard'  # as `heard` says\n", []),
        ("heard_by = 1\n", []),
    ],
)
def test_a_former_word_is_found(source, expected):
    assert list(former_in(source)) == expected
