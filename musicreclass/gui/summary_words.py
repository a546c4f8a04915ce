"""What a scan or a classification came to, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from musicreclass.gui.messages import count, tracks

if TYPE_CHECKING:
    from musicreclass.core.classify_summary import ClassifySummary
    from musicreclass.pipeline.scanning.scan import ScanSummary

translate = QCoreApplication.translate


def scan_sentence(summary: ScanSummary) -> str:
    """Return how many files were found; nothing while there is no folder yet."""
    if not (summary.files or summary.missing or summary.problems):
        return ""
    text = translate(
        "MainWindow", "{files} files looked at: {new} new, {changed} changed, {missing} missing"
    )
    sentence = text.format(
        files=count(summary.files),
        new=count(summary.new),
        changed=count(summary.changed + summary.moved),
        missing=count(summary.missing),
    )
    if not summary.problems:
        return sentence
    more = translate("MainWindow", "{number} could not be read, see Problems")
    return f"{sentence} · {more.format(number=count(summary.problems))}"


def classified_sentence(summary: ClassifySummary) -> str:
    """Return how many tracks were classified; nothing where none were, nor could not be."""
    if not summary.classified and not summary.problems:
        return ""
    text = translate("MainWindow", "{tracks} listened to")
    parts = [text.format(tracks=tracks(summary.classified))] if summary.classified else []
    if summary.problems:
        more = translate("MainWindow", "{number} could not be heard, see Problems")
        parts.append(more.format(number=count(summary.problems)))
    return " · ".join(parts)
