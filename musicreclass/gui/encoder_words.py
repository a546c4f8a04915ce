"""What encoders of a person's own are, and what they cost, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from musicreclass.gui.language import in_words
from musicreclass.gui.messages import BYTES_OF_MEGABYTE, UNKNOWN

if TYPE_CHECKING:
    from musicreclass.pipeline.inventory.encoder_facts import EncoderFacts

KINDS = {
    "ast": "AST",
    "clap": "CLAP (HTSAT)",
    "jmla": "OpenJMLA",
    "maest": "MAEST",
    "onnx": "ONNX",
}
translate = QCoreApplication.translate


def kind_name(facts: EncoderFacts) -> str:
    """Return what kind of network it is, or why it cannot be used."""
    if facts.problem is not None:
        text = translate("EncoderTable", "✕ cannot be used: {problem}")
        return text.format(problem=in_words(facts.problem))
    return KINDS.get(facts.layout, facts.layout)


def megabytes(size_bytes: int) -> str:
    """Return a size as people read it."""
    if not size_bytes:
        return UNKNOWN
    number = QLocale().toString(size_bytes / BYTES_OF_MEGABYTE, "f", 1)
    return translate("EncoderTable", "{number} MB").format(number=number)


def licence_text(licence: str) -> str:
    """Return a licence, or that none is named."""
    return licence or translate("EncoderTable", "not named")
