"""Zero-shot classifiers, which nobody trained: labels as genres, or genres told by their names.

They are ordinary files, and nobody has measured them: what they say is never sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.bundle import Bundle, Classifier
from musicreclass.classifiers.encoders import shelf
from musicreclass.classifiers.encoders.shelf import ShelvedEncoder
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.columns.label_groups import LabelGroupsConfig
from musicreclass.classifiers.kinds.columns.zero_shot import ZeroShotConfig
from musicreclass.core.genre import Taxonomy
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.job import JobContext
from musicreclass.errors import UsageProblem
from musicreclass.pipeline.classification.installed import box_file
from musicreclass.pipeline.classification.loaded_classifier import ENCODER_FACT, LICENCE_FACT
from musicreclass.pipeline.training.train_classifier import check_destination
from musicreclass.sentences.reason import because, first_of

PROMPT = "This audio is a {genre} song."
FEWEST_GENRES = 2
# AudioSet's labels of music that are no genre's name: label -> the genre's id.
OF_AUDIOSET = {
    "Beatboxing": "hip-hop",
    "Music of Latin America": "latin",
    "Music for children": "children",
    "Music of Africa": "african",
    "Music of Asia": "world",
    "Carnatic music": "indian",
    "Music of Bollywood": "bollywood",
    "Traditional music": "folk",
}


def make_untrained(name: str, genres: Sequence[str], out: Path, ctx: JobContext) -> Bundle:
    """Write a classifier that stands upon an encoder alone, and return it.

    Args:
        genres: to be told; without any all that the labels stand for, or those of the box.

    Raises:
        UsageProblem: there is no such encoder, it knows no genres, or `out` cannot be written.
        ClassifierFileProblem: its files are gone, or others by now.
    """
    check_destination(out)
    found = shelf.find(name)
    shelf.check_marks(found)
    ctx.raise_if_cancelled()
    if found.card.can_read_words:
        bundle = _by_names(found, tuple(genres) or _of_the_box())
    elif len(found.card.labels) > 1:
        bundle = _by_labels(found, genres, taxonomy_in_use())
    else:
        raise UsageProblem(because("pipeline.encoder_knows_no_genres", name=name))
    bundles.save(bundle, out)
    return bundle


def genre_of(label: str, known: Taxonomy) -> str | None:
    """Return the id of the genre that a label stands for, None where it stands for none."""
    if label in OF_AUDIOSET:
        return OF_AUDIOSET[label]
    genre = known.find(label)
    return None if genre is None else genre.id


def _by_labels(found: ShelvedEncoder, wanted: Sequence[str], known: Taxonomy) -> Bundle:
    """Return a classifier of what labels stand for, or of the genres above that are wanted."""
    columns = found.card.label_columns
    ids: list[str | None] = []
    named = {genre.id for text in wanted if (genre := known.find(text)) is not None}
    for label in found.card.labels:
        meant = genre_of(label, known)
        line = () if meant is None else (meant, *known.parents(meant))
        ids.append(next((one for one in line if not wanted or one in named), None))
    genres = tuple(dict.fromkeys(one for one in ids if one is not None))
    if len(genres) < FEWEST_GENRES:
        labels = first_of(found.card.labels)
        raise UsageProblem(because("pipeline.labels_are_no_genres", name=found.name, labels=labels))
    used = [(column, one) for column, one in zip(columns, ids, strict=True) if one is not None]
    features = FeatureSet.of_encoder(found.spec, found.card.columns)
    config = LabelGroupsConfig(features, tuple(column for column, _ in used))
    network = config.of_groups([genres.index(one) for _, one in used])
    return _bundle(found, tuple(map(known.canonical, genres)), Classifier("labels", network))


def _by_names(found: ShelvedEncoder, genres: Sequence[str]) -> Bundle:
    """Return a classifier of any genres, by what a text tower makes of their names."""
    known = taxonomy_in_use()
    genres = tuple(dict.fromkeys(map(known.canonical, genres)))
    if len(genres) < FEWEST_GENRES:
        raise UsageProblem(because("pipeline.too_few_genres_named"))
    encoder = shelf.encoder_of(found.spec)
    texts, scale = encoder.embed_texts([PROMPT.format(genre=genre) for genre in genres])
    space = found.card.layers[0]
    features = FeatureSet.of_encoder(found.spec, found.card.columns)
    config = ZeroShotConfig(features, tuple(found.card.columns_of(space)))
    return _bundle(found, genres, Classifier("names", config.of_texts(texts, scale)))


def _bundle(found: ShelvedEncoder, genres: tuple[str, ...], classifier: Classifier) -> Bundle:
    facts = {ENCODER_FACT: found.name, LICENCE_FACT: found.card.licence}
    return Bundle(genres, (classifier,), training=facts)


def _of_the_box() -> tuple[str, ...]:
    file = box_file()
    return () if file is None else bundles.load(file).genres
