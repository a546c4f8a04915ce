"""The encoders there are, as a Qt model: one row each."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QObject

from musicreclass.core.location import readable
from musicreclass.gui.encoder_words import kind_name, licence_text, megabytes
from musicreclass.gui.language import in_words
from musicreclass.gui.messages import UNKNOWN
from musicreclass.gui.widgets.column_table import RIGHT, Column, ColumnTableModel
from musicreclass.pipeline.inventory.encoder_facts import EncoderFacts

CONTEXT = "EncoderTable"
translate = QCoreApplication.translate


class EncoderTableModel(ColumnTableModel[EncoderFacts]):
    """Says of an encoder that cannot be used what is wrong with it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, CONTEXT, parent)


def _patch_text(facts: EncoderFacts) -> str:
    if not facts.seconds:
        return UNKNOWN
    seconds = QLocale().toString(facts.seconds, "f", 1)
    rate = QLocale().toString(facts.sample_rate)
    return translate("EncoderTable", "{seconds} s at {rate} Hz").format(seconds=seconds, rate=rate)


def _origin_text(facts: EncoderFacts) -> str:
    if facts.is_download:
        return translate("EncoderTable", "downloaded")
    return readable(str(facts.folder))


COLUMNS: tuple[Column[EncoderFacts], ...] = (
    Column(
        "name",
        QT_TRANSLATE_NOOP("EncoderTable", "Name"),
        lambda facts: facts.name,
        30,
        stretches=True,
        least=120,
    ),
    Column(
        "kind",
        QT_TRANSLATE_NOOP("EncoderTable", "Kind"),
        kind_name,
        24,
        stretches=True,
        least=110,
        tool_tip=lambda facts: kind_name(facts) if facts.remark is None else in_words(facts.remark),
    ),
    Column(
        "patch",
        QT_TRANSLATE_NOOP("EncoderTable", "Looks at"),
        _patch_text,
        150,
        key=lambda facts: facts.seconds,
        gives_way=1,
    ),
    Column(
        "licence",
        QT_TRANSLATE_NOOP("EncoderTable", "Licence"),
        lambda facts: licence_text(facts.licence),
        110,
    ),
    Column(
        "size",
        QT_TRANSLATE_NOOP("EncoderTable", "Size"),
        lambda facts: megabytes(facts.size_bytes),
        96,
        key=lambda facts: facts.size_bytes,
        alignment=RIGHT,
    ),
    Column(
        "from",
        QT_TRANSLATE_NOOP("EncoderTable", "From"),
        _origin_text,
        30,
        stretches=True,
        least=110,
        gives_way=2,
        tool_tip=lambda facts: readable(str(facts.folder)),
    ),
)
