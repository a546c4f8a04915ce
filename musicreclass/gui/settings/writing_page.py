"""Settings: how genres are written into files, unless something else is chosen for one batch."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from musicreclass.gui.services.choices import Choices
from musicreclass.gui.settings.settings_page import SettingsPage
from musicreclass.gui.writing.rule_bar import RuleBar, rules_in, with_rules

MOST_STYLES = 3


class WritingPage(SettingsPage):
    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("WritingPage", "Writing"), choices, parent)
        self.version = self.add_choice(
            "writing.id3",
            self.tr("ID3 version"),
            {
                "keep": self.tr("as each file has it"),
                "2.3": self.tr("ID3v2.3, which old players read"),
                "2.4": self.tr("ID3v2.4"),
            },
            self.tr("Of the tags in MP3, WAV and AIFF files. Other formats have no versions."),
        )
        self.separator = self.add_text(
            "writing.separator",
            self.tr("Between several genres"),
            self.tr("a list, where possible"),
            self.tr(
                "Empty writes them as a list, as the formats want it. Some players read one "
                "text only: then “; ” or “/”."
            ),
        )
        self.keep_times = self.add_check(
            "writing.keep_times",
            self.tr("Keep the time of modification"),
            self.tr("Players and backups that go by it notice no change."),
        )
        self.safe = self.add_choice(
            "writing.safe",
            self.tr("How files are written"),
            {
                "auto": self.tr("in place where nothing moves"),
                "copy": self.tr("always as a copy"),
            },
            self.tr(
                "Either way a crash or a power cut leaves each file wholly old or wholly new. "
                "In place only the tags are written, which is many times faster; a copy of the "
                "whole file takes its place in one step."
            ),
        )
        self.styles = self.add_number(
            "writing.styles",
            self.tr("Added styles"),
            (0, MOST_STYLES),
            "",
            self.tr(
                "At most so many of what a track sounds like are written behind its genre: "
                "Rock, Indie Rock."
            ),
            zero=self.tr("none"),
        )
        self.score = self.add_number(
            "writing.style_score",
            self.tr("From a score of"),
            (0, 100),
            self.tr(" of 100"),
            self.tr(
                "That a style has at least. Scores rank tracks; they are no chances of being right."
            ),
        )
        self.bind("writing.styles", lambda number: self.score.setEnabled(bool(number)))
        self.rules = RuleBar(rules_in(choices.settings.writing), is_stacked=True)
        self.rules.changed.connect(
            lambda rules: choices.change(writing=with_rules(choices.settings.writing, rules))
        )
        choices.changed.connect(lambda _, now: self.rules.show_rules(rules_in(now.writing)))
        self.add_group(self.tr("Rules for genres"), self.rules)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the settings that this page is about, the rules among them."""
        rules = ("existing", "names_as", "most_genres", "order")
        return (*super().keys, *(f"writing.{name}" for name in rules))
