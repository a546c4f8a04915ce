"""Rules for writing: which genres a file holds in the end, once a person has decided.

Pure functions of what the file says, what was decided, and the taxonomy. What a person typed is
written as it was typed, whatever the rules say; they are for what was suggested and accepted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from musicreclass.core.decision import GENRE_SEPARATOR, DecisionLine, ReviewState
from musicreclass.core.genre import Taxonomy, key_of
from musicreclass.sentences.languages import LANGUAGES
from musicreclass.sentences.reason import Reason, because

# Between genres that a file has in one text; such a text is taken apart only to be understood.
WITHIN = (";", "；", ",", "，", "、", "/", "|", "\\", "\0")
USUAL_LANGUAGE = "en"  # of files that say nothing
LEAST_FILES = 1  # that must spell a genre alike to be followed


class Existing(Enum):
    """What becomes of the genres that a file has."""

    ONLY_EMPTY = "only_empty"  # a file that has any is left as it is
    KEEP_FINER = "keep_finer"  # so is one that says the same or more, of the same family
    REPLACE = "replace"
    ADD = "add"


class NamesAs(Enum):
    """How the names of genres are written that were suggested and accepted."""

    SUGGESTED = "suggested"  # as the classifier calls them
    FILES = "files"  # as most of the library's files do
    ENGLISH = "en"
    TRADITIONAL = "zh_TW"
    SIMPLIFIED = "zh_CN"
    JAPANESE = "ja"


class GenreOrder(Enum):
    """Which genres come first where some are added to others."""

    NEW_FIRST = "new_first"
    OLD_FIRST = "old_first"


@dataclass(frozen=True, slots=True)
class GenreRules:
    """How decided genres meet those in a file."""

    existing: Existing = Existing.KEEP_FINER
    names_as: NamesAs = NamesAs.SUGGESTED
    most: int = 0  # genres in a file; 0: any number
    order: GenreOrder = GenreOrder.NEW_FIRST


AS_DECIDED = GenreRules(Existing.REPLACE)  # no rule at all


@dataclass(frozen=True, slots=True, eq=False)
class UsualNames:
    """How the files of a library call genres."""

    language: str = USUAL_LANGUAGE  # of most of them
    spellings: Mapping[str, str] = field(default_factory=dict)  # identity -> most frequent one

    @classmethod
    def measured(cls, file_genres: Mapping[str, int], taxonomy: Taxonomy) -> UsualNames:
        """Return it of texts that files have for genres, with how many files have each."""
        by_genre: dict[str, Counter[str]] = {}
        languages: Counter[str] = Counter()
        for text, count in file_genres.items():
            for genre in taxonomy.split(text, WITHIN):
                by_genre.setdefault(taxonomy.identity(genre), Counter())[genre] += count
                if (language := language_of_name(genre, taxonomy)) is not None:
                    languages[language] += count
        most = max(LANGUAGES, key=lambda language: languages[language])
        spellings = {
            # The most frequent one; of several the one that comes first in the alphabet.
            identity: min(spelled, key=lambda text: (-spelled[text], text))
            for identity, spelled in by_genre.items()
            if spelled.total() >= LEAST_FILES
        }
        return cls(most if languages else USUAL_LANGUAGE, spellings)


NO_FILES = UsualNames()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The genres that a file is to have, and why they are not just what was decided."""

    genres: tuple[str, ...]
    is_left: bool = False  # the file stays as it is
    reason: Reason | None = None


def outcome(
    file_genres: Sequence[str],
    decision: DecisionLine | None,
    rules: GenreRules,
    taxonomy: Taxonomy,
    usual: UsualNames = NO_FILES,
) -> Outcome:
    """Return which genres a file is to have, and why.

    - Without a decision that holds, the file stays as it is.
    - What was typed is written as typed, what was chosen by hand for this track replaces what the
      file has; neither is cut short.
    - What was accepted obeys `rules.existing`. *Keep finer* leaves a file as it is that names the
      suggested genre in any language, or one below it in its family, among others or alone.
    - A file whose genres stay the same ones keeps them as they are spelled.

    Args:
        file_genres: texts as the file has them, each possibly of several genres.
        usual: how the library's files call genres, for `NamesAs.FILES`.
    """
    old = tuple(file_genres)
    if decision is None or not decision.holds:
        return Outcome(old, is_left=True)
    if decision.is_typed:
        return _compared(old, decision.genres)
    wanted = tuple(
        written_name(genre, rules.names_as, taxonomy, usual) for genre in decision.genres
    )
    pieces = [piece for text in old for piece in taxonomy.split(text, WITHIN)]
    if not pieces:
        return Outcome(_cut(wanted, rules))
    if _same(pieces, wanted, taxonomy):
        return _same_outcome(old, pieces, wanted)
    if decision.state is ReviewState.CHANGED:
        return Outcome(_as_spelled(wanted, pieces, taxonomy))
    return _by_rule(old, pieces, wanted, rules, taxonomy)


@dataclass(frozen=True, slots=True, eq=False)
class GenreRuling:
    """Rules with all that they go by. What is asked twice is worked out once: files are many."""

    rules: GenreRules
    taxonomy: Taxonomy
    usual: UsualNames = NO_FILES
    _known: dict[tuple[tuple[str, ...], DecisionLine | None], Outcome] = field(default_factory=dict)
    _of_texts: dict[tuple[str, DecisionLine | None], Outcome] = field(default_factory=dict)

    def outcome(self, file_genres: Sequence[str], decision: DecisionLine | None) -> Outcome:
        """Return what `outcome` does."""
        key = (tuple(file_genres), decision)
        if key not in self._known:
            made = outcome(key[0], decision, self.rules, self.taxonomy, self.usual)
            self._known[key] = made
        return self._known[key]

    def of_text(self, text: str, decision: DecisionLine | None) -> Outcome:
        """Return the same of a file whose genres are known as one text, as `TrackLine` has them."""
        key = (text, decision)
        if (found := self._of_texts.get(key)) is None:
            found = self.outcome(tuple(filter(None, text.split(GENRE_SEPARATOR))), decision)
            self._of_texts[key] = found
        return found


