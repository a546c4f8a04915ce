"""The classifiers there are, as a Qt model: one row each, the one in the box first."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from musicreclass.core.genre import Taxonomy
from musicreclass.core.location import readable
from musicreclass.gui.classifiers.classifier_words import (
    day_text,
    genres_text,
    interval,
    measured_sentence,
    measured_text,
    members_text,
    origin_word,
    quality_text,
    shown_name,
    size_text,
    trained_on,
)
from musicreclass.gui.language import in_words
from musicreclass.gui.messages import UNKNOWN, count
from musicreclass.gui.widgets.column_table import RIGHT, Column, ColumnTableModel
from musicreclass.pipeline.inventory.classifier_facts import ClassifierFacts

CONTEXT = "ClassifierTable"


class ClassifierTableModel(ColumnTableModel[ClassifierFacts]):
    """Says of a file that cannot be used what is wrong with it."""

    def __init__(self, taxonomy: Taxonomy, parent: QObject | None = None) -> None:
        super().__init__(_columns(taxonomy), CONTEXT, parent)

    def row_of(self, key: str) -> int:
        """Return the row of the file with this path, -1 where it is not there."""
        paths = [str(self.row_at(row).path) for row in range(self.rowCount())]
        return paths.index(key) if key in paths else -1


def use_mark(facts: ClassifierFacts) -> str:
    """Return whether it suggests, as a mark and a word."""
    return QCoreApplication.translate("ClassifierTable", "✓ In use") if facts.is_in_use else ""


def _columns(taxonomy: Taxonomy) -> tuple[Column[ClassifierFacts], ...]:
    return (
        Column(
            "name",
            QT_TRANSLATE_NOOP("ClassifierTable", "Name"),
            shown_name,
            36,
            stretches=True,
            least=104,
            tool_tip=lambda facts: f"{shown_name(facts)}\n{readable(str(facts.path))}",
        ),
        Column(
            "use",
            QT_TRANSLATE_NOOP("ClassifierTable", "In use"),
            use_mark,
            86,
            hint=QT_TRANSLATE_NOOP("ClassifierTable", "Which one suggests genres"),
        ),
        Column(
            "genres",
            QT_TRANSLATE_NOOP("ClassifierTable", "Genres"),
            lambda facts: count(len(facts.genres)) if facts.genres else UNKNOWN,
            88,
            key=lambda facts: len(facts.genres),
            alignment=RIGHT,
            tool_tip=lambda facts: genres_text(facts, taxonomy),
        ),
        Column(
            "right",
            QT_TRANSLATE_NOOP("ClassifierTable", "Right"),
            quality_text,
            76,
            key=lambda facts: -1.0 if facts.quality is None else facts.quality.accuracy,
            alignment=RIGHT,
            hint=QT_TRANSLATE_NOOP(
                "ClassifierTable",
                "On how many of 100 tracks it names the right genre. Figures that were measured on "
                "different music cannot be compared.",
            ),
            tool_tip=lambda facts: f"{quality_text(facts)}  {interval(facts.quality)}".strip(),
        ),
        Column(
            "measured",
            QT_TRANSLATE_NOOP("ClassifierTable", "Measured on"),
            _measured,
            64,
            stretches=True,
            least=96,
            tool_tip=_measured_in_full,
        ),
        _plain("trained", QT_TRANSLATE_NOOP("ClassifierTable", "Trained on"), trained_on, 180),
        Column(
            "day",
            QT_TRANSLATE_NOOP("ClassifierTable", "Date"),
            lambda facts: UNKNOWN if facts.origin == "box" else day_text(facts),
            92,
            key=lambda facts: facts.made_at,
            gives_way=1,
        ),
        _plain("members", QT_TRANSLATE_NOOP("ClassifierTable", "Members"), members_text, 180),
        _plain("origin", QT_TRANSLATE_NOOP("ClassifierTable", "From"), origin_word, 150),
        Column(
            "size",
            QT_TRANSLATE_NOOP("ClassifierTable", "Size"),
            size_text,
            86,
            key=lambda facts: facts.size_bytes,
            alignment=RIGHT,
            is_extra=True,
        ),
        _plain(
            "licence",
            QT_TRANSLATE_NOOP("ClassifierTable", "Licence"),
            lambda facts: facts.licence.partition("\n")[0] or UNKNOWN,
            160,
        ),
    )


def _plain(name: str, heading: object, text: object, width: int) -> Column[ClassifierFacts]:
    return Column(name, heading, text, width, is_extra=True)  # type: ignore[arg-type]


def _measured(facts: ClassifierFacts) -> str:
    if facts.problem is not None:
        text = QCoreApplication.translate("ClassifierTable", "✕ cannot be used: {problem}")
        return text.format(problem=in_words(facts.problem))
    return measured_text(facts.quality)


def _measured_in_full(facts: ClassifierFacts) -> str:
    return _measured(facts) if facts.problem is not None else measured_sentence(facts.quality)
