"""What a person does to the vocabulary and to the rules, kept at once and known to all rooms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from musicreclass.core.genre import Genre, Taxonomy, TaxonomyProblem, key_of
from musicreclass.core.genres.genre_counts import GenreCounts, counted_genres
from musicreclass.core.genres.genre_file import (
    VocabularyProblem,
    load_vocabulary,
    save_vocabulary,
    shipped_taxonomy,
    taxonomy_in_use,
)
from musicreclass.core.genres.genre_rules import GenreRules, NamesAs, UsualNames
from musicreclass.core.genres.vocabulary import Vocabulary
from musicreclass.core.job import JobContext
from musicreclass.core.track import TrackLine
from musicreclass.gui.genres.genre_form import GenreDraft
from musicreclass.gui.genres.genres_page import GenresPage
from musicreclass.gui.language import sentence_on, spoken
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.live_taxonomy import LiveTaxonomy
from musicreclass.gui.widgets.genre_editor import GenreWords, asked_genres
from musicreclass.gui.workers import Workers, single_shot
from musicreclass.gui.writing.rule_bar import rules_in, with_rules
from musicreclass.sentences.languages import NAMES

COUNT_MS = 400  # decisions come in handfuls


class GenresService(QObject):
    """Signals: `changed` when genres are other ones now, `review_wanted` with a query."""

    changed = Signal()
    review_wanted = Signal(str)

    def __init__(
        self,
        page: GenresPage,
        file: Path,
        live: LiveTaxonomy,
        lines: Callable[[], Sequence[TrackLine]],
        choices: Choices,
        workers: Workers,
    ) -> None:
        super().__init__(workers)
        self._page = page
        self._file = file
        self._live = live
        self._lines = lines
        self._choices = choices
        self._workers = workers
        self._counts = GenreCounts()
        self._usual = UsualNames()
        self._before: list[tuple[Vocabulary, str]] = []  # and what was done to each
        self._is_counting = False
        self._counting = single_shot(self, COUNT_MS, self._count)
        self.vocabulary = Vocabulary()
        self._load()
        page.shown.connect(self._on_shown)
        page.tree.chosen.connect(self._show_genre)
        page.tree.strange_chosen.connect(self._on_strange)
        page.add_wanted.connect(self._ask_new)
        page.undo_wanted.connect(self.undo)
        page.form.saved.connect(self.save)
        page.form.removed.connect(self.remove)
        page.form.shown_toggled.connect(self.show_in_suggestions)
        page.form.merge_wanted.connect(self._ask_merge)
        page.form.parted.connect(self.part)
        page.form.review_wanted.connect(lambda name: self.review_wanted.emit(f'genre:"{name}"'))
        page.rules.changed.connect(self._keep_rules)
        page.separator.changed.connect(self._keep_separator)

    @property
    def is_counting(self) -> bool:
        """Whether counts are under way, or about to be."""
        return self._is_counting or self._counting.isActive()

    def note_tracks(self) -> None:
        """Count anew where anybody looks, for tracks or decisions are other ones now."""
        if self._page.isVisible():
            self._counting.start()

    def save(self, draft: GenreDraft) -> None:
        """Add the genre that was typed, or keep what was changed of one."""
        genre = self._live.with_id(draft.genre_id)
        if taken := self._taken(draft):
            self._page.say(taken)
            return
        if genre is None:
            said = self.tr("Added: {genre}").format(genre=_first(draft.names))
            add = partial(self.vocabulary.with_genre, draft.names, draft.parent, draft.aliases)
            if self._change(add, said):
                self._page.tree.go_to(self.vocabulary.added[-1].id)
            return
        said = self.tr("Changed: {genre}").format(genre=_first(draft.names))
        merged = {
            text
            for source in self.vocabulary.counting_as(genre.id)
            if (one := shipped_taxonomy().with_id(source) or self._own(source)) is not None
            for text in one.spellings
        }
        aliases = tuple(alias for alias in draft.aliases if alias not in merged)
        self._change(
            lambda: self.vocabulary.changed(
                genre, draft.names, aliases, draft.parent, shipped_taxonomy()
            ),
            said,
        )

    def remove(self, genre_id: str) -> None:
        """Take an own genre out."""
        said = self.tr("Removed: {genre}").format(genre=self._name(genre_id))
        self._change(lambda: self.vocabulary.without(genre_id), said)

    def show_in_suggestions(self, genre_id: str, is_shown: bool) -> None:
        """Let a genre be suggested, or hide it."""
        name = self._name(genre_id)
        text = self.tr("{genre} may be suggested") if is_shown else self.tr("{genre} is hidden")
        self._change(
            lambda: self.vocabulary.with_shown(genre_id, is_shown), text.format(genre=name)
        )

    def merge(self, source: str, target: str) -> None:
        """Let one genre count as another; both by id, or the first as a text of files."""
        into = self._name(target)
        text = self.tr("{genre} counts as {other}")
        if self._live.with_id(source) is None:
            said = text.format(genre=source, other=into)
            self._change(lambda: self._with_alias(target, source), said)
        else:
            said = text.format(genre=self._name(source), other=into)
            self._change(lambda: self.vocabulary.with_merged(source, target), said)
        self._page.tree.go_to(target)

    def part(self, genre_id: str) -> None:
        """Let a merged genre stand for itself again."""
        said = self.tr("{genre} stands for itself again")
        name = self._merged_name(genre_id)
        self._change(lambda: self.vocabulary.with_parted(genre_id), said.format(genre=name))

    def undo(self) -> None:
        """Take back the last change."""
        if self._before:
            vocabulary, said = self._before.pop()
            self._keep(vocabulary, self.tr("Taken back: {what}").format(what=said))

    def _change(self, made: Callable[[], Vocabulary], said: str) -> bool:
        """Keep what is made of the vocabulary, or say why it cannot be."""
        before = self.vocabulary
        try:
            after = made()
            after.applied(shipped_taxonomy())
        except TaxonomyProblem as error:
            self._page.say(sentence_on(error))
            return False
        if after == before:
            return False
        if not self._keep(after, said):
            return False
        self._before.append((before, said))
        self._page.undo_button.setEnabled(True)
        return True

    def _keep(self, vocabulary: Vocabulary, said: str) -> bool:
        try:
            save_vocabulary(vocabulary, self._file)
        except VocabularyProblem as error:
            self._page.say(sentence_on(error))
            return False
        self.vocabulary = vocabulary
        self._live.become(taxonomy_in_use())
        self._page.say(said)
        self._page.undo_button.setEnabled(bool(self._before))
        self._render()
        self.changed.emit()
        self._counting.start()
        return True

    def _load(self) -> None:
        try:
            self.vocabulary = load_vocabulary(self._file)
        except VocabularyProblem as error:  # it was set aside when the window was made
            self._page.say(sentence_on(error))

    def _taken(self, draft: GenreDraft) -> str:
        """Say which of the names typed another genre has already; nothing where none is."""
        for text in (*draft.names.values(), *draft.aliases):
            found = self._live.find(text) if text.strip() else None
            is_own = found is not None and found.id == draft.genre_id
            if found is not None and not is_own and key_of(text) in map(key_of, found.spellings):
                said = self.tr("“{text}” is a name of {genre} already.")
                return said.format(text=text.strip(), genre=self._name(found.id))
        return ""

    def _with_alias(self, target: str, text: str) -> Vocabulary:
        genre = self._live.with_id(target)
        assert genre is not None
        aliases = (*self.vocabulary.aliases.get(target, ()), text)
        if self.vocabulary.is_own(target):
            aliases = (*genre.aliases, text)
        parent, names = genre.parent, genre.names
        return self.vocabulary.changed(genre, names, aliases, parent, shipped_taxonomy())

    def _on_shown(self) -> None:
        writing = self._choices.settings.writing
        self._page.rules.show_rules(rules_in(writing))
        self._page.separator.show_separator(writing.separator or None)
        if not self._page.tree.ids():
            self._render()
        self._count()

    def _count(self) -> None:
        if self._is_counting:
            self._counting.start()
            return
        self._is_counting = True
        thread = self._workers.prepare(partial(_counted, self._lines(), taxonomy_in_use()))
        thread.succeeded.connect(self._on_counted)
        thread.finished.connect(self._on_count_ended)
        self._workers.start(thread)

    def _on_counted(self, found: tuple[GenreCounts, UsualNames]) -> None:
        counts, self._usual = found
        known = self._counts
        is_other = (counts.by_genre, counts.strange) != (known.by_genre, known.strange)
        self._counts = counts
        if is_other:
            self._render()
        self._say_rules()

    def _on_count_ended(self) -> None:
        self._is_counting = False

    def _render(self) -> None:
        self._page.tree.show_genres(self._live, self._counts, self._remarks())
        self._say_rules()
        current = self._page.tree.current_id()
        if current:
            self._show_genre(current)

    def _remarks(self) -> dict[str, str]:
        found = {own.id: self.tr("your own") for own in self.vocabulary.added}
        for genre_id in self._live.hidden:
            hidden = self.tr("⊘ not suggested")
            found[genre_id] = ", ".join(filter(None, (found.get(genre_id, ""), hidden)))
        return found

    def _show_genre(self, genre_id: str) -> None:
        genre = self._live.with_id(genre_id)
        self._page.form.setEnabled(genre is not None)
        if genre is None:
            return
        merged = {one: self._merged_name(one) for one in self.vocabulary.counting_as(genre_id)}
        self._page.form.show_genre(
            genre,
            self._live,
            is_own=self.vocabulary.is_own(genre_id),
            is_shown=genre_id not in self._live.hidden,
            goes_to=self._goes_to(genre),
            merged=merged,
        )

    def _goes_to(self, genre: Genre) -> str:
        if genre.id not in self._live.hidden:
            return ""
        instead = self._live.suggestible(genre.name)
        if instead is None:
            return self.tr("It is never suggested; the next candidate is, where there is one.")
        said = self.tr("It is never suggested: what speaks for it counts for {genre}.")
        return said.format(genre=self._live.name(instead, spoken()))

    def _on_strange(self, text: str) -> None:
        self._page.form.setEnabled(True)
        self._page.form.show_strange(self._live, text)

    def _ask_new(self) -> None:
        self._page.form.setEnabled(True)
        parent = self._page.tree.current_id() or None
        self._page.form.show_new(self._live, parent=parent)

    def _ask_merge(self, source: str) -> None:
        name = self._name(source) if self._live.with_id(source) else source
        words = GenreWords(self._live, lambda: ())
        asked = self.tr("Which genre does {genre} count as?").format(genre=name)
        for target in asked_genres(words, 1, self._page, asked)[:1]:
            if (found := self._live.find(target)) is not None:
                self.merge(source, found.id)
            else:
                said = self.tr("{genre} is not in the vocabulary; add it first.")
                self._page.say(said.format(genre=target))

    def _keep_rules(self, rules: GenreRules) -> None:
        self._choices.change(writing=with_rules(self._choices.settings.writing, rules))
        self._say_rules()

    def _keep_separator(self) -> None:
        separator = self._page.separator.separator() or ""
        self._choices.change(writing=replace(self._choices.settings.writing, separator=separator))

    def _say_rules(self) -> None:
        """Say what "as most of my files" comes to, where it is chosen."""
        if self._page.rules.rules().names_as is not NamesAs.FILES:
            said = self.tr("They hold for what is suggested and accepted, here and in Write.")
        else:
            text = self.tr("Most of your files name genres in this language: {language}.")
            said = text.format(language=NAMES[self._usual.language])
        self._page.rules_said.setText(said)

    def _own(self, genre_id: str) -> Genre | None:
        return next((own.genre for own in self.vocabulary.added if own.id == genre_id), None)

    def _name(self, genre_id: str) -> str:
        return self._live.name(genre_id, spoken())

    def _merged_name(self, genre_id: str) -> str:
        own = self._own(genre_id)
        return own.names[spoken()] if own else shipped_taxonomy().name(genre_id, spoken())


def _first(names: Mapping[str, str]) -> str:
    """Return a name of a genre: that in the window's language, where there is one."""
    return names.get(spoken(), "") or next(filter(None, names.values()), "")


def _counted(
    lines: Sequence[TrackLine], taxonomy: Taxonomy, ctx: JobContext
) -> tuple[GenreCounts, UsualNames]:
    ctx.raise_if_cancelled()
    texts: dict[str, int] = {}
    for line in lines:
        if line.genre:
            texts[line.genre] = texts.get(line.genre, 0) + 1
    return counted_genres(lines, taxonomy), UsualNames.measured(texts, taxonomy)