def written_name(
    genre: str, names_as: NamesAs, taxonomy: Taxonomy, usual: UsualNames = NO_FILES
) -> str:
    """Return a suggested genre's name as the rule has it written."""
    if names_as is NamesAs.SUGGESTED:
        return taxonomy.canonical(genre)  # what it counts as by now
    if names_as is NamesAs.FILES:
        spelled = usual.spellings.get(taxonomy.identity(genre))
        return spelled or _named(genre, usual.language, taxonomy)
    return _named(genre, names_as.value, taxonomy)


def language_of_name(text: str, taxonomy: Taxonomy) -> str | None:
    """Return the language in which a genre's name is spelled; None where it is not known.

    Where both Chinese scripts spell it alike, none is meant.
    """
    genre = taxonomy.find(text)
    if genre is None:
        return None
    key = key_of(text)
    spelled = [language for language in LANGUAGES if key_of(genre.names[language]) == key]
    if len(spelled) == 1 or "en" in spelled:
        return spelled[0]
    return "en" if text.isascii() else None


def _named(genre: str, language: str, taxonomy: Taxonomy) -> str:
    return taxonomy.name(genre, language)


def _by_rule(
    old: tuple[str, ...],
    pieces: Sequence[str],
    wanted: tuple[str, ...],
    rules: GenreRules,
    taxonomy: Taxonomy,
) -> Outcome:
    if rules.existing is Existing.ONLY_EMPTY:
        return Outcome(old, is_left=True, reason=because("core.keeps_what_it_has", genre=old[0]))
    if rules.existing is Existing.ADD:
        return _added(old, pieces, wanted, rules, taxonomy)
    spelled = _as_spelled(wanted, pieces, taxonomy)
    if rules.existing is Existing.REPLACE:
        return Outcome(_cut(spelled, rules))
    kept = [_kept(genre, pieces, taxonomy) for genre in spelled]
    if all(kept):
        first = next(filter(None, kept))
        is_finer = taxonomy.is_finer(first, spelled[0])
        code = "core.keeps_finer" if is_finer else "core.keeps_same"
        return Outcome(old, is_left=True, reason=because(code, genre=first))
    genres = _once((one or genre for one, genre in zip(kept, spelled, strict=True)), taxonomy)
    finer = [one for one, genre in zip(kept, spelled, strict=True) if one and one != genre]
    reason = because("core.keeps_finer", genre=finer[0]) if finer else None
    return Outcome(_cut(genres, rules), reason=reason)


def _kept(wanted: str, pieces: Sequence[str], taxonomy: Taxonomy) -> str | None:
    """Return the first genre of a file that says as much as another, or more: None without one."""
    identity = taxonomy.identity(wanted)
    finer = [piece for piece in pieces if taxonomy.is_finer(piece, wanted)]
    same = [piece for piece in pieces if taxonomy.identity(piece) == identity]
    return next(iter((*finer, *same)), None)


def _added(
    old: tuple[str, ...],
    pieces: Sequence[str],
    wanted: tuple[str, ...],
    rules: GenreRules,
    taxonomy: Taxonomy,
) -> Outcome:
    there = {taxonomy.identity(piece) for piece in pieces}
    new = tuple(genre for genre in wanted if taxonomy.identity(genre) not in there)
    if not new:
        return Outcome(old, is_left=True, reason=because("core.has_it_already", genre=wanted[0]))
    is_new_first = rules.order is GenreOrder.NEW_FIRST
    genres = _cut((*new, *old) if is_new_first else (*old, *new), rules)
    if genres == old:
        reason = because("core.no_room_for_more", most=rules.most)
        return Outcome(old, is_left=True, reason=reason)
    return Outcome(genres)


def _same(pieces: Sequence[str], wanted: Sequence[str], taxonomy: Taxonomy) -> bool:
    """Say whether a file's genres are those wanted, whatever language they are spelled in."""
    return set(map(taxonomy.identity, pieces)) == set(map(taxonomy.identity, wanted))


def _same_outcome(old: tuple[str, ...], pieces: Sequence[str], wanted: tuple[str, ...]) -> Outcome:
    if tuple(pieces) == wanted:
        return Outcome(old, is_left=True)
    return Outcome(old, is_left=True, reason=because("core.same_in_other_words", genre=pieces[0]))


def _compared(old: tuple[str, ...], typed: tuple[str, ...]) -> Outcome:
    return Outcome(typed, is_left=old == typed)


def _as_spelled(
    wanted: Sequence[str], pieces: Sequence[str], taxonomy: Taxonomy
) -> tuple[str, ...]:
    """Return genres, those that a file has already as it spells them."""
    spelled = {taxonomy.identity(piece): piece for piece in reversed(pieces)}
    return tuple(spelled.get(taxonomy.identity(genre), genre) for genre in wanted)


def _once(genres: Iterable[str], taxonomy: Taxonomy) -> tuple[str, ...]:
    return tuple({taxonomy.identity(genre): genre for genre in genres}.values())


def _cut(genres: tuple[str, ...], rules: GenreRules) -> tuple[str, ...]:
    return genres[: rules.most] if rules.most else genres
