"""Which classifier suggests: chosen, taken back and weighed here by all pages that offer it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from musicreclass.core.classify_summary import Renewal
from musicreclass.core.location import readable
from musicreclass.gui.language import in_words
from musicreclass.gui.messages import tracks
from musicreclass.gui.services.choices import Choices
from musicreclass.sentences.reason import Reason

BOX = "box"


class ClassifierChoice(QObject):
    """The choice that the settings keep; others do what follows from it.

    Signals:
        changed: another classifier, or the same with other weights, suggests from now on.
        classify_wanted: tracks that the one in use was not asked about are to be analyzed.
        said: a sentence on what came of a choice.
        trouble: why the chosen one cannot be used, empty where it can.
        page_wanted: the person wants to see which classifiers there are.
    """

    changed = Signal()
    classify_wanted = Signal()
    said = Signal(str)
    trouble = Signal(str)
    page_wanted = Signal()

    def __init__(self, choices: Choices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._before: str | None = None  # the one chosen until now; None: nothing was changed
        self._is_troubled: bool | None = None  # None: not known of what is chosen now
        # What was said last, for those who come later.
        self.last_said = ""
        self.last_trouble = ""
        self.said.connect(self._note_said)
        self.trouble.connect(self._note_trouble)

    @property
    def name(self) -> str:
        """Return the name or file that is chosen, empty for the one in the box."""
        chosen = self._choices.settings.classifying.classifier
        return "" if chosen == BOX else chosen

    @property
    def before(self) -> str | None:
        """Return what one can go back to, None where nothing was changed since the start."""
        return self._before

    def use(self, name: str) -> None:
        """Let a classifier suggest from now on; empty for the one in the box."""
        before = self.name
        if name != before:
            self._before = before
        self._choose(classifier=name)

    def back_to_box(self) -> None:
        """Let the classifier in the box suggest from now on."""
        self.use("")

    def go_back(self) -> None:
        """Let the classifier suggest that did before."""
        self.use(self._before or "")

    def note_renamed(self, old: str, new: str) -> None:
        """Take note that the chosen one is called otherwise now."""
        if self.name == old:
            self._choose(classifier=new, is_quiet=True)
        if self._before == old:
            self._before = new

    def note_removed(self, name: str) -> None:
        """Take note that a classifier is gone."""
        if self._before == name:
            self._before = None
        if self.name == name:
            self._before = None
            self._choose(classifier="")

    def weigh(self, digest: str, shares: Mapping[str, float], *, is_in_use: bool) -> None:
        """Keep a person's shares of the members of a classifier; none: as they were trained."""
        weights = dict(self._choices.settings.classifying.weights)
        weights.pop(digest, None)
        if shares:
            weights[digest] = dict(shares)
        self._choose(weights=weights, is_quiet=not is_in_use)

    def choose_tagger(self, file: str) -> None:
        """Let a tagger give tags beside the encoder; empty for none."""
        self._choose(tagger=file)

    @property
    def space(self) -> str:
        """Return the encoder of a person's own that map and decisions go by, "" for the box's."""
        return self._choices.settings.classifying.space

    def choose_space(self, encoder: str) -> None:
        """Let map, neighbours and what is learned from decisions go by an encoder; "" is the box's.

        What it has not embedded yet is embedded in the background.
        """
        self._choose(space=encoder)
        if encoder:
            self.classify_wanted.emit()

    def classify_again(self) -> None:
        """Have all tracks analyzed that the one in use was not asked about."""
        self.classify_wanted.emit()

    def try_again(self) -> None:
        """Look whether the chosen one can be used by now."""
        self.changed.emit()

    def note_problem(self, problem: Reason | None) -> None:
        """Take note of why the chosen one cannot be used.

        Where that is news of a choice that was made before, another one suggests from now on.
        """
        is_news = self._is_troubled not in (None, problem is not None)
        self._is_troubled = problem is not None
        self.trouble.emit("" if problem is None else in_words(problem))
        if is_news:
            self.changed.emit()

    def note_renewal(self, renewal: Renewal) -> None:
        """Say what came of a change."""
        if self._is_troubled:
            self.said.emit("")  # what is wrong is said already
            return
        name = self.shown(self.name)
        if not renewal.unscored_count:
            text = self.tr("{name} suggests from now on.")
            self.said.emit(text.format(name=name))
            return
        text = self.tr(
            "{name} suggests from now on. It has not listened to {tracks} yet; “Listen again” does."
        )
        self.said.emit(text.format(name=name, tracks=tracks(renewal.unscored_count)))

    def shown(self, name: str) -> str:
        """Return what a choice is called here."""
        if not name:
            return self.tr("The classifier in the box")
        is_path = Path(name).name != name
        return self.tr("“{name}”").format(name=readable(Path(name).stem) if is_path else name)

    def way_back(self) -> str:
        """Return what a button says that goes back, nothing where there is no way back."""
        if self._before is None or self._before == self.name:
            return ""
        if not self._before:
            return self.tr("Back to the box")
        return self.tr("Back to {name}").format(name=self.shown(self._before))

    def _note_said(self, sentence: str) -> None:
        self.last_said = sentence

    def _note_trouble(self, sentence: str) -> None:
        self.last_trouble = sentence

    def _choose(self, *, is_quiet: bool = False, **changes: object) -> None:
        classifying = replace(self._choices.settings.classifying, **changes)  # type: ignore[arg-type]
        self._choices.change(classifying=classifying)
        if not is_quiet:
            self._is_troubled = None
            self.changed.emit()
